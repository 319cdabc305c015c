"""The open data of the sites that the tests look at.

Each project is built into a folder of its own with the program at $SAMMEN (default: .build/release/sammen).
"""

import os
import pathlib
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SAMMEN", str(ROOT / ".build/release/sammen"))
LANGUAGES = ["da", "nb", "en"]
PROJECTS = {"root": ROOT, "telemark": ROOT / "Examples/telemark", "ons": ROOT / "Examples/ons"}
# What a project is built from besides its own folder.
INPUTS = {"telemark": ROOT.parent / "shared/data/real/telemark", "ons": ROOT.parent / "shared/data/real/ons-goals"}


def build(project, output):
    done = subprocess.run(
        [PROGRAM, "build", "--project", str(project), "--output", str(output)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-4000:]
    return pathlib.Path(output) / "public"


def editions(public):
    """The public edition, and the managers' beside it where there is one."""
    return [one for one in (public, public.with_name("managers")) if one.is_dir()]


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """The public edition of each example whose data are here, by name."""
    built = {}
    for name, project in PROJECTS.items():
        if not (project / "config.json").exists():
            continue
        if name in INPUTS and not INPUTS[name].exists():
            print(f"{name}: its files are not here ({INPUTS[name]}): not looked at")
            continue
        built[name] = build(project, tmp_path_factory.mktemp(name))
    return built


@pytest.fixture
def damaged(sites, tmp_path):
    """A copy of the first site's open data in Danish, to be damaged."""
    copy = tmp_path / "public"
    wanted = (".csv", ".json", ".jsonld", ".sqlite")
    for folder in ("da", "data"):
        shutil.copytree(
            sites["root"] / folder, copy / folder,
            ignore=lambda at, names: [n for n in names if pathlib.Path(at, n).is_file() and not n.endswith(wanted)])
    return copy

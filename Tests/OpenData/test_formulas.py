"""Names that a spreadsheet would run."""

import csv
import json

import pytest

import figures
import formats
from conftest import build

NAME = "=cmd|' /C calc'!A0"
YAML = """title: { da: Fravær, en: Absence }
dataset: fravaer
measure: share
numerator: syge
denominator: mulige
persons: mulige
direction: down
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    project = tmp_path_factory.mktemp("formulas")
    (project / "Data").mkdir()
    (project / "Metrics/trivsel").mkdir(parents=True)
    (project / "config.json").write_text(json.dumps({
        "project": {"title": "Prøve", "organisation": "Prøve Kommune", "languages": ["da", "en"], "builtAt": "2026-11-20"},
        "goals": [{"id": "trivsel", "title": "Trivsel", "statement": "Det går godt."}],
        "units": {"file": "Data/enheder.csv", "root": "1"},
        "datasets": {"fravaer": {
            "title": "Fravær", "publisher": "HR", "rhythm": "year", "files": "Data/fravaer.csv",
            "period": {"column": "År"}, "unit": {"column": "Enhed"}, "numbers": {"syge": "Syge", "mulige": "Mulige"}}},
    }), encoding="utf-8")
    (project / "Data/enheder.csv").write_text(
        f'kode;navn;overordnet;niveau;type\n1;Prøve Kommune;;kommune;kommune\n2;"{NAME}";1;enhed;skole\n'
        "3;@Sted;1;enhed;skole\n", encoding="utf-8")
    years = "".join(f"{year};2;{20 + year % 7};400\n{year};3;{30 + year % 5};500\n" for year in range(2019, 2026))
    (project / "Data/fravaer.csv").write_text("År;Enhed;Syge;Mulige\n" + years, encoding="utf-8")
    (project / "Metrics/trivsel/fravaer.yaml").write_text(YAML, encoding="utf-8")
    return build(project, project / "Output")


def test_a_spreadsheet_gets_text_and_is_told(site):
    with open(site / "da/indikator/fravaer/fravaer-excel.csv", encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";", strict=True))
    names = {line[5] for line in lines[1:]}
    assert {"'" + NAME, "'@Sted", "Prøve Kommune"} <= names
    assert "' er sat foran" in lines[0][5] and not any("'" in title for title in lines[0][:5])
    assert not any(cell[:1] in ("=", "@", "\t", "\r") for line in lines for cell in line)
    # Numbers below zero are numbers.
    assert all(cell[:1] not in ("+", "-") or figures.number(cell, comma=True) < 0 for line in lines[1:] for cell in line)


def test_programs_get_the_name_as_it_is(site):
    assert NAME in {row["unit_name"] for row in figures.rows(site / "da/indikator/fravaer/fravaer.csv")}
    assert formats.package_faults(site / "da/datapackage.json") == []
    assert figures.differences(site, "en")[0] == []


def test_a_project_without_an_address_has_a_catalogue_and_no_sitemap(site):
    assert formats.catalogue_faults(site / "data/catalogue.jsonld", "dcat-ap.ttl") == []
    assert not (site / "sitemap.xml").exists()
    assert (site / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"
    links = [part["dcat:downloadURL"]["@id"] for node in formats.load(site / "data/catalogue.jsonld")["@graph"]
             for part in node.get("dcat:distribution", [])]
    assert links and all((site / "data" / link).resolve().is_file() for link in links)

"""Each check must be able to fail: here is a file that it has to refuse."""

import json
import sqlite3

import pytest

import figures
import formats

FOLDER = "da/indikator/sygefravaer/"


def edit(file, old, new):
    text = file.read_bytes()
    assert old in text, old
    file.write_bytes(text.replace(old, new, 1))


def faults(site):
    return figures.differences(site, "da", only="sygefravaer")[0]


@pytest.mark.parametrize("old, new", [
    (b"sygefravaer,2025,", b"sygefravaer,2099,"), (b",shown,", b",seen,"), (b",false,", b",perhaps,"),
    (b",2025-12-31,", b",2025-13-31,"), (b"\r\nsygefravaer,2024,", b"\r\nmissing,2024,"), (b",265,", b",nowhere,"),
])
def test_a_data_package_with_another_file(damaged, old, new):
    edit(damaged / FOLDER / "sygefravaer.csv", old, new)
    assert formats.package_faults(damaged / "da/datapackage.json")


def test_a_data_package_whose_sums_are_right_and_whose_figures_are_not(damaged):
    package = damaged / "da/datapackage.json"
    whole = formats.load(package)
    for resource in whole["resources"]:
        del resource["hash"], resource["bytes"]
    package.write_text(json.dumps(whole))
    assert formats.package_faults(package) == []
    for old, new, word in [
            (b"\r\nsygefravaer,2024,", b"\r\nmissing,2024,", "foreign"), (b",265,", b",nowhere,", "foreign"),
            (b",shown,", b",seen,", "constraint"), (b",false,", b",perhaps,", "type")]:
        before = (damaged / FOLDER / "sygefravaer.csv").read_bytes()
        edit(damaged / FOLDER / "sygefravaer.csv", old, new)
        assert word in " ".join(formats.package_faults(package)).lower()
        (damaged / FOLDER / "sygefravaer.csv").write_bytes(before)


def test_a_figure_that_stands_twice(damaged):
    package, file = damaged / "da/datapackage.json", damaged / FOLDER / "sygefravaer.csv"
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines + lines[1:2]))
    assert "primary key" in " ".join(formats.package_faults(package)).lower()
    assert formats.csvw_faults(file.with_name("sygefravaer.csv-metadata.json"))


@pytest.mark.parametrize("old, new", [
    (b"period_end,", b"end,"), (b",2025-12-31,", b",31-12-2025,"), (b",shown,", b",seen,"), (b",false,", b",perhaps,"),
])
def test_csv_that_its_metadata_do_not_describe(damaged, old, new):
    edit(damaged / FOLDER / "sygefravaer.csv", old, new)
    assert formats.csvw_faults(damaged / FOLDER / "sygefravaer.csv-metadata.json")


@pytest.mark.parametrize("name", ["sygefravaer-excel.csv", "sygefravaer.json", "sygefravaer.jsonstat.json"])
def test_a_figure_that_one_file_tells_otherwise(damaged, name):
    file = damaged / FOLDER / name
    value = next(row["value"] for row in figures.rows(damaged / FOLDER / "sygefravaer.csv") if row["value"])
    written = (value.replace(".", ",") if "excel" in name else value).encode()
    edit(file, written, written[:-1] + (b"1" if written[-1:] != b"1" else b"2"))
    assert any(name in fault for fault in faults(damaged))


def test_a_figure_that_the_database_tells_otherwise_or_not_at_all(damaged):
    def change(statement):
        with sqlite3.connect(damaged / "data/figures.sqlite") as database:
            assert database.execute(statement).rowcount == 1

    rowid = "(SELECT min(rowid) FROM figures WHERE value > 0 AND indicator = 'sygefravaer')"
    change(f"UPDATE figures SET value = value + 0.001 WHERE rowid = {rowid}")
    assert any("figures.sqlite" in fault for fault in faults(damaged))
    change(f"DELETE FROM figures WHERE rowid = {rowid}")
    assert any("is None, not" in fault for fault in faults(damaged))
    change("INSERT INTO figures SELECT 'sygefravaer', period, '265', 'x', 'y', 1, 1, 1, 1, 1, 1, 'shown', '', 0"
           " FROM periods LIMIT 1")
    assert any("figures.sqlite has" in fault for fault in faults(damaged))


def test_a_figure_too_many_in_the_cube(damaged):
    file = damaged / FOLDER / "sygefravaer.jsonstat.json"
    whole = formats.load(file)
    free = next(str(place) for place in range(10**6) if str(place) not in whole["value"])
    whole["value"][free] = 1
    file.write_text(json.dumps(whole))
    assert faults(damaged)


def without(node, key):
    node.pop(key)


@pytest.mark.parametrize("shapes, kind, change", [
    ("dcat-ap.ttl", "dcat:Catalog", lambda n: without(n, "dct:title")),
    ("dcat-ap.ttl", "dcat:Catalog", lambda n: without(n, "dct:publisher")),
    ("dcat-ap.ttl", "dcat:Dataset", lambda n: without(n, "dct:description")),
    ("dcat-ap.ttl", "dcat:Dataset", lambda n: n["dcat:theme"][0].update({"@id": "#x", "@type": "foaf:Agent"})),
    ("dcat-ap.ttl", "dcat:Dataset", lambda n: n["dcat:contactPoint"].update({"@type": "foaf:Agent", "@id": "#x"})),
    ("dcat-ap.ttl", "dcat:Dataset", lambda n: n["dcat:distribution"][0].pop("dcat:accessURL")),
    ("dcat-ap.ttl", "dcat:Dataset", lambda n: n["dct:temporal"]["dcat:startDate"].update({"@type": "xsd:string"})),
    ("dcat-ap.ttl", "foaf:Agent", lambda n: without(n, "foaf:name")),
    ("dcat-ap-no-dk.ttl", "dcat:Dataset", lambda n: without(n, "dct:license")),
    ("dcat-ap-no-dk.ttl", "dcat:Dataset", lambda n: without(n, "dct:identifier")),
    ("dcat-ap-no-dk.ttl", "dcat:Dataset", lambda n: n["dcat:theme"][0].update({"@id": "http://example.org/theme"})),
    ("dcat-ap-no-dk.ttl", "dcat:Dataset", lambda n: without(n, "dcat:contactPoint")),
])
def test_a_catalogue_that_lacks_something(damaged, shapes, kind, change):
    file = damaged / "data/catalogue.jsonld"
    whole = formats.load(file)
    change(next(node for node in whole["@graph"] if node["@type"] == kind))
    file.write_text(json.dumps(whole))
    assert formats.catalogue_faults(file, shapes)


def test_a_catalogue_without_an_address_to_write_to(damaged):
    file = damaged / "data/catalogue.jsonld"
    file.write_text(file.read_text(encoding="utf-8").replace("vcard:hasEmail", "vcard:hasPhone"), encoding="utf-8")
    assert formats.catalogue_faults(file, "dcat-ap.ttl") == []
    assert formats.catalogue_faults(file, "dcat-ap-no-dk.ttl")

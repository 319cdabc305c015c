"""All open data of every example, held to the validators of their formats."""

import hashlib

import formats
from conftest import LANGUAGES, PROJECTS, build, editions


def each(sites, pattern):
    return [file for site in sites.values() for one in editions(site) for file in sorted(one.glob(pattern))]


def test_every_data_package_is_valid(sites):
    packages = each(sites, "*/datapackage.json")
    assert len(packages) >= 3 and [fault for one in packages for fault in formats.package_faults(one)] == []
    listed = sum(len(formats.load(one)["resources"]) for one in packages)
    plain = [one for one in each(sites, "*/**/*.csv") if not one.name.endswith("-excel.csv")]
    assert listed == len(plain), "every CSV file is in a package"
    print(f"{len(packages)} data packages with {listed} files")


def test_every_csv_file_is_as_its_metadata_say(sites):
    files = each(sites, "*/**/*.csv-metadata.json")
    assert len(files) > 60 and [fault for one in files for fault in formats.csvw_faults(one)] == []
    print(f"{len(files)} files of CSV on the Web")


def test_every_csv_file_is_plain(sites):
    for file in each(sites, "*/**/*.csv"):
        raw = file.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf") == file.name.endswith("-excel.csv"), file
        assert raw.endswith(b"\r\n") and raw.count(b"\r\n") == raw.count(b"\n"), file


def test_every_catalogue_conforms(sites):
    files = each(sites, "data/catalogue.jsonld")
    assert files
    for file in files:
        assert formats.catalogue_faults(file, "dcat-ap.ttl") == [], file
        project = formats.load(file)["@graph"][0]
        if "dct:license" in project and "#" not in project["@id"]:
            assert formats.catalogue_faults(file, "dcat-ap-no-dk.ttl") == [], file
    print(f"{len(files)} catalogues")


def test_every_file_of_a_catalogue_is_there(sites):
    for name, site in sites.items():
        nodes = formats.load(site / "data/catalogue.jsonld")["@graph"]
        base = nodes[0]["@id"].removesuffix("data/catalogue.jsonld")
        places = [
            part["dcat:downloadURL"]["@id"] for node in nodes if node["@type"] == "dcat:Dataset"
            for part in node["dcat:distribution"]
        ]
        assert places, name
        for place in places:
            file = site / place.removeprefix(base) if base in place and base else (site / "data" / place)
            assert file.resolve().is_file(), place


def test_the_sitemap_names_every_page_in_every_language(sites):
    for name, site in sites.items():
        if not (site / "sitemap.xml").exists():
            continue
        base = formats.load(site / "data/catalogue.jsonld")["@graph"][0]["@id"].removesuffix("data/catalogue.jsonld")
        listed = formats.sitemap_addresses(site / "sitemap.xml")
        languages = [one for one in LANGUAGES if (site / one).is_dir()]
        pages = {str(p.relative_to(site)).removesuffix("index.html") for one in languages for p in site.glob(f"{one}/**/*.html")}
        assert {one.removeprefix(base) for one in listed} == pages, name
        for address, links in listed.items():
            own = [language for language, link in links.items() if link == address and language != "x-default"]
            if len(languages) > 1:
                assert set(links) == set(languages) | {"x-default"} and own == [address.removeprefix(base)[:2]]
                assert all(listed[link] == links for link in links.values()), address
        assert f"Sitemap: {base}sitemap.xml" in (site / "robots.txt").read_text()


def test_the_managers_edition_is_in_no_catalogue(sites):
    for site in sites.values():
        for managers in editions(site)[1:]:
            assert (managers / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
            assert not (managers / "sitemap.xml").exists() and not (managers / "data/catalogue.jsonld").exists()
            assert (managers / "data/figures.sqlite").exists()


def test_sample_data_say_so_in_every_file(sites):
    package = formats.load(sites["root"] / "da/datapackage.json")
    assert "Eksempeldata" in package["description"]
    catalogue = (sites["root"] / "data/catalogue.jsonld").read_text(encoding="utf-8")
    assert catalogue.count("Eksempeldata") >= 10
    for file in sorted(sites["root"].glob("da/indikator/*/*.json")):
        plain = file.parent / f"{file.parent.name}.json"
        if any(one["sample"] for one in formats.load(plain)["source"]):
            assert "Eksempeldata" in file.read_text(encoding="utf-8"), file
    assert b"Eksempeldata" in (sites["root"] / "data/figures.sqlite").read_bytes()


def test_the_same_project_gives_the_same_bytes(sites, tmp_path):
    again = build(PROJECTS["root"], tmp_path)
    wanted = [one for one in sites["root"].glob("**/*") if one.suffix in (".csv", ".json", ".jsonld", ".sqlite", ".xml")]
    assert len(wanted) > 300
    for file in wanted:
        other = again / file.relative_to(sites["root"])
        assert hashlib.sha256(file.read_bytes()).digest() == hashlib.sha256(other.read_bytes()).digest(), file

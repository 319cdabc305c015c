"""Answers to a question, and two categories crossed: the figures of the page in every file, all of a year's or none."""

import html
import json
import re
from collections import defaultdict

import pytest

import figures
import formats
from conftest import LANGUAGES, build, editions

# Persons by year. In 2024 three answered no, and in 2025 two women under forty live there.
ANSWERS = {2023: (40, 60, 100), 2024: (3, 57, 143), 2025: (50, 30, 129)}
RESIDENTS = {2023: (11, 13, 17, 23), 2024: (12, 14, 18, 24), 2025: (2, 15, 19, 7919)}
GROUPS = [("0-39", "Kvinder"), ("0-39", "Mænd"), ("40+", "Kvinder"), ("40+", "Mænd")]
WORDS = ["Nej", "Ved ikke", "Ja"]

TRYGHED = """title: { da: Tryghed, en: Safety }
dataset: svar
measure: share
numerator: if(svar = 'Ja', antal, 0)
denominator: antal
persons: denominator
direction: up
distribution:
  title: { da: Er du tryg?, en: Do you feel safe? }
  parts:
    - { label: { da: Nej, en: "No" }, numerator: "if(svar = 'Nej', antal, 0)", side: negative }
    - { label: { da: Ved ikke, en: "Don't know" }, numerator: "if(svar = 'Ved ikke', antal, 0)", side: middle }
    - { label: { da: Ja, en: "Yes" }, numerator: "if(svar = 'Ja', antal, 0)", side: positive }
"""
BORGERE = """title: { da: Borgere, en: Residents }
dataset: borgere
measure: sum
numerator: antal
persons: antal
unit: number
decimals: 0
direction: neutral
by: [alder, koen]
pyramid: { ages: alder, sides: koen }
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    project = tmp_path_factory.mktemp("parts")
    (project / "Data").mkdir()
    (project / "Metrics/trivsel").mkdir(parents=True)
    common = {"publisher": "HR", "rhythm": "year", "period": {"column": "År"}, "unit": {"constant": "1"},
              "numbers": {"antal": "Antal"}}
    (project / "config.json").write_text(json.dumps({
        "project": {
            "title": "Prøve", "organisation": "Prøve Kommune", "languages": ["da", "en"], "builtAt": "2026-11-20"},
        "goals": [{"id": "trivsel", "title": "Trivsel", "statement": "Det går godt."}],
        "units": {"file": "Data/enheder.csv", "root": "1"},
        "datasets": {
            "svar": {"title": "Svar", "files": "Data/svar.csv", "categories": {"svar": "Svar"}, **common},
            "borgere": {
                "title": "Borgere", "files": "Data/borgere.csv", **common,
                "categories": {
                    "alder": {"header": "Alder", "title": "alder"},
                    "koen": {"header": "Køn", "title": "køn", "names": {
                        "Kvinder": {"da": "Kvinder", "en": "Women"}, "Mænd": {"da": "Mænd", "en": "Men"}}}}},
        },
    }), encoding="utf-8")
    (project / "Data/enheder.csv").write_text(
        "kode;navn;overordnet;niveau;type\n1;Prøve Kommune;;kommune;kommune\n", encoding="utf-8")
    svar = [(year, word, n) for year, told in ANSWERS.items() for word, n in zip(WORDS, told)]
    borgere = [(year, *group, n) for year, told in RESIDENTS.items() for group, n in zip(GROUPS, told)]
    for name, header, lines in (("svar", "År;Svar;Antal", svar), ("borgere", "År;Alder;Køn;Antal", borgere)):
        text = "\n".join([header] + [";".join(map(str, line)) for line in lines]) + "\n"
        (project / f"Data/{name}.csv").write_text(text, encoding="utf-8")
    (project / "Metrics/trivsel/tryghed.yaml").write_text(TRYGHED, encoding="utf-8")
    (project / "Metrics/trivsel/borgere.yaml").write_text(BORGERE, encoding="utf-8")
    return build(project, project / "Output")


def told(site, indicator, breakdown, language="da"):
    """{(year, group): (state, value, numerator, denominator)} of a breakdown."""
    file = next((site / language).glob(f"*/{indicator}/{indicator}.csv"))
    return {
        (int(row["period"]), row["category"]):
            (row["state"],) + tuple(figures.number(row[one]) for one in ("value", "numerator", "denominator"))
        for row in figures.rows(file)
        if row["breakdown"] == breakdown
    }


def test_answers_are_shares_of_everyone_who_answered(site):
    found = told(site, "tryghed", "answer.part")
    expected = {}
    for year, persons in ANSWERS.items():
        for word, n in zip(WORDS, persons):
            shown = ("shown", n / sum(persons) * 100, n, sum(persons))
            expected[year, word] = ("hidden", None, None, None) if year == 2024 else shown
    assert found.keys() == expected.keys()
    for key, figure in expected.items():
        assert found[key] == pytest.approx(figure, rel=1e-12), key
    assert {word for _, word in told(site, "tryghed", "answer.part", "en")} == {"No", "Don't know", "Yes"}


def test_crossed_groups_are_counted_as_they_are(site):
    found = told(site, "borgere", "alder × køn")
    expected = {}
    for year, persons in RESIDENTS.items():
        for (age, sex), n in zip(GROUPS, persons):
            expected[year, f"{age} × {sex}"] = ("hidden", None) if year == 2025 else ("shown", float(n))
    assert {key: figure[:2] for key, figure in found.items()} == expected
    assert told(site, "borgere", "alder × køn", "en")[2023, "40+ × Women"] == found[2023, "40+ × Kvinder"]
    by_age = told(site, "borgere", "alder")
    assert by_age[2023, "0-39"][1] == 11 + 13 and by_age[2025, "40+"][1] == 19 + 7919


def test_a_hidden_part_is_in_no_file(site):
    """The men over forty of 2025 are hidden with the two women, and are counted nowhere else."""
    kinds = (".csv", ".json", ".html", ".svg", ".sqlite", ".jsonld", ".js")
    files = [one for one in site.rglob("*") if one.suffix in kinds]
    assert len(files) > 20
    for file in files:
        assert not re.search(rb"(?<![\w.,])7[.,]?919(?!\w)", file.read_bytes()), file


def test_the_files_are_valid_and_tell_the_same(site):
    assert formats.package_faults(site / "da/datapackage.json") == []
    for name in ("tryghed", "borgere"):
        assert formats.csvw_faults(site / f"da/indikator/{name}/{name}.csv-metadata.json") == []
    for language in ("da", "en"):
        faults, count = figures.differences(site, language)
        assert faults == [] and count > 30


def test_in_a_year_all_are_told_or_none(sites, site):
    groups = 0
    for edition in [one for each in sites.values() for one in editions(each)] + [site]:
        states = defaultdict(set)
        for file in edition.glob("*/*/*/*.csv"):
            if file.name.endswith("-excel.csv"):
                continue
            for row in figures.rows(file):
                if row["breakdown"] == "answer.part" or " × " in row["breakdown"]:
                    states[file, row["breakdown"], row["period"]].add(row["state"] == "shown")
        groups += len(states)
        assert all(len(one) == 1 for one in states.values()), edition
    assert groups > 20


def table(page, section):
    """The cells of the first table after a heading, line by line; None where there is none."""
    text = page.read_text(encoding="utf-8")
    start = text.find(f'id="{section}"')
    if start < 0 or "<table" not in text[start:]:
        return None
    whole = text[text.index("<table", start):]
    lines = re.findall(r"<tr>(.*?)</tr>", whole[:whole.index("</table>")], re.S)
    return [
        [html.unescape(re.sub(r"<[^>]*>", "", cell)).strip()
         for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line, re.S)]
        for line in lines
    ]


def assert_told_as_on_the_page(cell, figure, language):
    """A number of the page is the file's, rounded; words are there where no figure is."""
    state, value = figure
    digits = re.sub(r"[\s%\u00a0]", "", cell)
    if state != "shown":
        assert not re.search(r"\d", cell), (cell, figure)
        return
    thousands, point = (",", ".") if language == "en" else (".", ",")
    digits = digits.replace(thousands, "").replace(point, ".").replace("−", "-")
    decimals = len(digits.partition(".")[2])
    assert abs(float(digits) - value) <= 0.5 * 10**-decimals + 1e-9, (cell, figure)


def test_answers_and_pyramids_are_those_of_the_page(sites, site):
    compared = {"answers": 0, "pyramid": 0}
    for edition in [one for each in sites.values() for one in editions(each)] + [site]:
        for page in edition.glob("*/*/*/index.html"):
            file = page.with_name(page.parent.name + ".csv")
            if not file.exists():
                continue
            language = page.relative_to(edition).parts[0]
            assert language in LANGUAGES
            rows = figures.rows(file)
            answers = {(r["period"], r["category"]): (r["state"], figures.number(r["value"]))
                       for r in rows if r["breakdown"] == "answer.part"}
            crossed = [r for r in rows if " × " in r["breakdown"]]
            if lines := table(page, "answers"):
                # `skoleåret 2025/26` is 2025/26.
                for line in lines[1:]:
                    for word, cell in zip(lines[0][1:], line[1:], strict=True):
                        assert_told_as_on_the_page(cell, answers[line[0].split()[-1], word], language)
                        compared["answers"] += 1
                assert len(answers) == (len(lines) - 1) * (len(lines[0]) - 1)
            if lines := table(page, "pyramid"):
                # The table has the newest year that is shown.
                period = max(r["period"] for r in crossed if r["state"] == "shown")
                by_group = {r["category"]: (r["state"], figures.number(r["value"]))
                            for r in crossed if r["period"] == period}
                for line in lines[1:]:
                    for side, cell in zip(lines[0][1:], line[1:], strict=True):
                        assert_told_as_on_the_page(cell, by_group[f"{line[0]} × {side}"], language)
                        compared["pyramid"] += 1
                assert len(by_group) == (len(lines) - 1) * 2
            assert any(state == "shown" for state, _ in answers.values()) == bool(table(page, "answers")), page
            assert any(r["state"] == "shown" for r in crossed) == bool(table(page, "pyramid")), page
    assert compared["answers"] > 100 and compared["pyramid"] >= 4 * 2
    print(f"{compared['answers']} answers and {compared['pyramid']} crossed groups as on their pages")


@pytest.mark.parametrize("cell, figure, language", [
    ("12,4 %", ("shown", 12.34), "da"), ("1.2", ("shown", 12.0), "en"), ("12,3 %", ("hidden", None), "da"),
    ("vises ikke", ("shown", 12.3), "da"),
])
def test_a_page_that_tells_another_figure(cell, figure, language):
    with pytest.raises((AssertionError, ValueError)):
        assert_told_as_on_the_page(cell, figure, language)


def test_an_answer_that_one_file_tells_otherwise(site):
    file = next(site.glob("da/*/tryghed/tryghed.json"))
    right = file.read_text(encoding="utf-8")
    assert '"numerator":129' in right and '"category":"Ved ikke"' in right
    for old, new in (('"numerator":129', '"numerator":130'), ('"category":"Ved ikke"', '"category":"Nej"')):
        # The last is a row's; the first may be in what is said before the rows.
        file.write_text(new.join(right.rsplit(old, 1)), encoding="utf-8")
        assert any("tryghed.json" in fault for fault in figures.differences(site, "da")[0])
    file.write_text(right, encoding="utf-8")

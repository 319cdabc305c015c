"""Every figure of a site as each of its formats tells it, read without the program's help.

A figure is named by indicator, period, place, breakdown and category, and told as (value, numerator, denominator, count,
low, high, status); numbers are floats, None where there is none.
"""

import csv
import sqlite3

import formats

NUMBERS = ["value", "numerator", "denominator", "count", "low", "high"]


def number(text, comma=False):
    if text == "":
        return None
    if comma:
        assert "." not in text, text
        text = text.replace(",", ".")
    return float(text)


def rows(file):
    with open(file, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def told(row):
    return tuple(number(row[name]) for name in NUMBERS) + (row["status"],)


def name(row):
    return row["indicator"], row["period"], row["unit"], row["breakdown"], row["category"]


def of_csv(file):
    found = {}
    for row in rows(file):
        assert name(row) not in found, name(row)
        found[name(row)] = told(row)
    return found


def of_excel(file):
    """By place of the column: the titles are words."""
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(raw[3:].decode("utf-8").splitlines(keepends=True), delimiter=";", strict=True))
    columns = rows_header(file)
    found = {}
    for line in lines[1:]:
        row = dict(zip(columns, line, strict=True))
        key = tuple(part[1:] if part.startswith("'") and part[1:2] in "=+-@\t\r" else part for part in name(row))
        found[key] = tuple(number(row[one], comma=True) for one in NUMBERS) + (row["status"],)
    return found


def rows_header(excel):
    plain = excel.with_name(excel.name.replace("-excel.csv", ".csv"))
    with open(plain, encoding="utf-8", newline="") as lines:
        return next(csv.reader(lines))


def of_json(file):
    found = {}
    for row in formats.load(file)["rows"]:
        numbers = tuple(None if row[one] is None else float(row[one]) for one in NUMBERS)
        found[name(row)] = numbers + (row["status"],)
    return found


def group(breakdown, category):
    """The id that JSON-stat has for a breakdown and a category of the database."""
    if breakdown == "":
        return "total"
    return breakdown if breakdown in ("comparison", "peers") else breakdown + ":" + category


def of_json_stat(file):
    """By unit, group and period; only what stands in it."""
    frame, whole = formats.cube(file), formats.load(file)
    found = {}

    def at(place):
        row = frame.iloc[place]
        return found.setdefault((row["unit"], row["group"], row["period"]), {}), row

    for place in frame.index[frame["value"].notna()]:
        cell, row = at(place)
        cell[row["measure"]] = float(row["value"])
    for place, letters in whole["status"].items():
        cell, row = at(int(place))
        assert row["measure"] == "value", place
        cell["status"] = letters
    return found


def of_database(file):
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    columns = ", ".join(NUMBERS)
    found = {}
    for row in database.execute(f"SELECT indicator, period, unit, breakdown, category, {columns}, status FROM figures"):
        numbers = tuple(None if one is None else float(one) for one in row[5:11])
        found[row[:2] + (row[2] or "",) + row[3:5]] = numbers + (row[11],)
    return found


def codes(file, language):
    """What a breakdown and its categories are called in the database, by indicator and title in a language. Answers
    are under one word in every language."""
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    found = database.execute(
        f"SELECT indicator, b.title_{language}, breakdown, c.title_{language}, category"
        " FROM breakdowns b JOIN categories c USING (indicator, breakdown)").fetchall()
    named = {
        (indicator, breakdown if breakdown == "answer.part" else title or breakdown, name): (breakdown, category)
        for indicator, title, breakdown, name, category in found}
    assert len(named) == len(found), "two groups are called the same"
    return named


def differences(site, language, only=None):
    """Where the formats of a language tell different figures, of one indicator or all, and how many were compared."""
    faults, count = [], 0
    database = site / "data/figures.sqlite"
    names = codes(database, language)
    by_database = {key: told for key, told in of_database(database).items() if only in (None, key[0])}
    seen = set()
    for file in sorted((site / language).glob(f"*/{only or '*'}/*.csv-metadata.json")):
        plain = file.with_name(file.name.removesuffix("-metadata.json"))
        stem = plain.name.removesuffix(".csv")
        by_csv = of_csv(plain)
        for other, read in ((f"{stem}-excel.csv", of_excel), (f"{stem}.json", of_json)):
            if read(plain.with_name(other)) != by_csv:
                faults.append(f"{other} differs from {plain.name}")
        cube, told_in_cube = of_json_stat(plain.with_name(f"{stem}.jsonstat.json")), 0
        for row in rows(plain):
            figure = by_csv[name(row)]
            count += 1
            breakdown, category = names.get(
                (row["indicator"], row["breakdown"], row["category"]), (row["breakdown"], ""))
            at = cube.get((row["unit"] or "comparison", group(breakdown, category), row["period"]), {})
            expected = {one: value for one, value in zip(NUMBERS + ["status"], figure) if value not in (None, "")}
            told_in_cube += bool(expected)
            if at != expected:
                faults.append(f"{stem}.jsonstat.json: {name(row)} is {at}, not {expected}")
            key = (row["indicator"], row["period"], row["unit"], breakdown, category)
            seen.add(key)
            if by_database.get(key) != figure:
                faults.append(f"figures.sqlite: {key} is {by_database.get(key)}, not {figure}")
        if told_in_cube != len(cube):
            faults.append(f"{stem}.jsonstat.json has {len(cube)} places with figures, {plain.name} {told_in_cube}")
    if seen != set(by_database):
        faults.append(f"figures.sqlite has {len(by_database)} figures, the CSV files {len(seen)}")
    return faults, count

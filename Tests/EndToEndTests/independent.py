"""Indicators of the project at the root, computed a second time straight from the CSV files.

Knows nothing of the program: the csv module, fractions and the definitions as the indicators' pages tell them. Prints
{indicator: {unit: {period: value}}} as JSON.
"""
import csv
import glob
import json
import sys
from collections import defaultdict
from fractions import Fraction

root = sys.argv[1]


def rows(pattern, encoding):
    for path in sorted(glob.glob(f"{root}/Data/{pattern}")):
        with open(path, encoding=encoding, newline="") as file:
            delimiter = ";" if ";" in file.readline() else ","
            file.seek(0)
            yield from csv.DictReader(file, delimiter=delimiter)


def number(text):
    return Fraction(text.replace(",", "."))


def parents():
    return {r["kode"]: r["overordnet"] for r in rows("enheder/enheder.csv", "utf-8-sig")}


PARENT = parents()


def levels(unit):
    while unit:
        yield unit
        unit = PARENT.get(unit, "")


def ratio(sums, times=100):
    return {
        unit: {period: float(top / bottom * times) for period, (top, bottom) in sorted(periods.items()) if bottom}
        for unit, periods in sums.items()
    }


def add(sums, unit, period, top, bottom):
    for level in levels(unit):
        cell = sums[level].setdefault(period, [Fraction(0), Fraction(0)])
        cell[0] += top
        cell[1] += bottom


def table():
    return defaultdict(dict)


def whole_years(figures, months):
    """Only years in which a unit has as many months (or quarters) as the organisation."""
    return {
        unit: {year: value for year, value in years.items() if len(months[unit][year]) == len(months["265"][year])}
        for unit, years in figures.items()
    }


def note(months, unit, year, part):
    for level in levels(unit):
        months[level][year].add(part)


def parts():
    return defaultdict(lambda: defaultdict(set))


def absence():
    sums, months = table(), parts()
    for r in rows("fravaer/*.csv", "cp1252"):
        if r["År"] == "2026":
            continue  # not a whole year yet
        note(months, r["Afdelingskode"], r["År"], r["Måned"])
        add(sums, r["Afdelingskode"], r["År"], number(r["Egen sygdom dagsværk"]) + number(r["Arbejdsskade"]),
            number(r["Mulige dagsværk"]))
    return whole_years(ratio(sums), months)


def turnover():
    sums, months = table(), parts()
    for r in rows("personale/*.csv", "cp1252"):
        if r["År"] == "2026":
            continue
        note(months, r["Afdelingskode"], r["År"], r["Måned"])
        add(sums, r["Afdelingskode"], r["År"], number(r["Fratrådte"]) - number(r["Heraf intern flytning"]),
            number(r["Ansatte primo"]))
    return whole_years({
        unit: {year: float(top / (bottom / len(months[unit][year])) * 100)
               for year, (top, bottom) in sorted(years.items()) if bottom}
        for unit, years in sums.items()
    }, months)


def volunteers():
    sums = table()
    for r in rows("borgerundersoegelse/*.csv", "utf-8-sig"):
        if r["Frivillig seneste år"] in ("Ja", "Nej"):
            weight = number(r["Vægt"])
            add(sums, "265", r["År"], weight if r["Frivillig seneste år"] == "Ja" else 0, weight)
    return ratio(sums)


def pupils():
    result = table()
    for r in rows("skoletrivsel/skoletrivsel.csv", "utf-8-sig"):
        if (r["Trin"], r["Køn"], r["Indikator"]) == ("4.-9. klasse", "I alt", "Generel skoletrivsel"):
            above = (r["Andel 3,1-4,0"], r["Andel 4,1-5,0"])
            if ".." not in above:
                year = r["Skoleår"]
                result[r["Institutionsnummer"]][f"{year[:4]}/{year[-2:]}"] = float(sum(map(number, above)))
    return result


def influence():
    sums = table()
    good = ("I meget høj grad", "I høj grad")
    for r in rows("medarbejdertrivsel/*.csv", "cp1252"):
        if r["Spørgsmål"] == "Indflydelse på eget arbejde" and r["Svar"] != "Ved ikke":
            count = number(r["Antal"])
            add(sums, r["Enhedskode"], r["År"], count if r["Svar"] in good else 0, count)
    return ratio(sums)


def recruitment():
    sums, months = table(), parts()
    for r in rows("rekruttering/stillinger.csv", "utf-8-sig"):
        if r["År"] == "2026":
            continue
        note(months, r["Afdelingskode"], r["År"], r["Kvartal"])
        add(sums, r["Afdelingskode"], r["År"], number(r["Besat i første opslag"]), number(r["Opslåede stillinger"]))
    return whole_years(ratio(sums), months)


def employment():
    codes = {r["name"]: r["code"] for r in rows("enheder/engelske-navne.csv", "utf-8-sig")}
    result = table()
    for r in rows("beskaeftigelse/ras200.csv", "utf-8-sig"):
        result[codes[r["municipality"]]][r["year"]] = float(r["empl"])
    return result


print(json.dumps({
    "sygefravaer": absence(), "personaleomsaetning": turnover(), "frivillige": volunteers(),
    "skoletrivsel": pupils(), "indflydelse": influence(), "stillinger-foerste-opslag": recruitment(),
    "beskaeftigelse": employment(),
}))

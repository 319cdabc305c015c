"""Writes the random files of the project that MeasureTests.swift looks at: `measures_data.py FOLDER SEED`.

They have what real files have: empty answers and "Ved ikke", marks for what is hidden, a unit that closes, one with a
new code, two that are merged, months that lack, groups that come and go, and a unit without residents.
"""
import random
import sys

UNITS = """\
kode;navn;overordnet;niveau;type;område;gyldig_fra;gyldig_til;efterfølger
1;Byen;;kommune;kommune;;;;
10;Børn;1;forvaltning;forvaltning;;;;
20;Ældre;1;forvaltning;forvaltning;;;;
11;Åskolen;10;enhed;skole;Nord;;;
12;Bækskolen;10;enhed;skole;Syd;;;
13;Lærken;10;enhed;dagtilbud;Nord;;;
14;Gammelskolen;10;enhed;skole;Syd;;2023-12-31;15
15;Nyskolen;10;enhed;skole;Syd;2024-01-01;;
21;Bakken;20;enhed;plejecenter;Nord;;;
22;Søen;20;enhed;plejecenter;Syd;;2024-06-30;
23;Engen;20;enhed;plejecenter;Nord;;2024-06-30;25
24;Heden;20;enhed;plejecenter;Nord;;2024-06-30;25
25;Engheden;20;enhed;plejecenter;Syd;2024-07-01;;
99;Nabobyen;;kommune;kommune;;;;
"""

LAST = {"14": (2023, 12), "22": (2024, 6), "23": (2024, 6), "24": (2024, 6)}
FIRST = {"15": (2024, 1), "25": (2024, 7)}
LOWEST = ["11", "12", "13", "14", "15", "21", "22", "23", "24", "25", "99"]


def units(year, month=12):
    """The units there are at the end of a month."""
    return [u for u in LOWEST if FIRST.get(u, (0, 0)) <= (year, month) <= LAST.get(u, (9999, 0))]


def decimal(units, decimals):
    whole, part = divmod(units, 10 ** decimals)
    return f"{whole},{part:0{decimals}}"


def staffing(chance):
    yield "År;Måned;Enhed;Gruppe;Ansatte;Timer;Sygetimer;Fratrådte"
    for year in range(2022, 2026):
        for month in range(1, 13):
            if (year, month) < (2022, 2) or (year, month) > (2025, 9) or (year, month) == (2022, 10):
                continue
            for unit in units(year, month):
                if (unit, year, month) == ("12", 2024, 5):
                    continue
                mark = {("21", 2024, 2): ":", ("13", 2025, 3): "..", ("11", 2023, 7): "."}.get((unit, year, month))
                for group in ["Lærer", "Pædagog", "SOSU", "Vikar"]:
                    if group == "Vikar" and chance.random() < 0.6:
                        continue
                    staff = chance.randint(1, 30)
                    sick = decimal(chance.randint(0, staff * 150), 1)
                    if mark or chance.random() < 0.04:
                        sick = mark or chance.choice(["..", ":", ".", ""])
                    staff = ".." if chance.random() < 0.01 else staff
                    yield ";".join(map(str, [
                        year, month, unit, group, staff, decimal(chance.randint(10000, 400000), 2), sick,
                        chance.choice([0, 0, 0, 1, 2, 5])]))


def cases(chance):
    yield "Dato;Enhed;Art;Borger;Dage;Beløb"
    for _ in range(900):
        year, month = chance.randint(2022, 2025), chance.randint(1, 12)
        if (year, month) in [(2023, 4), (2025, 12)]:
            continue
        unit = chance.choice(units(year, month))
        sort = chance.choices(["Klage", "Ansøgning", "Ulykke"], [10, 20, 1])[0]
        days = chance.choice(["", ".."]) if chance.random() < 0.05 else chance.randint(0, 40)
        amount = decimal(chance.randint(0, 500000), 2)
        yield f"{year}-{month:02}-{chance.randint(1, 28):02};{unit};{sort};B{chance.randint(1, 150):03};{days};{amount}"


def answers(chance):
    yield "Aar;Enhed;Køn;Trin;Q1;Q2;Q3;Loyal;Vægt"
    for year in range(2022, 2026):
        for unit in units(year):
            for _ in range(chance.choice([3, 8, 25])):
                def score(low, high):
                    return chance.choice(["", "Ved ikke", ".", ":"]) if chance.random() < 0.2 else chance.randint(low, high)
                weight = "" if chance.random() < 0.05 else decimal(chance.randint(1, 40), 1)
                yield ";".join(map(str, [
                    year, unit, chance.choice(["Kvinde", "Mand", ""]), chance.randint(0, 9), score(1, 5), score(1, 5),
                    score(1, 5), score(0, 10), weight]))


def members(chance):
    yield "År;Enhed;Alder;Medlemmer"
    for year in range(2022, 2026):
        for unit in units(year):
            for age in ["0-24", "25-64", "65+"]:
                yield f"{year};{unit};{age};{':' if chance.random() < 0.08 else chance.randint(0, 300)}"


def residents(chance):
    yield "År;Enhed;Alder;Borgere"
    for year in range(2022, 2026):
        for unit in units(year):
            if unit == "13" or (unit, year) == ("12", 2024):
                continue
            for age in ["0-24", "25-64", "65+"]:
                yield f"{year};{unit};{age};{chance.randint(300, 900)}"


def quarters(chance):
    yield "Kvartal;Enhed;Borgere"
    for year in range(2022, 2026):
        for quarter in range(1, 5):
            for unit in units(year, quarter * 3):
                if (year, quarter) != (2023, 2) and (unit, year, quarter) != ("11", 2024, 3):
                    yield f"{year}K{quarter};{unit};{chance.randint(1000, 3000)}"


def published(chance):
    yield "År;Enhed;Køn;Andel"
    for year in range(2020, 2026):
        for unit in ["1", "10", "11", "99"]:
            for sex in ["I alt", "Kvinder", "Mænd"]:
                share = ".." if chance.random() < 0.1 else decimal(chance.randint(0, 1000), 1)
                yield f"{year};{unit};{sex};{share}"


def write(folder, seed):
    for place, (name, rows) in enumerate({
        "bemanding": staffing, "sager": cases, "svar": answers, "medlemmer": members, "folketal": residents,
        "kvartaltal": quarters, "publiceret": published,
    }.items()):
        with open(f"{folder}/{name}.csv", "w", encoding="utf-8") as file:
            file.write("\n".join(rows(random.Random(seed * 100 + place))) + "\n")
    with open(f"{folder}/enheder.csv", "w", encoding="utf-8") as file:
        file.write(UNITS)


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))

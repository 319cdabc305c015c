"""The real exports of ../shared/data/real, read a second time by the csv module, codecs and decimal.

Knows nothing of Sammen. How each file writes its table stands below, by hand, as one sees it when one looks at the
file; nothing is found out. The first argument is the folder of the exports. Prints a line of JSON for each file:

path, encoding, delimiter, preamble (lines above the header), header (as written), rows, and a list of columns:
  cells    Adler-32 of the column's cells, each as UTF-8 with the byte 1F after it
  empty    cells that are empty or white space; cells that a short row lacks are empty
  marks    how often each declared mark for a missing value occurs
  values   cells that hold a value
  sum      of a column of numbers: their exact sum, with as many decimals as the most exact of them; else null

A column is one of numbers where all its values are, as the file writes numbers, and none begins with a needless zero as
codes do. That the columns below `numbers` are is demanded: anything else in them stops the program, as does a row with
more cells than the header, or a declared name that no file has.
"""
import csv
import decimal
import glob
import json
import os
import re
import sys
import zlib

decimal.getcontext().prec = 60
decimal.getcontext().traps[decimal.Inexact] = True

# Most of the files: UTF-8, commas, one line of names, a decimal point, no marks. Numbers are never grouped, in any.
PLAIN = dict(encoding="utf-8", delimiter=",", preamble=0, point=".", marks=[], numbers=[])

# What a folder's files have in common.
FOLDERS = {
    "bristol-goals": dict(numbers=["Value"]),
    "dk-elections": dict(marks=["-"], numbers=["S", "RV", "KF", "V", "Other", "Turnout"]),
    "dk-regions": {},
    "nav-yrke": dict(delimiter=";", marks=["*"], numbers=["aar", "antall_arbeidssokere"]),
    "ons-goals": dict(numbers=["Value"]),
    "se-kommuner": dict(delimiter=";"),
    "statbank-dk": {},
    "telemark": dict(numbers=["Andel", "SortKommune"]),
    "udir-stavanger": dict(numbers=["verdi"]),
}

FREQUENCIES = [
    "Kommunenummer", "Kommunenummer_2025", "Verdi", "Antall_original", "Andel_original", "Antall_vektet",
    "Andel_vektet", "Årstall",
]

# Where a file differs from its folder.
FILES = {
    "bristol-goals/indicator_14-4-1-a.csv": dict(encoding="utf-8-sig"),
    "bristol-goals/indicator_6-3-1.csv": dict(marks=["n/a"]),
    # NR is this table's own; no other source of ours uses it.
    "dk-elections/1913-1953.csv": dict(marks=["-", "NR"], numbers=["DR", "DKP", "FF", "Slesv.P.", "DS", "E", "DNSAP"]),
    # A title and a unit above the names, filled up with semicolons; the first column has no name.
    "dk-regions/ASFR.csv": dict(delimiter=";", preamble=2, numbers=[str(year) for year in range(1973, 2020)]),
    "dk-regions/PopQ3_Denmark.csv": dict(numbers=[f"{year}Q3" for year in range(2008, 2020)]),
    "nav-yrke/dataset.csv": dict(encoding="utf-8-sig"),
    "statbank-dk/FOLK1A.csv": dict(encoding="utf-8-sig", delimiter=";", numbers=["INDHOLD"]),
    "statbank-dk/FOLK1A-1.csv": dict(delimiter=";", numbers=["INDHOLD"]),
    "statbank-dk/FOLK1A-2.csv": dict(delimiter=";", numbers=["INDHOLD"]),
    "statbank-dk/FOLK1A-3.csv": dict(delimiter=";", numbers=["INDHOLD"]),
    "statbank-dk/INDKP107_long.csv": dict(numbers=["year", "inc"]),
    "statbank-dk/RAS200_long.csv": dict(numbers=["year", "empl"]),
    "statbank-dk/area.csv": dict(numbers=["km2"]),
    "statbank-dk/kommunerne.csv": dict(encoding="windows-1252"),
    "telemark/Barn og unge 6 til 15 år prosentandel i kommunale kulturskoler  SSB 13135.csv":
        dict(encoding="utf-8-sig", delimiter=";", numbers=["Prosentandel barn og unge "]),
    # Commas end most of its names, semicolons part its two columns.
    "telemark/Folkebibliotekstatistikk 2020 Besøk og arrangement_Besøk og arrangement_Tabell (6).csv":
        dict(encoding="windows-1252", delimiter=";"),
    "telemark/Museumsbesøk fra 2015 til 2020 i Vestfold og Telemark SSB 09539.csv":
        dict(delimiter=";", numbers=["År", "Antall besøk"]),
    "telemark/Museumsbesøk_2015_2020_VT.csv":
        dict(encoding="utf-8-sig", delimiter=";", numbers=["Enkeltbesøk", "Gruppebesøk", "Betalende besøkende"]),
    "telemark/arbeidsledighet.csv": dict(numbers=["Antall personer", "Andel av arbeidsstyrken"]),
    "telemark/bakgrunnsvariabler_kommuner_2025.csv": dict(delimiter=";", numbers=["Kommunenummer", "Antall", "Andel"]),
    "telemark/folketall.csv": dict(numbers=["år", "value"]),
    "telemark/frequency_tables_all_kommuner_2021_999_only.csv":
        dict(encoding="utf-8-sig", delimiter=";", numbers=FREQUENCIES),
    "telemark/frequency_tables_all_kommuner_2025_999_only.csv": dict(delimiter=";", numbers=FREQUENCIES),
    "telemark/valgdeltakelse_kommunevalg.csv": dict(numbers=["Andel (2023)"]),
    "telemark/valgdeltakelse_stortingsvalg.csv": dict(numbers=["Andel (2025)"]),
    "udir-stavanger/nedlasting.csv": dict(encoding="utf-8-sig", delimiter=";", marks=["."], numbers=["Verdi"]),
}

# Descriptions of the columns of another file, not data.
NOT_DATA = {"nav-yrke/fields.csv"}

CODE = re.compile(r"0\d+")


def declaration(path, folder):
    own, common = FILES.get(path, {}), FOLDERS[folder]
    numbers = common.get("numbers", []) + own.get("numbers", [])
    return {**PLAIN, **common, **own, "numbers": numbers}


def records(full, said):
    """The header and the rows. A blank line is no row; a file of one column would need its own rule, and none is."""
    with open(full, encoding=said["encoding"], newline="") as file:
        for _ in range(said["preamble"]):
            file.readline()
        header, *rows = (record for record in csv.reader(file, delimiter=said["delimiter"], strict=True) if record)
    assert len(header) > 1, "a file of one column"
    assert all(len(row) <= len(header) for row in rows), "a row is longer than the header"
    return header, [row + [""] * (len(header) - len(row)) for row in rows]


def column(cells, said, demanded):
    adler = 1
    for cell in cells:
        adler = zlib.adler32(cell.encode("utf-8") + b"\x1f", adler)
    stripped = [cell.strip() for cell in cells]
    marks = {mark: stripped.count(mark) for mark in said["marks"] if mark in stripped}
    values = [cell for cell in stripped if cell and cell not in said["marks"]]
    shape = re.compile(r"-?\d+(" + re.escape(said["point"]) + r"\d+)?")
    others = [value for value in values if not shape.fullmatch(value) or CODE.fullmatch(value)]
    assert not (demanded and others), f"not numbers: {others[:3]}"
    total = None
    if not others:
        total = format(sum((decimal.Decimal(v.replace(said["point"], ".")) for v in values), decimal.Decimal(0)), "f")
    return dict(cells=adler, empty=stripped.count(""), marks=marks, values=len(values), sum=total)


def reading(root, path):
    said = declaration(path, path.split("/")[0])
    header, rows = records(os.path.join(root, path), said)
    absent = set(FILES.get(path, {}).get("numbers", [])) - set(header)
    assert not absent, f"no such columns: {sorted(absent)}"
    columns = [column([row[i] for row in rows], said, name in said["numbers"]) for i, name in enumerate(header)]
    encoding = said["encoding"].removesuffix("-sig")
    return dict(
        path=path, encoding=encoding, delimiter=said["delimiter"], preamble=said["preamble"], header=header,
        rows=len(rows), columns=columns)


def main():
    root = sys.argv[1]
    found = sorted(os.path.relpath(full, root) for full in glob.glob(f"{root}/*/*.csv"))
    lost = (set(FILES) | NOT_DATA) - set(found)
    assert not lost, f"declared, but not there: {sorted(lost)}"
    for path in found:
        if path in NOT_DATA:
            continue
        try:
            print(json.dumps(reading(root, path), ensure_ascii=False))
        except Exception as problem:
            sys.exit(f"{path}: {problem}")


main()

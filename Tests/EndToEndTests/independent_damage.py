"""A copy of the project at the root with what its files do not have: `independent_damage.py ROOT COPY SEED`.

Cells without a number, marks, zeros, months that lack rows, whole months that lack, and units with successors: merged, followed
over two codes, and split up. What is damaged depends on the seed alone. Prints how much was, as JSON.
"""
import glob
import json
import random
import shutil
import sys

ROOT, COPY, SEED = sys.argv[1:]
DATA = COPY + "/Data"

# file: encoding, share of cells without their number, number columns, columns that name the months of a unit
FILES = {
    "fravaer/fravaer-*.csv": (
        "cp1252", 0.01, ["Antal ansatte", "Mulige dagsværk", "Egen sygdom dagsværk", "Arbejdsskade"], 3),
    "personale/personale-*.csv": (
        "cp1252", 0.01, ["Ansatte primo", "Fratrådte", "Heraf intern flytning", "Fuldtid"], 3),
    "rekruttering/stillinger.csv": ("utf-8", 0.05, ["Opslåede stillinger", "Besat i første opslag"], 3),
    "hjemmepleje/tid.csv": ("cp1252", 0.05, ["Betalte timer", "Timer hos borgeren"], 3),
    "booking/timer.csv": ("utf-8", 0.05, ["Udbudte timer", "Brugte timer"], 3),
    "dagtilbud/normering.csv": ("utf-8", 0.2, ["Børn vægtet", "Pædagogisk fuldtid"], 2),
    "foreninger/overlevelse.csv": ("utf-8-sig", 0.3, ["Registreret for tre år siden", "Stadig aktive"], 2),
    "foreninger/foreninger-*.csv": ("utf-8-sig", 0.2, ["Medlemmer 0-24"], 3),
    "lokaler/lokaler.csv": ("utf-8", 0.2, ["Areal m2", "Brugergrupper med mindst 10 uger"], 3),
    "hjemmehjaelp/tilfredshed.csv": ("utf-8-sig", 0.2, ["Antal"], 2),
    "medarbejdertrivsel/trivselsmaaling.csv": ("cp1252", 0.1, ["Antal"], 2),
    "borgerundersoegelse/borgere-*.csv": ("utf-8-sig", 0.05, ["Vægt", "Tilhørsforhold"], 2),
    "indbyggere/indbyggere.csv": ("utf-8", 0.05, ["Antal"], 3),
}


def damage(path, encoding, share, columns, months):
    """Takes numbers from cells, and the rows of one unit's month in a hundred and of May and the third part of 2021."""
    with open(path, encoding=encoding, newline="") as file:
        text = file.read()
    ending = "\r\n" if "\r\n" in text else "\n"
    header, *lines = text.split(ending)
    places = [header.split(";").index(column) for column in columns]
    kept, cells, gone = [header], 0, set()
    for line in lines:
        fields = line.split(";")
        if months == 3 and tuple(fields[:2]) in {("2021", "3"), ("2021", "5")}:
            continue
        month = tuple(fields[:months])
        if line and random.Random(f"{SEED} {month}").random() < 0.01:
            gone.add(month)
            continue
        for place in places if line else []:
            if random.random() < share:
                fields[place] = random.choice(["", "..", "0", "0"])
                cells += 1
        kept.append(";".join(fields))
    with open(path, "w", encoding=encoding, newline="") as file:
        file.write(ending.join(kept))
    return cells, len(gone)


def successors():
    """The units' last three columns under the headings that are read, and two more units that ended."""
    path = f"{DATA}/enheder/enheder.csv"
    with open(path, encoding="utf-8", newline="") as file:
        header, rest = file.read().split("\n", 1)
    ended = {"2652015": "2030-12-31;2652014", "2655003": "2030-12-31;2655001 2655002"}
    lines = []
    for line in rest.split("\n"):
        fields = line.split(";")
        if fields[0] in ended:
            line = ";".join(fields[:6]) + ";" + ended[fields[0]]
        lines.append(line)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(";".join(header.split(";")[:5]) + ";gyldig_fra;gyldig_til;efterfølger\n" + "\n".join(lines))


random.seed(SEED)
shutil.copytree(f"{ROOT}/Data", DATA)
shutil.copytree(f"{ROOT}/Metrics", f"{COPY}/Metrics")
shutil.copy(f"{ROOT}/config.json", COPY)
successors()
total = [0, 0]
for pattern, how in FILES.items():
    for file in sorted(glob.glob(f"{DATA}/{pattern}")):
        for place, count in enumerate(damage(file, *how)):
            total[place] += count
print(json.dumps({"cells": total[0], "months": total[1]}))

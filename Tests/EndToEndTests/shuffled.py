#!/usr/bin/env python3
"""A copy of a project in which the rows of every dataset stand in another order and in other files.

usage: shuffled.py PROJECT COPY SEED

Of each dataset of config.json the rows of all its files are shuffled together and dealt out over four new files, as
bytes, below the header that they all have. Prints the datasets and their rows as one JSON object.
"""
import glob
import json
import os
import random
import shutil
import sys


def lines(path):
    """The header and the rows of a file, as bytes with their line endings."""
    with open(path, "rb") as file:
        found = file.read().splitlines(keepends=True)
    for line in found:
        assert line.count(b'"') % 2 == 0, f"{path}: a cell with a line break cannot be shuffled by lines"
    if not found[-1].endswith(b"\n"):
        found[-1] += b"\r\n" if found[0].endswith(b"\r\n") else b"\n"
    return found[0], [line for line in found[1:] if line.strip()]


def main(project, copy, seed):
    order = random.Random(int(seed))
    os.makedirs(copy)
    shutil.copytree(f"{project}/Metrics", f"{copy}/Metrics")
    with open(f"{project}/config.json", encoding="utf-8") as file:
        config = json.load(file)
    units = os.path.dirname(config["units"]["file"])
    shutil.copytree(f"{project}/{units}", f"{copy}/{units}")
    account = {}
    for name, dataset in config["datasets"].items():
        header, rows = None, []
        for path in sorted(glob.glob(f"{project}/{dataset['files']}")):
            first, body = lines(path)
            assert header in (None, first), f"{path}: another header than the files before it"
            header, rows = first, rows + body
        before = list(rows)
        order.shuffle(rows)
        assert rows != before and sorted(rows) == sorted(before)
        folder = os.path.dirname(dataset["files"])
        os.makedirs(f"{copy}/{folder}", exist_ok=True)
        parts = "dcba"
        for position, part in enumerate(parts):
            with open(f"{copy}/{folder}/{name}-{part}.csv", "wb") as file:
                file.write(header + b"".join(rows[position::len(parts)]))
        dataset["files"] = f"{folder}/{name}-*.csv"
        account[name] = len(rows)
    with open(f"{copy}/config.json", "w", encoding="utf-8") as file:
        json.dump(config, file, ensure_ascii=False, indent=2)
    print(json.dumps(account))


main(*sys.argv[1:])

"""Holds declarations to the JSON Schemas with a validator that is not ours.

validate.py <folder of schemas> <project> …: every config.json and Metrics/*/*.yaml must be valid; each of the faulty
texts below must not be.
"""

import json
import pathlib
import re
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: `no` is a text, and so is a date."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if not tag.endswith((":bool", ":timestamp"))]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))

SHARE = "title: A\ndataset: d\nmeasure: share\nnumerator: a\ndenominator: b\npersons: denominator\n"
TARGET = "targets: [{indicator: x, value: 1, status: adopted%s}]"
FAULTY = {
    "indicator": [
        "dataset: d\nmeasure: sum\n", "title: A\n", SHARE + "mesure: x\n", SHARE + "decimals: 9\n",
        SHARE + "direction: upp\n", SHARE + "target: {value: 1}\n", SHARE + "target: {value: 80 %, status: adopted}\n",
        SHARE + "comparison: {label: x}\n", SHARE + "breaks: [{at: 2021}]\n", SHARE + "exceptional: {from: 2020}\n",
        SHARE + "awaiting: {owner: HR}\n", SHARE + "title2: {dk: x}\n", SHARE + "check: [{period: 2024, value: 4}]\n",
    ],
    "config": [
        "{}", '{"project": {}, "units": {"file": "a"}}', '{"project": {"targetYear": "soon"}, "units": {"file": "a", "root": "1"}}',
        '{"project": {"languages": ["sv"]}, "units": {"file": "a", "root": "1"}}',
        '{"project": {}, "units": {"file": "a", "root": "1"}, "datasets": {"D-1": {"files": "a", "period": {"column": "x"}, "unit": {"column": "y"}}}}',
        '{"project": {}, "units": {"file": "a", "root": "1"}, "datasets": {"d": {"files": "a", "period": {}, "unit": {"column": "y"}}}}',
    ],
    "targets": ["{}", TARGET % ", date: 24-06-2026", TARGET % ", histroy: []", TARGET % ", history: [{value: 1}]"],
}
SOUND = {
    "indicator": [
        SHARE, "title: A\nawaiting: {owner: HR, expected: 2027-03-01, why: x}\n",
        SHARE + "targets: [{year: 2028, value: 1, status: adopted}, {unit: '01', value: 2, upper: 3, status: proposed}]\n",
    ],
    "config": [], "targets": [TARGET % ", date: 2026-06-24, history: [{value: 1, status: adopted, date: 2025-06-24}]"],
}


def main(schemas, *projects):
    validators = {}
    for kind in FAULTY:
        schema = json.loads((pathlib.Path(schemas) / f"{kind}.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[kind] = jsonschema.Draft202012Validator(schema)
    faults, valid = [], 0
    for project in map(pathlib.Path, projects):
        files = [("config", project / "config.json")] + [("indicator", path) for path in sorted(project.glob("Metrics/*/*.yaml"))]
        if len(files) < 10:
            faults.append(f"{project}: hardly any files")
        for kind, path in files:
            found = list(validators[kind].iter_errors(yaml.load(path.read_text(), Loader)))
            faults += [f"{path}: {error.json_path}: {error.message[:200]}" for error in found]
            valid += not found
    for kind, texts in SOUND.items():
        faults += [f"sound, and refused: {text}" for text in texts if not validators[kind].is_valid(yaml.load(text, Loader))]
    for kind, texts in FAULTY.items():
        faults += [f"faulty, and not refused: {text}" for text in texts if validators[kind].is_valid(yaml.load(text, Loader))]
    print("\n".join(faults) or f"{valid} files are valid")
    sys.exit(1 if faults else 0)


main(*sys.argv[1:])

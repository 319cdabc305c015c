"""Writes a project from a folder of somebody else's goal indicators in the form of Open SDG.

    python3 make.py SOURCE PROJECT [--placeholders]

SOURCE holds indicator_<number>.csv (Year, disaggregations, Value; a row whose disaggregations are empty is the
headline) and, where there are any, <number>.md with metadata. PROJECT holds about.json: the name of the place, the
publisher, the licence, and what config.json says of the project. It gets config.json, Data/units.csv and Metrics/,
which name the files where they are; no figure is copied or changed. What is left out is told. Needs Python alone, 3.9
or later.
"""
import argparse
import csv
import glob
import html
import json
import os
import re
import shutil
import statistics
from collections import Counter, defaultdict

GOALS = [
    ("No poverty", "End poverty in all its forms everywhere."),
    ("Zero hunger", "End hunger, achieve food security and improved nutrition, and promote sustainable agriculture."),
    ("Good health and well-being", "Ensure healthy lives and promote well-being for all at all ages."),
    ("Quality education", "Ensure inclusive and equitable quality education and promote lifelong learning for all."),
    ("Gender equality", "Achieve gender equality and empower all women and girls."),
    ("Clean water and sanitation", "Ensure availability and sustainable management of water and sanitation for all."),
    ("Affordable and clean energy", "Ensure access to affordable, reliable, sustainable and modern energy for all."),
    ("Decent work and economic growth", "Promote sustained, inclusive and sustainable economic growth, full and "
     "productive employment and decent work for all."),
    ("Industry, innovation and infrastructure", "Build resilient infrastructure, promote inclusive and sustainable "
     "industrialization and foster innovation."),
    ("Reduced inequalities", "Reduce inequality within and among countries."),
    ("Sustainable cities and communities", "Make cities and human settlements inclusive, safe, resilient and "
     "sustainable."),
    ("Responsible consumption and production", "Ensure sustainable consumption and production patterns."),
    ("Climate action", "Take urgent action to combat climate change and its impacts."),
    ("Life below water", "Conserve and sustainably use the oceans, seas and marine resources for sustainable "
     "development."),
    ("Life on land", "Protect, restore and promote sustainable use of terrestrial ecosystems, manage forests, combat "
     "desertification, halt land degradation and biodiversity loss."),
    ("Peace, justice and strong institutions", "Promote peaceful and inclusive societies, provide access to justice "
     "for all and build effective, accountable and inclusive institutions."),
    ("Partnerships for the goals", "Strengthen the means of implementation and revitalize the Global Partnership for "
     "Sustainable Development."),
]
# What a column tells of a figure, and not which figure it is.
REMARKS = {"Observation status", "GeoCode"}
# In these columns the metadata's unit stands, as far as it does not tell figures apart.
UNITS = {"Units", "Unit", "Unit measure", "Unit of measurement"}
PLACEHOLDER = [("2015", "A", "1"), ("2015", "B", "3"), ("2015", "", "2"),
               ("2016", "A", "1"), ("2016", "B", "3"), ("2016", "", "2")]
# An indicator that needs more pages than this is a register, and a breakdown with more values a list of places.
MOST_SERIES, MOST_VALUES = 20, 60
# What is no part of a cell at its ends; a line break is.
SPACES = " \t\u00a0"
# Words that formulas use, and columns that every table has.
RESERVED = {"and", "or", "not", "in", "is", "if", "between", "case", "when", "then", "else", "end", "missing", "period",
            "unit", "file", "line", "row", "value"}
# Years, quarters, months and spans of years that are read as they stand; and which of them are parts of a year.
PERIODS = r"\d{4}|\d{4}/(\d\d|\d{4})|\d{4} Q\d|\d{4}-\d\d|\d{4} to \d{4}"
PARTS = r"Q\d|-(0\d|1[0-2])$"


# What stands in the source

def read_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{key: (cell or "").strip(SPACES) for key, cell in row.items()} for row in csv.DictReader(file)]


def read_metadata(path):
    """Keys and texts of a file's front matter: `key: text`, and folded texts below `key: >-`."""
    found, key = {}, None
    if not os.path.exists(path):
        return found
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n---")[0].splitlines()[1:]
    for line in lines:
        if match := re.match(r"([a-z_0-9]+):\s*(.*)$", line):
            key = match[1]
            found[key] = "" if match[2] in (">-", "|-", ">", "|") else match[2].strip("'\" ")
        elif key and line.startswith(" "):
            found[key] += " " + line.strip()
    return found


def series_titles(path):
    """The title of each series where the metadata have one: `- series: …` and `title: …` below it."""
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        pairs = re.findall(r"- series: (.*)\n\s+title: (.*)", file.read())
    return {series.strip(): title.strip() for series, title in pairs}


def plain(text, most=900):
    """A text without HTML and Markdown links; a long one ends after the last whole sentence that has room."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", html.unescape(re.sub(r"<[^>]*>", " ", text)))
    text = re.sub(r"\s+", " ", text).strip()
    if len(text) <= most:
        return text
    end = max(text.rfind(mark, 0, most) for mark in (". ", "? ", "! "))
    return text[:end + 1] if end > 0 else text[:most].rsplit(" ", 1)[0] + " …"


# How a file's columns hang together

class Table:
    """One CSV file: which columns tell series apart, which break a figure down, and which lie within others."""

    def __init__(self, path, rows):
        self.path, self.rows = path, rows
        self.columns = [c for c in self.rows[0] if c and c not in {*REMARKS, "Year", "Value"}]
        self.values = {c: {row[c] for row in self.rows} for c in self.columns}
        always = [c for c in self.columns if "" not in self.values[c]]
        self.telling = [c for c in always if len(self.values[c]) > 1]
        self.constant = {c: next(iter(self.values[c])) for c in always if len(self.values[c]) == 1}
        self.dimensions = [c for c in self.columns if "" in self.values[c] and len(self.values[c]) > 1]
        self.within = {c: outer for c in self.dimensions if (outer := self.outer(c))}

    def outer(self, inner):
        """The column that is filled wherever this one is and that its value decides; the narrowest of them."""
        fitting = []
        for column in self.dimensions:
            pairs = defaultdict(set)
            for row in self.rows:
                if row[inner]:
                    pairs[row[inner]].add(row[column])
            if column != inner and all(len(p) == 1 and "" not in p for p in pairs.values()) \
                    and len(self.values[column]) <= len(self.values[inner]) \
                    and any(row[column] and not row[inner] for row in self.rows):
                fitting.append(column)
        return max(fitting, key=lambda c: len(self.values[c]), default=None)

    def ancestors(self, column):
        found = []
        while column := self.within.get(column):
            found.append(column)
        return found

    def series(self):
        """Each combination of what tells series apart, with its rows, in the order of the file."""
        found = defaultdict(list)
        for row in self.rows:
            found[tuple(row[c] for c in self.telling)].append(row)
        return found

    def headline(self, rows):
        return [row for row in rows if not any(row[c] for c in self.dimensions)]

    def breakdowns(self, rows):
        """Columns with rows of their own: nothing else is filled but what they lie within; no figure comes twice."""
        result = []
        for column in self.dimensions:
            others = set(self.dimensions) - {column, *self.ancestors(column)}
            theirs = [row for row in rows if row[column] and not any(row[c] for c in others)]
            keys = Counter((row["Year"], row[column]) for row in theirs)
            if theirs and max(keys.values()) == 1 and len({row[column] for row in theirs}) <= MOST_VALUES:
                result.append(column)
        return result

    @property
    def is_placeholder(self):
        return [(row["Year"], row.get("Group"), row["Value"]) for row in self.rows] == PLACEHOLDER


# What is written

def name(text, taken=(), most=40):
    """A name of small letters, digits and _, a letter first, that is not taken."""
    words = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
    if len(words) > most:
        words = words[:most].rsplit("_", 1)[0]
    words = words if words[:1].isalpha() else "c_" + words
    found, count = words, 2
    while found in taken:
        found, count = f"{words}_{count}", count + 1
    return found


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


def decimals(values):
    if not values or all(v == int(v) for v in values) or statistics.median(map(abs, values)) >= 1000:
        return 0
    return 2 if max(map(abs, values)) < 1 else 1


def quoted(text):
    """A text in a formula, which has no way to write a quote inside quotes of its kind."""
    return f"'{text}'" if "'" not in text else f'"{text}"'


def rhythm(rows):
    return "quarter" if any("Q" in row["Year"] for row in rows) else "year"


def are_school_years(rows):
    """Whether 2017-18 is written for two halves of a year: as every such text of the file may be read so."""
    pairs = {row["Year"] for row in rows if re.fullmatch(r"\d{4}-\d\d", row["Year"])}
    return bool(pairs) and all((int(pair[:4]) + 1) % 100 == int(pair[5:]) for pair in pairs)


def small(heading):
    """A heading within a sentence: `Age` is `age`, and `BMI` stays."""
    return heading if heading[1:2].isupper() else heading[:1].lower() + heading[1:]


class Words:
    """What pages call a figure: the metadata's words, and those of the columns that tell its series apart."""

    def __init__(self, code, table, told, metadata, titles):
        number = f"Indicator {code.replace('-', '.')}"
        general = plain(metadata.get("graph_title") or metadata.get("national_indicator_available")
                        or metadata.get("indicator_available") or "")
        units = [v for c, v in (table.constant | told).items() if c in UNITS]
        multiplier = table.constant.get("Unit multiplier", "Units")
        units += [multiplier.lower()] if multiplier != "Units" else []
        unit = ", ".join(dict.fromkeys(units))
        series = [plain(titles.get(v, v)) for c, v in told.items() if c not in UNITS or not metadata]
        rest = [v for v in series if v != unit and not general.startswith(v)]
        name = re.sub(r"^\(\w\) ", "", rest[0]) if rest and (general or len(rest[0]) > 20) else ""
        self.title = name or general or number
        under = rest[1:] if name else rest
        if name and general and not any(v in titles for v in told.values()):
            under.append(general)
        if not metadata and self.title != number:
            under.append(number)
        coverage = metadata.get("national_geographical_coverage", "").strip()
        self.subtitle = ", ".join(dict.fromkeys(v for v in [coverage, *under, *units] if v and v != self.title))
        begins = any(re.match(r"%|percent", v, re.I) for v in series)
        self.is_percent = begins or bool(re.search(r"%|percent", unit, re.I))
        self.label = "" if self.is_percent else re.sub(r"^Rate (?=per )|(?<=.) \([^)]*\)$", "", unit)
        self.unit = unit


class Site:
    def __init__(self, source, project, options):
        self.source, self.project, self.options = source, project, options
        with open(f"{project}/about.json", encoding="utf-8") as file:
            self.about = json.load(file)
        self.datasets, self.used, self.goals = {}, set(), set()
        self.left_out, self.newest = defaultdict(list), ""

    def add(self, path):
        code = re.fullmatch(r"indicator_(\d+-[0-9a-z]+(?:-[0-9a-z]+)*)\.csv", os.path.basename(path))
        if not code:
            return self.left_out["no number of an indicator"].append(os.path.basename(path))
        code, rows = code[1], read_rows(path)
        if not rows or not {"Year", "Value"} <= rows[0].keys():
            return self.left_out["no rows with Year and Value"].append(code)
        table = Table(path, rows)
        if table.is_placeholder and not self.options.placeholders:
            return self.left_out["a template's placeholder"].append(code)
        if not all(re.fullmatch(PERIODS, row["Year"]) for row in table.rows):
            return self.left_out["periods that are not read"].append(code)
        if len(table.series()) > MOST_SERIES:
            return self.left_out[f"more than {MOST_SERIES} series"].append(code)
        metadata, titles = read_metadata(f"{self.source}/{code}.md"), series_titles(f"{self.source}/{code}.md")
        dataset, columns = name("indicator_" + code), {}
        for column in table.telling + table.dimensions:
            columns[column] = name(column, set(columns.values()) | RESERVED)
        written = [self.write_indicator(code, dataset, table, columns, metadata, titles, key, rows)
                   for key, rows in table.series().items()]
        if any(written):
            self.datasets[dataset] = self.declaration(code, table, columns, metadata)

    def declaration(self, code, table, columns, metadata):
        categories = {}
        for column in table.telling + table.dimensions:
            categories[columns[column]] = {"header": column, "title": small(column)}
            if column in table.dimensions:
                categories[columns[column]]["total"] = ""
            if column in table.within:
                categories[columns[column]]["within"] = columns[table.within[column]]
        marks = {row["Value"] for row in table.rows if row["Value"] and number(row["Value"]) is None}
        released = "-".join(reversed(metadata.get("source_release_date_1", "").split("/")))
        self.newest = max(self.newest, released if re.fullmatch(r"\d{4}-\d\d-\d\d", released) else "")
        return {
            "title": metadata.get("source_url_text_1", "").strip() or f"Indicator {code.replace('-', '.')}",
            "publisher": metadata.get("source_organisation_1", "").strip() or self.about["publisher"],
            **({"address": metadata["source_url_1"].strip()} if metadata.get("source_url_1") else {}),
            "licence": self.about["licence"], "alreadyPublished": True, "rhythm": rhythm(table.rows), "provisional": 0,
            "files": os.path.relpath(table.path, self.project), "dialect": {"decimal": "."},
            "period": {"column": "Year", **({"schoolYears": True} if are_school_years(table.rows) else {})},
            "unit": {"constant": "0"}, "numbers": {"value": {"header": "Value", "decimals": 6}},
            "categories": categories, "key": list(columns.values()),
            **({"missing": {mark: "missing" for mark in sorted(marks)}} if marks else {}),
        }

    def write_indicator(self, code, dataset, table, columns, metadata, titles, key, rows):
        """The file of one series; nothing where it has no headline, or months alone that nobody says how to gather."""
        told, headline = dict(zip(table.telling, key)), table.headline(rows)
        words = Words(code, table, {column: plain(v) for column, v in told.items()}, metadata, titles)
        values = [v for row in headline if (v := number(row["Value"])) is not None]
        tells_years = any(not re.search(PARTS, row["Year"]) for row in headline)
        if not values or not tells_years and not words.is_percent:
            self.left_out["series without a year's figure for everyone"].append(f"{code} {', '.join(key)}".strip())
            return False
        definition = plain(metadata.get("computation_definitions", ""))
        if tells_years:
            figure = {"measure": "given", "value": "value"}
        else:
            figure = {"measure": "sum", "numerator": "value", "overTime": "mean"}
            definition = " ".join(filter(None, ["The figure of a year is the mean of its quarters.", definition]))
        lines = {
            "title": words.title, "subtitle": words.subtitle, "definition": definition,
            "why": plain(metadata.get("national_indicator_description", "")),
            "limits": plain(metadata.get("data_footnote", "") or metadata.get("other_info", "")),
            "dataset": dataset, **figure,
            "filter": " and ".join(f"{columns[c]} = {quoted(v)}" for c, v in told.items()),
            "by": [columns[c] for c in table.breakdowns(rows)], "unit": "percent" if words.is_percent else "number",
            "label": words.label, "axis": words.unit, "decimals": decimals(values),
        }
        file = name("_".join(["indicator", code, *(name(v, most=30) for v in key)]), self.used, most=80)
        self.write_metric(code, file, lines)
        return True

    def write_metric(self, code, file, lines):
        self.used.add(file)
        goal = int(code.split("-")[0])
        self.goals.add(goal)
        folder = f"{self.project}/Metrics/goal-{goal}"
        os.makedirs(folder, exist_ok=True)
        with open(f"{folder}/{file.replace('_', '-')}.yaml", "w", encoding="utf-8") as output:
            for entry, value in lines.items():
                if value != "" and value != []:
                    output.write(f"{entry}: {json.dumps(value, ensure_ascii=False)}\n")

    def write(self):
        os.makedirs(f"{self.project}/Data", exist_ok=True)
        with open(f"{self.project}/Data/units.csv", "w", encoding="utf-8") as file:
            file.write(f"kode;navn;overordnet;niveau;type\n0;{self.about['place']};;country;country\n")
        config = {
            "project": {**({"builtAt": self.newest} if self.newest else {}), **self.about["project"]},
            "goals": [{"id": f"goal-{n}", "title": GOALS[n - 1][0], "statement": GOALS[n - 1][1]}
                      for n in sorted(self.goals)],
            "units": {"file": "Data/units.csv", "root": "0"}, "datasets": self.datasets,
        }
        with open(f"{self.project}/config.json", "w", encoding="utf-8") as file:
            json.dump(config, file, ensure_ascii=False, indent=2)
            file.write("\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("project")
    parser.add_argument("--placeholders", action="store_true", help="take a template's placeholders too")
    options = parser.parse_args()
    shutil.rmtree(f"{options.project}/Metrics", ignore_errors=True)
    site = Site(options.source, options.project, options)
    for path in sorted(glob.glob(f"{options.source}/*.csv")):
        site.add(path)
    site.write()
    print(f"{len(site.datasets)} files, {len(site.used)} indicators")
    for reason, names in site.left_out.items():
        print(f"left out, {reason}: {len(names)} ({'; '.join(names[:4])}{'; …' if len(names) > 4 else ''})")


if __name__ == "__main__":
    main()

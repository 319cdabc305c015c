"""Figures counted a second time, straight from the CSV files: what the two lists of indicators have in common.

Knows nothing of the program: Python's csv module, exact decimals and the rules of Documentation/Indicators.md. The
indicators themselves stand in independent_roskilde.py and independent_telemark.py, one function each.
"""
import csv
import glob
import json
from collections import defaultdict
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, getcontext
from fractions import Fraction

# Sums are exact or the computation stops.
getcontext().prec = 40
getcontext().traps[Inexact] = True
ROUNDING = Context(prec=40, rounding=ROUND_HALF_UP)

# States of a figure that is not shown.
MISSING, HIDDEN, NOT_APPLICABLE = "missing", "hidden", "notApplicable"


def table(pattern, encoding="utf-8-sig", delimiter=";"):
    """The rows of all files that fit, by their headings."""
    paths = sorted(glob.glob(pattern))
    assert paths, f"no file {pattern}"
    for path in paths:
        with open(path, encoding=encoding, newline="") as file:
            yield from csv.DictReader(file, delimiter=delimiter)


def number(text, decimals=None):
    """The number, rounded half up to its declared decimals; None where the cell says that there is none."""
    if text in ("", ".."):
        return None
    value = Decimal(text.replace(",", "."))
    return value if decimals is None else value.quantize(Decimal(1).scaleb(-decimals), context=ROUNDING)


def plus(*values):
    """The sum; nothing where one of them is not there."""
    return None if None in values else sum(values)


def month(year, part):
    return f"{year}M{int(part):02}"


def row(period, unit, numerator, denominator=1, persons=None, **groups):
    """One row that counts: `persons` are those behind it, `groups` its categories. None: a value is not there."""
    return period, unit, numerator, denominator, persons, groups


class Cell:
    """Exact sums for one unit, group and period."""

    def __init__(self):
        self.numerator = self.denominator = Decimal(0)
        self.persons = None
        self.rows = 0

    def add(self, numerator, denominator, persons):
        if numerator is None or denominator is None:
            return
        self.rows += 1
        self.numerator += numerator
        self.denominator += denominator
        if persons is not None:
            self.persons = persons if self.persons is None else self.persons + persons


class Organisation:
    """The units of a project: who belongs to whom, and what they are called."""

    def __init__(self, path, root):
        units = list(table(path))
        self.root = root
        self.parent = {unit["kode"]: unit["overordnet"] for unit in units}
        self.code = {unit["navn"]: unit["kode"] for unit in units}
        after = {unit["kode"]: (unit.get("efterfølger") or "").replace("|", " ").split() for unit in units}
        self.successor = {unit: units[0] for unit, units in after.items() if len(units) == 1}

    def levels(self, unit):
        """The unit, or its last successor where it has one, and every unit above it."""
        while unit in self.successor:
            unit = self.successor[unit]
        while unit:
            yield unit
            unit = self.parent[unit]

    def added_up(self, rows, times=None, parts=1, numerator_is_mean=False, denominator_is_mean=False):
        """The figures of a ratio of sums times `times`, or of a sum where `times` is None.

        `parts` are the months or quarters of a year. A year stands where some unit has all of its parts; a unit without
        all of them has no figure for it; a group may be empty in some. Below the year only the whole organisation is
        told, without groups. The mean over the year divides the sum by its parts; of persons the smallest count stands.
        """
        cells = defaultdict(Cell)
        for period, unit, numerator, denominator, count, groups in rows:
            for level in self.levels(unit):
                cells[level, None, period].add(numerator, denominator, count)
            if self.root in self.levels(unit):
                for group in groups.items():
                    cells[self.root, group, period].add(numerator, denominator, count)
        if parts == 1:
            return [self.ratio(key, [cell], times, 1, 1) for key, cell in cells.items()]
        years = defaultdict(list)
        for (unit, group, period), cell in cells.items():
            years[unit, group, period[:4]].append(cell)
        whole = {year for (_, _, year), found in years.items() if len(found) == parts}
        over = (parts if numerator_is_mean else 1, parts if denominator_is_mean else 1)
        figures = []
        for key, found in years.items():
            is_whole = all(cell.rows for cell in found) and (key[1] or len(found) == parts)
            if key[2] in whole:
                figures.append(self.ratio(key, found, times, *over) if is_whole else figure(key, MISSING))
        # A month's leavers of an average month are not of the same kind as a year's, nor is a month's sum.
        if numerator_is_mean == (times is None or denominator_is_mean):
            figures += [
                self.ratio(key, [cell], times, 1, 1) for key, cell in cells.items()
                if key[:2] == (self.root, None)
            ]
        return figures

    def ratio(self, key, cells, times, numerator_over, denominator_over):
        if not any(cell.rows for cell in cells):
            return figure(key, MISSING)
        numerator = sum(cell.numerator for cell in cells)
        denominator = sum(cell.denominator for cell in cells)
        counts = [cell.persons for cell in cells if cell.persons is not None]
        count = int(min(counts)) if counts else None
        top = Fraction(numerator) / numerator_over
        if times is None:
            return figure(key, float(top), told(numerator, numerator_over), None, count)
        if denominator == 0:
            return figure(key, NOT_APPLICABLE)
        below = Fraction(denominator) / denominator_over
        return figure(
            key, float(top / below * times), told(numerator, numerator_over), told(denominator, denominator_over), count)


def told(denominator, over):
    """A sum as it is; the mean over a year with one decimal more than the sum has."""
    if over == 1:
        return denominator
    digit = Decimal(1).scaleb(denominator.as_tuple().exponent - 1)
    return ROUNDING.divide(denominator, over).quantize(digit, context=ROUNDING)


def figure(key, value, numerator=None, denominator=None, count=None):
    """One figure as it is compared; `value` is a number or the state of a figure that has none."""
    unit, group, period = key
    has_value = not isinstance(value, str)
    return {
        "period": period, "unit": unit, "by": "=".join(group) if group else "",
        "value": value if has_value else None, "state": "shown" if has_value else value, "count": count,
        "numerator": None if numerator is None else plain(numerator),
        "denominator": None if denominator is None else plain(denominator),
    }


def plain(value):
    """A decimal without an exponent or zeros at the end."""
    text = f"{Decimal(value):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def published(rows):
    """Figures as they stand in the files: rows of period, unit, value (or the state of a figure without) and group."""
    figures = {}
    for period, unit, value, group in rows:
        key = unit, group, period
        assert key not in figures, f"two rows for {key}"
        value = MISSING if value is None else value
        figures[key] = figure(key, value if isinstance(value, str) else float(value))
    return list(figures.values())


def tell(indicators):
    """Prints {indicator: [figure]} as JSON; `indicators` are functions by the names of their indicators."""
    print(json.dumps({name: compute() for name, compute in indicators.items()}, ensure_ascii=False))

"""How measures are counted, a second time: rows, units, periods and what is made of them.

Knows nothing of the program: Python's csv module, exact fractions and the rules of Documentation/Indicators.md.
"""
import csv
import math
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

MISSING, HIDDEN, NOT_APPLICABLE, SHOWN = "missing", "hidden", "notApplicable", "shown"
MONTHS = {"month": 1, "quarter": 3, "halfYear": 6, "year": 12, "school": 12}
ROOT = "1"


def read(folder, name):
    with open(f"{folder}/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def cell(text, marks):
    """A number, or why there is none."""
    state = {"": MISSING, "..": MISSING, **marks}.get(text)
    return state or Fraction(Decimal(text.replace(",", ".")))


# Formulas: a value that is not there is None.

def known(*values):
    return [v for v in values if v is not None]


def all_known(function):
    return lambda *values: None if None in values else function(*values)


plus, least, greatest = all_known(lambda *v: sum(v)), all_known(min), all_known(max)


def total(*values):
    return sum(known(*values)) if known(*values) else None


# Periods.

def grain(period):
    return next((name for sign, name in {"M": "month", "K": "quarter", "H": "halfYear", "/": "school"}.items()
                 if sign in period), "year")


def first_month(period):
    """Months since year 0."""
    kind, year = grain(period), int(period[:4])
    if kind == "school":
        return year * 12 + 7
    return year * 12 + (0 if kind == "year" else (int(period[5:]) - 1) * MONTHS[kind])


def period_at(month, kind):
    """The period of that kind which holds the month."""
    if kind == "school":
        year = (month - 7) // 12
        return f"{year}/{(year + 1) % 100:02}"
    year, part = divmod(month, 12)
    number = part // MONTHS[kind] + 1
    return {"year": f"{year}", "month": f"{year}M{number:02}", "quarter": f"{year}K{number}",
            "halfYear": f"{year}H{number}"}[kind]


def moved(period, months):
    """The period as long that begins so many months later; None where none does."""
    kind, start = grain(period), first_month(period) + months
    other = period_at(start, kind)
    return other if first_month(other) == start else None


class Units:
    def __init__(self, folder):
        rows = read(folder, "enheder")
        self.parent = {r["kode"]: r["overordnet"] for r in rows}
        self.after = {r["kode"]: r["efterfølger"] for r in rows}
        self.attributes = {r["kode"]: {"unit.type": r["type"], "unit.area": r["område"]} for r in rows}

    def last(self, unit):
        while self.after[unit]:
            unit = self.after[unit]
        return unit

    def levels(self, unit):
        while unit:
            yield unit
            unit = self.parent[unit]


class Part:
    """What is added up for one unit, category and period."""

    def __init__(self):
        self.num = self.den = self.persons = Fraction(0)
        self.rows, self.absent, self.values = 0, [], []

    def add(self, row):
        if isinstance(row["num"], str):
            self.absent.append(row["num"])
            return
        self.rows += 1
        self.num += row["num"]
        self.den += row["den"]
        self.persons += row["persons"]
        self.values.append(row["value"])

    @property
    def state(self):
        return SHOWN if self.rows else gravest(self.absent)


def gravest(states):
    return next((s for s in [HIDDEN, MISSING, NOT_APPLICABLE] if s in states), SHOWN)


class Sums:
    """Parts of time together. `num_parts` and `den_parts` are how many the sums are of."""

    def __init__(self, parts, lacking=0):
        parts = [p for p in parts if p.rows or p.absent]
        self.num, self.den = sum(p.num for p in parts), sum(p.den for p in parts)
        self.values = [v for p in parts for v in p.values]
        with_rows = [p.persons for p in parts if p.rows]
        self.persons = math.floor(min(with_rows)) if with_rows else 0
        self.num_parts = self.den_parts = len(parts) + lacking
        self.state = SHOWN


class Indicator:
    """One measure over rows: `row` gives numerator, denominator and what is tallied, or None where a row does not count."""

    def __init__(self, data, row, *, columns, times=None, ratio=True, persons=None, filter=None, by=(), over=("sum", "sum"),
                 grain=None, year="year", tally=None, other=None, decimals=0, events=None, filters_numbers=False):
        self.__dict__.update(locals())
        # Rows that are answers or events: what is not there did not happen.
        self.events = not data.keyed if events is None else events

    def parts(self):
        """Rows added up to every level, for the whole and for each category."""
        result, units = defaultdict(Part), self.data.units
        for source in self.data.rows:
            if self.filter and not self.filter(source):
                continue
            row, unit = self.counted(source), units.last(source["unit"])
            levels = list(units.levels(unit))
            for level in levels:
                result[source["period"], level, ""].add(row)
            for name in self.by if ROOT in levels else ():
                value = units.attributes[unit][name] if name.startswith("unit.") else source[name]
                result[source["period"], ROOT, f"{name}={value}"].add(row)
        return result

    def counted(self, source):
        values = {c: source[c] for c in self.columns}
        found = self.row({c: None if isinstance(v, str) else v for c, v in values.items()} | {
            k: v for k, v in source.items() if k not in values})
        num, den, value = (list(found) + [1, None])[:3] if isinstance(found, tuple) else (found, 1, None)
        if None in (num, den):
            states = [v for v in values.values() if isinstance(v, str)]
            # The gravest of the columns that are not there: hidden, not applicable, missing.
            num = next((s for s in [HIDDEN, NOT_APPLICABLE] if s in states), MISSING)
        persons = 1 if self.persons in (None, "none") else source[self.persons]
        return {"num": num, "den": den, "persons": 0 if isinstance(persons, str) else persons, "value": value}

    def sums(self, tells_parts=False):
        """Over time: whole years, and for the whole organisation the shorter periods where they are of the same kind."""
        parts = self.parts()
        own = max((grain(p) for p, _, _ in parts), key=lambda kind: -MONTHS[kind])
        if MONTHS[own] == 12:
            return {key: self.finished(Sums([part]), [part], 0) for key, part in parts.items()}
        result = self.rolled(parts, own, self.year)
        if self.same_kind or tells_parts:
            told = self.grain or own
            finer = {} if MONTHS[told] == 12 else self.rolled(parts, own, told) if told != own else {
                key: self.finished(Sums([part]), [part], 0) for key, part in parts.items()}
            result |= {key: one for key, one in finer.items() if key[1:] == (ROOT, "")}
        return result

    @property
    def same_kind(self):
        if self.tally:
            return self.tally != "distinct"
        return self.over[0] == self.over[1] if self.ratio else self.over[0] == "mean"

    def rolled(self, parts, own, to):
        wanted = MONTHS[to] // MONTHS[own]
        in_dataset = defaultdict(set)
        for period in {r["period"] for r in self.data.rows}:
            in_dataset[period_at(first_month(period), to)].add(period)
        groups = defaultdict(list)
        for (period, unit, by), part in parts.items():
            groups[period_at(first_month(period), to), unit, by].append((period, part))
        result = {}
        for (whole, unit, by), found in groups.items():
            if len(in_dataset[whole]) < wanted:
                continue
            seen = {period for period, _ in found}
            one = Sums([part for _, part in found], wanted - len(seen))
            # A filter of categories selects: where it leaves nothing there is nothing. One of numbers may leave out what
            # cannot be used.
            there = seen if self.filters_numbers and not self.events else {
                p for p in in_dataset[whole] if self.events or (p, unit) in self.data.present}
            lacks = 0 if by else len(in_dataset[whole] - there)
            result[whole, unit, by] = self.finished(one, [part for _, part in found], lacks)
        return result

    def finished(self, one, parts, lacks):
        """What state the sums have. Of rows that are answers or events, those that cannot be used count for nothing."""
        if self.events and any(p.rows for p in parts):
            return one
        one.state = gravest([p.state for p in parts])
        # A unit without rows in a part of the year has no figure for it.
        if lacks:
            one.state = gravest([one.state, MISSING])
        return one

    def figures(self):
        return {key: self.figure(one) for key, one in self.joined(self.sums()).items()}

    def joined(self, sums):
        if not self.other:
            return sums
        other, result = self.other.sums(), {}
        gaps = self.gaps(other)
        for key, one in sums.items():
            below = other.get(key)
            if below is None and MONTHS[grain(key[0])] < 12:
                continue
            if below is None or key[:2] in gaps:
                one.state = gravest([one.state, MISSING])
            elif one.state == SHOWN:
                one.state = below.state
            if below is not None:
                one.den, one.den_parts = below.num, below.num_parts
            result[key] = one
        return result

    def gaps(self, other):
        """Years and units where a numerator stands whose denominator is not there, but is there in other years."""
        units = self.data.units
        lowest = {(p, u) for p, u in ((r["period"], units.last(r["unit"])) for r in self.data.rows
                                      if not self.filter or self.filter(r))}
        years = {(period_at(first_month(p), "year"), u) for p, u in lowest}
        bases = {units.last(r["unit"]) for r in self.other.data.rows}
        covered = {(p, u) for (p, u, by), one in other.items() if not by and u in bases and one.state == SHOWN}
        ever = {u for _, u in covered}
        return {(p, level) for p, u in years if u in ever and (p, u) not in covered for level in units.levels(u)}

    def figure(self, one):
        if one.state != SHOWN:
            return {"state": one.state}
        count = one.persons if self.persons != "none" else None
        result = {"state": SHOWN, "count": count}
        if self.tally == "distinct":
            return result | {"value": float(len(set(one.values)))}
        if self.tally:
            return result | {"value": quantile(one.values, self.tally)}
        num_over = one.num_parts if self.over[0] == "mean" else 1
        den_over = one.den_parts if self.over[1] == "mean" else 1
        if not self.ratio:
            return result | {"value": float(one.num / num_over), "numerator": self.told(one.num, num_over)}
        if one.den == 0:
            return {"state": NOT_APPLICABLE}
        value = float(one.num / num_over / (one.den / den_over) * self.times)
        # Where both are means of the same parts the division by them changes nothing, and the sums are told.
        over = (1, 1) if num_over == den_over else (num_over, den_over)
        return result | {
            "value": value, "numerator": self.told(one.num, over[0]), "denominator": self.told(one.den, over[1])}

    def told(self, total, over):
        """A sum as it is; a mean over parts to one decimal more."""
        if over == 1:
            return total
        digit = 10 ** (self.decimals + 1)
        return Fraction(math.floor(total / over * digit + Fraction(1, 2)), digit)


def quantile(values, share):
    """The inverse of the distribution, averaged at its steps."""
    values, place = sorted(values), share * len(values)
    if place.denominator == 1 and 0 < place < len(values):
        return float((values[int(place) - 1] + values[int(place)]) / 2)
    return float(values[math.ceil(place) - 1])


def crosses(breaks, earlier, later):
    return any(first_month(earlier) < first_month(b) <= first_month(later) for b in breaks)


def change(base, months, percent=False, breaks=()):
    def made(key, later):
        period = moved(key[0], -months)
        earlier = base.get((period, *key[1:]))
        if earlier is None:
            return None
        def value(a, b):
            if crosses(breaks, period, key[0]):
                return None
            return a - b if not percent else (a - b) / b * 100 if b > 0 else None
        return together([later, earlier], value)
    return {key: one for key, one in ((key, made(key, figure)) for key, figure in base.items()) if one}


def together(parts, value):
    state = gravest([p["state"] for p in parts])
    if state != SHOWN:
        return {"state": state}
    found = value(*[p["value"] for p in parts])
    counts = known(*[p.get("count") for p in parts])
    return {"state": NOT_APPLICABLE} if found is None else {
        "state": SHOWN, "value": found, "count": min(counts) if counts else None}


def rolling(indicator, months, by=(), breaks=()):
    """Windows of so many months told at their last part; a year of another length is told where it is of the same kind."""
    base, result = indicator.sums(tells_parts=True), {}
    for key, one in base.items():
        length = MONTHS[grain(key[0])]
        if key[2] and key[2].split("=")[0] not in by:
            continue
        if months % length:
            if length == 12 and indicator.same_kind:
                result[key] = indicator.figure(one)
            continue
        window = [base.get((moved(key[0], -back * length), *key[1:])) for back in range(months // length)]
        if None in window:
            continue
        whole = Sums([])
        for name in ["num", "den", "num_parts", "den_parts"]:
            setattr(whole, name, sum(getattr(w, name) for w in window))
        whole.persons = min(w.persons for w in window)
        # A figure that divides by zero is not applicable, and so is what is made of it.
        whole.state = gravest([indicator.figure(w)["state"] for w in window])
        first = moved(key[0], length - months)
        if whole.state == SHOWN and crosses(breaks, first, key[0]):
            whole.state = NOT_APPLICABLE
        result[key] = indicator.figure(whole)
    return result


def derived(value, *bases, by=()):
    keys = set.intersection(*[set(b) for b in bases])
    return {key: together([b[key] for b in bases], value) for key in keys
            if not key[2] or key[2].split("=")[0] in by}


class Data:
    """The rows of a dataset: numbers as they are or why they are not, categories as texts."""

    def __init__(self, folder, name, units, period, numbers, marks, keyed, **categories):
        self.units, self.keyed, self.rows, self.present = units, keyed, [], set()
        for line in read(folder, name):
            row = {"period": period(line), "unit": line["Enhed"]}
            row |= {key: line[heading] for key, heading in categories.items()}
            row |= {key: cell(line[heading], marks) for key, heading in numbers.items()}
            self.rows.append(row)
            self.present |= {(row["period"], level) for level in units.levels(units.last(row["unit"]))}

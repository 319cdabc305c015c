"""Every measure counted a second time: `measures.py FOLDER` prints {indicator: [figure]} as JSON.

The indicators of MeasureProject.swift, one line each, over the files that measures_data.py wrote.
"""
import json
import sys
from decimal import Decimal
from fractions import Fraction

from measures_counting import (
    HIDDEN, NOT_APPLICABLE, ROOT, SHOWN, Data, Indicator, Units, all_known, change, derived, greatest, known, least,
    plus, rolling, total)


def indicators(folder):
    units = Units(folder)
    hidden = {":": HIDDEN, ".": NOT_APPLICABLE}
    year = lambda heading: lambda line: line[heading]
    staff = Data(folder, "bemanding", units, lambda l: f"{l['År']}M{int(l['Måned']):02}", {
        "ansatte": "Ansatte", "timer": "Timer", "syge": "Sygetimer", "fra": "Fratrådte"}, hidden, True, gruppe="Gruppe")
    case = Data(folder, "sager", units, lambda l: l["Dato"][:7].replace("-", "M"), {
        "dage": "Dage", "beloeb": "Beløb"}, {}, False, art="Art", borger="Borger")
    survey = Data(folder, "svar", units, year("Aar"), {
        "q1": "Q1", "q2": "Q2", "q3": "Q3", "loyal": "Loyal", "vaegt": "Vægt", "trin": "Trin"},
        hidden | {"Ved ikke": NOT_APPLICABLE}, False, koen="Køn")
    member = Data(folder, "medlemmer", units, year("År"), {"medlemmer": "Medlemmer"}, hidden, True, alder="Alder")
    people = Data(folder, "folketal", units, year("År"), {"borgere": "Borgere"}, {}, True, alder="Alder")
    quarterly = Data(folder, "kvartaltal", units, lambda l: l["Kvartal"], {"borgere": "Borgere"}, {}, True)
    published = Data(folder, "publiceret", units, year("År"), {"andel": "Andel"}, {}, True, koen="Køn")

    def of_staff(num, den=None, columns=("syge", "timer"), times=1, **more):
        row = lambda r: (r[num] if isinstance(num, str) else num(r), r[den] if den else 1)
        return Indicator(staff, row, columns=columns, times=times, ratio=bool(den), persons="ansatte", **more)

    def of_answers(value, columns=("q1",), times=1, weight=False, data=survey, bottom=1, **more):
        def row(r):
            found, weighs = value(r), r["vaegt"] if weight else 1
            return (None, None) if None in (found, weighs) else (found * weighs, bottom * weighs)
        return Indicator(data, row, columns=(*columns, "vaegt") if weight else columns, times=times, **more)

    def tallied(value, columns, share, **more):
        def row(r):
            found = value(r)
            return (None if found is None else 1, 1, found)
        return Indicator(case, row, columns=columns, ratio=False, tally=share, **more)

    def index(items, answered, reversed=(), to=(1, 5)):
        def mean(r):
            scores = known(*[None if r[i] is None else 6 - r[i] if i in reversed else r[i] for i in items])
            if not scores or len(scores) < answered * len(items):
                return None
            return (Fraction(sum(scores)) / len(scores) - 1) / 4 * (to[1] - to[0]) + to[0]
        return mean

    def over_residents(times, by=(), filter=None, data=people, over=("sum", "sum")):
        other = Indicator(data, lambda r: (r["borgere"], 1), columns=("borgere",), ratio=False, by=by, filter=filter,
                          persons="none", over=over)
        return Indicator(member, lambda r: (r["medlemmer"], 1), columns=("medlemmer",), times=times, persons="medlemmer",
                         by=by, filter=filter, other=other, over=("sum", over[0]))

    def above(score, low=-1):
        return lambda name: lambda r: None if r[name] is None else int(r[name] >= score) - int(r[name] <= low)

    def of_formula(r):
        if r["trin"] is None:
            return None
        if r["trin"] <= 3:
            return total(r["q1"], r["q2"])
        if r["trin"] in (4, 5):
            return all_known(lambda a, b: abs(a - 2 * b))(r["q1"], r["q2"])
        if r["trin"] <= 7:
            low, high = least(r["q1"], r["q2"], 3), greatest(r["q1"], 2)
            return all_known(lambda a, b: a * b)(low, high)
        return len(known(r["q1"], r["q2"], r["q3"])) if r["q3"] is None else None

    items = ("q1", "q2", "q3")
    hours = lambda r: plus(r["timer"], None if r["syge"] is None else r["syge"] / 2)
    months = {
        "andel": of_staff("syge", "timer", times=100, by=("gruppe", "unit.type", "unit.area")),
        "andel_aar": of_staff("syge", "timer", times=100, grain="year"),
        "omsaetning": of_staff("fra", "ansatte", ("fra", "ansatte"), 100, over=("sum", "mean"), by=("gruppe", "unit.area")),
        "pr_ansat": of_staff("syge", "ansatte", ("syge", "ansatte"), 1000, over=("mean", "sum"), by=("gruppe",), decimals=1),
        "skoleaar": of_staff("syge", "ansatte", ("syge", "ansatte"), year="school", grain="quarter", by=("gruppe",)),
        "timer": of_staff(hours, by=("gruppe", "unit.type")),
        "vikarer": of_staff("ansatte", columns=("ansatte",), over=("mean", "sum"), filter=lambda r: r["gruppe"] == "Vikar"),
        "timer_over": of_staff("timer", columns=("timer",), filters_numbers=True,
                               filter=lambda r: not isinstance(r["ansatte"], str) and r["ansatte"] > 12),
        "ansatte": of_staff("ansatte", columns=("ansatte",), over=("mean", "sum"), grain="quarter", by=("gruppe",)),
        "halvaar": of_staff("ansatte", columns=("ansatte",), over=("mean", "sum"), grain="halfYear"),
        "brud": of_staff("syge", "timer", times=100),
        "andel_personer": of_answers(above(4)("q1"), persons="none", times=100, filter=lambda r: not isinstance(r["q1"], str),
                                     by=("koen",)),
        "sager": Indicator(case, lambda r: (1, 1), columns=(), ratio=False, by=("art", "unit.area")),
        "ulykker": Indicator(case, lambda r: (1, 1), columns=(), ratio=False, filter=lambda r: r["art"] == "Ulykke"),
        "borgere": tallied(lambda r: r["borger"], (), "distinct", persons="none", by=("art",)),
        "beloeb": tallied(lambda r: r["beloeb"], ("beloeb",), "distinct", persons="none", filter=lambda r: r["art"] != "Klage"),
        "ventetid": tallied(lambda r: r["dage"], ("dage",), Fraction(1, 2), by=("art", "unit.type")),
        "ventetid90": tallied(lambda r: r["dage"], ("dage",), Fraction(9, 10), grain="quarter"),
        "ventetid25": tallied(lambda r: r["dage"] and r["dage"] * (2 if r["art"] == "Klage" else 1), ("dage",),
                              Fraction(1, 4), year="school"),
        "sagssum": Indicator(case, lambda r: (r["beloeb"], 1), columns=("beloeb",), ratio=False, persons="none", events=False),
        "frist": of_answers(lambda r: None if r["dage"] is None else int(r["dage"] <= 14), ("dage",), 100, data=case,
                            persons="none", by=("art",)),
        "sagsbeloeb": of_answers(lambda r: r["beloeb"], ("beloeb",), data=case, by=("art",)),
        "indeks": of_answers(index(items, Fraction(1, 2)), items, by=("koen",)),
        "indeks100": of_answers(index(items, 1, ("q2",), (0, 100)), items, weight=True),
        "indeks3": of_answers(index(items, Fraction(3, 10), ("q1", "q3"), (-1, 3)), items),
        "top": of_answers(above(4)("q1"), times=100, by=("koen", "unit.type")),
        "top_vaegtet": of_answers(above(4)("q1"), times=100, weight=True),
        "netto": of_answers(above(9, 6)("loyal"), ("loyal",), 100, by=("koen",)),
        "netto5": of_answers(above(5, 2)("q2"), ("q2",), 100, weight=True),
        "middel": of_answers(lambda r: r["loyal"], ("loyal",), by=("koen",)),
        "middel_vaegtet": of_answers(lambda r: r["loyal"], ("loyal",), weight=True),
        "median_svar": Indicator(survey, lambda r: (r["loyal"] and 1, 1, r["loyal"]) if r["loyal"] != 0 else (1, 1, 0),
                                 columns=("loyal",), ratio=False, tally=Fraction(1, 2), by=("koen",)),
        "formler": of_answers(of_formula, ("q1", "q2", "q3", "trin")),
        "medlemskab": over_residents(100000, ("alder", "unit.area")),
        "unge": over_residents(100, filter=lambda r: r["alder"] == "0-24"),
        "pr_kvartal": over_residents(1000, data=quarterly, over=("mean", "sum")),
        "timer_pr_borger": of_staff("timer", columns=("timer",), by=("unit.type",)),
    }
    months["timer_pr_borger"].ratio = True
    months["timer_pr_borger"].other = Indicator(people, lambda r: (r["borgere"], 1), columns=("borgere",), ratio=False,
                                                by=("unit.type",), persons="none")
    found = {name: one.figures() for name, one in months.items()}
    for figure in found["andel_personer"].values():
        if figure["state"] == SHOWN:
            figure["count"] = int(figure["denominator"])
    found["publiceret"] = {
        (r["period"], r["unit"], by): {"state": r["andel"]} if isinstance(r["andel"], str) else {
            "state": SHOWN, "value": float(r["andel"])}
        for r in published.rows for by in ["" if r["koen"] == "I alt" else f"koen={r['koen']}"]
        if not by or r["unit"] == ROOT}
    found["aendring"] = {key: one for key, one in change(found["andel"], 12).items()
                         if not key[2].startswith("unit.area")}
    found["aendring_pct"] = change({k: f for k, f in found["andel"].items() if not k[2]}, 1, percent=True)
    found["aendring_skole"] = change({k: f for k, f in found["skoleaar"].items() if not k[2]}, 12)
    found["aendring_brud"] = change(found["brud"], 2, breaks=["2024M03"])
    found["rullende_brud"] = rolling(months["brud"], 12, breaks=["2024M03"])
    found["rullende_seks"] = rolling(months["omsaetning"], 6)
    found["rullende"] = rolling(months["andel"], 3)
    found["rullende_aar"] = rolling(months["omsaetning"], 12)
    found["rullende_to"] = rolling(months["timer"], 24, ("gruppe",))
    found["rullende_ansatte"] = rolling(months["ansatte"], 24)
    found["blandet"] = derived(lambda a, b, c: (a * 20 + max(b, -c)) / (1 + abs(b - c)), found["indeks"], found["netto"],
                               found["top"], by=("koen",))
    found["dobbelt"] = derived(lambda x, y: 100 * x / y - (x + y + 1) if y else None, found["aendring"], found["andel"])
    return found


def text(value):
    """A fraction as a plain decimal, or as a fraction where it has none."""
    return None if value is None else f"{Decimal(value.numerator) / Decimal(value.denominator):f}"


if __name__ == "__main__":
    print(json.dumps({
        name: [{"period": p, "unit": u, "by": by, "state": one["state"], "value": one.get("value"),
                "numerator": text(one.get("numerator")), "denominator": text(one.get("denominator")),
                "count": one.get("count")} for (p, u, by), one in figures.items()]
        for name, figures in indicators(sys.argv[1]).items()}, ensure_ascii=False))

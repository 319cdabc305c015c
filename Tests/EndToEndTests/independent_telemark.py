"""The indicators of Examples/telemark, counted a second time: `independent_telemark.py PROJECT FILES`.

PROJECT is Examples/telemark, FILES the folder with Telemark's files. One function an indicator, as its page tells it.
Prints {indicator: [figure]} as JSON.
"""
import sys
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from independent import MISSING, Organisation, figure, month, number, published, row, table, tell, told

PROJECT, FILES = sys.argv[1:]
ORGANISATION = Organisation(f"{PROJECT}/Data/enheter.csv", "40")
CODE = ORGANISATION.code | {r["name"]: r["code"] for r in table(f"{PROJECT}/Data/andre-navn.csv")}


def commas(name):
    return table(f"{FILES}/{name}.csv", delimiter=",")


# Growing up: shares in files from UDIR, 0.856 for 85.6 %

def times_hundred(text):
    """Six decimals are kept: 0.059000000000000004 is 0.059."""
    value = number(text, 6)
    return None if value is None else value * 100


def published_for_school_years(rows):
    return published((r["Skoleår"], CODE[r["Kommune"]], times_hundred(r["Andel"]), None) for r in rows)


def wellbeing():
    return published_for_school_years(commas("trivsel_10_klasse_treaarig"))


def bullying():
    return published_for_school_years(commas("mobbing_7_trinn_treaarig"))


def reading():
    rows = commas("leseferdigheter_treaarig_5_og_8_trinn")
    return published_for_school_years(r for r in rows if r["Klassetrinn"] == "5. trinn")


def arithmetic():
    rows = commas("regneferdighet_treaarig_5_og_8_trinn")
    return published_for_school_years(r for r in rows if r["Klassetrinn"] == "5. trinn")


def school_points():
    """41.2 points stand as 0.412. By the parents' education for the county alone."""
    found = []
    for r in commas("grunnskolepoeng_etter_foreldrenes_utdanningsnivaa"):
        education, unit = r["Foreldrenes utdanningsnivå"], CODE[r["Kommune"]]
        group = None if education == "totalt" else ("utdanning", education)
        if group is None or unit == ORGANISATION.root:
            found.append((r["År (intervall)"], unit, times_hundred(r["Andel"]), group))
    return published(found)


# Health and neighbourhood: the county's survey

def of_the_survey(variable):
    rows = table(f"{FILES}/frequency_tables_all_kommuner_20*_999_only.csv")
    return published(
        (r["Årstall"], r["Kommunenummer_2025"], number(r["Andel_vektet"], 4) * 100, None)
        for r in rows if r["Variabel"] == variable)


def organised_activity():
    return of_the_survey("organisert")


def loneliness():
    return of_the_survey("ucla_2kat")


def mental_distress():
    return of_the_survey("HSCL_2kat")


def belonging():
    return of_the_survey("tilhoerighet")


def safety():
    return of_the_survey("trygg")


# Participation

def turnout(election, year):
    rows = commas(f"valgdeltakelse_{election}")
    return published((year, CODE[r["Kommune"]], number(r[f"Andel ({year})"]), None) for r in rows)


def local_turnout():
    return turnout("kommunevalg", "2023")


def national_turnout():
    return turnout("stortingsvalg", "2025")


def residents():
    return ORGANISATION.added_up(row(r["år"], CODE[r["region"]], number(r["value"])) for r in commas("folketall"))


def unemployed_by_month():
    """Month, code and persons. NAV writes 1 to 3 persons as 0: those months are left out."""
    for r in commas("arbeidsledighet"):
        kind = r["Nivå"], r["Arbeidsmarkedsstatus"], r["Kjønn"]
        persons = number(r["Antall personer"])
        if kind == ("Telemark kommuner", "Helt ledige", "Begge kjønn") and persons > 0:
            year, part, _ = r["Dato"].split("-")
            yield month(year, part), CODE[r["Geografisk enhet"]], persons


def unemployed():
    """The mean of twelve months."""
    return ORGANISATION.added_up(
        (row(*counted) for counted in unemployed_by_month()), parts=12, numerator_is_mean=True)


def unemployed_per_thousand():
    """The mean of twelve months out of the residents on 1 January, in years that have all twelve.

    The residents of all municipalities count for the county, also those of a municipality that has no figure because a
    month of its own is left out.
    """
    persons, months, residents = defaultdict(Decimal), defaultdict(set), defaultdict(Decimal)
    for period, code, count in unemployed_by_month():
        for unit in ORGANISATION.levels(code):
            persons[unit, period[:4]] += count
            months[unit, period[:4]].add(period)
    for r in commas("folketall"):
        for unit in ORGANISATION.levels(CODE[r["region"]]):
            residents[unit, r["år"]] += number(r["value"])
    whole = {year for (_, year), found in months.items() if len(found) == 12}
    figures = []
    for (unit, year), found in months.items():
        key, count, people = (unit, None, year), persons[unit, year], residents[unit, year]
        if year in whole and len(found) < 12:
            figures.append(figure(key, MISSING))
        elif year in whole:
            value = float(Fraction(count) / 12 / Fraction(people) * 1000)
            figures.append(figure(key, value, told(count, 12), people))
    return figures


tell({
    "arbeidsledighet": unemployed,
    "ensomhet": loneliness,
    "folketall": residents,
    "grunnskolepoeng": school_points,
    "ledige-per-1000": unemployed_per_thousand,
    "leseferdigheter-5-trinn": reading,
    "mobbing-7-trinn": bullying,
    "organisert-aktivitet": organised_activity,
    "psykiske-plager": mental_distress,
    "regneferdigheter-5-trinn": arithmetic,
    "tilhoerighet": belonging,
    "trivsel-10-trinn": wellbeing,
    "trygghet": safety,
    "valgdeltakelse-kommunevalg": local_turnout,
    "valgdeltakelse-stortingsvalg": national_turnout,
})

"""The indicators of the project at the root, counted a second time: `independent_roskilde.py FOLDER`.

One function an indicator, as its page tells it. Prints {indicator: [figure]} as JSON.
"""
import sys
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from independent import HIDDEN, Organisation, figure, month, number, plus, published, row, table, tell, told

DATA = sys.argv[1] + "/Data"
ROSKILDE = "265"
ORGANISATION = Organisation(f"{DATA}/enheder/enheder.csv", ROSKILDE)
CODE = ORGANISATION.code | {r["name"]: r["code"] for r in table(f"{DATA}/enheder/engelske-navne.csv")}

PERCENT = 100


# Strong communities

def buildings_with_several_uses():
    """Of buildings of 100 m² or more whose users were counted, those with two groups of users or more."""
    rows = []
    for r in table(f"{DATA}/lokaler/lokaler.csv"):
        area, groups = number(r["Areal m2"]), number(r["Brugergrupper med mindst 10 uger"])
        if area is not None and area >= 100 and groups is not None:
            rows.append(row(r["År"], r["Afdelingskode"], int(groups >= 2), 1, lokaletype=r["Lokaletype"]))
    return ORGANISATION.added_up(rows, PERCENT)


def survival_of_associations():
    rows = [
        row(r["År"], ROSKILDE, number(r["Stadig aktive"]), number(r["Registreret for tre år siden"]),
            lokalomraade=r["Lokalområde"])
        for r in table(f"{DATA}/foreninger/overlevelse.csv")
    ]
    return ORGANISATION.added_up(rows, PERCENT)


def rooms_in_use():
    rows = [
        row(month(r["År"], r["Måned"]), r["Afdelingskode"], number(r["Brugte timer"]), number(r["Udbudte timer"]))
        for r in table(f"{DATA}/booking/timer.csv")
    ]
    return ORGANISATION.added_up(rows, PERCENT, parts=12)


def young_members():
    """The sum of memberships; they are the persons behind it, too. Associations that did not report are left out."""
    rows = []
    for r in table(f"{DATA}/foreninger/foreninger-*.csv"):
        members = number(r["Medlemmer 0-24"])
        rows.append(row(r["År"], ROSKILDE, members, persons=members, lokalomraade=r["Lokalområde"]))
    return ORGANISATION.added_up(rows)


# The survey of residents: one row an answer, each with its weight

def share_of_residents(is_valid, is_counted):
    """Weighted; the persons behind it are the valid answers, unweighted."""
    rows = []
    for r in table(f"{DATA}/borgerundersoegelse/borgere-*.csv"):
        weight, valid = number(r["Vægt"], 2), is_valid(r)
        rows.append(row(
            r["År"], ROSKILDE, weight if valid and is_counted(r) else 0, weight if valid else 0, persons=int(valid),
            aldersgruppe=r["Aldersgruppe"], omraade=r["Område"]))
    return ORGANISATION.added_up(rows, PERCENT)


def volunteers():
    answer = "Frivillig seneste år"
    return share_of_residents(lambda r: r[answer] in ("Ja", "Nej"), lambda r: r[answer] == "Ja")


def belonging():
    """6 to 10 on a scale from 0 to 10; unanswered is left out."""
    answer = "Tilhørsforhold"
    return share_of_residents(lambda r: number(r[answer]) is not None, lambda r: 6 <= number(r[answer]) <= 10)


def loneliness():
    return share_of_residents(lambda r: r["Ensom"] in ("Ja", "Nej"), lambda r: r["Ensom"] == "Ja")


def solutions_together():
    """`Ikke relevant` and unanswered are left out."""
    answer = "Med til at finde løsningen"
    degrees = ("I høj grad", "I nogen grad", "I mindre grad", "Slet ikke")
    return share_of_residents(lambda r: r[answer] in degrees, lambda r: r[answer] == "I høj grad")


# Wellbeing

def children_per_adult():
    rows = []
    for r in table(f"{DATA}/dagtilbud/normering.csv"):
        children = number(r["Børn vægtet"], 1)
        rows.append(row(r["År"], r["Enhedskode"], children, number(r["Pædagogisk fuldtid"], 2), persons=children))
    return ORGANISATION.added_up(rows, times=1)


def share_of_answers(rows, counted, scale):
    """The share of those who gave one of the `counted` answers; and, for the municipality, the share of each answer of
    the scale, by its place. Rows of year, unit, answer and how many gave it."""
    def shares(answers, **group):
        return ORGANISATION.added_up([
            row(year, unit, count if answer in answers else 0, count, persons=count, **group)
            for year, unit, answer, count in rows
        ], PERCENT)

    rows = list(rows)
    figures = shares(counted)
    for place, answer in enumerate(scale, 1):
        figures += [one for one in shares([answer], **{"answer.part": str(place)}) if one["by"]]
    return figures


def satisfied_with_home_help():
    return share_of_answers(
        ((r["År"], r["Enhedskode"], r["Svar"], number(r["Antal"])) for r in table(f"{DATA}/hjemmehjaelp/tilfredshed.csv")),
        ("Meget tilfreds", "Tilfreds"), ("Meget utilfreds", "Utilfreds", "Hverken eller", "Tilfreds", "Meget tilfreds"))


def published_of_pupils(rows, value):
    """Everyone together for each unit; for the municipality also by gender (all grades) and by grade (both genders)."""
    found = []
    for r in rows:
        year, unit, grade, gender = r["Skoleår"], r["Institutionsnummer"], r["Trin"], r["Køn"]
        all_grades, both_genders = grade == "4.-9. klasse", gender == "I alt"
        period = f"{year[:4]}/{year[-2:]}"
        if all_grades and both_genders:
            found.append((period, unit, value(r), None))
        elif unit == ROSKILDE and all_grades:
            found.append((period, unit, value(r), ("koen", gender)))
        elif unit == ROSKILDE and both_genders:
            found.append((period, unit, value(r), ("trin", grade)))
    return published(found)


def pupils_doing_well():
    """The two uppermost of four intervals; `..` is hidden by the source."""
    def value(r):
        upper = r["Andel 3,1-4,0"], r["Andel 4,1-5,0"]
        return HIDDEN if ".." in upper else plus(number(upper[0], 1), number(upper[1], 1))

    rows = [
        r for r in table(f"{DATA}/skoletrivsel/skoletrivsel.csv") if r["Indikator"] == "Generel skoletrivsel"]
    answers = []
    for place, column in enumerate(("Andel 1,0-2,0", "Andel 2,1-3,0", "Andel 3,1-4,0", "Andel 4,1-5,0"), 1):
        for r in rows:
            if (r["Institutionsnummer"], r["Trin"], r["Køn"]) == (ROSKILDE, "4.-9. klasse", "I alt"):
                share = HIDDEN if r[column] == ".." else number(r[column], 1)
                answers.append((f"{r['Skoleår'][:4]}/{r['Skoleår'][-2:]}", ROSKILDE, share, ("answer.part", str(place))))
    return published_of_pupils(rows, value) + published(answers)


def pupils_bullied():
    def value(r):
        return HIDDEN if r["Andel mobbet"] == ".." else number(r["Andel mobbet"], 1)

    return published_of_pupils(table(f"{DATA}/skoletrivsel/mobning.csv"), value)


def employment():
    return published(
        (r["year"], CODE[r["municipality"]], number(r["empl"], 1), None)
        for r in table(f"{DATA}/beskaeftigelse/ras200.csv", delimiter=","))


def income():
    """0.0 is no figure."""
    return published(
        (r["year"], CODE[r["municipality"]], number(r["inc"], 1), None)
        for r in table(f"{DATA}/indkomst/indkp107.csv", delimiter=",") if number(r["inc"]) > 0)


# New thinking

def residents():
    return published(
        (r["TID"][:4], CODE[r["OMRÅDE"]], number(r["INDHOLD"]), None)
        for r in table(f"{DATA}/befolkning/folk1a-2020k1.csv") if r["CIVILSTAND"] == "I alt")


def residents_by_age():
    """All of them; and by age and sex crossed."""
    return ORGANISATION.added_up([
        row(r["År"], ROSKILDE, number(r["Antal"]), **{f"alder={r['Alder']} koen": r["Køn"]})
        for r in table(f"{DATA}/indbyggere/indbyggere.csv")
    ])


def employees_per_1000():
    """The employees of an average month for each thousand residents on 1 January, in years with all twelve months."""
    employees, residents = defaultdict(Decimal), defaultdict(Decimal)
    for r in table(f"{DATA}/personale/personale-*.csv", "cp1252"):
        employees[r["År"], r["Måned"]] += number(r["Ansatte primo"]) or 0
    for r in table(f"{DATA}/indbyggere/indbyggere.csv"):
        residents[r["År"]] += number(r["Antal"]) or 0
    figures = []
    for year, people in residents.items():
        months = [count for (its_year, _), count in employees.items() if its_year == year]
        if len(months) == 12:
            value = Fraction(sum(months)) / 12 / Fraction(people) * 1000
            figures.append(figure((ROSKILDE, None, year), float(value), told(sum(months), 12), people, int(min(months))))
    return figures


def experiments_measured():
    """Of those that have ended, by the year they began in, those with both an effect measured and a decision."""
    rows = [
        row(r["Start"][-4:], ROSKILDE, int(r["Målt virkning"] != "" and r["Beslutning"] != ""))
        for r in table(f"{DATA}/forsoeg/forsoeg.csv") if r["Slut"] != ""
    ]
    return ORGANISATION.added_up(rows, PERCENT)


def full_time():
    rows = []
    for r in table(f"{DATA}/personale/personale-*.csv", "cp1252"):
        employees = number(r["Ansatte primo"])
        rows.append(row(
            month(r["År"], r["Måned"]), r["Afdelingskode"], number(r["Fuldtid"]), employees, persons=employees))
    return ORGANISATION.added_up(rows, PERCENT, parts=12)


def turnover():
    """Leavers of twelve months, moves inside the municipality left out, of the employees of an average month."""
    rows = []
    for r in table(f"{DATA}/personale/personale-*.csv", "cp1252"):
        employees, left = number(r["Ansatte primo"]), number(r["Fratrådte"])
        moved = number(r["Heraf intern flytning"])
        rows.append(row(
            month(r["År"], r["Måned"]), r["Afdelingskode"], None if moved is None else plus(left, -moved),
            employees, persons=employees, stillingsgruppe=r["Stillingsgruppe"]))
    return ORGANISATION.added_up(rows, PERCENT, parts=12, denominator_is_mean=True)


def sick_leave():
    rows = [
        row(month(r["År"], r["Måned"]), r["Afdelingskode"],
            plus(number(r["Egen sygdom dagsværk"], 1), number(r["Arbejdsskade"], 1)), number(r["Mulige dagsværk"], 1),
            persons=number(r["Antal ansatte"]) or 0, stillingsgruppe=r["Stillingsgruppe"])
        for r in table(f"{DATA}/fravaer/fravaer-*.csv", "cp1252")
    ]
    return ORGANISATION.added_up(rows, PERCENT, parts=12)


def share_of_employees(question):
    """The two uppermost answers of those who answered anything but `Ved ikke`."""
    return share_of_answers(
        ((r["År"], r["Enhedskode"], r["Svar"], number(r["Antal"]))
         for r in table(f"{DATA}/medarbejdertrivsel/trivselsmaaling.csv", "cp1252")
         if r["Spørgsmål"] == question and r["Svar"] != "Ved ikke"),
        ("I meget høj grad", "I høj grad"),
        ("I meget ringe grad", "I ringe grad", "Delvist", "I høj grad", "I meget høj grad"))


def influence():
    return share_of_employees("Indflydelse på eget arbejde")


def across_departments():
    return share_of_employees("Samarbejde på tværs")


def posts_filled_at_once():
    rows = [
        row(f"{r['År']}K{r['Kvartal']}", r["Afdelingskode"], number(r["Besat i første opslag"]),
            number(r["Opslåede stillinger"]))
        for r in table(f"{DATA}/rekruttering/stillinger.csv")
    ]
    return ORGANISATION.added_up(rows, PERCENT, parts=4)


def hours_with_residents():
    """Told for the department as a whole (26520), never for its teams."""
    rows = [
        row(month(r["År"], r["Måned"]), "26520", number(r["Timer hos borgeren"]), number(r["Betalte timer"]))
        for r in table(f"{DATA}/hjemmepleje/tid.csv", "cp1252")
    ]
    return ORGANISATION.added_up(rows, PERCENT, parts=12)


tell({
    "ansatte-pr-1000": employees_per_1000,
    "befolkning": residents,
    "beskaeftigelse": employment,
    "boern-pr-voksen": children_per_adult,
    "borgere-alder": residents_by_age,
    "bygninger-flere-funktioner": buildings_with_several_uses,
    "ensomhed": loneliness,
    "foreningers-overlevelse": survival_of_associations,
    "forsoeg-maalt": experiments_measured,
    "frivillige": volunteers,
    "fuldtid": full_time,
    "hjemmehjaelp-tilfredshed": satisfied_with_home_help,
    "indflydelse": influence,
    "indkomst": income,
    "loesning-sammen": solutions_together,
    "lokaler-brugt": rooms_in_use,
    "medlemmer-unge": young_members,
    "mobning": pupils_bullied,
    "personaleomsaetning": turnover,
    "samarbejde-paa-tvaers": across_departments,
    "skoletrivsel": pupils_doing_well,
    "stillinger-foerste-opslag": posts_filled_at_once,
    "sygefravaer": sick_leave,
    "tid-hos-borgeren": hours_with_residents,
    "tilhoersforhold": belonging,
})

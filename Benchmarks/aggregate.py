"""Times the adding up of forty indicators over the staffing table beside the C limit, and other tools, in one run.

The forty definitions of `Benchmarks/forty`, by unit, month and job group, added up in one pass by the engine
(`AggregateBenchmark`); the limit adds up one pair of sums over the same table. Both are run in turns; processor seconds
(user and system) of whole processes, medians. Usage: python3 Benchmarks/aggregate.py [SHARE] [--peers]
SHARE of the full size (5 M rows), 1 unless given. With --peers also forty hand-written SQL queries in sqlite3, over the
same table, and in DuckDB, over a table of its own whose loading is not counted; every figure must be the same in all.
"""
import json
import os
import re
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from decimal import Decimal

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
BENCH = os.path.join(ROOT, "..", "shared", "bench")
GENERATOR = os.path.join(BENCH, "generate", "exports.py")
PROGRAM = os.environ.get("SAMMEN", os.path.join(ROOT, ".build", "release", "sammen"))
ENGINE = os.path.join(os.path.dirname(PROGRAM), "AggregateBenchmark")
ROWS = 5_000_000
RUNS = 5
LIMIT, AIM, MEMORY = 7, 2.5, 512

# The definitions once more, by hand, in SQL over whole units: fte and payroll in hundredths, days in tenths.
# Name: filter, numerator and its decimals, denominator and its decimals (count(*) where the figure has none).
CARE = "job_group in ('Sygeplejersker', 'Social- og sundhedsassistenter', 'Social- og sundhedshjælpere')"
SCHOOL = "job_group in ('Lærere', 'Pædagoger', 'Pædagogmedhjælpere')"
ALL = "1 = 1"
ABSENT, GROSS = ("sum(absence_days)", 1), ("sum(gross_days)", 1)
PRESENT = ("sum(gross_days - absence_days)", 1)
FTE, PAY, PERSONS, ROW = ("sum(fte)", 2), ("sum(payroll)", 2), ("sum(headcount)", 0), ("count(*)", 0)


def those(condition, value="headcount", decimals=0):
    return f"sum(case when {condition} then {value} else 0 end)", decimals


FORTY = {
    "ansatte": (ALL, PERSONS, ROW),
    "ansatte-kultur": ("area = 'Kultur og Borgerservice'", PERSONS, ROW),
    "arbejdsdage": ("area = 'Sociale Forhold' or area = 'Sundhed og Omsorg'", GROSS, ROW),
    "beskaeftigelsesgrad": (ALL, FTE, PERSONS),
    "beskaeftigelsesgrad-lav": ("employment_type <> 'Elev'", those("fte < 80 * headcount"), PERSONS),
    "beskaeftigelsesgrad-pleje": (CARE, FTE, PERSONS),
    "beskaeftigelsesgrad-skole": (SCHOOL, FTE, PERSONS),
    "elever-andel": ("job_group <> 'Ledere' and job_group <> 'Øvrige'", those("employment_type = 'Elev'"), PERSONS),
    "fleksjob-andel": ("job_group in ('Kontorfunktionærer', 'Rengøringsassistenter', 'Øvrige')",
                       those("employment_type = 'Fleksjob'", "fte", 2), FTE),
    "fravaer": (ALL, ABSENT, GROSS),
    "fravaer-boern-og-unge": ("area = 'Børn og Unge'", ABSENT, GROSS),
    "fravaer-elever": ("employment_type = 'Elev'", ABSENT, GROSS),
    "fravaer-fleksjob": ("employment_type = 'Fleksjob'", ABSENT, GROSS),
    "fravaer-maanedsloennede": ("employment_type = 'Månedslønnet'", ABSENT, GROSS),
    "fravaer-over-fem-procent": ("job_group in ('Ergoterapeuter', 'Fysioterapeuter')",
                                 those("100 * absence_days > 5 * gross_days", "fte", 2), FTE),
    "fravaer-pleje": (CARE, ABSENT, GROSS),
    "fravaer-pr-fuldtid": (ALL, ABSENT, FTE),
    "fravaer-pr-fuldtid-smaa": ("headcount < 10", ABSENT, FTE),
    "fravaer-pr-fuldtid-store": ("headcount >= 10", ABSENT, FTE),
    "fravaer-skole": (SCHOOL, ABSENT, GROSS),
    "fravaer-sundhed": ("area = 'Sundhed og Omsorg'", ABSENT, GROSS),
    "fravaer-timeloennede": ("employment_type = 'Timelønnet'", ABSENT, GROSS),
    "fravaer-uden-ledere": ("job_group <> 'Ledere'", ABSENT, GROSS),
    "fravaerstrin": ("job_group in ('Pædagogmedhjælpere', 'Rengøringsassistenter')",
                     ("sum(headcount * case when 100 * absence_days < 3 * gross_days then 0 "
                      "when 100 * absence_days < 8 * gross_days then 1 else 2 end)", 0), PERSONS),
    "fremmoede": (ALL, PRESENT, GROSS),
    "fremmoede-ledere": ("job_group = 'Ledere'", PRESENT, GROSS),
    "fremmoede-teknik": ("area = 'Teknik og Miljø'", PRESENT, GROSS),
    "fuldtidsansatte": ("employment_type in ('Månedslønnet', 'Fleksjob', 'Elev')", FTE, ROW),
    "hoejt-fravaer": ("gross_days > 0", those("absence_days > 100"), PERSONS),
    "hoejt-fravaer-pleje": (f"{CARE} and employment_type <> 'Elev'", those("absence_days > 100"), PERSONS),
    "intet-fravaer": ("employment_type in ('Månedslønnet', 'Fleksjob')", those("absence_days = 0"), PERSONS),
    "loen-ledere": ("job_group = 'Ledere' and employment_type = 'Månedslønnet'", PAY, FTE),
    "loen-pr-ansat": ("employment_type in ('Månedslønnet', 'Timelønnet')", PAY, PERSONS),
    "loen-pr-dag": ("gross_days between 100 and 4000", PAY, GROSS),
    "loen-pr-fuldtid": ("employment_type = 'Månedslønnet'", PAY, FTE),
    "loensum": ("area <> 'Teknik og Miljø' and fte > 100", PAY, ROW),
    "loentung-fravaer": ("employment_type = 'Månedslønnet' and headcount >= 5 and headcount <= 25",
                         ("sum(payroll * absence_days)", 3), PAY),
    "mindste-fravaer": ("job_group = 'Lærere' and area <> 'Sociale Forhold'",
                        ("sum(case when absence_days < 200 then absence_days else 200 end)", 1), PERSONS),
    "timeloennede-andel": (ALL, those("employment_type = 'Timelønnet'"), PERSONS),
    "vaegtet-fravaer": ("gross_days > 0 and absence_days < gross_days",
                        ("sum(fte * absence_days)", 3), ("sum(fte * gross_days)", 3)),
}


def queries(table, text=lambda words: f"'{words}'"):
    """Forty lines of SQL: groups, the three sums over all of them, and the pairs that `AggregateBenchmark` tells."""
    for chosen, (numerator, _), (denominator, _) in FORTY.values():
        query = (f"select count(*), sum(n), sum(d), sum(p), sum((n & 65535) * (d & 65535)) from (select {numerator} n, "
                 f"{denominator} d, sum(headcount) p from {table} where {chosen} group by unit, period, job_group);")
        yield re.sub("'([^']*)'", lambda found: text(found[1]), query)


def write_project(folder, rows):
    """The forty definitions over an export of so many rows."""
    shutil.copytree(os.path.join(HERE, "forty"), folder)
    os.makedirs(f"{folder}/Data")
    subprocess.run([sys.executable, GENERATOR, "staffing", "--rows", str(rows), "-o", f"{folder}/Data/staffing.csv"],
                   check=True, stderr=subprocess.DEVNULL)
    with open(f"{folder}/Data/units.csv", "w", encoding="utf-8") as file:
        file.write("kode;navn;overordnet;niveau;type\nR;Kommune;;kommune;kommune\n")
        for code in sorted({100000 + unit * 37 % 900000 for unit in range(2000)}):
            file.write(f"{code};Enhed {code};R;enhed;enhed\n")


def measured(command, said=None):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(command, input=said, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0:
        sys.exit(f"{command}: {(result.stderr + result.stdout)[-2000:]}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, result.stdout


def engine(project, *more):
    """Processor seconds of the process and of the pass alone, memory in MiB, and what was told of each definition."""
    seconds, said = measured([ENGINE, project, *more])
    *lines, last = said.splitlines()
    _, alone, _, memory, _ = last.split()
    return seconds, float(alone), int(memory), {line.split()[0]: line.split()[1:] for line in lines}


def check(tool, said, told):
    """Stops where a figure of a tool differs from the engine's."""
    lines = [line.split("|") for line in said.splitlines() if line]
    if len(lines) != len(FORTY) or set(told) != set(FORTY):
        sys.exit(f"{tool} told of {len(lines)} definitions, the engine of {len(told)}, of {len(FORTY)}")
    for (name, (_, numerator, denominator)), found in zip(FORTY.items(), lines):
        groups, n, d, persons, pairs = (int(number or 0) for number in found)
        expected = [groups, Decimal(n).scaleb(-numerator[1]), Decimal(d).scaleb(-denominator[1]), persons, pairs]
        if [Decimal(number) for number in told[name]] != expected:
            sys.exit(f"{name}: the engine told {told[name]}, {tool} {[str(number) for number in expected]}")
    print(f"{tool}: all {len(FORTY)} definitions have the same groups and sums", flush=True)


def sqlite(project, told):
    path = f"{project}/.sammen/sammen.sqlite"
    with sqlite3.connect(path) as database:
        codes = dict(database.execute(
            "select label, code from category c join dataset_column d on d.id = c.column_id "
            "where d.name in ('area', 'job_group', 'employment_type')"))
    said = "\n".join(queries("rows_staffing", lambda words: str(codes.get(words, -1))))
    seconds, found = measured(["sqlite3", "-readonly", path], "pragma mmap_size = 4000000000;\n" + said)
    check("sqlite3", "\n".join(found.splitlines()[1:]), told)
    return seconds


def duckdb(project, told):
    path = f"{project}/peer.duckdb"
    load = """import duckdb, sys
connection = duckdb.connect(sys.argv[1])
connection.execute('''create table raw as select * from read_csv(?, delim=';', header=true, decimal_separator=',',
    types={'fte': 'DECIMAL(12,2)', 'absence_days': 'DECIMAL(12,1)', 'gross_days': 'DECIMAL(12,1)',
           'payroll_dkk': 'DECIMAL(15,2)', 'headcount': 'BIGINT'})''', [sys.argv[2]])
for column in ('area', 'job_group', 'employment_type'):
    connection.execute(f"create type {column}_type as enum (select distinct {column} from raw)")
connection.execute('''create table data as select unit_id unit, month period, job_group::job_group_type job_group,
    area::area_type area, employment_type::employment_type_type employment_type, headcount,
    (fte * 100)::BIGINT fte, (absence_days * 10)::BIGINT absence_days, (gross_days * 10)::BIGINT gross_days,
    (payroll_dkk * 100)::BIGINT payroll from raw''')
connection.execute('drop table raw')"""
    run = """import duckdb, sys
connection = duckdb.connect(sys.argv[1], read_only=True)
connection.execute('set enable_progress_bar = false')
for query in sys.stdin: print(*connection.execute(query).fetchone(), sep='|')"""
    measured([sys.executable, "-c", load, path, f"{project}/Data/staffing.csv"])
    seconds, found = measured([sys.executable, "-c", run, path], "\n".join(queries("data")))
    check("DuckDB", found.replace("None", "0"), told)
    return seconds


def count_definitions():
    """Stops where the committed definitions are fewer or more alike than promised."""
    definitions = len(FORTY)
    filters = len({chosen for chosen, _, _ in FORTY.values() if chosen != ALL})
    numerators = len({numerator for _, numerator, _ in FORTY.values()})
    if definitions != 40 or filters < 25 or numerators < 15:
        sys.exit(f"{definitions} definitions, {filters} filters, {numerators} numerators")
    return f"{definitions} definitions, {filters} filters, {numerators} numerators"


def main():
    if not os.path.exists(GENERATOR):
        sys.exit("The generator ../shared/bench/generate/exports.py is not here: nothing was measured.")
    arguments = [a for a in sys.argv[1:] if not a.startswith("-")]
    rows = int(ROWS * (float(arguments[0]) if arguments else 1))
    folder = tempfile.mkdtemp(prefix="sammen-aggregate-")
    project, limit = f"{folder}/project", f"{folder}/agg"
    try:
        print(f"{count_definitions()}; {rows:,} rows", flush=True)
        subprocess.run(["gcc", "-O3", "-march=native", f"{BENCH}/limit/agg.c", "-o", limit, "-lsqlite3"], check=True)
        write_project(project, rows)
        result = subprocess.run([PROGRAM, "import", "--timings"], cwd=project, capture_output=True, text=True)
        loaded = json.loads(result.stderr.strip().splitlines()[-1])["rows"]
        if loaded != rows:
            sys.exit(f"{loaded} rows were loaded, not {rows}")
        runs, top = [], []
        for _ in range(RUNS):
            runs.append(engine(project))
            top.append(measured([
                limit, "sqlite", f"{project}/.sammen/sammen.sqlite",
                "select unit, period, job_group, fte, absence_days, gross_days from rows_staffing"])[0])
        whole, alone, memory = (statistics.median(run[part] for run in runs) for part in range(3))
        one = statistics.median(top)
        print(f"forty indicators {whole:.2f} s (the pass alone {alone:.2f} s), limit {one:.2f} s, "
              f"ratio {whole / one:.2f} (at most {LIMIT}, aim {AIM}); memory {memory} MiB (at most {MEMORY})", flush=True)
        if "--peers" in sys.argv:
            told = engine(project, "--pairs")[3]
            if shutil.which("sqlite3"):
                print(f"sqlite3, forty queries: {sqlite(project, told):.2f} s", flush=True)
            if __import__("importlib.util").util.find_spec("duckdb"):
                print(f"DuckDB, forty queries: {duckdb(project, told):.2f} s", flush=True)
        if whole > LIMIT * one or memory > MEMORY:
            sys.exit("slower, or larger, than promised")
    finally:
        shutil.rmtree(folder)


main()

"""Times the import of the three generated exports beside the C limit and other tools, in one run.

Processor seconds (user and system) of whole processes, medians; own memory is the peak of the resident set without
pages of files. Usage: python3 Benchmarks/import.py [SHARE] [--peers]
SHARE of the full size (5 M, 2 M and 1 M rows), 1 unless given. With --peers also `sqlite3 .import` typed, DuckDB and
sqlite-utils, where they are installed.
"""
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
BENCH = os.path.join(ROOT, "..", "shared", "bench")
GENERATOR = os.path.join(BENCH, "generate", "exports.py")
PARSER = os.path.join(os.path.dirname(os.environ.get("SAMMEN", os.path.join(ROOT, ".build", "release", "sammen"))),
                      "ParseBenchmark")
PROGRAM = os.environ.get("SAMMEN", os.path.join(ROOT, ".build", "release", "sammen"))
RUNS = 3

EXPORTS = {
    "staffing": {
        "rows": 5_000_000, "types": "cccccc" "nnnnn" "c", "c": (";", "miccccidddd" "c", []),
        "dataset": {
            "period": {"column": "month", "as": "month"}, "unit": {"column": "unit_id"},
            "numbers": {"headcount": "headcount", "fte": "fte", "absence_days": "absence_days",
                        "gross_days": "gross_days", "payroll": "payroll_dkk"},
            "categories": {"unit_name": "unit_name", "area": "area", "job_group": "job_group",
                           "employment_type": "employment_type", "reported_on": "reported_on"},
            "key": ["job_group", "employment_type"]}},
    "wellbeing": {
        "rows": 2_000_000, "types": "tcccncnnc", "c": (",", "cmicicifc", []),
        "dataset": {
            "period": {"column": "date", "as": "year"}, "unit": {"column": "school_id"},
            "numbers": {"answer": "answer", "weight": "weight", "grade": "grade"},
            "categories": {"respondent": "respondent", "school": "school", "question": "question_id",
                           "comment": "comment"},
            "key": ["respondent", "question"]}},
    "participation": {
        "rows": 1_000_000, "types": "tcccccnnnnc", "c": (";", "tmicccii" "ddc", ["cp1252"]),
        "dataset": {
            "period": {"column": "event_date", "as": "month"}, "unit": {"column": "unit_id"},
            "numbers": {"participants": "participants", "volunteers": "volunteers", "hours": "hours", "fee": "fee_kr"},
            "categories": {"unit_name": "unit_name", "activity": "activity", "target_group": "target_group",
                           "note": "note"},
            "texts": {"event": "event_id"}, "key": ["event"]}},
}


def write_project(folder, kind, rows):
    os.makedirs(f"{folder}/Data")
    data = f"{folder}/Data/{kind}.csv"
    subprocess.run([sys.executable, GENERATOR, kind, "--rows", str(rows), "-o", data], check=True,
                   stderr=subprocess.DEVNULL)
    codes = {str(100000 + u * 37 % 900000) for u in range(2000)} | {str(280000 + s) for s in range(300)}
    with open(f"{folder}/Data/units.csv", "w", encoding="utf-8") as file:
        file.write("kode;navn;overordnet;niveau;type\nR;Kommune;;kommune;kommune\n")
        for code in sorted(codes):
            file.write(f"{code};Enhed {code};R;enhed;enhed\n")
    dataset = {"title": kind, "files": f"Data/{kind}.csv", **EXPORTS[kind]["dataset"]}
    config = {"project": {"title": "Måling", "languages": ["da"], "builtAt": "2026-11-20"}, "goals": [],
              "units": {"file": "Data/units.csv", "root": "R"}, "datasets": {kind: dataset}}
    with open(f"{folder}/config.json", "w", encoding="utf-8") as file:
        json.dump(config, file, ensure_ascii=False, indent=1)
    return data


def measured(command, folder=None, tolerant=False):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0:
        if tolerant:
            return None, result
        sys.exit(f"{command}: {result.stderr[-2000:]}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, result


def sammen(folder, rows):
    shutil.rmtree(f"{folder}/.sammen", ignore_errors=True)
    seconds, result = measured([PROGRAM, "import", "--timings"], folder)
    timings = json.loads(result.stderr.strip().splitlines()[-1])
    if timings["rows"] != rows:
        sys.exit(f"{timings['rows']} rows were loaded, not {rows}")
    return seconds, timings["ownMemory"]


def peers(kind, data, folder, share):
    """Other tools on the same file: a name and a call that returns processor seconds."""
    delimiter = EXPORTS[kind]["c"][0]
    found = {}
    if shutil.which("sqlite3"):
        with open(data, encoding="latin-1") as file:
            names = file.readline().lstrip("\u00ef\u00bb\u00bf").strip().split(delimiter)
        types = {"n": "REAL", "c": "TEXT", "t": "TEXT"}
        table = ", ".join(f'"{name}" {types[kind_]}' for name, kind_ in zip(names, EXPORTS[kind]["types"]))
        found["sqlite3 .import into typed columns"] = lambda: measured(
            ["sqlite3", f"{folder}/peer.sqlite", f"create table data({table})", ".mode csv",
             f".separator '{delimiter}'", f".import --skip 1 {data} data"])[0]
    if __import__("importlib.util").util.find_spec("duckdb"):
        script = ("import duckdb,sys; duckdb.connect(sys.argv[2]).execute('create table data as select * from "
                  "read_csv(?, encoding=?, delim=?, header=true)', [sys.argv[1], sys.argv[3], sys.argv[4]])")
        encoding = "latin-1" if kind == "participation" else "utf-8"
        found["DuckDB into its own format"] = lambda: measured(
            [sys.executable, "-c", script, data, f"{folder}/peer.duckdb", encoding, delimiter], tolerant=True)[0]
    if shutil.which("sqlite-utils") and share <= 0.2:
        found["sqlite-utils"] = lambda: measured(
            ["sqlite-utils", "insert", f"{folder}/peer.sqlite", "data", data, "--csv", "--delimiter", delimiter,
             "--encoding", "cp1252" if kind == "participation" else "utf-8-sig"])[0]
    return found


def main():
    if not os.path.exists(GENERATOR):
        sys.exit("The generator ../shared/bench/generate/exports.py is not here: nothing was measured.")
    arguments = [a for a in sys.argv[1:] if not a.startswith("-")]
    share = float(arguments[0]) if arguments else 1.0
    folder = tempfile.mkdtemp(prefix="sammen-import-")
    limit = f"{folder}/csvimport"
    subprocess.run(["gcc", "-O3", "-march=native", f"{BENCH}/limit/csvimport.c", "-o", limit, "-lsqlite3"], check=True)
    try:
        for kind, export in EXPORTS.items():
            rows = int(export["rows"] * share)
            project = f"{folder}/{kind}"
            data = write_project(project, kind, rows)
            delimiter, schema, more = export["c"]
            ours, memory, c = [], [], []
            for _ in range(RUNS):
                seconds, own = sammen(project, rows)
                ours.append(seconds)
                memory.append(own)
                c.append(measured([limit, data, f"{folder}/limit.sqlite", delimiter, schema, "delete", *more])[0])
            parse = statistics.median(
                measured([limit, data, "-", delimiter, schema, "parse", *more])[0] for _ in range(RUNS))
            mine = statistics.median(ours)
            top = statistics.median(c)
            mine_parse = statistics.median(
                measured([PARSER, data, export["types"]])[0] for _ in range(RUNS))
            print(f"{kind:14} {rows:>9,} rows, {os.path.getsize(data) / 1e6:,.0f} MB: sammen {mine:.2f} s, "
                  f"limit {top:.2f} s, ratio {mine / top:.2f} (at most 1.8); own memory {max(memory):,.0f} MiB; "
                  f"parsing alone {mine_parse:.2f} s, limit {parse:.2f} s", flush=True)
            if "--peers" in sys.argv:
                for name, run in peers(kind, data, folder, share).items():
                    for old in ("peer.sqlite", "peer.duckdb"):
                        if os.path.exists(f"{folder}/{old}"):
                            os.remove(f"{folder}/{old}")
                    seconds = run()
                    said = "cannot read the file" if seconds is None else f"{seconds:.2f} s"
                    print(f"{'':14} {name}: {said}", flush=True)
            shutil.rmtree(project)
    finally:
        shutil.rmtree(folder)


main()

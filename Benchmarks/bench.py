"""Times the whole job on generated staffing rows: import, compute, clear, draw, write.

Uses the generator in ../shared/bench/generate and prints rows, charts and pages a second of processor time, the wall
time and the peak memory. Usage: python3 Benchmarks/bench.py [ROWS]
"""
import csv
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
GENERATOR = os.path.join(ROOT, "..", "shared", "bench", "generate", "exports.py")
PROGRAM = os.path.join(ROOT, ".build", "release", "sammen")
RUNS = 3

INDICATORS = {
    "absence": ("share", "absence_days", "gross_days"),
    "part-time": ("mean", "fte", "headcount"),
    "temporary": ("share", "if(employment_type = 'Timelønnet', headcount, 0)", "headcount"),
    "carers": ("share", "if(job_group in ('Social- og sundhedsassistenter', 'Social- og sundhedshjælpere'), headcount, 0)",
               "headcount"),
}


def write_project(folder, rows):
    os.makedirs(f"{folder}/Data")
    os.makedirs(f"{folder}/Metrics/staff")
    data = f"{folder}/Data/staffing.csv"
    subprocess.run([sys.executable, GENERATOR, "staffing", "--rows", str(rows), "-o", data], check=True,
                   stderr=subprocess.DEVNULL)
    units, areas = {}, {}
    with open(data, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            area = areas.setdefault(row["area"], f"A{len(areas) + 1}")
            units[row["unit_id"]] = (row["unit_name"], area)
    with open(f"{folder}/Data/units.csv", "w", encoding="utf-8") as file:
        file.write("kode;navn;overordnet;niveau;type\nR;Kommune;;kommune;kommune\n")
        for name, code in areas.items():
            file.write(f"{code};{name};R;forvaltning;forvaltning\n")
        for code, (name, area) in units.items():
            file.write(f"{code};{name};{area};enhed;enhed\n")
    text = {"da": "Måling"}
    config = {
        "project": {"title": text, "organisation": {"da": "Kommune"}, "languages": ["da"], "builtAt": "2026-11-20"},
        "goals": [{"id": "staff", "title": {"da": "Medarbejdere"}, "statement": {"da": "Nok hænder."}}],
        "units": {"file": "Data/units.csv", "root": "R"},
        "datasets": {"staffing": {
            "title": text, "publisher": text, "rhythm": "month", "files": "Data/staffing.csv",
            "period": {"column": "month", "as": "month"}, "unit": {"column": "unit_id"},
            "numbers": {"headcount": "headcount", "fte": "fte", "absence_days": "absence_days",
                        "gross_days": "gross_days", "payroll": "payroll_dkk"},
            "categories": {"job_group": "job_group", "employment_type": "employment_type"},
            "key": ["job_group", "employment_type"]}},
    }
    with open(f"{folder}/config.json", "w", encoding="utf-8") as file:
        json.dump(config, file, ensure_ascii=False, indent=1)
    for name, (measure, top, bottom) in INDICATORS.items():
        with open(f"{folder}/Metrics/staff/{name}.yaml", "w", encoding="utf-8") as file:
            file.write(f"title: {{da: {name}}}\ndataset: staffing\nmeasure: {measure}\nnumerator: \"{top}\"\n"
                       f"denominator: \"{bottom}\"\npersons: headcount\nby: [job_group]\ndirection: down\n")


def build(folder):
    shutil.rmtree(f"{folder}/.sammen", ignore_errors=True)
    shutil.rmtree(f"{folder}/Output", ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(["/usr/bin/env", "bash", "-c", 'exec "$0" build --timings', PROGRAM], cwd=folder,
                            capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0:
        sys.exit(result.stderr)
    timings = json.loads(result.stderr.strip().splitlines()[-1])
    timings["processor"] = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    timings["peak"] = after.ru_maxrss
    return timings


def main():
    if not os.path.exists(GENERATOR):
        sys.exit("The generator ../shared/bench/generate/exports.py is not here: nothing was measured.")
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    folder = tempfile.mkdtemp(prefix="sammen-bench-")
    try:
        write_project(folder, rows)
        build(folder)  # once to warm the disk
        runs = [build(folder) for _ in range(RUNS)]
    finally:
        shutil.rmtree(folder)
    median = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
    print(f"{rows:,} staffing rows, {len(INDICATORS)} indicators; processor seconds, medians of {RUNS} runs")
    print(f"  import   {median['import']:7.2f} s  {median['rows'] / median['import']:>12,.0f} rows/s")
    print(f"  compute  {median['compute']:7.2f} s  {median['rows'] / median['compute']:>12,.0f} rows/s")
    print(f"  clear    {median['clear']:7.2f} s")
    print(f"  draw     {median['draw']:7.2f} s  {median['charts'] / median['draw']:>12,.0f} charts/s (SVG on pages)")
    print(f"  write    {median['write']:7.2f} s  {median['pages_count'] / median['write']:>12,.0f} pages/s (with pictures)")
    print(f"  whole    {median['processor']:7.2f} s; peak memory {median['peak'] / 1024:,.0f} MiB")


main()

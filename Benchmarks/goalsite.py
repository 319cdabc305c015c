"""Times whole goal sites from somebody else's indicators: the data alone (imported, computed and cleared, nothing written),
the first build with all its pages, pictures and downloads, an unchanged build, and one after a figure changed.

Reads ../shared/data/real/ons-goals and bristol-goals (CSV files in the form of Open SDG) where they are, with the declarations
that Examples/ons/make.py writes. A third site is as large as the one Open SDG's data build was timed on, 264 files and
171,000 rows: copies of the country's files under other numbers, and the city's template files. Each round begins without a
database and without a site. Usage: python3 Benchmarks/goalsite.py [ROUNDS]
"""
import glob
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
REAL = os.path.join(ROOT, "..", "shared", "data", "real")
PROGRAM = os.environ.get("SAMMEN", os.path.join(ROOT, ".build", "release", "sammen"))
MAKE = os.path.join(ROOT, "Examples", "ons", "make.py")
FILES, ROWS = 264, 171_000


def copied(source, target):
    os.makedirs(target, exist_ok=True)
    for path in sorted(glob.glob(f"{source}/*.csv") + glob.glob(f"{source}/*.md")):
        shutil.copy(path, target)
    return target


def count_rows(paths):
    return sum(open(path, "rb").read().count(b"\n") - 1 for path in paths)


def enlarged(target):
    """The country's files again and again, each time under new numbers, until there are rows enough; then small files."""
    os.makedirs(target)
    large = sorted(glob.glob(f"{REAL}/ons-goals/*.csv"))
    small = sorted(glob.glob(f"{REAL}/bristol-goals/indicator_*.csv"), key=os.path.getsize)
    files = rows = round = 0
    while rows < ROWS:
        round += 1
        for path in large:
            goal, rest = os.path.basename(path)[len("indicator_"):-len(".csv")].split("-", 1)
            shutil.copy(path, f"{target}/indicator_{goal}-{rest}-{round}.csv")
            metadata = path.replace("indicator_", "").replace(".csv", ".md")
            shutil.copy(metadata, f"{target}/{goal}-{rest}-{round}.md")
        files, rows = files + len(large), rows + count_rows(large)
    for path in small[:FILES - files]:
        name = os.path.basename(path)
        shutil.copy(path, f"{target}/{name.replace('.csv', '-b.csv')}")
    return target


def project(folder, source, place):
    os.makedirs(folder)
    about = {"place": place, "publisher": "", "licence": "", "project": {
        "title": f"Goals, {place}", "organisation": place, "languages": ["en"], "builtAt": "2023-07-21"}}
    with open(f"{folder}/about.json", "w", encoding="utf-8") as file:
        json.dump(about, file)
    told = subprocess.run([sys.executable, MAKE, source, folder, "--placeholders"], check=True, capture_output=True, text=True)
    return told.stdout.splitlines()[0]


def timed(arguments):
    """Wall seconds, processor seconds (user and system), the peak memory in MiB, and what one call said on standard error."""
    begin = time.perf_counter()
    process = subprocess.Popen([PROGRAM, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"sammen {' '.join(arguments)} ended with {process.returncode}:\n{errors[:2000]}")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, errors


def change_one(path):
    """The last figure of a file is another."""
    lines = open(path, encoding="utf-8").read().splitlines()
    lines[-1] = lines[-1].rsplit(",", 1)[0] + ",1.5"
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def measure(name, source, folder, rounds):
    told = project(folder, source, name)
    csv = glob.glob(f"{source}/indicator_*.csv")
    site, steps = f"{folder}/Output", {"data alone": [], "whole site": [], "unchanged": [], "one figure changed": []}
    for _ in range(rounds):
        shutil.rmtree(f"{folder}/.sammen", ignore_errors=True)
        shutil.rmtree(site, ignore_errors=True)
        steps["data alone"].append(timed(["check", "--project", folder]))
        shutil.rmtree(f"{folder}/.sammen", ignore_errors=True)
        build = ["build", "--project", folder, "--output", site]
        steps["whole site"].append(timed([*build, "--timings"]))
        stages = json.loads(steps["whole site"][-1][3].splitlines()[-1])
        files = [os.path.join(at, file) for at, _, names in os.walk(site) for file in names]
        size = sum(os.path.getsize(file) for file in files) / 1e6
        steps["unchanged"].append(timed(build))
        first = sorted(csv)[0]
        before = open(first, "rb").read()
        change_one(first)
        steps["one figure changed"].append(timed(build))
        open(first, "wb").write(before)
    print(f"{name}: {len(csv)} CSV files, {count_rows(csv):,} rows; declared {told}; site {len(files):,} files, {size:.1f} MB")
    for step, runs in steps.items():
        wall, processor, memory = (statistics.median(column) for column in list(zip(*runs))[:3])
        print(f"  {step:20} {wall:7.2f} s  {processor:7.2f} processor s  {memory:5.0f} MiB")
    print("  of which", ", ".join(f"{name} {seconds:.2f}" for name, seconds in stages.items() if isinstance(seconds, float)))


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    if not os.path.isdir(f"{REAL}/ons-goals"):
        sys.exit("the goal indicators are not here: ../shared/data/real/ons-goals, bristol-goals")
    with tempfile.TemporaryDirectory() as folder:
        measure("the country", copied(f"{REAL}/ons-goals", f"{folder}/ons-goals"), f"{folder}/ons", rounds)
        measure("the city", copied(f"{REAL}/bristol-goals", f"{folder}/bristol-goals"), f"{folder}/bristol", rounds)
        measure("264 files", enlarged(f"{folder}/enlarged"), f"{folder}/large", rounds)


if __name__ == "__main__":
    main()

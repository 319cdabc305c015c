"""Times 5,000 pages of 28 KB beside Hugo, jinja2 and the limit in C, in one run.

The data are those of `../shared/bench/generate/site.py`: each tool gets them in files of its own form. `PageBenchmark` puts each
page together from 100 links, a paragraph and a table of 120 rows by the markup and the frame of our pages, checks every link,
and writes with `EditionWriter`. No tool compresses. Clean: no site is there. Unchanged: the tool is called again with the same
data; ours compares the data with what the site was made from, and once more makes every page again and compares it. Processor seconds (user and system) of whole processes, medians of RUNS, in turns; peak memory is the largest
resident set. Usage: python3 Benchmarks/pages.py [PAGES]
"""
import csv
import json
import multiprocessing
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
BENCH = os.path.join(ROOT, "..", "shared", "bench")
GENERATOR = os.path.join(BENCH, "generate", "site.py")
PROGRAM = os.environ.get("PAGE_BENCHMARK", os.path.join(ROOT, ".build", "release", "PageBenchmark"))
PAGES = 5000
RUNS = int(os.environ.get("RUNS", 3))
SHARE, UNCHANGED, MEMORY = 0.4, 0.5, 128


def write_data(folder):
    """The generator's pages as CSV, the form that our programs read."""
    with open(f"{folder}/pages.json", encoding="utf-8") as file:
        data = json.load(file)
    os.makedirs(f"{folder}/sammen")

    def write(name, header, rows):
        with open(f"{folder}/sammen/{name}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(header)
            writer.writerows(rows)

    write("pages", ["id", "title"], ((page["id"], page["title"]) for page in data["pages"]))
    write("rows", ["id", "m", "s", "v", "n"],
          ((page["id"], row["m"], row["s"], row["v"], row["n"]) for page in data["pages"] for row in page["rows"]))
    write("links", ["id", "text"], ((link["u"].strip("/").split("/")[-1], link["t"]) for link in data["nav"]))
    write("text", ["text", "language"], [(data["prose"], "da")])


def run(command, folder):
    """Processor seconds, peak memory in MiB, and what was said."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode()
    if process.returncode:
        sys.exit(f"{command[0]} failed: {text}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def pages_in(folder):
    """How many large pages a tool wrote, and their mean size."""
    sizes = [os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(folder) for name in names
             if name == "index.html"]
    large = [size for size in sizes if 20_000 < size < 40_000]
    return len(large), statistics.mean(large)


def main():
    if not os.path.exists(GENERATOR):
        sys.exit("The generator ../shared/bench/generate/site.py is not here: nothing was measured.")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    folder = tempfile.mkdtemp(prefix="sammen-pages-")
    try:
        subprocess.run([sys.executable, GENERATOR, "--pages", str(count), "-o", folder], check=True)
        # In a process of its own: what is called later counts the memory of its caller at the start as its own.
        writer = multiprocessing.Process(target=write_data, args=(folder,))
        writer.start()
        writer.join()
        subprocess.run(["gcc", "-O3", "-march=native", f"{BENCH}/limit/pages.c", "-o", f"{folder}/limit"], check=True)
        ours = [PROGRAM, "sammen", "out-Sammen"]
        tools = {"Sammen": (ours, ours, [*ours, "--again"])}
        if shutil.which("hugo"):
            tools["Hugo"] = (["hugo", "--quiet", "-s", "hugo", "-d", f"{folder}/out-Hugo"],) * 2
        if __import__("importlib.util").util.find_spec("jinja2"):
            tools["jinja2"] = ([sys.executable, f"{BENCH}/peers/jinja_site.py", "pages.json", "out-jinja2"],) * 2
        limit = [f"{folder}/limit", str(count), "28000", "out-limit"]
        tools["limit in C"] = [*limit, "plain", "nested"], [*limit, "skip", "nested"]
        results = {tool: tuple([] for _ in commands) for tool, commands in tools.items()}
        for number in range(RUNS):
            for tool, commands in tools.items():
                # What stood there before is moved, not removed: making files is dear where many were just removed.
                out = f"{folder}/out-{tool.split()[0]}"
                if number:
                    os.rename(out, f"{out}-{number}")
                    pathlib.Path(f"{out}.fingerprint").unlink(missing_ok=True)
                for result, command in zip(results[tool], commands):
                    result.append(run(command, folder))
        medians = report(results, folder, count)
    finally:
        shutil.rmtree(folder)
    clean, again, memory = medians["Sammen"]
    too_slow = again > UNCHANGED or memory > MEMORY or ("Hugo" in medians and clean > SHARE * medians["Hugo"][0])
    if too_slow:
        sys.exit("slower, or larger, than promised")


def report(results, folder, count):
    """Prints a line for each tool. Returns the medians: clean, unchanged, memory."""
    medians = {}
    for tool, parts in results.items():
        first, second, *third = (statistics.median(one[0] for one in part) for part in parts)
        memory = max(one[1] for part in parts for one in part)
        medians[tool] = first, second, memory
        written, size = pages_in(f"{folder}/out-{'limit' if 'limit' in tool else tool}")
        if written < count:
            sys.exit(f"{tool} wrote {written} pages of {count}")
        made = f", made again and compared {third[0]:.2f} s" if third else ""
        print(f"{tool:<11} clean {first:6.2f} s  unchanged {second:6.2f} s{made}  memory {memory:5.0f} MiB  "
              f"{written:,} pages of {size:,.0f} bytes", flush=True)
    for name, part in zip(("clean", "unchanged", "made again"), results["Sammen"]):
        print(f"Sammen, {name}: {part[-1][2].strip()}")
    if "Hugo" in medians:
        print(f"Sammen / Hugo, clean: {medians['Sammen'][0] / medians['Hugo'][0]:.2f} (at most {SHARE})")
    return medians


main()

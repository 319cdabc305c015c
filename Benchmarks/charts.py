"""Draws charts beside Cairo's own writers, gnuplot, matplotlib and Vega, in one run.

Line charts of two series of sixty months with axes, target and names, and control charts of sixty markers, at
800 × 450, from their models (`ChartBenchmark`). Beside them, in turns, the same kind of chart by `../shared/bench/limit` in C (Cairo's
SVG and PNG writers, and libpng with a palette) and by the calls of `../shared/bench/peers`. Processor seconds (user and
system) of whole processes less those of the shortest run, so that starting up is not counted; medians of RUNS.
Usage: python3 Benchmarks/charts.py
Peers that are not installed are named and left out: apt-get install gnuplot-nox libpango1.0-dev; pip install matplotlib
vl-convert-python (into the Python that PEERS_PYTHON names, this one unless set).
"""
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
PROGRAM = os.environ.get("CHARTS", os.path.join(ROOT, ".build", "release", "ChartBenchmark"))
PYTHON = os.environ.get("PEERS_PYTHON", sys.executable)
RUNS = 5
# What must hold: charts a second of one core, and bytes of a drawing.
LEAST = {("line", "svg"): 3000, ("line", "png"): 300, ("control", "svg"): 2000}
LARGEST = 10_240


def seconds(command, said=None, environment=None):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(command, input=said, capture_output=True, text=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0:
        raise RuntimeError(f"{command[0]}: {(result.stderr + result.stdout)[-400:]}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


class Drawer:
    """One way of drawing: `call(count, folder)` gives a command, or a command and what it reads."""

    def __init__(self, name, kind, form, many, call):
        self.name, self.kind, self.form, self.many, self.call = name, kind, form, many, call
        self.rates, self.size, self.missing = [], None, None

    def run(self, folder):
        if self.missing:
            return
        try:
            few = max(1, self.many // 20)
            spent = [self.spend(count, folder) for count in (few, self.many)]
            self.rates.append((self.many - few) / max(spent[1] - spent[0], 1e-6))
            self.size = self.size or self.drawn(folder)
        except (OSError, RuntimeError) as problem:
            self.missing = str(problem).strip().splitlines()[-1][:90]

    def spend(self, count, folder):
        command = self.call(count, folder)
        command, said = command if isinstance(command, tuple) else (command, None)
        return seconds(command, said, {**os.environ, "PYTHONPATH": os.path.join(BENCH, "peers"), "MPLBACKEND": "agg"})

    def drawn(self, folder):
        files = [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(self.form)]
        return os.path.getsize(files[0]) if files else None

    @property
    def rate(self):
        return statistics.median(self.rates) if self.rates else None


def ours(kind, form, many):
    return Drawer("Sammen", kind, form, many,
                  lambda count, folder: [PROGRAM, kind, form, str(count), f"{folder}/first.{form}"])


def compiled(source, folder):
    """The path of a program of the limit; where it cannot be built, of none."""
    target = os.path.join(folder, source)
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "pangocairo", "cairo", "libpng"], capture_output=True,
                           text=True).stdout.split()
    subprocess.run(["gcc", "-O3", "-march=native", f"{BENCH}/limit/{source}.c", "-o", target, *flags],
                   capture_output=True)
    return target


def peers(folder):
    charts, png = compiled("charts", folder), compiled("png", folder)

    def script(name, form):
        return lambda count, out: [PYTHON, f"{BENCH}/peers/{name}.py", form, str(count), out]

    def gnuplot(form):
        def call(count, out):
            said = subprocess.run([sys.executable, f"{BENCH}/peers/gp.py", form, str(count), out], capture_output=True,
                                  text=True, check=True).stdout
            if not shutil.which("gnuplot"):
                raise RuntimeError("gnuplot is not installed")
            return ["gnuplot"], said
        return call

    yield Drawer("Cairo's SVG writer, in C", "line", "svg", 1000,
                 lambda count, _: [charts, "svgmem", "toy", str(count), "."])
    for name, mode, many in (("Cairo's PNG writer, in C", "cairo", 100), ("Cairo, drawing alone, in C", "draw", 600),
                             ("Cairo and libpng with a palette, in C", "pal1", 400)):
        yield Drawer(name, "line", "png", many, lambda count, _, mode=mode: [png, str(count), mode])
    for form, many in (("svg", 400), ("png", 100)):
        yield Drawer("gnuplot", "line", form, many, gnuplot(form))
    for name, program in (("matplotlib", "mpl"), ("Vega (vl-convert)", "vl")):
        for form in ("svg", "png"):
            yield Drawer(name, "line", form, 40, script(program, form))


def main():
    if not os.path.exists(PROGRAM):
        sys.exit(f"{PROGRAM} is missing: swift build -c release --product ChartBenchmark")
    own = [ours("line", "svg", 8000), ours("line", "png", 600), ours("control", "svg", 8000),
           ours("control", "png", 600), ours("line", "pdf", 200)]
    with tempfile.TemporaryDirectory() as folder:
        drawers = own + list(peers(folder))
        for turn in range(RUNS):
            for drawer in drawers:
                with tempfile.TemporaryDirectory() as out:
                    drawer.run(out)
            print(f"turn {turn + 1} of {RUNS}", file=sys.stderr, flush=True)
    failed = False
    print("| drawing, 800 × 450 | charts a second of one core | bytes | Sammen is faster |\n|---|---|---|---|")
    for drawer in drawers:
        title = f"{drawer.name}, {drawer.form.upper()}" + (", control chart" if drawer.kind == "control" else "")
        if drawer.rate is None:
            print(f"| {title} | missing: {drawer.missing} | | |")
            continue
        beside = next(mine for mine in own if (mine.kind, mine.form) == (drawer.kind, drawer.form))
        least = LEAST.get((drawer.kind, drawer.form)) if drawer in own else None
        said = f"{drawer.rate:,.0f}" + (f" (at least {least:,})" if least else "")
        ratio = "" if drawer in own else f"{beside.rate / drawer.rate:.1f} times"
        print(f"| {title} | {said} | {drawer.size or 'not kept'} | {ratio} |")
        failed |= bool(least and drawer.rate < least)
        failed |= drawer in own and drawer.form == "svg" and (drawer.size or 0) > LARGEST
    if failed:
        sys.exit("a figure is outside what must hold")


if __name__ == "__main__":
    main()

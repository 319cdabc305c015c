# The commands people need. `make site` builds the program and the site; `make test` proves it.
SWIFT_FLAGS := -c release
BIN := .build/release

.PHONY: site test test-browser samples bench bench-import bench-aggregate bench-charts fuzz clean

site:
	@Scripts/bootstrap build
	@swift build $(SWIFT_FLAGS) --product sammen
	@$(BIN)/sammen build

test:
	@Scripts/bootstrap test
	@Scripts/test

# The example registers under Data/, made anew; the same bytes every time.
samples:
	@swift run $(SWIFT_FLAGS) sample-registers Data

bench:
	@Scripts/bootstrap test
	@swift build $(SWIFT_FLAGS) --product sammen
	@python3 Benchmarks/bench.py

clean:
	rm -rf .build .sammen Output/public Output/managers

# The review pictures under Documentation/pictures, from the site as it is built now.
.PHONY: pictures
pictures: site
	@$(BIN)/sammen build --project Examples/telemark
	@Scripts/bootstrap test
	@test -x .venv/bin/python || python3 -m venv .venv
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check -r Tests/Browser/requirements.txt
	@.venv/bin/python Scripts/pictures.py

# The import beside the C limit, at full size; SHARE=0.1 for a tenth, with other tools beside it.
bench-import:
	@swift build -c release --product sammen && swift build -c release --product ParseBenchmark
	@python3 Benchmarks/import.py $(or $(SHARE),1) --peers

# Forty indicators added up in one pass, beside the C limit, at full size; SHARE=0.1 for a tenth, with other tools beside it.
bench-aggregate:
	@swift build -c release --product sammen && swift build -c release --product AggregateBenchmark
	@python3 Benchmarks/aggregate.py $(or $(SHARE),1) --peers

# 5,000 pages beside Hugo, jinja2 and the C limit, clean and unchanged.
.PHONY: bench-pages
bench-pages:
	@swift build -c release --product PageBenchmark
	@python3 Benchmarks/pages.py $(PAGES)

# Line and control charts beside Cairo's own writers, gnuplot, matplotlib and Vega; it says which of them are missing.
bench-charts:
	@swift build -c release --product ChartBenchmark
	@python3 Benchmarks/charts.py

# Ten minutes of random files on one core, or as many seconds as said: make fuzz SECONDS=1800
fuzz:
	@Tests/Fuzz/run $(or $(SECONDS),600)

# Whole goal sites from somebody else's indicators: time and size; ROUNDS=1 for a quick look.
.PHONY: bench-goalsite
bench-goalsite:
	@swift build -c release --product sammen
	@python3 Benchmarks/goalsite.py $(or $(ROUNDS),3)

# The pages of every example in a real Chromium: one of each kind and state; test-all takes every page and counts them.
.PHONY: test-all
test-browser test-all: site
	@Scripts/bootstrap test
	@test -x .venv/bin/python || python3 -m venv .venv
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check -r Tests/Browser/requirements.txt
	@SAMMEN_ALL_PAGES=$(if $(filter test-all,$@),1) .venv/bin/python -m pytest -q Tests/Browser

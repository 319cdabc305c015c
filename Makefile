# The commands people need. `make site` builds the program and the site; `make test` proves it.
SWIFT_FLAGS := -c release
BIN := .build/release

.PHONY: site test test-browser samples bench bench-import bench-aggregate fuzz clean

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

# Ten minutes of random files on one core, or as many seconds as said: make fuzz SECONDS=1800
fuzz:
	@Tests/Fuzz/run $(or $(SECONDS),600)

# The commands people need. `make site` builds the program and the site; `make test` proves it.
SWIFT_FLAGS := -c release
BIN := .build/release

.PHONY: site test test-browser samples bench clean

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

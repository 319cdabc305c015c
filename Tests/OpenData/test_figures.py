"""Every figure is the same in every format."""

import figures
from conftest import LANGUAGES


def test_every_figure_is_the_same_in_every_format(sites):
    total = 0
    for name, site in sites.items():
        for language in LANGUAGES:
            if (site / language).is_dir():
                faults, count = figures.differences(site, language)
                assert faults == [], (name, language, faults[:5])
                assert count > 0
                total += count
    assert total > 15_000
    print(f"{total} figures, each in CSV, for spreadsheets, in JSON, JSON-stat and SQLite")

"""Every figure is the same in every format."""

import figures
from conftest import LANGUAGES, editions


def test_every_figure_is_the_same_in_every_format(sites):
    total = 0
    for edition in [edition for site in sites.values() for edition in editions(site)]:
        for language in LANGUAGES:
            if (edition / language).is_dir():
                faults, count = figures.differences(edition, language)
                assert faults == [], (edition, language, faults[:5])
                assert count > 0
                total += count
    assert total > 15_000
    print(f"{total} figures, each in CSV, for spreadsheets, in JSON, JSON-stat and SQLite")

"""Every promise about a page that a browser can measure: axe, reflow, spacing, order, focus, labels and weight."""
import pytest

import sites as all_sites
from figures import say
from readers import measure
from visits import MEASURED, listen, visit


@pytest.fixture(scope="module")
def visited(readers, pages):
    """What was found on the pages of the sample, or on every page: (what, fault) pairs."""
    found = readers.over(pages, visit, reduced_motion="reduce")
    done = [counts for what, counts in found if what == "done"]
    assert len(done) == len(pages)
    how = "every page" if all_sites.ALL_PAGES else "a sample"
    names = ", ".join(sorted({page.site.name for page in pages}))
    say(f"{len(pages)} pages ({how}) of {names} visited; {sum(c for c, _ in done)} charts measured on them")
    return found


@pytest.mark.parametrize("what", MEASURED)
def test_nothing_is_wrong_with(what, visited):
    faults = [fault for name, fault in visited if name == what]
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults[:40])


def test_tab_key_goes_where_the_document_says(readers, pages):
    """Presses the key itself, on one page of each kind: the stops found in the document are the ones it reaches."""
    kinds = {(page.site.example, page.kind): page for page in pages if page.language == "da"}
    faults = readers.over(kinds.values(), press_tab)
    assert not faults, faults[:10]


def press_tab(page, item, most=30):
    listen(page, item.site.address)
    page.goto(item.url)
    expected = measure(page, "stops()")[:most]
    reached = []
    for _ in expected:
        page.keyboard.press("Tab")
        reached.append(measure(page, "active()"))
    return [] if reached == expected else [f"{item}: {reached} instead of {expected}"]

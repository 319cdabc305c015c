"""No two labels of a chart overlap and none is cut, with three fonts: every chart of every example and language.

The charts of all pages are put into empty pages of the same site, with its style rules, so that thousands can be
measured with `getBBox`; test_visits.py measures them a second time where they stand, with the font of this machine.
"""
import hashlib
import re

import pytest

from figures import say
from readers import measure

FONTS = ("Inter", "DejaVu Sans", "Liberation Sans")
# Charts that are measured together on one page.
BATCH = 60


def charts_of(all_pages):
    """Every drawing that is different from all others, with the page it stands on first."""
    found = {}
    for page in all_pages:
        for drawing in re.findall(r'<svg class="chart".*?</svg>', page.file.read_text(encoding="utf-8"), re.S):
            found.setdefault(hashlib.sha256(drawing.encode()).digest(), (page, drawing))
    return list(found.values())


def pictures_of(sites):
    """Every picture file that is different from all others: its site and its path."""
    found = {}
    for site in sites:
        for file in sorted(site.folder.rglob("*.svg")):
            if "<text" in (data := file.read_text(encoding="utf-8")):
                key = hashlib.sha256(data.encode()).digest()
                found.setdefault(key, (site, file.relative_to(site.folder).as_posix()))
    return list(found.values())


def batches(charts):
    """Charts of the same site together, so many at a time."""
    for site in {page.site for page, _ in charts}:
        own = [(page, drawing) for page, drawing in charts if page.site == site]
        yield from (own[start:start + BATCH] for start in range(0, len(own), BATCH))


def measure_batch(page, batch):
    """Puts the drawings into a page of their site, without its own content, and measures them with each font."""
    first = batch[0][0]
    page.goto(first.url)
    page.evaluate("""drawings => {
        document.body.innerHTML = drawings.map(drawing => '<div>' + drawing + '</div>').join('');
    }""", [drawing for _, drawing in batch])
    found = []
    for font in FONTS:
        assert has_font(page, font), f"{font} is not installed: Scripts/bootstrap test"
        found += [("fault", f"{first.site.name} {font}: {fault}") for fault in measure(page, "chartLabels()")]
    return found + [("count", measure(page, "counts()"))]


def has_font(page, font):
    """Sets the font of the drawings' texts, and says whether it is there: its widths differ from a fallback's."""
    measure(page, f"""style('font', 'svg text {{ font-family: "{font}", monospace !important; }}')""")
    return page.evaluate("""font => {
        const pen = document.createElement('canvas').getContext('2d');
        const width = family => { pen.font = '72px ' + family; return pen.measureText('Målselv 12,5 % wi').width; };
        return width(`"${font}", monospace`) !== width('monospace');
    }""", font)


def measure_picture(page, item):
    """A picture on its own, as somebody who has downloaded it opens it."""
    site, path = item
    page.goto(f"{site.address}/{path}")
    found = []
    for font in FONTS:
        measure(page, f"""style('font', 'svg text {{ font-family: "{font}" !important; }}')""")
        found += [("fault", f"{site.name}/{path} {font}: {fault}") for fault in measure(page, "chartLabels()")]
    return found + [("count", measure(page, "counts()"))]


def judged(found, what):
    counts = [count for name, count in found if name == "count"]
    faults = [fault for name, fault in found if name == "fault"]
    say(f"{sum(c for c, _ in counts)} {what}, {sum(t for _, t in counts)} texts, {len(FONTS)} fonts: "
          f"{len(faults)} faults")
    assert sum(t for _, t in counts) > 100
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults[:40])


def test_no_label_overlaps_or_is_cut(readers, all_pages):
    charts = charts_of(all_pages)
    judged(readers.over(batches(charts), measure_batch), "drawings on pages")


def test_no_label_overlaps_or_is_cut_in_picture_files(readers, sites):
    judged(readers.over(pictures_of(sites), measure_picture), "picture files")


@pytest.mark.parametrize("font", FONTS)
def test_fonts_are_told_apart(readers, pages, font):
    """A font that is not there is noticed, and one that is there is used."""
    def look(page, item):
        page.goto(item.url)
        return [has_font(page, font), has_font(page, "No Such Family")]
    assert readers.over(pages[:1], look) == [True, False]

"""Pages without scripts, and pages opened from a folder; what every page weighs with all it needs."""
import re

import pytest

from figures import say
from readers import measure
from test_links import target
from visits import limit, listen


def one_of_each_kind(pages):
    """The largest page of each kind in each language of every site."""
    found = {}
    for page in sorted(pages, key=lambda page: page.size):
        found[(page.site, page.language, page.kind)] = page
    return list(found.values())


def needed(page):
    """The files that a browser fetches with a page: style sheets, scripts, icons and pictures, and what they fetch."""
    files = {page.file}
    for element, key, address in page.document.links:
        rel = element.attributes.get("rel", "")
        fetched = element.name in ("img", "script", "source", "object", "iframe", "embed") and key != "href"
        if fetched or (element.name == "link" and re.search(r"stylesheet|icon|preload", rel)):
            if found := target(page, address):
                files.add(found[0])
    for sheet in [file for file in files if file.suffix == ".css"]:
        for address in re.findall(r"url\(['\"]?([^'\")]+)", sheet.read_text(encoding="utf-8")):
            if not address.startswith("data:"):
                files.add((sheet.parent / address).resolve())
    return files


def test_every_page_keeps_its_weight(all_pages):
    """From the files, on every page: the front page 120 KB, an indicator 200 KB, everything included."""
    promised = [(page, sum(file.stat().st_size for file in needed(page)), limit(page)) for page in all_pages
                if page.language and limit(page)]
    heaviest = sorted(promised, key=lambda found: found[1] / found[2])[-5:]
    say("\n".join(f"{page}: {size} of {most} bytes" for page, size, most in heaviest))
    faults = [f"{page}: {size} bytes, at most {most}" for page, size, most in promised if size > most]
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults[:20])


def test_every_script_is_small(sites):
    """One small script of our own, at most 10 KB."""
    faults = [f"{file}: {file.stat().st_size} bytes" for site in sites for file in site.folder.rglob("*.js")
              if file.stat().st_size > 10_000]
    assert not faults, faults


def without_scripts(page, item):
    """Text, tables and links as they are when no script runs."""
    listen(page, item.site.address)
    page.goto(item.url)
    found = page.problems + measure(page, "tables()") + measure(page, "unusable()")
    return [f"{item}: {fault}" for fault in found]


def test_pages_work_without_scripts(readers, pages):
    chosen = one_of_each_kind(pages)
    faults = readers.over(chosen, without_scripts, java_script_enabled=False)
    say(f"{len(chosen)} pages without scripts: {len(faults)} faults")
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults[:20])


def follow_menu(page, item):
    """Follows every link of a front page's menus by clicking it, without scripts."""
    listen(page, item.site.address)
    page.goto(item.url)
    faults = []
    # The language one reads is no choice and is not shown.
    for place in range(page.locator("header a:visible").count()):
        page.goto(item.url)
        page.locator("header a:visible").nth(place).click()
        page.locator("h1").first.wait_for()
        if page.locator("h1").count() != 1:
            faults.append(f"{item}: link {place} leads to {page.url}")
    return faults + page.problems


def test_menus_work_without_scripts(readers, pages):
    fronts = [page for page in one_of_each_kind(pages) if page.kind == "index.html"]
    assert fronts
    faults = readers.over(fronts, follow_menu, java_script_enabled=False)
    assert not faults, faults[:20]


def from_folder(page, item):
    """A page opened as a file: nothing fails, its style rules are used, and scripts make no errors."""
    listen(page, "file://")
    page.goto(item.file.as_uri())
    faults = list(page.problems)
    if page.evaluate("getComputedStyle(document.body).margin") != "0px":
        faults.append("the style sheet is not used")
    first = page.locator("main a[href]:not([href*=':']):visible").first
    if first.count():
        first.click()
        if page.locator("h1").count() != 1 and page.url.endswith(".html"):
            faults.append(f"the first link leads to {page.url}")
    return [f"{item}: {fault}" for fault in faults + page.problems]


def test_pages_work_from_a_folder(readers, pages):
    chosen = [page for page in one_of_each_kind(pages) if page.language == "da"]
    assert chosen
    faults = readers.over(chosen, from_folder)
    say(f"{len(chosen)} pages from a folder: {len(faults)} faults")
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults[:20])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_take_the_colours_of_the_scheme(readers, pages, scheme):
    """The line of our own figure is drawn in the accent of each scheme, not in black."""
    def colour(page, item):
        page.goto(item.url)
        return [page.locator("svg.chart .s.r-own").first.evaluate("e => getComputedStyle(e).stroke")]
    chosen = [page for page in pages if "indi" in page.kind and 's r-own"' in page.file.read_text(encoding="utf-8")][:1]
    assert chosen
    expected = {"light": "rgb(20, 80, 140)", "dark": "rgb(138, 186, 255)"}[scheme]
    assert readers.over(chosen, colour, color_scheme=scheme) == [expected]


def test_sample_data_are_said_first(pages):
    """Where all figures are made up, the front page says so before anything else."""
    chosen = [page for page in pages if page.site.example == "root" and page.path == "da/index.html"]
    assert chosen
    for page in chosen:
        heard = " ".join(words for _, words in page.document.chunks[:12])
        assert "Eksempeldata – ikke Roskilde Kommunes tal" in heard, page

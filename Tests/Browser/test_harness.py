"""The tests themselves: each measure finds the fault in a small page made for it, and none in the page without it."""
import dataclasses

import pytest

import sites as all_sites
import test_language
import test_links
import test_plain
from checker import Checker
from documents import Document
from readers import measure
from visits import AXE, COLOUR_RULES, RULES, RUN_AXE, look, visit

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><style>%s</style></head>'
BODY = '<body style="margin:0"><main><h1>Heading</h1>%s</main></body></html>'


def chart(*texts):
    inner = "".join(f'<text x="{x}" y="{y}" text-anchor="{anchor}">{words}</text>' for x, y, anchor, words in texts)
    return f'<svg class="chart" viewBox="0 0 200 100" width="200" height="100" font-size="12">{inner}</svg>'


# What is measured, a sound page, a page with the fault, the words of the fault, and the width.
CASES = {
    "labels that overlap": (
        "chartLabels()", chart((10, 20, "start", "One"), (10, 40, "start", "Two")),
        chart((10, 20, "start", "One"), (14, 24, "start", "Two")), "One × Two", 1240),
    "label cut at the right": (
        "chartLabels()", chart((100, 20, "start", "Short")), chart((190, 20, "start", "Far too long")), "cut:", 1240),
    "label cut at the top": (
        "chartLabels()", chart((10, 12, "start", "Text")), chart((10, 2, "start", "Text")), "cut:", 1240),
    "label that is turned": (
        "chartLabels()", chart((100, 50, "middle", "Turned")),
        chart((10, 50, "middle", "Turned")).replace("<text", '<text transform="rotate(90 100 5)"'), "cut:", 1240),
    "table wider than a phone": (
        "sideways()", '<div style="overflow-x:auto"><p style="width:600px">Wide</p></div>',
        '<p style="width:600px">Wide</p>', "sideways", 320),
    "text cut by its box": (
        "cut()", '<p style="overflow:hidden">Text that fits</p>',
        '<p style="overflow:hidden;width:60px;white-space:nowrap">Text that does not fit</p>', "cut:", 1240),
    "text cut below": (
        "cut()", '<p style="overflow:hidden;height:30px">One line</p>',
        '<p style="overflow:hidden;height:14px;width:60px">Some lines of text</p>', "cut:", 1240),
    "texts over each other": (
        "overlaps()", "<p>One</p><p>Two</p>",
        '<p>One</p><p style="margin-top:-40px">Two</p>', "overlap:", 1240),
    "order turned by style": (
        "order()", '<div style="display:flex"><a href="#">One</a><a href="#">Two</a></div>',
        '<div style="display:flex;flex-direction:row-reverse"><a href="#">One</a><a href="#">Two</a></div>',
        "tab goes back", 1240),
    "order turned upwards": (
        "order()", '<p><a href="#">One</a></p><p><a href="#">Two</a></p>',
        '<div style="display:flex;flex-direction:column-reverse"><a href="#">One</a><a href="#">Two</a></div>',
        "tab goes back", 1240),
    "columns are no fault": (
        "order()", '<div style="display:flex"><p><br><br><a href="#">One</a></p><p><a href="#">Two</a></p></div>',
        '<a href="#" tabindex="3">One</a>', "tabindex above 0", 1240),
    "focus without an outline": (
        "focus()", '<a href="#">One</a>', '<a href="#" style="outline:none">One</a>', "no outline", 1240),
    "focus hardly seen": (
        "focus()", '<a href="#" style="outline:3px solid #000">One</a>',
        '<a href="#" style="outline:3px solid #ccc">One</a>', "faint outline", 1240),
    "focus under something": (
        "focus()", '<a href="#">One</a>',
        '<a href="#">One</a><div style="position:fixed;inset:0;background:#fff">Over</div>', "covered", 1240),
    "two stops in a chart": (
        "chartStops()", chart().replace("<svg", '<svg tabindex="0"'),
        chart().replace("</svg>", '<g tabindex="0"><rect width="9" height="9"/></g></svg>')
               .replace("<svg", '<svg tabindex="0"'), "more than one stop", 1240),
    "table without headings": (
        "tables()", "<table><tr><th>A</th></tr><tr><td>1</td></tr></table>", "<table><tr><td>1</td></tr></table>",
        "no headings", 1240),
    "table that only a script shows": (
        "tables()", "<details><summary>S</summary><table><tr><th>A</th></tr></table></details>",
        "<div hidden><table><tr><th>A</th></tr></table></div>", "not seen", 1240),
    "button that does nothing": (
        "unusable()", "<p>Text</p>", "<button>Sort</button>", "does nothing", 1240),
}


@pytest.mark.parametrize("name", CASES)
def test_measure_finds_the_fault(readers, name):
    call, sound, broken, words, width = CASES[name]

    def look_at(page, body):
        page.set_viewport_size({"width": width, "height": 800})
        page.set_content(HEAD % ":focus{outline:3px solid #000}" + BODY % body)
        page.keyboard.press("Tab")
        return [measure(page, call)]
    assert readers.over([sound], look_at) == [[]]
    assert any(words in fault for fault in readers.over([broken], look_at)[0])


@pytest.mark.parametrize("rule,body,scheme,forced", [
    ("color-contrast", '<p style="color:#999">Faint</p>', "light", "none"),
    ("color-contrast", "<style>@media (prefers-color-scheme:dark){p{background:#111;color:#222}}</style><p>Faint</p>",
     "dark", "none"),
    ("color-contrast", "<style>@media (forced-colors:active){p{forced-color-adjust:none;color:#777;background:#888}}"
     "</style><p>Faint</p>", "light", "active"),
    ("target-size", '<button style="all:unset;font-size:5px">a</button><button style="all:unset;font-size:5px">b'
     "</button>", "light", "none"),
    ("image-alt", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "light", "none"),
    ("heading-order", "<h4>Too deep</h4>", "light", "none"),
])
def test_axe_finds_the_fault(readers, rule, body, scheme, forced):
    def look_at(page, body):
        look(page, scheme, 1240, forced)
        page.set_content(HEAD % ":focus{outline:3px solid #000}" + BODY % body)
        page.evaluate(AXE)
        measure(page, "counts()")
        colours = page.evaluate(RUN_AXE, [COLOUR_RULES, True]) if rule == "color-contrast" else []
        return [[page.evaluate(RUN_AXE, [RULES, False]), colours]]
    assert readers.over(["<p>Sound</p>"], look_at) == [[[], []]]
    everything, colours = readers.over([body], look_at)[0]
    assert any(fault.startswith(rule) for fault in everything)
    assert rule != "color-contrast" or colours == everything


PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>A page</title>
<link rel="stylesheet" href="{up}site.css"></head><body><main><h1>{heading}</h1>{body}</main></body></html>"""


@pytest.fixture()
def small_site(tmp_path):
    """Writes a site of a few pages by hand and returns its pages; `change` replaces a part of one of them."""
    def write(change=("", "")):
        bodies = {
            "en/index.html": ('<a href="goals/index.html#first">Goals</a>', "../"),
            "en/goals/index.html": ('<h2 id="first">First</h2><svg role="img" aria-label="A chart"></svg>'
                                    '<a href="../index.html">Front page</a>', "../../"),
        }
        for path, (body, up) in bodies.items():
            file = tmp_path / "small" / "public" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            text = PAGE.format(language="en", up=up, heading="Heading", body=body)
            file.write_text(text.replace(*change) if change[0] else text, encoding="utf-8")
        (tmp_path / "small" / "public" / "site.css").write_text("a { min-height: 24px; display: inline-block }")
        return all_sites.pages(all_sites.editions(tmp_path)[0])
    return write


@pytest.mark.parametrize("change,words", [
    (('href="goals/index.html#first"', 'href="goals/nowhere.html"'), "leads nowhere"),
    (('href="goals/index.html#first"', 'href="goals/"'), "leads nowhere"),
    (("#first", "#second"), "no such id"),
    (('<a href="goals/index.html#first">Goals</a>', ""), "no link leads to it"),
    ((' aria-label="A chart"', ""), "has no name"),
    ((' aria-label="A chart"', ' aria-labelledby="nothing"'), "which is not there"),
    (('<svg role', '<p id="first"></p><svg role'), "is said twice"),
    (("<h1>Heading</h1>", ""), "not one h1"),
    (("<h1>", '<h1 style="color:red">'), "a style inside"),
    (("<h1>", "<script>1</script><h1>"), "a script inside"),
    (("Heading", "{{title}}"), "{{"),
    (('lang="en"', 'lang="da"'), "but says da"),
])
def test_walk_finds_the_fault(small_site, change, words):
    def faults(pages):
        links, leaps = test_links.faults_of_links(pages)
        return [*links, *test_links.orphans(pages, leaps),
                *[fault for page in pages for fault in test_links.faults_of_names(page)],
                *[fault for page in pages for fault in test_links.faults_of_markup(page)]]
    assert faults(small_site()) == []
    assert any(words in fault for fault in faults(small_site(change)))


@pytest.mark.parametrize("body,words", [
    ("<p>Tallene kommer fra kommunen</p>", "kommer fra"),
    ('<p title="Tallene kommer fra kommunen">One</p>', "kommer fra"),
    ("<p>It went down efter some years</p>", "efter"),
])
def test_foreign_words_are_found(small_site, body, words):
    texts = {"da": {"Tallene kommer fra kommunen"}, "nb": {"Tallene kommer fra kommunen"},
             "en": {"The figures come from the municipality"}}
    index = test_language.foreign_pieces(texts)
    sound = small_site(("<h1>", "<h1>The figures come from "))
    marked = small_site(("<h1>", '<p lang="da">Tallene kommer fra kommunen</p><h1>'))
    for page in sound + marked:
        assert test_language.foreign_in(page, index["en"]) == []
    broken = small_site(("<h1>", body + "<h1>"))
    found = [fault for page in broken for fault in test_language.foreign_in(fresh(page), index["en"])]
    assert any(words in fault for fault in found)


def fresh(page):
    """The page as its file is now."""
    return all_sites.Page(page.site, page.path)


def test_visit_notices_what_a_page_asks_for(readers, small_site):
    """An address outside, a missing file, a script in the page against the headers, and a page that is too heavy."""
    faults = {
        '<img src="https://example.org/a.png" alt="A">': "leaves the site",
        '<img src="missing.png" alt="A">': "404",
        "<script>document.title = 1</script>": "Content Security Policy",
        "<p>" + "long " * 30_000 + "</p>": "bytes, at most 120000",
    }
    for body, words in faults.items():
        pages = small_site(("<h1>", body + "<h1>"))
        server, address = all_sites.serve(pages[0].site.folder)
        front = next(page for page in pages if page.path == "en/index.html")
        item = all_sites.Page(dataclasses.replace(front.site, address=address), front.path)
        found = readers.over([item], visit)
        server.shutdown()
        assert any(words in fault for what, fault in found if what in ("requests", "weight")), (words, found)


def test_checker_and_needed_files(small_site, tmp_path):
    """The HTML checker finds an error, and the files a page needs are counted."""
    pages = small_site()
    assert [m for m in Checker([tmp_path]).messages() if m["type"] == "error"] == []
    assert {file.name for file in test_plain.needed(pages[0])} == {"index.html", "site.css"}
    small_site(("<h1>", "<p><div></p><h1>"))
    assert [m for m in Checker([tmp_path]).messages() if m["type"] == "error"]


def test_sample_covers_every_kind_and_state(small_site, monkeypatch):
    pages = small_site()
    monkeypatch.setattr(all_sites, "LARGEST", 0)
    chosen = all_sites.sample(pages)
    assert {page.kind for page in chosen} == {"index.html", "goals/index.html"}
    assert {s for page in chosen for s in all_sites.states(page)} == {s for p in pages for s in all_sites.states(p)}


def test_document_reads_names_and_languages():
    document = Document('<html lang="en"><p lang="da">Hej</p><p>Hi<br>there</p><svg><title>T</title></svg></html>')
    assert [chunk for chunk in document.chunks] == [("da", "Hej"), ("en", "Hi"), ("en", "there"), ("en", "T")]
    assert document.language == "en" and len(document.pictures) == 1

"""Pages as a reader meets them: no scripts, the recommended headers, wide and narrow, light and dark."""
import pathlib
import re

import pytest

WIDTHS = [1240, 390, 320]


def all_pages(folder):
    return sorted(str(p.relative_to(folder)) for p in pathlib.Path(folder).rglob("*.html"))


@pytest.fixture()
def open_page(browser, address):
    contexts = []

    def open_(path, width=1240, scheme="light"):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=True)
        contexts.append(context)
        page = context.new_page()
        page.problems = []
        page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
        page.on("requestfailed", lambda request: page.problems.append(request.url))
        page.on("request", lambda request: None if request.url.startswith(address)
                else page.problems.append("leaves the site: " + request.url))
        page.goto(f"{address}/{path}")
        return page

    yield open_
    for context in contexts:
        context.close()


def test_every_page_fits_and_breaks_no_rule(site_folder, browser, address):
    pages = [p for p in all_pages(site_folder) if p not in ("index.html", "404.html")]
    assert len(pages) > 60
    faults = []
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.on("console", lambda message: faults.append((page.url, message.text)) if message.type == "error" else None)
        for path in pages:
            page.goto(f"{address}/{path}")
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                faults.append((path, width, "scrolls sideways"))
            if page.locator("h1").count() != 1:
                faults.append((path, "not one h1"))
        context.close()
    assert not faults, faults[:20]


def test_ids_are_unique_and_names_given(site_folder):
    for path in all_pages(site_folder):
        text = (site_folder / path).read_text(encoding="utf-8")
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), (path, [i for i in ids if ids.count(i) > 1][:5])
        assert "style=" not in text and "<script" not in text, path
        assert "⟦" not in text and "{{" not in text, path


def test_links_lead_somewhere(site_folder):
    broken = []
    for path in all_pages(site_folder):
        text = (site_folder / path).read_text(encoding="utf-8")
        for link in re.findall(r'(?:href|src)="([^"#]+)', text):
            if re.match(r"[a-z]+:", link):
                continue
            if not (site_folder / path).parent.joinpath(link).resolve().exists():
                broken.append((path, link))
    assert not broken, broken[:20]


def test_charts_have_colours_and_text(open_page):
    page = open_page("da/indikator/sygefravaer/index.html")
    assert not page.problems, page.problems
    chart = page.locator("svg.chart:visible").nth(0)
    assert "4,5" in chart.text_content()
    stroke = chart.locator(".s.r-own").first.evaluate("e => getComputedStyle(e).stroke")
    assert stroke == "rgb(20, 80, 140)", stroke
    dark = open_page("da/indikator/sygefravaer/index.html", scheme="dark")
    other = dark.locator("svg.chart:visible .s.r-own").first.evaluate("e => getComputedStyle(e).stroke")
    assert other != stroke


LABELS = """() => [...document.querySelectorAll('svg.chart')].filter(s => s.getClientRects().length).flatMap(svg => {
  const frame = svg.viewBox.baseVal;
  const boxes = [...svg.querySelectorAll('text')].map(t => ({text: t.textContent, box: t.getBBox()}));
  const faults = [];
  boxes.forEach(({text, box}, i) => {
    if (box.x < frame.x - .5 || box.y < frame.y - .5 || box.x + box.width > frame.x + frame.width + .5
        || box.y + box.height > frame.y + frame.height + .5) faults.push('cut: ' + text);
    boxes.slice(i + 1).forEach(other => {
      const b = other.box;
      if (box.x + .5 < b.x + b.width && b.x + .5 < box.x + box.width
          && box.y + 2 < b.y + b.height && b.y + 2 < box.y + box.height) faults.push(text + ' × ' + other.text);
    });
  });
  return faults;
})"""


@pytest.mark.parametrize("width", [1240, 390])
def test_no_label_is_cut_or_overlaps(site_folder, browser, address, width):
    faults, seen = [], 0
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    for path in all_pages(site_folder):
        if re.match(r"(da|nb|en)/(indikator|indicator)/", path):
            page.goto(f"{address}/{path}")
            seen += page.locator("svg.chart:visible").count()
            faults += [(path, fault) for fault in page.evaluate(LABELS)]
    context.close()
    assert seen > 100
    assert not faults, faults[:20]


def test_the_example_notice_is_first_on_the_page(open_page):
    page = open_page("da/index.html")
    assert "Eksempeldata – ikke Roskilde Kommunes tal" in page.locator("body").inner_text()[:400]

"""One visit to a page, in which everything that a reader could meet is measured: each page is loaded once.

A visit returns pairs of what was measured (the names of `MEASURED`) and a fault, and one pair `("done", counts)`.
"""
import pathlib

import axe_playwright_python

from readers import measure

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# What a colour scheme can change, on two of each sort of elements: a table has hundreds of cells that are alike.
COLOUR_RULES = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
                "resultTypes": ["violations"]}
RUN_AXE = """([rules, alike]) => axe.run(alike ? { include: measures.alike() } : document, rules).then(
    result => result.violations.map(
        rule => rule.id + ': ' + rule.nodes.length + ' × ' + rule.nodes[0].html.slice(0, 160)))"""
# WCAG 1.4.12, on everything but drawings, whose texts are placed by hand and stand in the table beside them too.
SPACING = """*:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
MEASURED = ("axe", "sideways", "spacing", "overlap", "order", "focus", "stops", "labels", "requests", "weight")
# The whole of a page with everything it loads, in bytes as they are without compression.
FRONT, INDICATOR = 120_000, 200_000


def visit(page, item):
    """Visits one page with scripts, over HTTP, in every scheme and width."""
    found = []
    listen(page, item.site.address)
    look(page, "light", 1240)
    page.goto(item.url)
    page.evaluate(AXE)
    measure(page, "counts()")
    found += [("requests", fault) for fault in page.problems]
    found += [("weight", fault) for fault in weight(page, item)]
    found += wide(page)
    found += narrow(page)
    found += enlarged(page)
    found += [("requests", f"cookie {cookie['name']}") for cookie in page.context.cookies()]
    return [(what, f"{item}: {fault}") for what, fault in found] + [("done", measure(page, "counts()"))]


def look(page, scheme, width, forced="none"):
    """Sets the colour scheme, the width and the forced colours of the page that is open."""
    page.emulate_media(color_scheme=scheme, forced_colors=forced, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})


def axe(page, where):
    """Runs all rules of axe on the whole page as it looks now."""
    return [("axe", f"{where}: {fault}") for fault in page.evaluate(RUN_AXE, [RULES, False])]


def axe_colours(page, where):
    """Runs the rules of axe about colours on elements of every sort, as the page looks now."""
    return [("axe", f"{where}: {fault}") for fault in page.evaluate(RUN_AXE, [COLOUR_RULES, True])]


def open_folds(page):
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")


def close_folds(page):
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = false; })")


def wide(page):
    """A desk: light with folds closed, then dark and forced colours with folds open."""
    found = axe(page, "light 1240")
    found += [("overlap", fault) for call in ("overlaps()", "cut()") for fault in measure(page, call)]
    found += [("labels", fault) for fault in measure(page, "chartLabels()")]
    found += [("order", fault) for fault in measure(page, "order()")]
    found += [("stops", fault) for fault in measure(page, "chartStops()")]
    page.keyboard.press("Tab")
    found += [("focus", "light: " + fault) for fault in measure(page, "focus()")]
    open_folds(page)
    look(page, "dark", 1240)
    found += [("focus", "dark: " + fault) for fault in measure(page, "focus()")]
    found += axe_colours(page, "dark 1240")
    look(page, "light", 1240, "active")
    found += [("focus", "forced colours: " + fault) for fault in measure(page, "focus()")]
    return found + axe_colours(page, "forced colours 1240")


def narrow(page):
    """The narrowest phone: all rules as it is read first, colours with folds open."""
    look(page, "light", 320)
    found = axe_colours(page, "light 320, open")
    found += [("sideways", fault) for fault in measure(page, "sideways()")]
    found += [("overlap", "320: " + fault) for call in ("overlaps()", "cut()") for fault in measure(page, call)]
    found += [("order", "320: " + fault) for fault in measure(page, "order()")]
    found += [("labels", "320: " + fault) for fault in measure(page, "chartLabels()")]
    look(page, "dark", 320)
    found += axe_colours(page, "dark 320")
    look(page, "light", 320, "active")
    found += axe_colours(page, "forced colours 320")
    close_folds(page)
    look(page, "light", 320)
    return found + axe(page, "light 320")


def enlarged(page):
    """Text spacing on a desk and at 200 %, and text alone at 200 %."""
    found = []
    open_folds(page)
    for name, rules, width in (("spacing", SPACING, 1240), ("spacing at 200 %", SPACING, 620),
                               ("text at 200 %", "html { font-size: 212.5% !important; }", 1240)):
        look(page, "light", width)
        measure(page, f"style('enlarged', `{rules}`)")
        for call in ("sideways()", "overlaps()", "cut()"):
            found += [("spacing", f"{name}: {fault}") for fault in measure(page, call)]
    measure(page, "style('enlarged', '')")
    return found


def listen(page, address):
    """Notes errors in the console, requests that fail and requests that leave the site, from here on."""
    if not hasattr(page, "problems"):
        page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("requestfailed", lambda request: None if request.failure == "net::ERR_ABORTED"
                else page.problems.append("failed: " + request.url))
        page.on("response", lambda answer: page.problems.append(f"{answer.status}: {answer.url}")
                if answer.status >= 400 else None)
        # The icon of the page before may still be on its way.
        page.on("request", lambda request: None
                if request.url.startswith(page.address) or request.url.endswith("/assets/icon.svg")
                else page.problems.append("leaves the site: " + request.url))
    page.problems = []
    page.address = address


def weight(page, item):
    """Whether the page and all it has loaded keep within what is promised of its kind."""
    total = page.evaluate("""() => [...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource')].reduce((sum, e) => sum + e.decodedBodySize, 0)""")
    most = limit(item)
    return [f"{total} bytes, at most {most}"] if most and total > most else []


def limit(item):
    """The most bytes a page may be, or none when nothing is promised of its kind."""
    if item.kind == "index.html":
        return FRONT
    return INDICATOR if item.kind.split("/")[0] in ("indikator", "indicator") else None

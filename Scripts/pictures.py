"""Takes the review pictures under Documentation/pictures from the built sites: make pictures.

Needs the root project's and Telemark's editions under Output and Examples/telemark/Output, Chromium and Playwright
(both come with `make test`). Says which pictures have no page to be taken of.
"""
import pathlib
import shutil

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[1]
PICTURES = ROOT / "Documentation" / "pictures"
PUBLIC, MANAGERS = ROOT / "Output" / "public", ROOT / "Output" / "managers"
TELEMARK = ROOT / "Examples" / "telemark" / "Output" / "public"
# name, edition, page (the first that fits), width, height (0: the whole page), colour scheme, medium
SHOTS = [
    ("front", PUBLIC, "da/index.html", 1240, 1180, "light", "screen"),
    ("front-dark", PUBLIC, "da/index.html", 1240, 1180, "dark", "screen"),
    ("front-phone", PUBLIC, "da/index.html", 390, 1700, "light", "screen"),
    ("goal", PUBLIC, "da/maal/trivsel/index.html", 1240, 1100, "light", "screen"),
    ("indicator", PUBLIC, "da/indikator/beskaeftigelse/index.html", 1240, 1700, "light", "screen"),
    ("indicator-sample", PUBLIC, "da/indikator/sygefravaer/index.html", 1240, 0, "light", "screen"),
    ("indicator-phone", PUBLIC, "da/indikator/sygefravaer/index.html", 390, 1700, "light", "screen"),
    ("indicator-dark", PUBLIC, "nb/indikator/beskaeftigelse/index.html", 1240, 1500, "dark", "screen"),
    ("indicator-print", PUBLIC, "da/indikator/sygefravaer/index.html", 760, 1080, "light", "print"),
    ("indicator-map", TELEMARK, "nb/indikator/ledige-per-1000/index.html", 1240, 0, "light", "screen"),
    ("indicator-pyramid", PUBLIC, "da/indikator/borgere-alder/index.html", 1240, 0, "light", "screen"),
    ("units", MANAGERS, "da/steder/index.html", 1240, 1100, "light", "screen"),
    ("unit", MANAGERS, "da/steder/*/index.html", 1240, 1500, "light", "screen"),
    ("unit-phone", MANAGERS, "da/steder/*/index.html", 390, 1700, "light", "screen"),
    ("compare", MANAGERS, "da/sammenlign/index.html", 1240, 1100, "light", "screen"),
    ("search", PUBLIC, "da/find/index.html", 1240, 900, "light", "screen"),
    ("sheet", PUBLIC, "da/ark/*/index.html", 1240, 1100, "light", "screen"),
    ("sheet-print", PUBLIC, "da/ark/*/index.html", 760, 1080, "light", "print"),
    ("embed", PUBLIC, "da/indikator/sygefravaer/vis/*/index.html", 760, 620, "light", "screen"),
    ("forced-colours", PUBLIC, "da/indikator/sygefravaer/index.html", 1240, 1100, "light", "forced"),
]


def take(browser, name, file, width, height, scheme, medium):
    """Takes one picture of a page in its scheme and medium."""
    context = browser.new_context(viewport={"width": width, "height": height or 900}, color_scheme=scheme,
                                  forced_colors="active" if medium == "forced" else "none", reduced_motion="reduce")
    page = context.new_page()
    page.goto(file.as_uri())
    page.emulate_media(media="print" if medium == "print" else "screen")
    page.screenshot(path=str(PICTURES / f"{name}.png"), full_page=height == 0)
    context.close()


def main():
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "/usr/bin/chromium", args=["--no-sandbox"])
        for name, edition, pattern, *look in SHOTS:
            # The largest of the pages that fit shows most of what a page of its kind can have.
            files = sorted(edition.glob(pattern), key=lambda file: -file.stat().st_size)
            if files:
                take(browser, name, files[0], *look)
            else:
                print(f"{name}: there is no page {pattern} in {edition.relative_to(ROOT)}")
        browser.close()


main()

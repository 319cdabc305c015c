"""Takes the review pictures under Documentation/pictures from a built site: make pictures.

Needs a built site, Chromium and Playwright (both come with `make test`).
"""
import pathlib
import shutil

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[1]
SITE = ROOT / "Output" / "public"
PICTURES = ROOT / "Documentation" / "pictures"
# name, page, width, height (0: the whole page), colour scheme
SHOTS = [
    ("front", "da/index.html", 1240, 1180, "light"),
    ("front-dark", "da/index.html", 1240, 1180, "dark"),
    ("front-phone", "da/index.html", 390, 1700, "light"),
    ("goal", "da/maal/trivsel/index.html", 1240, 1100, "light"),
    ("indicator", "da/indikator/beskaeftigelse/index.html", 1240, 1700, "light"),
    ("indicator-sample", "da/indikator/sygefravaer/index.html", 1240, 1500, "light"),
    ("indicator-phone", "da/indikator/sygefravaer/index.html", 390, 1700, "light"),
    ("indicator-dark", "nb/indikator/beskaeftigelse/index.html", 1240, 1500, "dark"),
]

PICTURES.mkdir(parents=True, exist_ok=True)
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium") or "/usr/bin/chromium", args=["--no-sandbox"])
    for name, page_path, width, height, scheme in SHOTS:
        context = browser.new_context(viewport={"width": width, "height": height or 900}, color_scheme=scheme)
        page = context.new_page()
        page.goto((SITE / page_path).as_uri())
        page.screenshot(path=str(PICTURES / f"{name}.png"), full_page=height == 0)
        context.close()
    browser.close()

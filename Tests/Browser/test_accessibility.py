"""axe (WCAG 2.0 to 2.2, A and AA, and best practice) on one page of each kind, in each language and scheme."""
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def kinds(folder):
    """One page of each kind and state: pages of a language whose address differs in its first folder only."""
    chosen = []
    for language in ("da", "nb", "en"):
        pages = sorted(str(p.relative_to(folder)) for p in (folder / language).rglob("index.html"))
        seen = set()
        for page in pages:
            parts = page.split("/")
            kind = parts[1]
            if re.match("indi[ck]ator", kind) and len(parts) == 4:
                kind += {"sygefravaer": "-detail", "beskaeftigelse": "-awaiting", "medlemmer-unge": "-context"}.get(
                    parts[2], "")
            if kind not in seen:
                seen.add(kind)
                chosen.append(page)
    return chosen


@pytest.mark.parametrize("scheme,width", [("light", 1240), ("dark", 1240), ("light", 320), ("dark", 320)])
def test_axe_finds_nothing(site_folder, browser, address, scheme, width):
    pages = kinds(site_folder)
    assert len(pages) >= 30
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    # The recommended headers forbid scripts from elsewhere, also axe's own: it is measured without them.
    faults = []
    for path in pages:
        page.goto((site_folder / path).as_uri())
        result = Axe().run(page, options=RULES)
        faults += [(path, v["id"], v["nodes"][0]["html"][:120]) for v in result.response["violations"]]
    context.close()
    print(f"axe: {len(pages)} pages, {scheme}, {width} px: {len(faults)} violations")
    assert not faults, faults[:20]

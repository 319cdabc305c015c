"""No foreign word on a page: no phrase and no project text of another language, and no small word of one."""
import csv
import functools
import json
import re

import pytest
import yaml

from figures import say
from sites import LANGUAGES, ROOT, examples

WORDING = ROOT / "Sources" / "Wording" / "Resources"
# Small words that one of the languages has and the other two have not, so that a sentence gives itself away.
SMALL_WORDS = {
    "da": {"af", "efter", "uden", "mere", "nogle", "blev", "mellem", "hvordan", "dem", "seneste", "bliver", "hvorfor",
           "tallene", "hver", "vores", "jeres", "noget", "hvad", "eller", "ikke", "og", "på", "til", "der", "som",
           "med", "fra", "det", "har"},
    "nb": {"av", "etter", "uten", "mer", "noen", "ble", "mellom", "hvordan", "dem", "siste", "blir", "hvorfor",
           "tallene", "hver", "våre", "noe", "hva", "eller", "ikke", "og", "på", "til", "der", "som",
           "med", "fra", "det", "har"},
    "en": {"the", "of", "and", "with", "from", "is", "are", "this", "that", "which", "not", "has", "were"},
}
# Names with a small word in them that texts of every language use.
PROPER_NAMES = {"vestfold og telemark"}


def own_small_words(language):
    """The small words of the other languages that this one does not have."""
    others = set().union(*(words for other, words in SMALL_WORDS.items() if other != language))
    return others - SMALL_WORDS[language]


def normal(text):
    return re.sub(r"\s+", " ", text.replace("\u00ad", "").replace("\u2011", "-")).strip().casefold()


def pieces(phrase):
    """The fixed parts of a phrase between its places, of two words or more."""
    for part in re.split(r"\{[^}]*\}|[.:;]\s", phrase):
        part = normal(part).strip(" .,:;()–—-/%")
        if len(re.findall(r"[^\W\d_]{2,}", part)) >= 2:
            yield part


def texts_by_language(value):
    """Every text in a configuration or an indicator that is given in several languages: (language, text) pairs."""
    if isinstance(value, dict):
        if set(value) & set(LANGUAGES) and all(isinstance(text, str) for text in value.values()):
            yield from value.items()
        else:
            for inner in value.values():
                yield from texts_by_language(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_by_language(inner)


def known_texts():
    """All phrases of the program and all texts of the examples, by language."""
    found = {language: set() for language in LANGUAGES}
    for language in LANGUAGES:
        found[language] |= set(json.loads((WORDING / f"{language}.json").read_text(encoding="utf-8")).values())
    for _, folder in examples():
        files = [folder / "config.json", *sorted((folder / "Metrics").rglob("*.yaml"))]
        for file in files:
            for language, text in texts_by_language(yaml.safe_load(file.read_text(encoding="utf-8"))):
                if language in found:
                    found[language].add(text)
    return found


def foreign_pieces(texts):
    """For each language, the pieces that only other languages have, by their first two words."""
    found = {}
    for language in LANGUAGES:
        own = "\n".join(normal(text) for text in texts[language])
        others = {piece for other in LANGUAGES if other != language for text in texts[other] for piece in pieces(text)}
        index = {}
        for piece in others:
            if piece not in own:
                index.setdefault(tuple(words(piece)[:2]), []).append(piece)
        found[language] = index
    return found


def words(text):
    return re.findall(r"[^\W\d_]+", text)


@functools.cache
def names_in_exports(site):
    """Names that units and categories have in the exports themselves, longest first: they are in no page's language."""
    names = set(PROPER_NAMES)
    for file in site.folder.rglob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as rows:
            reader = csv.DictReader(rows)
            columns = {"unit_name", "category"} & set(reader.fieldnames or [])
            names |= {normal(row[column]) for row in reader for column in columns if row[column]}
    return sorted((name for name in names if len(words(name)) > 1), key=len, reverse=True)


def foreign_in(page, index):
    """The faults of one page: foreign pieces and small words in texts that are not marked as another language's."""
    faults, names = [], names_in_exports(page.site)
    small = own_small_words(page.language)
    for language, chunk in page.document.chunks:
        if language != page.language:
            continue
        text = normal(chunk)
        for name in names:
            text = text.replace(name, "·")
            # A chart cuts a long name where there is no room for all of it.
            if "…" in text:
                cut = re.search(r"([^\W\d_][^%…]*)…", text)
                if cut and name.startswith(cut.group(1).strip()):
                    text = text.replace(cut.group(0), "·")
        own = words(text)
        for pair in zip(own, own[1:]):
            for piece in index.get(pair, ()):
                if re.search(r"(?<!\w)" + re.escape(piece) + r"(?!\w)", text):
                    faults.append(f"{page}: phrase “{piece}” in “{text[:80]}”")
        if len(own) > 1 and (strange := [word for word in own if word in small]):
            faults.append(f"{page}: word {strange} in “{text[:80]}”")
    return faults


@pytest.fixture(scope="module")
def index():
    return foreign_pieces(known_texts())


def test_no_foreign_word_on_a_page(all_pages, index):
    inside = [page for page in all_pages if page.language]
    faults = list(dict.fromkeys(fault for page in inside for fault in foreign_in(page, index[page.language])))
    say(f"{len(inside)} pages read, {sum(len(page.document.chunks) for page in inside)} texts: {len(faults)} faults")
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults[:60])

"""Broken links, missing names and orphan pages, found by walking the files with Python's own HTML parser."""
import functools
import os
import pathlib
import re
from urllib.parse import unquote, urlsplit

import pytest

from figures import say
from sites import LANGUAGES

OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)


@functools.cache
def base_path(folder):
    """Where the site lies on its host, as its site map says: `/roskilde/2030/`; `/` without one."""
    file = folder / "sitemap.xml"
    found = re.search(r"<loc>[a-z]+://[^/<]+(/[^<]*?)(da|nb|en)/", file.read_text()) if file.is_file() else None
    return found.group(1) if found else "/"


def target(page, address):
    """The file and the fragment that an address on a page leads to, or none when it leads out of the site."""
    if OUTSIDE.match(address) or address.startswith("//"):
        return None
    parts = urlsplit(address)
    path = unquote(parts.path)
    if path.startswith("/"):
        base = base_path(page.site.folder)
        file = page.site.folder / (path.removeprefix(base) if path.startswith(base) else path).lstrip("/")
    else:
        file = page.file.parent / path if path else page.file
    return pathlib.Path(os.path.normpath(file)), unquote(parts.fragment)


def faults_of_links(pages):
    """Addresses without a file, folders without a page named, and fragments without an id. Also every leap made."""
    ids = {page.file: set(page.document.ids) for page in pages}
    faults, leaps = [], {page.file: set() for page in pages}
    for page in pages:
        for element, key, address in page.document.links:
            found = target(page, address)
            if found is None:
                continue
            file, fragment = found
            if not file.is_file():
                faults.append(f"{page}: {key}={address} leads nowhere")
            elif fragment and file.suffix == ".html" and fragment not in ids[file]:
                faults.append(f"{page}: {key}={address} has no such id")
            elif element.name == "a":
                leaps[page.file].add(file)
    return faults, leaps


def orphans(pages, leaps):
    """Pages that cannot be reached by links from the front page of their language."""
    by_file = {page.file: page for page in pages}
    faults = []
    for site in {page.site for page in pages}:
        for language in LANGUAGES:
            front = site.folder / language / "index.html"
            waiting, reached = [front], set()
            while waiting:
                file = waiting.pop()
                if file in by_file and file not in reached and by_file[file].language == language:
                    reached.add(file)
                    waiting += leaps[file]
            faults += [f"{page}: no link leads to it" for page in pages
                       if page.site == site and page.language == language and page.file not in reached]
    return faults


def faults_of_names(page):
    """Pictures without a name, ids said twice, references to ids that are not there, no title and no single h1."""
    document, faults = page.document, []
    for element in document.pictures:
        decorative = element.name == "img" and element.attributes.get("alt") == ""
        if not decorative and not document.name_of(element):
            faults.append(f"{page}: <{element.name} class={element.attributes.get('class')}> has no name")
    faults += [f"{page}: id {one} is said twice" for one in set(document.ids) if document.ids.count(one) > 1]
    known = set(document.ids)
    faults += [f"{page}: {key} names {one}, which is not there" for key, one in document.references if one not in known]
    if not document.title or not document.language:
        faults.append(f"{page}: no title or no language")
    if page.language and page.language != document.language:
        faults.append(f"{page}: is in {page.language}/ but says {document.language}")
    if [heading.name for heading in document.headings].count("h1") != 1:
        faults.append(f"{page}: not one h1")
    return faults


def faults_of_markup(page):
    """What the recommended headers forbid, and marks of a template that were never filled in."""
    text = page.file.read_text(encoding="utf-8")
    faults = []
    if re.search(r"<[^>]*\sstyle=", text) or re.search(r"<style\b", text):
        faults.append(f"{page}: a style inside the page")
    if re.search(r"<script(?![^>]*\b(src=|type=\"application/ld\+json\"))", text):
        faults.append(f"{page}: a script inside the page")
    if re.search(r"<[^>]*\son[a-z]+=", text):
        faults.append(f"{page}: a script in an attribute")
    faults += [f"{page}: {mark}" for mark in ("⟦", "⟧", "{{", "}}") if mark in text]
    return faults


@pytest.fixture(scope="module")
def walked(all_pages):
    say(f"{len(all_pages)} pages walked")
    return faults_of_links(all_pages)


def show(faults):
    return f"{len(faults)} faults:\n" + "\n".join(faults[:40])


def test_every_link_leads_somewhere(walked):
    assert not walked[0], show(walked[0])


def test_every_page_can_be_reached(all_pages, walked):
    faults = orphans([page for page in all_pages if page.language], walked[1])
    assert not faults, show(faults)


def test_everything_has_a_name(all_pages):
    faults = [fault for page in all_pages for fault in faults_of_names(page)]
    assert not faults, show(faults)


def test_nothing_is_inline_or_left_over(all_pages):
    faults = [fault for page in all_pages for fault in faults_of_markup(page)]
    assert not faults, show(faults)

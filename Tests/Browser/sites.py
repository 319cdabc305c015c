"""The sites that are tested: every example of the repository, each edition, every page found by walking its folder.

`SAMMEN_SITES=FOLDER` takes sites that are built already (`FOLDER/EXAMPLE/EDITION`); otherwise each example is built.
`SAMMEN_ALL_PAGES=1` (make test-all) takes every page; otherwise the browser's tests take a sample that covers each
kind of page, each of its states (verdicts, sections, charts), each language and the largest pages.
"""
import collections
import functools
import http.server
import os
import pathlib
import re
import subprocess
import threading
from dataclasses import dataclass

from documents import Document
from figures import say

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build" / "release" / "sammen"
LANGUAGES = ("da", "nb", "en")
ALL_PAGES = os.environ.get("SAMMEN_ALL_PAGES") == "1"
LARGEST = 20


@dataclass(frozen=True)
class Site:
    """One edition of one example: its folder and, once it is served, its address without a last slash."""
    example: str
    edition: str
    folder: pathlib.Path
    address: str = ""

    @property
    def name(self):
        return f"{self.example}/{self.edition}"


@dataclass(frozen=True)
class Page:
    """A page of a site. `path` is relative to the site's folder, with slashes."""
    site: Site
    path: str

    @property
    def file(self):
        return self.site.folder / self.path

    @property
    def url(self):
        return f"{self.site.address}/{self.path}"

    @property
    def language(self):
        first = self.path.split("/")[0]
        return first if first in LANGUAGES else ""

    @property
    def kind(self):
        """The shape of the address: the folder below the language, and whether a name follows it."""
        parts = self.path.split("/")[1 if self.language else 0:]
        return "/".join([*parts[:1], *["*" for _ in parts[1:-1]], *parts[1:][-1:]])

    @functools.cached_property
    def size(self):
        return self.file.stat().st_size

    @functools.cached_property
    def document(self):
        return Document(self.file.read_text(encoding="utf-8"))

    def __str__(self):
        return f"{self.site.name}/{self.path}"


def examples():
    """Name and folder of the root project and of every example that has a configuration and all its data.

    An example whose data lie outside the repository is left out, and that is said, where they are absent.
    """
    found = [("root", ROOT)]
    for file in sorted((ROOT / "Examples").glob("*/config.json")):
        outside = re.findall(r'"files": *"((?:\.\./)+[^"*]+)"', file.read_text(encoding="utf-8"))
        absent = [path for path in outside if not (file.parent / path).exists()]
        if absent:
            say(f"{file.parent.name} is left out: {len(absent)} of its files are absent, {absent[0]} first")
        else:
            found.append((file.parent.name, file.parent))
    return found


def build(folder):
    """Builds every example into `folder/EXAMPLE`, side by side; what the program says is shown when one fails."""
    assert PROGRAM.exists(), "build the program first: make site"
    begun = []
    for name, project in examples():
        said = (folder / f"{name}.txt").open("w+", encoding="utf-8")
        command = [str(PROGRAM), "build", "--project", str(project), "--output", str(folder / name)]
        begun.append((name, said, subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)))
    for name, said, process in begun:
        code = process.wait()
        said.seek(0)
        assert code == 0, f"{name}: {said.read()[-3000:]}"


def editions(folder):
    """The editions under a folder of examples: every folder with a language's front page in it."""
    found = []
    for example in sorted(p for p in folder.iterdir() if p.is_dir()):
        for edition in sorted(p for p in example.iterdir() if p.is_dir()):
            if any((edition / language / "index.html").exists() for language in LANGUAGES):
                found.append(Site(example.name, edition.name, edition))
    return found


class RecommendedHeaders(http.server.SimpleHTTPRequestHandler):
    """Serves files with the headers that the documentation recommends."""
    protocol_version = "HTTP/1.1"

    def end_headers(self):
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()

    def log_message(self, *_):
        pass


def serve(folder):
    """Serves a folder on a free port of this machine. Returns the server and its address."""
    handler = functools.partial(RecommendedHeaders, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


def pages(site):
    """Every page of a site, also the ones outside the languages."""
    files = sorted(site.folder.rglob("*.html"))
    return [Page(site, file.relative_to(site.folder).as_posix()) for file in files]


def states(page):
    """What makes a page another state of its kind: its own verdict, its sections, its charts and its empty parts.

    Names of the page's own subject are taken out of the ids, so that pages of one kind can be compared.
    """
    text = page.file.read_text(encoding="utf-8")
    main = text[max(text.find("<main"), 0):]
    subject = page.path.split("/")[-2] if page.path.count("/") else ""
    facts = re.search(r'<dl class="facts">.*?</dl>', main, re.S)
    found = {"verdict " + v for v in re.findall(r'class="verdict (v-\w+)"', facts.group(0))} if facts else set()
    if page.path.count("/") > 1:
        for label in re.findall(r'<(?:h[1-6]|section|div|table)\b[^>]*\sid="([^"]+)"', main):
            found.add("section " + label.replace(subject, "*"))
        for label in re.findall(r'<svg class="chart"[^>]*aria-labelledby="([^" ]+)-t ', main):
            name = label.removeprefix(subject).strip("-")
            found.add("chart " + (name if label.startswith(subject) else re.sub(r"^.*-(?=\w+$)", "*-", name)))
    found |= {"has " + tag for tag in ("form", "script", "img", "object", "input", "select") if f"<{tag}" in main}
    return frozenset(found | {"edition " + page.site.edition})


def different(all_pages):
    """Pages without those that have the same address and the very same content in another edition."""
    return list({(page.site.example, page.path, page.file.read_bytes()): page for page in all_pages}.values())


def sample(all_pages):
    """One page of each kind and state in each language of every example, and the largest pages of all.

    Editions of one example share their states; each kind is taken of each edition.
    """
    groups = collections.defaultdict(list)
    for page in all_pages:
        groups[(page.site.example, page.language, page.kind)].append(page)
    chosen = []
    for group in groups.values():
        wanted = {page: states(page) for page in sorted(group, key=lambda p: -p.size)}
        left = frozenset().union(*wanted.values())
        while left:
            best = max(wanted, key=lambda page: len(wanted[page] & left))
            chosen.append(best)
            left -= wanted[best]
    largest = sorted(all_pages, key=lambda p: -p.size)[:LARGEST]
    return list(dict.fromkeys(chosen + largest))

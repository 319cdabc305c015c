"""Chromiums that read pages side by side: playwright's calls wait, so each browser has a thread of its own."""
import os
import pathlib
import queue
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
MEASURES = (pathlib.Path(__file__).parent / "measures.js").read_text(encoding="utf-8")


class Readers:
    """A few browsers. Not for use from several threads at once."""

    def __init__(self, count):
        if not os.path.exists(CHROMIUM):
            pytest.skip("Chromium is not installed: apt-get install chromium")
        self._threads = [ThreadPoolExecutor(1) for _ in range(count)]
        self._browsers = [thread.submit(_open).result() for thread in self._threads]

    def over(self, items, work, **context):
        """Runs `work(page, item)` on every item, in a context with these options, and joins the lists it returns."""
        waiting = queue.SimpleQueue()
        for item in items:
            waiting.put(item)
        tasks = [thread.submit(_read, browser, waiting, work, context)
                 for thread, (_, browser) in zip(self._threads, self._browsers)]
        return [found for task in tasks for found in task.result()]

    def close(self):
        for thread, (playwright, browser) in zip(self._threads, self._browsers):
            thread.submit(lambda p=playwright, b=browser: (b.close(), p.stop())).result()
            thread.shutdown()


def _open():
    playwright = sync_playwright().start()
    return playwright, playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


def _read(browser, waiting, work, options):
    context = browser.new_context(**{"viewport": {"width": 1240, "height": 900}, **options})
    found = []
    try:
        page = context.new_page()
        while True:
            try:
                item = waiting.get_nowait()
            except queue.Empty:
                return found
            found += work(page, item) or []
    finally:
        context.close()


def measure(page, call):
    """Runs a function of measures.js on the page that is open. The script is put there the first time."""
    if not page.evaluate("typeof measures === 'object'"):
        page.evaluate(MEASURES)
    return page.evaluate(f"measures.{call}")

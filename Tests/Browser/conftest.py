"""Every example's site, built and served with the headers Sammen recommends, and real Chromiums to read them in."""
import dataclasses
import os
import pathlib

import pytest

import sites as all_sites
from figures import LINES
from readers import Readers


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """Every edition of every example, served over HTTP."""
    folder = os.environ.get("SAMMEN_SITES")
    if folder:
        folder = pathlib.Path(folder)
    else:
        folder = tmp_path_factory.mktemp("sites")
        all_sites.build(folder)
    served, servers = [], []
    for site in all_sites.editions(folder):
        server, address = all_sites.serve(site.folder)
        servers.append(server)
        served.append(dataclasses.replace(site, address=address))
    assert served, f"no site under {folder}"
    yield served
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="session")
def all_pages(sites):
    """Every page of every site."""
    return [page for site in sites for page in all_sites.pages(site)]


@pytest.fixture(scope="session")
def pages(all_pages):
    """The pages that the browser reads: a sample, or every page when SAMMEN_ALL_PAGES is 1."""
    inside = all_sites.different(page for page in all_pages if page.language)
    return inside if all_sites.ALL_PAGES else all_sites.sample(inside)


@pytest.fixture(scope="session")
def readers():
    """Two Chromiums, one a core, each in a thread of its own."""
    readers = Readers(2)
    yield readers
    readers.close()


@pytest.fixture(scope="session")
def html_checker(sites):
    """The HTML checker (vnu), begun before anything else so that it works while the browsers do."""
    from checker import Checker
    return Checker([site.folder for site in sites])


@pytest.fixture(scope="session", autouse=True)
def _begin_early(request):
    if any("html_checker" in item.fixturenames for item in request.session.items):
        request.getfixturevalue("html_checker")


def pytest_terminal_summary(terminalreporter):
    for line in LINES:
        terminalreporter.write_line(line)

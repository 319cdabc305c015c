"""What each format's own validator says of a site's files: lists of faults, empty where there is none."""

import json
import pathlib
import warnings
from xml.etree import ElementTree

import frictionless
import pyshacl
import rdflib
from csvw import CSVW
from pyjstat import pyjstat

HERE = pathlib.Path(__file__).parent


def package_faults(description):
    """Frictionless: sizes, sums, columns, types, constraints, keys and where they point."""
    report = frictionless.validate(str(description))
    return [f"{description.name}: {'; '.join(map(str, row))}" for row in report.flatten(["title", "message"])]


def csvw_faults(description):
    """CSV on the Web. A doubt of the reader counts as a fault."""
    with warnings.catch_warnings(record=True) as doubts:
        warnings.simplefilter("always")
        try:
            fault = "" if CSVW(str(description), validate=True).is_valid else "not valid"
        except ValueError as error:
            fault = str(error)
    return ([f"{description}: {fault}"] if fault else []) + [f"{description}: {one.message}" for one in doubts]


def cube(file):
    """JSON-stat as pyjstat reads it: a frame with the ids of its dimensions and the value."""
    return pyjstat.Dataset.read(file.read_text(encoding="utf-8")).write("dataframe", naming="id")


def catalogue_faults(file, shapes, address=None):
    """The catalogue against shapes. Relative addresses are read as those of `address`."""
    graph = rdflib.Graph()
    graph.parse(data=file.read_text(encoding="utf-8"), format="json-ld", publicID=address or file.as_uri())
    shape = rdflib.Graph().parse(HERE / shapes)
    conforms, results, text = pyshacl.validate(graph, shacl_graph=shape)
    return [] if conforms else [line for line in text.splitlines() if "Message" in line or "Focus" in line] or [text]


def sitemap_addresses(file):
    """Every address of a sitemap with its other languages: {address: {language: address}}."""
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    found = {}
    for url in ElementTree.parse(file).getroot().findall("s:url", space):
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", space)}
        found[url.findtext("s:loc", namespaces=space)] = links
    return found


def load(file):
    return json.loads(file.read_text(encoding="utf-8"))

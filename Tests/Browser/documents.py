"""A page read by Python's own parser, knowing nothing of how it was written: links, ids, names and words."""
import html.parser
import re

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Attributes whose words a reader meets.
WORDS_IN = ("title", "alt", "aria-label", "placeholder", "content", "aria-description")


class Element:
    """A start tag: its name, its attributes, its language and whether it is kept from screen readers."""
    __slots__ = ("name", "attributes", "language", "hidden", "code", "inside_svg", "text")

    def __init__(self, name, attributes, parent):
        self.name = name
        self.attributes = attributes
        self.language = attributes.get("lang") or (parent.language if parent else "")
        self.hidden = attributes.get("aria-hidden") == "true" or bool(parent and parent.hidden)
        self.code = name in ("code", "script", "style", "kbd", "samp") or bool(parent and parent.code)
        self.inside_svg = bool(parent and (parent.inside_svg or parent.name == "svg"))
        self.text = []


class Document(html.parser.HTMLParser):
    """What a page says: `language`, `links`, `ids`, `chunks` (language, words), `pictures` and `headings`."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.title = ""
        self.links = []        # (element, attribute, address)
        self.ids = []
        self.chunks = []       # (language, words)
        self.pictures = []     # img, svg and the like that are not hidden, as elements
        self.references = []   # (attribute, id) that must be on the page
        self.headings = []
        self._stack = []
        self._by_id = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, name, attributes):
        attributes = {key: value or "" for key, value in attributes}
        element = Element(name, attributes, self._stack[-1] if self._stack else None)
        if name == "html":
            self.language = element.language
        self._note_links(element)
        if "id" in attributes:
            self.ids.append(attributes["id"])
            self._by_id[attributes["id"]] = element
        for key in ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers", "list"):
            self.references += [(key, one) for one in attributes.get(key, "").split()]
        if name in ("img", "svg", "object", "canvas") and not element.inside_svg and not element.hidden:
            self.pictures.append(element)
        if re.fullmatch("h[1-6]", name):
            self.headings.append(element)
        self._note_words(element)
        if name not in VOID:
            self._stack.append(element)

    def _note_links(self, element):
        for key in ("href", "src", "data", "action", "poster", "xlink:href"):
            if element.attributes.get(key):
                self.links.append((element, key, element.attributes[key]))
        for one in element.attributes.get("srcset", "").split(","):
            if one.strip():
                self.links.append((element, "srcset", one.split()[0]))

    def _note_words(self, element):
        for key in WORDS_IN:
            words = element.attributes.get(key, "")
            if key == "content" and element.attributes.get("name") != "description":
                continue
            if words and not element.code:
                self.chunks.append((element.language, words))

    def handle_startendtag(self, name, attributes):
        self.handle_starttag(name, attributes)
        if name not in VOID:
            self.handle_endtag(name)

    def handle_endtag(self, name):
        for place in range(len(self._stack) - 1, -1, -1):
            if self._stack[place].name == name:
                del self._stack[place:]
                return

    def handle_data(self, data):
        if not data.strip() or not self._stack:
            return
        for element in self._stack:
            element.text.append(data)
        inner = self._stack[-1]
        if inner.name == "title" and not inner.inside_svg:
            self.title = data.strip()
        if not inner.code:
            self.chunks.append((inner.language, data))

    def name_of(self, element):
        """The accessible name of a picture or control, as far as these pages use naming. Empty when there is none."""
        labels = [self._by_id.get(one) for one in element.attributes.get("aria-labelledby", "").split()]
        named = " ".join("".join(label.text).strip() for label in labels if label is not None).strip()
        return named or element.attributes.get("aria-label", "").strip() or element.attributes.get("alt", "").strip()

"""Changing XML by inserting, replacing and cutting text at known places; all else stays as it was written.

Writing a parsed tree again changes what nobody asked to change: prefixes, mc:Ignorable, quotes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_TOKEN = re.compile(
    r"""<!--.*?--> | <\?.*?\?> | <!\[CDATA\[.*?\]\]>
      | <(?P<closing>/?) (?P<name>[^\s/>!?]+) (?:[^>"'/] | "[^"]*" | '[^']*' | /(?!>))* (?P<empty>/?)>""",
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""(?P<name>[^\s=<"']+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")
_BY_NUMBER = {ord(sign): f"&#{ord(sign)};" for sign in "\t\n\r"}
_DEPTH = 3  # root, its lists, their items: deeper elements are never changed


def as_content(text: str) -> str:
    """A text as it stands between two tags."""
    return html.escape(text, quote=False)


def as_attribute(text: str) -> str:
    """A text as the value of an attribute, in its quotes; a line break by its number, or it would be read as a blank.

    >>> as_attribute('Børn & "unge"\\n')
    '"Børn &amp; &quot;unge&quot;&#10;"'
    """
    return '"' + html.escape(text).translate(_BY_NUMBER) + '"'


@dataclass(eq=False)
class Element:
    """Where an element stands in the text. `close` is where its end tag begins, None for <empty/>."""

    tag: str
    prefix: str  # with its colon, or ""
    start: int
    open_end: int
    close: int | None
    end: int
    children: list[Element] = field(default_factory=list)


class _Edit(NamedTuple):
    """New text for [start, end). At one place, those of lower rank come first."""

    start: int
    end: int
    rank: int
    text: str


class Splice:
    """A well-formed XML part (one that `package.parse` has accepted) and the changes to be made in it.

    `order` is the order the schema wants the root's children in, for those that have to be created.
    """

    def __init__(self, data: bytes, order: Sequence[str] = ()) -> None:
        self.encoding = encoding_of(data)
        self.text = data.decode(self.encoding)
        self.root = _outline(self.text)
        if self.root.close is None:  # <styleSheet/>: give it an inside to put things in
            name = self.root.prefix + self.root.tag
            at = self.root.open_end
            self.text = f"{self.text[: at - 2]}></{name}>{self.text[at:]}"
            self.root = _outline(self.text)
        self._order = list(order)
        self._edits: list[_Edit] = []
        self._added: dict[str, list[str]] = {}  # tag of a list under the root ("" is the root) -> new items
        self._attributes: dict[str, str] = {}  # of lists that are created

    @property
    def prefix(self) -> str:
        """What stands before the root's own names: "" or, say, "x:"."""
        return self.root.prefix

    def find(self, tag: str) -> Element | None:
        """The root's child of that name."""
        return next((child for child in self.root.children if child.tag == tag), None)

    def items(self, tag: str) -> list[Element]:
        """The children of the root's child of that name."""
        parent = self.find(tag)
        return parent.children if parent else []

    def source(self, element: Element) -> str:
        """The element as it stands."""
        return self.text[element.start : element.end]

    # --------------------------------------------------------------------------- changes

    def replace(self, element: Element, text: str) -> None:
        if text != self.source(element):
            self._edits.append(_Edit(element.start, element.end, 0, text))

    def cut(self, element: Element) -> None:
        self._edits.append(_Edit(element.start, element.end, 0, ""))

    def set(self, element: Element, name: str, value: object) -> None:
        """Change or add one attribute."""
        written = f"{name}={as_attribute(str(value))}"
        attributes = _ATTRIBUTE.finditer(self.text, element.start, element.open_end)
        found = next((attribute for attribute in attributes if attribute["name"] == name), None)
        if found is None:
            at = element.open_end - (2 if element.close is None else 1)
            self._edits.append(_Edit(at, at, 0, " " + written))
        elif found[0] != written:
            self._edits.append(_Edit(found.start(), found.end(), 0, written))

    def set_text(self, element: Element, text: str) -> None:
        """Change what stands between an element's tags."""
        if element.close is not None:
            self._edits.append(_Edit(element.open_end, element.close, 0, as_content(text)))

    def append(self, tag: str, text: str, attributes: str = "") -> None:
        """Add an item last in the root's child `tag` ("": in the root itself).

        A list that is missing is created where the schema wants it, with these attributes.
        """
        self._added.setdefault(tag, []).append(text)
        self._attributes.setdefault(tag, attributes)

    @property
    def changed(self) -> bool:
        return bool(self._edits or self._added)

    def result(self) -> bytes:
        """The text with all changes made, in its own encoding."""
        edits = self._edits + [self._insertion(tag, "".join(new)) for tag, new in self._added.items()]
        pieces, position = [], 0
        for start, end, _, text in sorted(edits, key=lambda edit: edit[:3]):
            pieces += [self.text[position:start], text]
            position = end
        pieces.append(self.text[position:])
        return "".join(pieces).encode(self.encoding, "xmlcharrefreplace")

    def _insertion(self, tag: str, body: str) -> _Edit:
        parent = self.find(tag) if tag else self.root
        if parent is None:
            name, rank = self.prefix + tag, self._order.index(tag)
            at = self._place_for(rank)
            return _Edit(at, at, rank, f"<{name}{self._attributes[tag]}>{body}</{name}>")
        if parent.close is None:  # <dxfs/> becomes <dxfs>...</dxfs>
            name = parent.prefix + parent.tag
            return _Edit(parent.open_end - 2, parent.open_end, 0, f">{body}</{name}>")
        return _Edit(parent.close, parent.close, 0, body)

    def _place_for(self, rank: int) -> int:
        """Before the first child that the schema puts later; last where there is none."""
        later = self._order[rank + 1 :]
        first = next((child for child in self.root.children if child.tag in later), None)
        return first.start if first else self.root.close or self.root.open_end


def encoding_of(data: bytes) -> str:
    """The encoding of XML: by its byte order mark, else as it declares, else UTF-8."""
    marks = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
    declared = _ENCODING.match(data)
    return marks.get(data[:2]) or (declared[1].decode("ascii") if declared else "utf-8")


def _outline(text: str) -> Element:
    """The elements down to _DEPTH, with where they begin and end."""
    top = Element("", "", 0, 0, None, len(text))
    open_elements, depth = [top], 0
    for token in _TOKEN.finditer(text):
        name = token["name"]
        if name is None:
            continue
        if token["closing"]:
            if depth <= _DEPTH:
                element = open_elements.pop()
                element.close, element.end = token.start(), token.end()
            depth -= 1
            continue
        if depth < _DEPTH:
            prefix, colon, tag = name.rpartition(":")
            element = Element(tag, prefix + colon, token.start(), token.end(), None, token.end())
            open_elements[-1].children.append(element)
            if not token["empty"]:
                open_elements.append(element)
        depth += not token["empty"]
    return top.children[0]

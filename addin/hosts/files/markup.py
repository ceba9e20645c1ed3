"""XML to read from, by the standard library alone: document types refused before they are parsed, and limits set.

Expat has no limits: 60 MB of <a/> would be two GB of elements, and in a browser the end. One rule decides the encoding
for reading and for splicing, `splice.encoding_of`: so what is read is the very text that is changed.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

import numpy as np

from addin.hosts.files.splice import encoding_of

Element = ET.Element
TRUE, FALSE = ("1", "true", "on"), ("0", "false", "off")
MAX_TAGS, MAX_ATTRIBUTES = 1_000_000, 2_000_000  # of a part that is laid out as a tree
MAX_DEPTH = 256  # what is compared and copied is compared and copied by functions that call themselves
MANY_TAGS = 2_000_000  # of a sheet: with fewer, no depth does any harm
_SLICE = 1 << 17  # of a text that is looked at: what fits in a processor's own memory is twice as fast


class BadXml(ValueError):
    """Not XML, or nothing we read."""


class HasDocumentType(BadXml):
    """A document type: with it come entities."""


def utf8(data: bytes) -> bytes:
    """The same XML in UTF-8; what it declares about its encoding is then no longer true."""
    encoding = encoding_of(data)
    if encoding.lower() in ("utf-8", "utf8", "us-ascii", "ascii"):
        return data
    try:
        return data.decode(encoding).lstrip("\ufeff").encode()
    except (UnicodeError, LookupError) as bad:
        raise BadXml(str(bad)) from bad


def parser(**handlers: Any) -> expat.XMLParserType:
    """An expat parser of UTF-8 that refuses a document type before anything in it is read."""
    made = expat.ParserCreate("utf-8")
    made.buffer_text = True
    made.StartDoctypeDeclHandler = _refuse
    for name, handler in handlers.items():
        setattr(made, name, handler)
    return made


def _refuse(*_: object) -> None:
    raise HasDocumentType("<!DOCTYPE")


def parse(text: bytes, using: expat.XMLParserType) -> None:
    """All of a text in UTF-8 through a parser; raises BadXml where it is not well-formed."""
    if text.count(b"<") > MANY_TAGS and is_deep(text):
        raise BadXml("too deep")
    try:
        using.Parse(text, True)
    except (expat.ExpatError, LookupError) as bad:
        raise BadXml(str(bad)) from bad


def check(text: bytes) -> None:
    """Refuse what is not well-formed, or has a document type: in C, and nothing is laid out."""
    parse(text, parser())


def is_deep(text: bytes) -> bool:
    """Whether more elements than MAX_DEPTH are open at once, as far as the signs < and > tell."""
    depth = 0
    for start in range(0, len(text), _SLICE):
        signs = np.frombuffer(text, np.uint8, min(_SLICE + 1, len(text) - start), start)
        begins, ends, slash = signs == ord("<"), signs == ord(">"), signs == ord("/")
        asides = (signs == ord("!")) | (signs == ord("?"))  # comments and the like
        steps = (begins[:-1] & ~asides[1:]).astype(np.int8)
        steps[begins[:-1] & slash[1:]] = -1
        steps[slash[:-1] & ends[1:]] -= 1
        levels = depth + np.cumsum(steps, dtype=np.int32)
        if levels.size and levels.max() > MAX_DEPTH:
            return True
        depth = int(levels[-1]) if levels.size else depth
    return False


def tree(data: bytes) -> Element:
    """The root of a part, without comments and processing instructions."""
    text = utf8(data)
    if text.count(b"<") > MAX_TAGS or text.count(b"=") > MAX_ATTRIBUTES:
        raise BadXml("more than is laid out")
    if b"<!DOCTYPE" in text:  # in a comment or in CDATA it is harmless: expat knows
        check(text)
    try:
        root = ET.fromstring(text, ET.XMLParser(encoding="utf-8"))
    except (ET.ParseError, ValueError, LookupError) as bad:
        raise BadXml(str(bad)) from bad
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return root
    raise BadXml("too deep")


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def named(root: Element, tag: str) -> Iterator[Element]:
    """The element itself and all below it that are called so, in whatever namespace."""
    return (element for element in root.iter() if local(element) == tag)


def elements(parent: Element | None) -> list[Element]:
    """The children of an element that may not be there."""
    return [] if parent is None else list(parent)


def is_index(text: str) -> bool:
    """Whether an attribute is a number that counts something in a file."""
    return text.isascii() and text.isdigit() and len(text) < 10

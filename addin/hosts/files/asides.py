"""What is written beside the cells of a sheet: notes, threaded comments, and text boxes."""

from __future__ import annotations

from collections.abc import Iterator

from addin.hosts.files.contents import SheetPart
from addin.hosts.files.markup import BadXml, Element, elements, named
from addin.hosts.files.package import Package
from addin.hosts.files.reading.found import place_of
from addin.workbook import Aside, Place, Refusal

KINDS = {"comments": "note", "threadedComment": "kommentar", "drawing": "tekstboks"}


def asides(package: Package, sheet: SheetPart) -> tuple[Aside, ...]:
    """In the order of the parts. A part nobody can read has nothing to tell: what matters of it is told elsewhere."""
    found: list[Aside] = []
    for relation in package.relations(sheet.part):
        if relation.kind in KINDS and relation.target and package.has(relation.target):
            read = drawn if relation.kind == "drawing" else commented
            try:
                written = list(read(package.xml(relation.target)))
            except (Refusal, BadXml, ValueError):
                continue
            found += [Aside(place, KINDS[relation.kind], text) for place, text in written if text]
    return tuple(found)


def commented(root: Element) -> Iterator[tuple[Place, str]]:
    """Both kinds have the cell in `ref`, and the text in parts."""
    for tag in ("comment", "threadedComment"):
        for comment in named(root, tag):
            yield place_of(comment.get("ref", "").upper()), written_in(comment)


def drawn(root: Element) -> Iterator[tuple[Place, str]]:
    """Shapes with text, each at the cell its upper left corner is in."""
    for anchor in elements(root):
        corner = next(named(anchor, "from"), None)
        row, column = (next((int(each.text or 0) for each in named(corner, tag)), 0) if corner is not None else 0
                       for tag in ("row", "col"))
        yield (row, column), written_in(anchor)


def written_in(element: Element) -> str:
    """Its paragraphs, one after the other; a word may be cut into several runs."""
    return " ".join("".join(text.text or "" for tag in ("t", "text") for text in named(part, tag)).strip()
                    for part in list(named(element, "p")) or [element]).strip()

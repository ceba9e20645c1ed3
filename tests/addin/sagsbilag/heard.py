"""A PDF as a program hears it that reads aloud: read with pypdf alone, by none of the product's words."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

_MARK = re.compile(rb"/(\w+)\s*<<\s*/MCID (\d+)\s*>>\s*BDC|/Artifact BMC|EMC|\bBT\b|\bET\b")


class Node:
    """An element with what is under it; `text` is what is drawn in its marks."""

    def __init__(self, tag: str, about: DictionaryObject):
        self.tag, self.about = tag, about
        self.kids: list[Node] = []
        self.marks: list[tuple[int, int]] = []  # page and mark

    def walk(self) -> list[Node]:
        return [self, *(found for kid in self.kids for found in kid.walk())]


class Heard:
    def __init__(self, pdf: bytes):
        self.reader = pypdf.PdfReader(io.BytesIO(pdf))
        self.root: Any = self.reader.trailer["/Root"]
        self.pages = [page.extract_text() for page in self.reader.pages]
        self.text = "\n".join(self.pages)
        self.title = str((self.reader.metadata or {})["/Title"])
        self.language = str(self.root["/Lang"])
        self.shown = [texts(page) for page in self.reader.pages]  # of each page, by mark
        self.tree = self.node(self.root["/StructTreeRoot"]["/K"])
        self.nodes = self.tree.walk()
        self.tags = [node.tag for node in self.nodes]
        self.alts = [str(node.about["/Alt"]) for node in self.nodes if node.tag == "Figure"]

    def node(self, value: Any) -> Node:
        value = resolved(value)
        if isinstance(value, ArrayObject):
            (value,) = map(resolved, value)
        made = Node(str(value["/S"]).lstrip("/"), value)
        kids = resolved(value.get("/K", ArrayObject()))
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            kid = resolved(kid)
            if isinstance(kid, DictionaryObject) and "/MCID" in kid:
                made.marks.append((self.number(kid.raw_get("/Pg")), int(kid["/MCID"])))
            else:
                made.kids.append(self.node(kid))
        return made

    def number(self, page: Any) -> int:
        return next(index for index, found in enumerate(self.reader.pages) if found.indirect_reference == page)

    def count(self, tag: str) -> int:
        return Counter(self.tags)[tag]

    def said(self, node: Node) -> str:
        """The text of an element itself."""
        return " ".join(self.shown[page][mark] for page, mark in node.marks)

    def all_said(self, tag: str) -> list[str]:
        return [self.said(node) for node in self.nodes if node.tag == tag]

    def rows(self) -> list[list[str]]:
        """The rows of all tables, cell by cell."""
        return [[self.said(cell) for cell in node.kids] for node in self.nodes if node.tag == "TR"]


def texts(page: Any) -> dict[int, str]:
    """What is drawn in each mark of a page."""
    found: dict[int, str] = {}
    inside: list[int | None] = []

    def before(operator: bytes, operands: Any, *_: Any) -> None:
        if operator == b"BDC":
            inside.append(int(operands[1]["/MCID"]) if "/MCID" in operands[1] else None)
        elif operator == b"BMC":
            inside.append(None)

    def after(operator: bytes, *_: Any) -> None:
        if operator == b"EMC":
            inside.pop()

    def drawn(text: str, *_: Any) -> None:
        if inside and inside[-1] is not None:
            found[inside[-1]] = found.get(inside[-1], "") + text.replace("\n", "")

    page.extract_text(visitor_operand_before=before, visitor_operand_after=after, visitor_text=drawn)
    return {mark: text.strip() for mark, text in found.items()}


def unmarked(page: Any) -> bytes:
    """What is drawn on a page outside every mark."""
    data = page.get_contents().get_data()
    return re.sub(rb"(/\w+\s*<<[^>]*>>\s*BDC|/Artifact BMC).*?\bEMC\b", b"", data, flags=re.DOTALL)


def resolved(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value

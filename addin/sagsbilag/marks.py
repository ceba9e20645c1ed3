"""The marks in what a page of the PDF draws: which letters belong to which cell, what is a picture, what is neither.

LibreOffice 7.4 marks only a few of a sheet's cells, and none as what it is: its marks are taken away and others put in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple, Union

from pypdf.generic import DictionaryObject, FloatObject, NameObject, NumberObject, PdfObject

from addin.sagsbilag.pictures import Box, Outline

Operation = tuple[list[PdfObject], bytes]
Key = Union[int, str, None]  # the number of a cell; a picture; None is neither
PICTURE = "picture"
_SHOWS = {b"Tj", b"TJ", b"'", b'"'}
_CORNERS, _CUTS = {b"m", b"l"}, {b"W", b"W*"}
_BEGINS, _ENDS = {b"BDC", b"BMC"}, b"EMC"


class Mark(NamedTuple):
    """What is marked on a page by the number `mcid`; `picture` says which, from 0."""

    key: Key
    mcid: int
    picture: int = 0


class Page:
    """`colours` are the true ones by the number of a cell; `pictures` says which of LibreOffice's own marks are of a
    picture, and of which; cells in `known` are only repeated here."""

    def __init__(self, colours: dict[int, str], pictures: dict[int, int], known: Collection[int]):
        self.colours, self.pictures, self.known = colours, pictures, known
        self.marks: list[Mark] = []
        self.outlines: dict[int, Outline] = {}  # of the pictures
        self.done: list[Operation] = []
        self.open: tuple[Key, int] | None = None
        self.fill: int | None = None
        self.cut: Box | None = None  # what is drawn is cut to it
        self.boxed: Box | None = None  # the rectangle drawn last
        self.saved: list[tuple[int | None, Box | None]] = []
        self.inside: list[int | None] = []  # of LibreOffice's marks that are open: the picture, if it is one

    def marked(self, operations: list[Operation]) -> list[Operation]:
        """The same drawing, marked anew, in the true colours."""
        for piece in pieces(operations):
            if piece[0][1] == b"BT":
                self.text(piece)
            else:
                self.draw(*piece[0])
        self.close()
        return self.done

    def text(self, piece: list[Operation]) -> None:
        """A text is one cell's, by the colour it is written in."""
        key: Key = None
        for operands, operator in piece:
            self.follow(operands, operator)
            if operator in _SHOWS and key is None:
                key = self.fill
        if self.picture is not None:
            self.begin(PICTURE, self.picture)
        else:
            self.close()  # each text by itself
            self.begin(None if key in self.known else key)
        self.done += [self.true(*operation) for operation in piece if operation[1] not in _BEGINS | {_ENDS}]

    def draw(self, operands: list[PdfObject], operator: bytes) -> None:
        self.follow(operands, operator)
        if operator in _BEGINS or operator == _ENDS:
            return
        if self.picture is not None:
            self.begin(PICTURE, self.picture)
            if operator in _CORNERS:
                self.outlines[self.picture].add(numbers(operands), self.cut)
        else:
            self.begin(None)
        self.done.append(self.true(operands, operator))

    @property
    def picture(self) -> int | None:
        return next((found for found in reversed(self.inside) if found is not None), None)

    # ----------------------------------------------------------------------------- the state of the drawing

    def follow(self, operands: list[PdfObject], operator: bytes) -> None:
        """What colour the letters have, what is cut off, and which of LibreOffice's marks are open."""
        if operator == b"q":
            self.saved.append((self.fill, self.cut))
        elif operator == b"Q":
            self.fill, self.cut = self.saved.pop() if self.saved else (None, None)
        elif operator == b"re":
            left, bottom, width, height = numbers(operands)
            self.boxed = Box(left, bottom, left + width, bottom + height)
        elif operator in _CUTS:
            self.cut = self.boxed
        elif operator == b"rg":
            number = number_of(operands)
            self.fill = number if number in self.colours else None
        elif operator in (b"g", b"k", b"sc", b"scn"):
            self.fill = None
        elif operator in _BEGINS:
            about = operands[1] if len(operands) > 1 else None
            mcid = about.get("/MCID") if isinstance(about, DictionaryObject) else None
            self.inside.append(self.pictures.get(mcid) if isinstance(mcid, NumberObject) else None)
        elif operator == _ENDS and self.inside:
            self.inside.pop()

    def true(self, operands: list[PdfObject], operator: bytes) -> Operation:
        number = number_of(operands) if operator == b"rg" else None
        if number not in self.colours:
            return operands, operator
        colour = self.colours[number].lstrip("#")
        return [FloatObject(round(int(colour[at:at + 2], 16) / 255, 6)) for at in (0, 2, 4)], operator

    # ----------------------------------------------------------------------------- our own marks

    def begin(self, key: Key, picture: int = 0) -> None:
        """Goes on with the mark that is open where it is the same."""
        if self.open == (key, picture):
            return
        self.close()
        self.open = key, picture
        if key is None:
            self.done.append(([NameObject("/Artifact")], b"BMC"))
            return
        if key == PICTURE:
            self.outlines.setdefault(picture, Outline())
        mark = Mark(key, len(self.marks), picture)
        self.marks.append(mark)
        tag = NameObject("/Figure" if key == PICTURE else "/Span")
        self.done.append(([tag, DictionaryObject({NameObject("/MCID"): NumberObject(mark.mcid)})], b"BDC"))

    def close(self) -> None:
        if self.open is not None:
            self.done.append(([], _ENDS))
        self.open = None


def pieces(operations: list[Operation]) -> Iterator[list[Operation]]:
    """Each text from its beginning to its end, and every other operation by itself."""
    text: list[Operation] = []
    for operation in operations:
        if text or operation[1] == b"BT":
            text.append(operation)
            if operation[1] == b"ET":
                yield text
                text = []
        else:
            yield [operation]


def numbers(operands: list[PdfObject]) -> list[float]:
    return [float(part) for part in operands if isinstance(part, (FloatObject, NumberObject))]


def number_of(operands: list[PdfObject]) -> int:
    """A colour as one number."""
    red, green, blue = (round(part * 255) for part in numbers(operands))
    return red << 16 | green << 8 | blue

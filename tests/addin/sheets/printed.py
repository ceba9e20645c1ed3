"""What LibreOffice prints of our sheets, page by page: its lines, the sizes of its letters, and how wide a digit is."""

from __future__ import annotations

import math
import re
import statistics
import subprocess
from pathlib import Path
from typing import NamedTuple

import pypdf

from addin import libreoffice
from addin.hosts.files import job
from addin.sagsbilag.paper import FILTER, SETTINGS
from addin.sheets import sider
from addin.workbook import SheetPlan
from tests.planning import WHY, Case
from workbook_templates import fordeling

FOOT = 40  # points from below, where the name of the sheet and the number of the page stand
_SHEET = re.compile(r", (.+)$")
_WORD = re.compile(r'xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="[0-9.]+">([^<]*)<')


Box = tuple[float, float, float, float]  # left, below, right, above


class Piece(NamedTuple):
    text: str
    x: float
    y: float
    size: float


class Word(NamedTuple):
    text: str
    left: float
    right: float
    top: float  # from the page's

    @classmethod
    def of(cls, found: tuple[str, str, str, str]) -> Word:
        left, top, right, text = found
        return cls(text, float(left), float(right), float(top))

    @property
    def width(self) -> float:
        return self.right - self.left


class Page(NamedTuple):
    """Its lines from above, the sizes of all letters on it and all words, but those of the foot."""

    sheet: str
    lines: list[str]
    sizes: list[float]
    words: list[Word]


class Printed(NamedTuple):
    """The plans by name, and the pages of each, in order; `digit` is how wide one is in letters of 11 points."""

    plans: dict[str, SheetPlan]
    pages: dict[str, list[Page]]
    digit: float


def printed(cases: dict[str, Case], folder: Path) -> dict[str, Printed]:
    """Each distributed to a file, and all printed in one start of LibreOffice."""
    done = {name: job.run(case.file(folder / f"{name}.xlsx"), folder / f"{name} ud.xlsx", WHY)
            for name, case in cases.items()}
    office = libreoffice.program()
    assert office is not None
    files = {name: made.target.read_bytes() for name, made in done.items()}
    drawn = libreoffice.all_converted(office, {f"{name}.xlsx": data for name, data in files.items()}, FILTER, SETTINGS)
    return {name: looked_at(drawn[f"{name}.xlsx"], {sheet.name: sheet for sheet in made.plan.sheets}, folder)
            for name, made in done.items()}


def looked_at(data: bytes, plans: dict[str, SheetPlan], folder: Path) -> Printed:
    path = folder / "side.pdf"
    path.write_bytes(data)
    words = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, text=True).stdout
    every = [page_of(page, list(map(Word.of, _WORD.findall(of_page)))) for page, of_page in
             zip(pypdf.PdfReader(path).pages, words.split("<page ")[1:])]
    pages = {name: [page for page in every if page.sheet == name] for name in plans}
    front = next(pages[name] for name, plan in plans.items() if plan.key.split(" ")[0] == fordeling.NOEGLE)
    size = statistics.mode(size for page in front for size in page.sizes)
    digit = statistics.median(word.width / len(word.text) for word in front[0].words if word.text.isdecimal())
    return Printed(plans, pages, digit * sider.LETTER / size)


def page_of(page: pypdf.PageObject, words: list[Word]) -> Page:
    pieces = [piece for piece in pieces_of(page) if piece.text.strip()]
    foot = [piece for piece in pieces if piece.y < FOOT]
    left = " ".join(" ".join(piece.text for piece in sorted(foot, key=lambda each: each.x)).split()).partition(" Side ")
    sheet = _SHEET.search(left[0])
    lines: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.y >= FOOT:
            lines.setdefault(round(piece.y), []).append(piece)
    texts = ["".join(piece.text for piece in sorted(lines[y], key=lambda each: each.x)).strip()
             for y in sorted(lines, reverse=True)]
    words = [word for word in words if word.top < float(page.mediabox.height) - FOOT]
    return Page(sheet[1] if sheet else "", texts, [piece.size for piece in pieces if piece.y >= FOOT], words)


def pieces_of(page: pypdf.PageObject) -> list[Piece]:
    """Each with where it stands and how large its letters are. What is cut away is not among them: LibreOffice draws a
    picture also on the page before the one it stands on, below the last of its rows."""
    found: list[Piece] = []
    clips: list[Box] = [(-math.inf, -math.inf, math.inf, math.inf)]
    box, hidden = clips[0], set[tuple[float, float]]()

    def before(operator: bytes, operands: list[float], cm: list[float], tm: list[float]) -> None:
        nonlocal box
        if operator == b"q":
            clips.append(clips[-1])
        elif operator == b"Q" and len(clips) > 1:
            clips.pop()
        elif operator == b"re":
            x, y, width, height = map(float, operands)
            box = ordered(cm[4] + x * cm[0], cm[5] + y * cm[3], cm[4] + (x + width) * cm[0],
                          cm[5] + (y + height) * cm[3])
        elif operator in (b"W", b"W*"):
            clips[-1] = box
        elif operator in (b"Tj", b"TJ"):
            left, below, right, above = clips[-1]
            x, y = cm[4] + tm[4] * cm[0], cm[5] + tm[5] * cm[3]
            if not (left <= x <= right and below <= y <= above):
                hidden.add((round(x, 2), round(y, 2)))

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        x, y = cm[4] + tm[4] * cm[0], cm[5] + tm[5] * cm[3]
        if (round(x, 2), round(y, 2)) not in hidden:
            found.append(Piece(text, x, y, round(abs(size * tm[3] * cm[3]), 1)))

    page.extract_text(visitor_operand_before=before, visitor_text=visit)
    return found


def ordered(x: float, y: float, other_x: float, other_y: float) -> Box:
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)

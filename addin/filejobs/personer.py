"""Persons on the copy: a number of a person refuses it, and text about one child is asked about (rule R12)."""

from __future__ import annotations

import base64
import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import unquote

from addin.filejobs.udeladt import ASKED, LeftOut
from addin.finding.asking import Asked
from addin.sheets.tekst import continues
from addin.smaa_antal import personal_words as words
from addin.smaa_antal.personal import NUMBER, is_number, personal
from addin.until_answered import Choices
from addin.workbook import Cell, Question, Refusal, SheetPlan, a1

SEND, LEAVE_OUT = "send", "udelad"
ABSENT = "(udeladt)"
FOUND = "Kopien er ikke lavet: {kind} i {places}. Fjern det i mappen, dér hvor Fordel har læst det, og fordel igen."
ASK = '{where} er måske om én person: "{text}". Skal teksten med i kopien?'
CHOICES = ((SEND, "ja, den er ikke om én person"), (LEAVE_OUT, "nej, udelad den"))
_DATE = re.compile(r"(?<!\d)(\d\d)([ ./-])(\d\d)\2(\d\d)(?:-|(?<=\d\d \d\d \d\d) )(?=\d{4}(?!\d))")
_PARTED = re.compile(r"(?<!\d)(\d{6})[/.](\d{4})(?!\d)")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{12,}={0,2}")
_SHA = re.compile(r"\b[0-9a-f]{64}\b")


class Judged(NamedTuple):
    """The sheets that may leave, and what was taken out of them."""

    sheets: list[SheetPlan]
    left_out: list[LeftOut]


class Text(NamedTuple):
    """A text in one cell, or in several below each other where it is broken."""

    sheet: str
    text: str
    cells: list[Cell]

    @property
    def cell(self) -> str:
        return a1(self.cells[0].row, self.cells[0].column)

    @property
    def where(self) -> str:
        return f"{self.sheet}!{self.cell}"

    @property
    def key(self) -> str:
        """By what it says, and not by where it stands: that moves from run to run."""
        return f"klargoer tekst {self.text}"


def judged(sheets: Sequence[SheetPlan], choices: Choices) -> Judged:
    """Raises Refusal for a number of a person, wherever it stands, and Asked for texts nobody has answered for."""
    found = [text for plan in sheets for text in texts(plan)]
    refuse_numbers(sheets, found)
    about_one = [text for text in found if is_about_one(text.text)]
    asked = {text.key: text for text in about_one if choices.get(text.key) not in (SEND, LEAVE_OUT)}
    if asked:
        raise Asked(tuple(Question(text.key, ASK.format(where=text.where, text=text.text), CHOICES)
                          for text in asked.values()))
    gone = [text for text in about_one if choices.get(text.key) == LEAVE_OUT]
    return Judged([without(plan, [text for text in gone if text.sheet == plan.name]) for plan in sheets],
                  [LeftOut("Tekst", text.sheet, text.cell, "måske om én person", ASKED) for text in gone])


def texts(plan: SheetPlan) -> Iterator[Text]:
    """Every text as it was before it was broken into lines."""
    made: list[Cell] = []
    for cell in sorted((cell for cell in plan.cells if isinstance(cell.value, str)), key=lambda each: each[1::-1]):
        below = made and cell.column == made[-1].column and cell.row == made[-1].row + 1
        if made and not (below and continues(str(cell.value))):
            yield whole(plan, made)
            made = []
        made.append(cell)
    if made:
        yield whole(plan, made)


def whole(plan: SheetPlan, cells: list[Cell]) -> Text:
    text = ""
    for cell in cells:  # lines are also broken after a dash, as in a number of a person
        text += str(cell.value).strip() if not text or text.endswith("-") else f" {str(cell.value).strip()}"
    return Text(plan.name, text, cells)


def refuse_numbers(sheets: Sequence[SheetPlan], found: Sequence[Text]) -> None:
    """Numbers of persons in cells, in what stands in no cell, and in texts that are broken."""
    places = [text.where for text in found if holds_number(text.text)]
    for plan in sheets:
        rows = rows_of(plan)
        places += [f"{plan.name}!{a1(*place)}" for each in personal(rows) if each.kind == NUMBER
                   for place in each.places if not isinstance(rows[place[0]][place[1]], str)]
        said = [plan.name, plan.header]
        said += [text for chart in plan.charts for text in (chart.title, chart.axis, chart.alt)]
        places += [f"arket {plan.name}"] * any(map(holds_number, said))
    if places:
        raise Refusal(FOUND.format(kind=NUMBER, places=", ".join(dict.fromkeys(places[:5]))))


def holds_number(text: str) -> bool:
    """Whether a text holds the number of a person, whatever it says that it is: this is going to strangers. The
    fingerprint of a file is none.

    >>> [holds_number(text) for text in ("Sagsnr. 010190-1234", "a" * 54 + "0101901234", "EAN 5790000123456")]
    [True, False, False]
    """
    return any(is_number(match[1].zfill(6) + match[2]) for form in forms(_SHA.sub("", text))
               for match in words.DIGITS.finditer(form))


def forms(text: str) -> Iterator[str]:
    """A text as it is, and as somebody can make it: without signs that are not seen, with one kind of dash and blank,
    with a birthday written as a date, and out of what texts are wrapped in on their way between programs.

    >>> list(forms("010190\u200b−1234"))[1], list(forms("01.01.90-1234"))[2], list(forms("MDEwMTkwLTEyMzQ="))[-2]
    ('010190-1234', '010190-1234', '010190-1234')
    """
    yield text
    seen = text if text.isascii() and text.isprintable() and "_" not in text else "".join(map(_same, text))
    yield seen
    yield _PARTED.sub(r"\1-\2", _DATE.sub(r"\1\3\4-", seen))
    if "%" in text or "&" in text:
        yield unquote(html.unescape(text))
    for match in _BASE64.finditer(text):
        packed = base64.b64decode(match[0][:len(match[0]) // 4 * 4])
        yield packed.decode("utf-8", "replace")
        yield packed.decode("utf-16-le", "replace")


def _same(sign: str) -> str:
    """"-" for every dash and "_", " " for every blank, nothing for what is not seen."""
    kind = unicodedata.category(sign)
    if kind == "Pd" or sign in "−_":
        return "-"
    return " " if kind[0] == "Z" or sign in "\n\r\t" else "" if kind in ("Cf", "Cc") else sign


def rows_of(plan: SheetPlan) -> list[list[object]]:
    wide = 1 + max((cell.column for cell in plan.cells), default=0)
    rows: list[list[object]] = [[None] * wide for _ in range(1 + max((cell.row for cell in plan.cells), default=0))]
    for cell in plan.cells:
        rows[cell.row][cell.column] = cell.value
    return rows


def is_about_one(text: str) -> bool:
    """Whether a text may be about a single child, or has an initial before a date. Our own way of counting is not.

    >>> [is_about_one(text) for text in ("Drengen er flyttet", "Ét barn afgør tærsklen: 3 modtagere", "J.P. 1/2-2020")]
    [True, False, True]
    """
    return not text.startswith("Ét barn afgør") and words.ONE_CHILD.search(text) is not None


def without(plan: SheetPlan, gone: Sequence[Text]) -> SheetPlan:
    """The sheet where some texts say only that they are left out."""
    first = {text.cells[0][:2] for text in gone}
    rest = {cell[:2] for text in gone for cell in text.cells[1:]}
    return replace(plan, cells=[cell._replace(value=ABSENT if cell[:2] in first else None) if cell[:2] in first | rest
                                else cell for cell in plan.cells])

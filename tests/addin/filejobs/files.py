"""Workbooks that have been distributed, as bytes, and what is in the files that klargør makes of them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from addin.filejobs.klargoer import Klargjort, klargoer
from addin.hosts.files import job
from addin.workbook import Questions, Refusal
from tests.addin.smaa_antal.houses import TWELVE, TWELVE_COUNTS, TWELVE_HEADS
from tests.planning import MADE, WHY, Case, case

GROUPS = ("Nord",) * 4 + ("Midt",) * 4 + ("Syd",) * 4


def distributed(taken: Case, folder: Path) -> bytes:
    """A case that `fordel pulje` has been run on."""
    target = folder / "ud.xlsx"
    target.unlink(missing_ok=True)
    job.run(taken.file(folder / "ind.xlsx"), target, WHY)
    return target.read_bytes()


def houses(counts: Sequence[int] = TWELVE_COUNTS, **values: Any) -> Case:
    """The twelve of the project's example: two have a count of 4 and get money."""
    rows = [list(line) for line in zip(TWELVE, GROUPS, TWELVE_HEADS, counts)]
    columns = {name: f"Ark!${letter}$2:${letter}$13" for name, letter in
               (("navn", "A"), ("gruppe", "B"), ("boern", "C"), ("noegle", "D"))}
    terms = {"pulje": 2_400_000, "taerskel": 0.08, "loft": 6_000, **values}
    terms = {key: value for key, value in terms.items() if value is not None}
    return case({"Ark": [["Institution", "Område", "Børn", "Nøgle"], *rows]}, columns, **terms)


def large(**values: Any) -> Case:
    """The same with no small counts."""
    return houses([count + 10 for count in TWELVE_COUNTS], **values)


def made(data: bytes, earlier: Sequence[tuple[str, bytes]] = (), **choices: Any) -> Klargjort:
    answer = klargoer("ud.xlsx", data, said({**WHO, **choices}), MADE, "1", earlier)
    assert isinstance(answer, Klargjort), answer if isinstance(answer, Refusal) else "asked"
    return answer


def refused(data: bytes, earlier: Sequence[tuple[str, bytes]] = (), **choices: Any) -> str:
    answer = klargoer("ud.xlsx", data, said({**WHO, **choices}), MADE, "1", earlier)
    assert isinstance(answer, Refusal), type(answer)
    return str(answer)


def asked(data: bytes, **choices: Any) -> list[str]:
    answer = klargoer("ud.xlsx", data, said(choices), MADE, "1")
    assert isinstance(answer, Questions), type(answer)
    return [question.setting for question in answer.questions]


WHO = {"valgt_af": "Børneudvalget"}  # who has chosen the least count that is shown


def said(choices: dict[str, Any]) -> dict[str, Any]:
    """valgt_af -> "klargoer valgt af", as the job is told it."""
    return {f"klargoer {key.replace('_', ' ')}": value for key, value in choices.items()}


def texts(data: bytes, sheet: str = "") -> list[str]:
    """Every text in a file's cells, or on one sheet of it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheets = [book[sheet]] if sheet else book.worksheets
    return [str(cell.value) for each in sheets for row in each for cell in row if isinstance(cell.value, str)]


def values(data: bytes, sheet: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(data), data_only=True)[sheet]]

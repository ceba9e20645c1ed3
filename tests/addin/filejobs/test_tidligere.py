"""Editions before, asked for at the workbook's folder: read where they lie, and known to the attack."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from addin.filejobs import tidligere
from addin.filejobs.klargoer import Klargjort, deciding
from addin.filejobs.tidligere import ANDEN, NOT_WHOLE, REPLACED, SENT
from addin.filejobs.tilvalg import NEJ, SPOERG
from addin.finding.asking import Asked
from addin.workbook import Question, Questions, Refusal
from tests.addin.filejobs.files import distributed, houses, large

COUNTS = [6, 7, 3, 9, 11, 13, 8, 12, 10, 9, 14, 7]
ONLY_OURS = {"klargoer ark 1": NEJ}
WHO = {"klargoer valgt af": "Børneudvalget"}


def two_editions(folder: Path) -> Path:
    """With the one before, a count can be worked out; alone none can."""
    for limit, name in ((None, "foer.xlsx"), (0.08, "nu.xlsx")):
        (folder / name).write_bytes(distributed(houses(COUNTS, loft=None, taerskel=limit), folder))
    for made in ("ind.xlsx", "ud.xlsx"):
        (folder / made).unlink()
    return folder / "nu.xlsx"


def said(source: Path, **choices: object) -> Any:
    given = {key.replace("_", " "): value for key, value in choices.items()}
    decide = deciding(source.name, source.read_bytes(), partial(tidligere.before, source, SENT))
    return decide({**ONLY_OURS, **WHO, **given})


def one(answer: Any) -> Question:
    assert isinstance(answer, Questions), str(answer)
    (question,) = answer.questions
    return question


def test_the_files_beside_it_are_offered_and_the_one_chosen_is_known_to_the_attack(tmp_path: Path) -> None:
    source = two_editions(tmp_path)
    first = one(said(source))
    assert (first.setting, first.text) == ("klargoer tidligere 1", SENT.first)
    assert [value for value, _ in first.choices] == [NEJ, "foer.xlsx", ANDEN]
    assert isinstance(said(source, klargoer_tidligere_1=NEJ), Klargjort)
    second = one(said(source, klargoer_tidligere_1="foer.xlsx"))
    assert second.text.startswith('"foer.xlsx" er valgt.') and [value for value, _ in second.choices] == [NEJ, ANDEN]
    told = one(said(source, klargoer_tidligere_1="foer.xlsx", klargoer_tidligere_2=NEJ))
    assert told.setting == "klargoer alligevel" and "sammen med den tidligere udgave, foer.xlsx" in told.text


def test_one_that_lies_elsewhere_is_given_by_its_path_as_windows_copies_it(tmp_path: Path) -> None:
    source = two_editions(tmp_path)
    elsewhere = tmp_path / "arkiv" / "foer.xlsx"
    elsewhere.parent.mkdir()
    (tmp_path / "foer.xlsx").rename(elsewhere)
    where = one(said(source, klargoer_tidligere_1=ANDEN))
    assert where.setting == "klargoer tidligere 1 sti" and where.check is not None
    assert where.check(f'"{elsewhere}"') == "" and where.check("foer.xlsx") == NOT_WHOLE
    assert where.check(f"{tmp_path}/intet.xlsx") == f"Filen {tmp_path}/intet.xlsx findes ikke."
    assert "er en mappe" in where.check(str(tmp_path))
    given = {"klargoer_tidligere_1": ANDEN, "klargoer_tidligere_1_sti": f'"{elsewhere}"'}
    assert one(said(source, **given)).text.startswith('"foer.xlsx" er valgt.')
    assert "foer.xlsx" in one(said(source, **given, klargoer_tidligere_2=NEJ)).text


def test_where_only_one_is_replaced_it_is_asked_once(tmp_path: Path) -> None:
    source = two_editions(tmp_path)
    with pytest.raises(Asked) as asked:
        tidligere.before(source, REPLACED, {SPOERG: True})
    (question,) = asked.value.questions
    assert (question.setting, question.text) == ("udmelding tidligere 1", REPLACED.first)
    (found,) = tidligere.before(source, REPLACED, {SPOERG: True, "udmelding tidligere 1": "foer.xlsx"})
    assert found == ("foer.xlsx", (tmp_path / "foer.xlsx").read_bytes())
    assert tidligere.before(source, REPLACED, {SPOERG: True, "udmelding tidligere 1": NEJ}) == []


def test_where_nobody_is_there_nothing_is_asked(tmp_path: Path) -> None:
    source = two_editions(tmp_path)
    assert isinstance(said(source, **{SPOERG: False}), Klargjort)


def test_what_can_become_no_copy_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    answer = said(large().file(tmp_path / "ind.xlsx"))
    assert isinstance(answer, Refusal) and "Kør først fordel pulje" in str(answer)


def test_a_file_that_is_gone_is_refused_with_its_name(tmp_path: Path) -> None:
    source = two_editions(tmp_path)
    with pytest.raises(Refusal, match=r"væk\.xlsx findes ikke"):
        said(source, klargoer_tidligere_1="væk.xlsx", klargoer_tidligere_2=NEJ)


def test_the_newest_come_first_and_only_workbooks_that_nobody_has_open(tmp_path: Path) -> None:
    for age, name in enumerate(["ny.xlsx", "~$ny.xlsx", "makro.XLSM", "notat.docx", "gammel.xlsx", "denne.xlsx"]):
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (1e9 - age, 1e9 - age))
    assert tidligere.beside(tmp_path / "denne.xlsx") == ["ny.xlsx", "makro.XLSM", "gammel.xlsx"]
    for number in range(12):
        (tmp_path / f"{number}.xlsx").write_bytes(b"")
    assert len(tidligere.beside(tmp_path / "denne.xlsx")) == tidligere.NEWEST
    assert tidligere.beside(tmp_path / "intet" / "denne.xlsx") == []

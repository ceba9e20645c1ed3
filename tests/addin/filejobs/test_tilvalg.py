"""The user's own sheets, asked for one after the other: the copy is the one the command makes of the same choices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.filejobs.klargoer import Klargjort, klargoer
from addin.filejobs.tilvalg import FIRST, JA, NEJ, NO_MORE, ONLY_OURS, SPOERG
from addin.hosts.files import job
from addin.workbook import Question, Questions
from tests.addin.filejobs.files import distributed
from tests.addin.filejobs.test_brugerark import with_a_sheet_beside
from tests.addin.filejobs.test_koersel import LARGE
from tests.builders import children
from tests.planning import MADE, WHY
from tests.pools import RANDERS, houses

SEND = {"klargoer kolonne Noter!A": "send"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return with_a_sheet_beside(tmp_path_factory.mktemp("eget"))


def asks(data: bytes, **choices: str) -> Any:
    said = {key.replace("_", " "): value for key, value in choices.items()}
    return klargoer("ud.xlsx", data, {SPOERG: True, **SEND, **said}, MADE, "1")


def one(answer: Any) -> Question:
    assert isinstance(answer, Questions), str(answer)
    (question,) = answer.questions
    return question


def test_each_is_asked_for_until_the_answer_is_no_and_formulas_once(data: bytes) -> None:
    first = one(asks(data))
    assert (first.setting, first.text) == ("klargoer ark 1", FIRST)
    assert first.choices == ((NEJ, ONLY_OURS), ("Ark", 'ja, "Ark"'), ("Noter", 'ja, "Noter"'))
    second = one(asks(data, klargoer_ark_1="Noter"))
    assert second.setting == "klargoer ark 2" and second.text.startswith('"Noter" er valgt.')
    assert second.choices == ((NEJ, NO_MORE), ("Ark", 'ja, "Ark"'))
    third = one(asks(data, klargoer_ark_1="Noter", klargoer_ark_2=NEJ))
    assert third.setting == "klargoer formler" and [value for value, _ in third.choices] == [NEJ, JA]


@pytest.mark.parametrize("kept", [NEJ, JA])
def test_the_copy_is_the_commands(data: bytes, kept: str) -> None:
    made = asks(data, klargoer_ark_1="Noter", klargoer_ark_2=NEJ, klargoer_formler=kept)
    wanted = klargoer("ud.xlsx", data, {**SEND, "klargoer ark": ("Noter",), "klargoer formler": kept == JA}, MADE, "1")
    assert isinstance(made, Klargjort) and isinstance(wanted, Klargjort)
    assert (made.copy, made.list) == (wanted.copy, wanted.list)


def test_a_no_is_the_page_and_its_appendix_and_nobody_to_ask_is_a_no(data: bytes) -> None:
    no, unasked = asks(data, klargoer_ark_1=NEJ), klargoer("ud.xlsx", data, {}, MADE, "1")
    assert isinstance(no, Klargjort) and isinstance(unasked, Klargjort) and no.copy == unasked.copy
    assert no.summary["ark"] == ["Fordeling", "Fordeling bilag"]


def test_the_columns_of_a_sheet_that_was_chosen_are_asked_about(data: bytes) -> None:
    answer = klargoer("ud.xlsx", data, {SPOERG: True, "klargoer ark 1": "Noter", "klargoer ark 2": NEJ,
                                        "klargoer formler": NEJ}, MADE, "1")
    assert one(answer).setting == "klargoer kolonne Noter!A"


def test_what_can_never_go_is_not_offered(tmp_path: Path) -> None:
    marks = [(name, mark) for name, many in (("A", 30), ("B", 40)) for mark in [1] * many]
    source = children(tmp_path / "b.xlsx", marks, [("A", 0, 60), ("B", 0, 90)], [("Pulje", 100_000)])
    job.run(source, tmp_path / "ud.xlsx", {**WHY, "mindst_kriterier": 1, "metode": "unikke"})
    question = one(klargoer("ud.xlsx", (tmp_path / "ud.xlsx").read_bytes(), {SPOERG: True}, MADE, "1"))
    assert "Børn" not in [value for value, _ in question.choices] and len(question.choices) > 1


def test_of_several_pools_nobody_is_asked_and_a_sheet_that_is_named_is_refused(tmp_path: Path) -> None:
    pools = distributed(houses(*RANDERS, table=LARGE), tmp_path)
    who = {SPOERG: True, "klargoer valgt af": "Børneudvalget"}
    assert isinstance(klargoer("ud.xlsx", pools, who, MADE, "1"), Klargjort)
    assert "egne ark ikke" in str(klargoer("ud.xlsx", pools, {**who, "klargoer ark 1": "Ark"}, MADE, "1"))

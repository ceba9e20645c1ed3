"""The copy that may leave the house on a screen: small counts as what is red, why as what is asked, two files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from addin.filejobs import klargoer as job
from addin.filejobs.screen import Clearing, Told
from addin.told.rounds import Rounds
from addin.told.run import NOT_USED, REASON
from addin.told.shapes import RED, Asking, Refused
from addin.told.words import plain
from tests.addin.filejobs.files import large


def said(clearing: Clearing, choices: Any, given: Any, rounds: Rounds | None = None) -> Any:
    return (rounds or Rounds()).next(Told(clearing.name, ("Fordeling", "Ark"), plain), clearing.decide, choices, given)


def test_small_counts_are_red_with_the_ways_out_and_a_reason_and_a_name_make_the_copy(small: bytes) -> None:
    clearing = Clearing("ud fordelt.xlsm", small)
    first = said(clearing, {}, None)
    assert isinstance(first.answer, Asking)
    (check,), (question,) = first.answer.red, first.answer.questions
    lines = ["".join(text for text, _ in line) for line in check.found]
    assert check.grade == RED and any("Skovbrynet (4 børn)" in line for line in lines)
    assert [line for line in lines if line.startswith("Vej: ")] and check.remedy.startswith("Vejene vælges i modellen")
    assert question.text == [(REASON, "")] and "kommer til at stå på kopien" in question.help
    assert "vinduet" not in str(first.answer) and question.again == ""
    second = said(clearing, first.choices, {job.ALLIGEVEL: "Udvalget kender tallene"})
    assert [each.setting for each in second.answer.questions] == [job.VALGT_AF] and second.answer.red == []
    done = said(clearing, second.choices, {job.VALGT_AF: "Børneudvalget"})
    assert isinstance(done.answer, job.Klargjort)
    told = clearing.step(Rounds(), second.choices, {job.VALGT_AF: "Børneudvalget"})
    assert told["names"] == ["ud klargjort.xlsx", "ud klargjort udeladt.xlsx"]
    assert [data for _, data in clearing.files] == [done.answer.copy, done.answer.list]
    assert "Med i kopien: Fordeling, Fordeling bilag." in Told("ud.xlsx", (), plain).after(done.answer).verdict


def test_a_reason_of_signs_is_complained_of(small: bytes) -> None:
    clearing = Clearing("ud.xlsx", small)
    rounds = Rounds()
    said(clearing, {}, None, rounds)
    assert rounds.complaints({job.ALLIGEVEL: "!"}, {}) == {job.ALLIGEVEL: "Skriv begrundelsen med ord."}
    assert NOT_USED not in str(said(clearing, {}, None))


def test_what_is_no_distribution_is_refused_and_an_earlier_edition_is_looked_at(small: bytes, tmp_path: Path) -> None:
    clearing = Clearing("ud.xlsx", small)
    clearing.earlier.append(("foer.xlsx", b"x"))
    refused = said(clearing, {}, None).answer
    assert isinstance(refused, Refused) and "foer.xlsx er ikke en Excel-projektmappe" in str(refused.lines)
    bare = said(Clearing("ind.xlsx", large().file(tmp_path / "ind.xlsx").read_bytes()), {}, None).answer
    assert isinstance(bare, Refused) and "Kør først fordel pulje" in str(bare.lines)

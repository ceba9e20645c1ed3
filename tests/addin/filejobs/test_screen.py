"""The jobs on a file on a screen: small counts as what is red, whether to go on as what is asked, and the files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.actions.udmeld import ACCEPTERET
from addin.filejobs import klargoer as job
from addin.filejobs import screen
from addin.filejobs.screen import Clearing, Job, Stating
from addin.filejobs.tilvalg import FIRST, NEJ
from addin.told.rounds import Rounds
from addin.told.run import NOT_USED, REASON
from addin.told.shapes import RED, Asking, Refused
from addin.workbook import Refusal
from tests.addin.filejobs.files import distributed, large
from tests.addin.sheets.committee import example

ONLY_OURS = {"klargoer ark 1": NEJ}
FINAL = {"udgave": "endelig", "krav": "1"}
WHO = "Børneudvalget, 3. november 2026"


def said(made: Job, choices: Any, given: Any, rounds: Rounds | None = None) -> Any:
    return (rounds or Rounds()).next(made.telling, made.decide, choices, given)


def lines(check: Any) -> list[str]:
    return ["".join(text for text, _ in line) for line in check.found]


# ------------------------------------------------------------------------------------- the copy


def test_which_sheets_go_is_asked_first(small: bytes) -> None:
    answer = said(Clearing("ud.xlsx", small), {}, None).answer
    assert [each.text for each in answer.questions] == [[(FIRST, "")]] and answer.red == []


def test_small_counts_are_red_with_the_ways_out_and_a_reason_and_a_name_make_the_copy(small: bytes) -> None:
    clearing = Clearing("ud fordelt.xlsm", small)
    first = said(clearing, ONLY_OURS, None)
    assert isinstance(first.answer, Asking)
    (check,), (question,) = first.answer.red, first.answer.questions
    assert check.grade == RED and any("Skovbrynet (4 børn)" in line for line in lines(check))
    assert [line for line in lines(check) if line.startswith("Vej: ")]
    assert check.remedy.startswith("Vejene vælges i modellen")
    assert question.text == [(REASON, "")] and "kommer til at stå på kopien" in question.help
    assert "vinduet" not in str(first.answer) and question.again == ""
    second = said(clearing, first.choices, {job.ALLIGEVEL: "Udvalget kender tallene"})
    assert [each.setting for each in second.answer.questions] == [job.VALGT_AF] and second.answer.red == []
    done = said(clearing, second.choices, {job.VALGT_AF: "Børneudvalget"})
    assert isinstance(done.answer, job.Klargjort)
    told = clearing.step(Rounds(), second.choices, {job.VALGT_AF: "Børneudvalget"})
    assert told["names"] == ["ud klargjort.xlsx", "ud klargjort udeladt.xlsx"]
    assert told["keep"] == {job.KEPT_AS: "Børneudvalget"}
    assert [data for _, data in clearing.files] == [done.answer.copy, done.answer.list]
    assert "Med i kopien: Fordeling, Fordeling bilag." in str(told["after"])


def test_a_reason_of_signs_is_complained_of(small: bytes) -> None:
    clearing = Clearing("ud.xlsx", small)
    rounds = Rounds()
    said(clearing, ONLY_OURS, None, rounds)
    assert rounds.complaints({job.ALLIGEVEL: "!"}, {}) == {job.ALLIGEVEL: "Skriv begrundelsen med ord."}
    assert NOT_USED not in str(said(clearing, ONLY_OURS, None))


def test_what_is_no_distribution_is_refused_and_an_earlier_edition_is_looked_at(small: bytes, tmp_path: Path) -> None:
    clearing = Clearing("ud.xlsx", small)
    clearing.earlier.append(("foer.xlsx", b"x"))
    refused = said(clearing, ONLY_OURS, None).answer
    assert isinstance(refused, Refused) and "foer.xlsx er ikke en Excel-projektmappe" in str(refused.lines)
    bare = said(Clearing("ind.xlsx", large().file(tmp_path / "ind.xlsx").read_bytes()), {}, None).answer
    assert isinstance(bare, Refused) and "Kør først fordel pulje" in str(bare.lines)


# ------------------------------------------------------------------------------------- the statements


def houses(folder: Path, **values: Any) -> bytes:
    return example(budgetaar=2027, **values).file(folder / "huse.xlsx").read_bytes()


def test_what_a_statement_says_is_asked_and_small_counts_are_red_with_the_ways_out(tmp_path: Path) -> None:
    stating = Stating("Huse fordelt.xlsx", houses(tmp_path))
    first = said(stating, {"krav": "1"}, None).answer
    assert [each.setting for each in first.questions] == ["udgave"] and first.red == []
    second = said(stating, FINAL, None).answer
    (check,), (question,) = second.red, second.questions
    assert question.setting == ACCEPTERET and "Det trykkes ikke" in question.help
    assert check.label == "Små antal kan regnes ud af beløbene" and "vinduet" not in str(second)
    assert any("Skovbrynet (4 børn)" in line for line in lines(check))
    assert [line for line in lines(check) if line.startswith("Vej: ")]
    assert check.remedy == "Vejene vælges i modellen (Fordel opsætning), og så fordeles der igen."


def test_the_file_is_called_as_the_commands_and_how_much_it_is_of_is_told(tmp_path: Path) -> None:
    stating = Stating("Huse fordelt.xlsm", houses(tmp_path))
    told = stating.step(Rounds(), {**FINAL, ACCEPTERET: WHO}, None)
    assert told["names"] == ["Huse udmelding.xlsx"] and told["keep"] == {}
    after = told["after"]
    assert isinstance(after, dict) and after["verdict"] == "12 sider, en til hver modtager, i alt 2.400.000 kr."
    assert after["sheets"] == [] and WHO in str(after["groups"])


def test_the_edition_it_replaces_is_read_and_two_are_refused(tmp_path: Path) -> None:
    before = distributed(example(budgetaar=2027, pulje=2_000_000), tmp_path)
    stating = Stating("Huse.xlsx", houses(tmp_path))
    stating.earlier.append(("høring.xlsx", before))
    told = stating.step(Rounds(), {**FINAL, ACCEPTERET: WHO}, None)
    assert "høring.xlsx" in str(told["after"])
    two = Stating("Huse.xlsx", houses(tmp_path))
    two.earlier += [("a.xlsx", before), ("b.xlsx", before)]
    with pytest.raises(Refusal, match=r"erstatter én udgave\. .*a\.xlsx, b\.xlsx"):
        two.step(Rounds(), {}, None)


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(Refusal, match=r"x\.xlsx er ikke en Excel-projektmappe"):
        Stating("x.xlsx", b"x").step(Rounds(), {}, None)


def test_a_job_is_known_by_its_button() -> None:
    assert {"klargoer": Clearing, "udmeld": Stating} == screen.JOBS

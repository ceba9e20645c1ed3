"""The control against a program that is wrong about the institutions: it believes itself, the certificate does not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from addin.figures import besides, delivered, institutions, recipients, succession, threshold, units
from addin.figures.recipients import Recipients
from addin.hosts.files import job
from addin.workbook import Formula
from tests.addin.sheets.kontrol.test_ark import BANNED
from tests.calc.office import Office
from tests.planning import NOT_OK, OK, STATUS, WHY, Case, case, distributed, planned, status, texts

ROWS: list[list[Any]] = [
    ["Navn", "Børn", "Til", "Mdr", "Fast", "Virkning", "Hvorfor", "Før", "Erstatter"],
    ["A", 20, "Nord", None, None, None, None, 5, None],
    ["B", 20, None, 6, 300, "i stedet for", "aftale", 7, "D"],
    ["C", 10, "Nord", 12, 200, "oven i", "byggeri", None, None],
    ["D", 30, None, None, None, None, None, 9, None],
]
COUNTS = [["Sted", "k1", "k2"], ["D", 3, 3], ["B", 4, 2], ["A", "<3", "-"], ["C", 2, 1]]
KEYS = ("navn", "boern", "modtager", "maaneder", "fast", "fast_virkning", "fast_grund", "sidste_aar", "erstatter")
COLUMNS = {key: f"Ark!${letter}$2:${letter}$5" for key, letter in zip(KEYS, "ABCDEFGHI", strict=True)}


def everything() -> Case:
    """A 1/20 is below the threshold of 20 % (and Nord, 4/30, would be, too); C 3/10, D 6/30; B has its fixed amount."""
    return case({"Ark": ROWS, "DST": COUNTS}, {**COLUMNS, "antal_institution": "DST!$A$2:$A$5",
                                               "antal_kriterier": "DST!$B$2:$C$5"},
                pulje=2, enhed_pulje="1.000 kr.", enhed_sidste_aar="kr.", enhed_fast="kr.", erstat=1, taerskel=0.2,
                taerskel_paa="institution", grundlag="leverede antal")


def months_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(institutions, "part_of_year", lambda values, months: values)


def given_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    right = recipients.gather

    def wrong(*arguments: Any) -> Recipients:
        members = right(*arguments)
        return Recipients(members.rows, [*members.of[:-2], 1, *members.of[-1:]])

    monkeypatch.setattr(recipients, "gather", wrong)


def everybody_over_the_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threshold, "weigh", lambda noegle, *rest: (noegle >= 0, np.array(noegle)))


def counts_of_the_next_row(monkeypatch: pytest.MonkeyPatch) -> None:
    right = delivered.Joiner.join

    def wrong(self: delivered.Joiner) -> None:
        right(self)
        found = self.delivered
        found.rows, found.counts = [*found.rows[1:], found.rows[0]], [*found.counts[1:], found.counts[0]]

    monkeypatch.setattr(delivered.Joiner, "join", wrong)


def a_fixed_amount_and_a_part_by_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(besides.Besides, "key", lambda self, noegle: noegle)


def last_year_not_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(succession, "moved", lambda values, successor: list(values))


def thousands_taken_for_millions(monkeypatch: pytest.MonkeyPatch) -> None:
    right = units.in_kroner
    monkeypatch.setattr(units, "in_kroner", lambda value, times: right(value, times * 1000 if times > 1 else times))


@pytest.mark.soffice
def test_ok_where_nothing_is_wrong(office: Office, tmp_path: Path) -> None:
    assert office.open(str(distributed(everything(), tmp_path)))
    try:
        assert status(office) == OK
    finally:
        office.close()


@pytest.mark.soffice
@pytest.mark.parametrize("sabotage", [
    months_forgotten, given_to_another, everybody_over_the_threshold, counts_of_the_next_row,
    a_fixed_amount_and_a_part_by_the_key, last_year_not_moved, thousands_taken_for_millions],
    ids=lambda sabotage: sabotage.__name__)
def test_not_ok_where_the_program_is_wrong(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                           sabotage: Callable[[pytest.MonkeyPatch], None]) -> None:
    sabotage(monkeypatch)
    assert office.open(str(distributed(everything(), tmp_path)))
    try:
        assert office.get(STATUS) == OK  # what it believes
        assert status(office) == NOT_OK
    finally:
        office.close()


@pytest.mark.soffice
def test_a_second_distribution_from_the_settings_that_were_written_is_the_same(office: Office, tmp_path: Path) -> None:
    first = job.run(everything().file(tmp_path / "ind.xlsx"), tmp_path / "ud.xlsx", WHY)
    second = job.run(tmp_path / "ud.xlsx", tmp_path / "igen.xlsx", {})
    assert second.plan.summary["tabel"] == first.plan.summary["tabel"]
    assert texts(second.plan.warnings) == texts(first.plan.warnings)
    assert office.open(str(second.target))
    try:
        assert status(office) == OK
    finally:
        office.close()


def test_formulas_hold_nothing_from_the_ban_list_and_fit_in_a_cell() -> None:
    texts = [cell.value.text for sheet in planned(everything()).sheets for cell in sheet.cells
             if isinstance(cell.value, Formula)]
    assert len(texts) > 100
    for text in texts:
        bare = re.sub(r"'[^']*'!|\"[^\"]*\"", "", text).replace("Fordel_", "")
        assert not any(word in bare for word in BANNED), text
        assert not re.search(r"\$?[A-Z]+:\$?[A-Z]+(?![0-9$])", bare), f"a whole column in {text}"
        assert len(text) <= 8192

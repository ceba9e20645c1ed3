"""The case as it is printed: only what is said."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from addin.sheets import sagen
from tests.addin.sheets.committee import example
from tests.planning import calculated, cells, planned

SAID = {"kommune": "Solbakke Kommune", "budgetaar": "2027", "udgave": "høring", "sagsnummer": "26/1234",
        "hoeringsfrist": datetime.date(2026, 11, 20), "datakilde": "Danmarks Statistik", "kontakt": "Økonomi",
        "boern_pr": datetime.date(2026, 8, 1), "formaal": "At udligne", "besluttet_af": "Byrådet",
        "besluttet_den": datetime.date(2026, 10, 8)}


def test_nothing_is_printed_of_what_is_not_said() -> None:
    run = calculated(example())
    assert (sagen.titel(run.first), sagen.head(run), sagen.data(run.first), sagen.lines(run.first)) == (
        "Fordeling af pulje", "", "", [])


def test_a_draft_that_is_heard_says_so_and_until_when() -> None:
    run = calculated(example(**SAID))
    assert sagen.titel(run.first) == "Fordeling af pulje 2027"
    assert sagen.head(run) == "Solbakke Kommune · UDKAST I HØRING til 20. november 2026 · Sagsnr. 26/1234"
    assert sagen.data(run.first) == "Kilde: Danmarks Statistik · børn pr. 1. august 2026 · Kontakt: Økonomi"
    assert sagen.lines(run.first)[:2] == ["Formål: At udligne", "Besluttet af: Byrådet den 8. oktober 2026"]


@pytest.mark.parametrize("changed, made, is_told", [
    ({}, "20.11.2026 kl. 23.59", False), ({}, "21.11.2026 kl. 08.00", True),
    ({"udgave": "endelig"}, "21.11.2026 kl. 08.00", False), ({"hoeringsfrist": None}, "21.11.2026 kl. 08.00", False)])
def test_a_hearing_that_is_over_is_told_of_a_draft(changed: dict[str, Any], made: str, is_told: bool) -> None:
    told = sagen.hearing_over(calculated(example(**{**SAID, **changed})).first, made)
    assert [line.text for line in told] == (
        ['Høringsfristen, 20. november 2026, er overskredet, og udgaven hedder stadig "UDKAST I HØRING til 20. '
         'november 2026". Er den endelig, så skriv det som Udgave; er den i høring igen, så ret fristen.']
        if is_told else [])


def test_the_years_stand_in_the_headings() -> None:
    plan = planned(example(**SAID))
    page = cells(plan, "fordeling").values()
    assert "Tildeling 2027, kr. *" in page and "2026 i 2027-priser, kr." in page
    assert "Formål: At udligne" in cells(plan, "bilag").values()

"""Why an amount is another than last year's: the sentence names what moved it the most in the way it went."""

from __future__ import annotations

from typing import Any

import pytest

from addin.run.regnet import Regnet
from addin.sheets import hvorfor
from addin.sheets.udmelding import aendret
from tests.addin.sheets.udmelding.tape import wrong
from tests.planning import calculated, case

COLUMNS = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in
           zip(("navn", "boern", "noegle", "sidste_aar"), "ABCD")}


def result(counts: tuple[int, int, int], before: tuple[int | None, int, int] = (100, 200, 300), **terms: Any) -> Regnet:
    rows = [[name, 100, count, last] for name, count, last in zip("ABC", counts, before)]
    terms = {"pulje": 600, "budgetaar": 2027, **terms}
    return calculated(case({"Ark": [["Institution", "Børn", "Talte", "Sidste år"], *rows]}, COLUMNS, **terms)).first


@pytest.mark.parametrize(("made", "said"), [
    (result((10, 20, 30)), ["Det er det samme som i 2026."]),
    (result((20, 20, 20)), ["Det er 100 kr. mere end i 2026, mest fordi andelen af puljen er større."]),
    (result((10, 20, 30), pulje=300), ["Det er 50 kr. mindre end i 2026, mest fordi puljen er mindre."]),
    (result((10, 20, 30), pulje=660, pl=0.1), ["Det er 10 kr. mere end i 2026, mest fordi priserne er højere."]),
    (result((1, 29, 30), taerskel=0.05), ["Det er 100 kr. mindre end i 2026; minimumsgrænsen er ikke nået."]),
    (result((30, 15, 15), loft=0.6), ["Det er 40 kr. mindre end i 2026; loftet bestemmer beløbet."]),
    (result((10, 20, 30), before=(None, 200, 300)), [])])
def test_the_sentence(made: Regnet, said: list[str]) -> None:
    assert aendret.kort(made, 0, hvorfor.kolonner(made), "puljen") == said


def test_the_lines_add_up() -> None:
    for made in (result((20, 20, 20), pl=0.032), result((1, 29, 30), taerskel=0.05, pulje=500)):
        for at in range(3):
            assert wrong(aendret.linjer(made, at, hvorfor.kolonner(made), "puljen")) == []


def test_it_is_the_cap_or_the_threshold_where_the_share_is_smaller() -> None:
    """A cap holds the first, who would have had 300 kr., at 240: less than 300 before, and more than 100."""
    def share(made: Regnet) -> str:
        return aendret.linjer(made, 0, hvorfor.kolonner(made), "puljen")[-2].label

    assert share(result((1, 29, 30), taerskel=0.05)) == "Andelen af puljen er mindre (her: under minimumsgrænsen)"
    less, more = (result((30, 15, 15), before, loft=2.4) for before in ((300, 200, 100), (100, 200, 300)))
    assert less.fordeling.bundet[0] == more.fordeling.bundet[0] == "loft"
    assert share(less) == "Andelen af puljen er mindre (her: loftet)" and share(more) == "Andelen af puljen er større"


def test_what_moves_nothing_is_neither_larger_nor_smaller() -> None:
    same = result((10, 20, 30))
    assert [line.label for line in aendret.linjer(same, 0, hvorfor.kolonner(same), "puljen")[1:3]] == [
        "Puljen flytter intet", "Andelen af puljen flytter intet"]


def test_of_several_pools_it_is_said_of_them_all() -> None:
    made = result((20, 20, 20), pulje=300)
    parts = hvorfor.kolonner(made)
    said = "Det er 100 kr. mindre end i 2026, mest fordi puljerne er mindre."
    assert aendret.kort(made, 1, parts, "puljerne") == [said]
    assert [line.label for line in aendret.linjer(made, 0, parts, "puljerne")[1:3]] == [
        "Puljerne er mindre", "Andelen af puljerne er større"]

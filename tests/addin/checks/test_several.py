"""The checks of several pools: what is about all is told once, what is about one with its name."""

from __future__ import annotations

from typing import Any

import pytest

from addin.actions.flere_puljer import subjects
from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.fordel_tjek import fordel_tjek
from addin.checks import several
from addin.workbook import Plan, Refusal
from tests.addin.regn.test_puljer import run
from tests.planning import MADE, planned
from tests.pools import RANDERS, houses

SMALL = "Små antal, der kan regnes ud af beløbene"
ALONE = {"Pulje": "Alle", "Beløb, kr.": 8_360_000}


def found(*rows: dict[str, Any], **values: Any) -> dict[str, list[str]]:
    plan = fordel_tjek(houses(*rows, **values).snapshot(), {}, MADE, "0")
    assert isinstance(plan, Plan), plan
    return {label: lines for label, _, lines, _, _ in plan.summary["tjek"]}


def test_what_is_about_one_pool_has_its_name() -> None:
    lines = found({"Pulje": "Små", "Beløb, kr.": 1_230_000, "Nøgle": "Udsatte 0-2"}, ALONE)
    assert lines["Institutioner med tom nøgle"] == ["Små: Birken (Ark!A3) har 60 børn og ingen nøgle",
                                                    "Små: Fyrren (Ark!A7) har 72 børn og ingen nøgle"]


def test_what_is_about_all_is_told_once() -> None:
    pools = [several.Named(name, subjects(run(*RANDERS))[0].subject) for name in "ab"]
    assert several.told(pools, [["x", "y"], ["x", "z"]]) == ["x", "a: y", "b: z"]


def test_red_stops_all_pools_and_one_reason_carries_it() -> None:
    taken = houses({"Pulje": "Små", "Beløb, kr.": 1_230_000, "Nøgle": "Udsatte 0-2"}, ALONE).snapshot()
    asked = fordel_pulje(taken, {}, MADE, "0")
    assert isinstance(asked, Refusal) and "Små: Birken" in str(asked)


def test_two_pools_by_the_same_counts_give_back_more_than_each_alone() -> None:
    """In units of 300.000 kr. the amounts of 4,5 mio. kr. give no count back; beside another pool's they do."""
    assert found(pulje=4_500_000, afrunding=300_000)[SMALL] == []
    rows = [{"Pulje": name, "Beløb, kr.": amount, "Afrunding, kr.": 300_000}
            for name, amount in (("En", 9_000_000), ("To", 4_500_000))]
    together = [line for line in found(*rows)[SMALL] if line.startswith("To: Kan regnes ud sammen med puljen En")]
    assert any("Druen (1 til 3 børn)" in line for line in together)
    assert any("Fyrren (2 til 4 børn)" in line for line in together)


def test_pools_of_other_counts_are_looked_at_each_by_itself() -> None:
    lines = found(*RANDERS)[SMALL]
    assert any(line.startswith("Vuggestuer: Kan regnes ud af beløbene") for line in lines)
    assert not any("sammen med" in line for line in lines)


def test_what_cannot_be_distributed_is_what_the_checks_find() -> None:
    lines = found(RANDERS[0] | {"Minimum, kr.": 2_000_000}, RANDERS[1])
    assert any("Puljen Vuggestuer" in line for each in lines.values() for line in each)


def test_the_sheet_of_checks_is_written_again_where_there_is_one() -> None:
    taken = houses(*RANDERS)
    taken = taken._replace(sheets={**taken.sheets, "Fordel tjek": [["Fordel tjek"]]},
                           ours={**taken.ours, "tjek": "Fordel tjek"})
    assert "tjek" in [sheet.key for sheet in planned(taken).sheets]


@pytest.mark.parametrize("now, earlier", [(RANDERS, ()), ((), RANDERS)])
def test_earlier_editions_and_several_pools_are_not_held_together_yet(now: Any, earlier: Any) -> None:
    answer = fordel_tjek(houses(*now).snapshot(), {}, MADE, "0", houses(*earlier).snapshot())
    assert isinstance(answer, Refusal) and "flere puljer" in str(answer)

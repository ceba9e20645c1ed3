"""What the parts in use have on the control sheet, and what is watched also where they are not."""

from __future__ import annotations

from typing import Any

import pytest

from addin.dele.ansoegt import Ansoegt
from addin.sheets.fordeling import Places
from addin.sheets.kontrol import dele
from tests.planning import calculated, case, planned
from workbook_templates import fordeling_kontrol as spec

ROWS: list[list[Any]] = [["Institution", "Nøgle", "Ansøgt", "Udmeldt", "Fast", "Virkning", "Grund"],
                         ["A", 1, 400, 100, None, None, None], ["B", 2, 900, None, None, None, None]]
PLACES = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in
          zip(("navn", "noegle", "ansoegt", "udmeldt", "fast", "fast_virkning", "fast_grund"), "ABCDEFG", strict=True)}


def result(*keys: str, **values: Any):
    return calculated(case({"Ark": ROWS}, {key: PLACES[key] for key in ("navn", "noegle", *keys)},
                           **{"pulje": 900, **values})).first


def test_without_parts_there_is_nothing() -> None:
    assert not any(dele.of(result()))


def test_each_part_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, right = [], Ansoegt.kontrol
    monkeypatch.setattr(Ansoegt, "kontrol", lambda *given: asked.append(1) or right(*given))
    planned(case({"Ark": ROWS}, {key: PLACES[key] for key in ("navn", "noegle", "ansoegt")}, pulje=900))
    assert asked == [1]


def test_each_part_has_its_own_column_with_the_values_in_it() -> None:
    both = dele.of(result("ansoegt", "udmeldt"))
    assert [column.key for column in both.kolonner] == ["ansoegt", "udmeldt"]
    assert both.vaerdier == {"ansoegt": [400, 900], "udmeldt": [100, 0]}
    assert [bound.is_cap for bound in both.graenser] == [True]
    assert both.kontroller == spec.EFTERREGULERINGSKONTROLLER


def test_columns_for_fixed_amounts_are_watched_before_there_is_one() -> None:
    empty = dele.of(result("fast", "fast_virkning", "fast_grund"))
    assert empty.overvaaget == spec.FASTKONTROLLER and not any(empty._replace(overvaaget=()))


def test_pay_is_watched_and_what_is_made_of_it_is_shown() -> None:
    """60 % of 500.000 and 40 % of 400.000."""
    paid = dele.of(result(loen_paedagog=500_000, loen_medhjaelper=400_000, andel_paedagoger=0.6))
    assert set(paid.indstillinger) == set(spec.NORMERING)
    assert paid.parametervaerdier["loen_pr_stilling"] == 460_000


class Users:
    """Says what it is asked for."""

    def amount(self, key: str, number: int, row: int) -> str:
        return f"amount {key} {number} {row}"

    def taking_part(self, key: str, row: int) -> str:
        return f"part {key} {row}"


def test_the_cells_a_part_may_name() -> None:
    places = Places({"udmeldt": ["X1", "X2"]}, {}, {"udmeldt": "X3"})
    found = dele.Cells(places, {"pl": "$C$9"}, {"udmeldt": 3}, {"udmeldt": "$D$2:$D$3"}, Users())
    assert (found.param("pl"), found.here("udmeldt", 4), found.whole("udmeldt")) == ("$C$9", "D5", "$D$2:$D$3")
    assert (found.shown("udmeldt", 1), found.total("udmeldt")) == ("X2", "X3")
    assert (found.amount("pl", 1, 2), found.taking_part("pl", 3)) == ("amount pl 1 2", "part pl 3")

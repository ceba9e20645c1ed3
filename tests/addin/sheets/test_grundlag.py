"""The table of institutions under the trail: which figures stand there, and how each is re-done."""

from __future__ import annotations

from typing import Any

import pytest

from addin.run.regnet import Regnet
from addin.sheets import grundlag
from tests.addin.checks.checking import delivered
from tests.planning import calculated, case, cells, planned, table

ROWS: list[list[Any]] = [["Institution", "0-2", "3-5", "Nøgle", "Mdr", "Til", "Børn"],
                         ["A", 10, 20, 12, 6, "Nord", 30], ["B", 0, 40, 6, None, "Nord", 40]]
PLACES = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in
          zip(("navn", "boern_0_2", "boern_3_5", "noegle", "maaneder", "modtager", "boern"), "ABCDEFG", strict=True)}


def made(*keys: str, **values: Any):
    return case({"Ark": ROWS}, {key: PLACES[key] for key in ("navn", "noegle", *keys)}, **{"pulje": 1000, **values})


def result(*keys: str, **values: Any) -> Regnet:
    return calculated(made(*keys, **values)).first


@pytest.mark.parametrize(("keys", "shown", "followed"), [
    ((), False, False), (("boern",), False, False), (("boern_0_2", "boern_3_5"), True, False),
    (("maaneder",), True, True), (("modtager",), True, True)], ids=str)
def test_it_is_there_only_where_the_trail_alone_cannot_be_re_done(keys: tuple[str, ...], shown: bool,
                                                                  followed: bool) -> None:
    found = result(*keys)
    assert (grundlag.is_shown(found), grundlag.is_followed(found)) == (shown, followed)
    assert ("Institutionernes grundlag" in cells(planned(made(*keys)), "trin").values()) is shown


def test_months_shorten_children_and_key() -> None:
    """6 of 12 months: half of 1,8 x 10 + 20, and half of 12; a blank is the whole year."""
    taken = made("boern_0_2", "boern_3_5", "maaneder", vaegt=1.8)
    lines = table(planned(taken), "trin", "Nøgle i tabellen")
    assert [lines["A"][heading] for heading in ("0-2 år", "3-5 år", "Måneder", "Børn", "Nøgle i tabellen", "Nøgle")
            ] == [10, 20, 6, 19, 12, 6]
    assert [lines["B"][heading] for heading in ("Børn", "Nøgle")] == [40, 6]
    said = cells(planned(taken), "trin").values()
    assert "(1,8 x 0-2 år + 3-5 år) x måneder / 12." in said and "Nøgle i tabellen x måneder / 12." in said


@pytest.mark.parametrize(("weight", "text"), [(1, "0-2 år + 3-5 år"), (2, "2 x 0-2 år + 3-5 år")])
def test_how_children_are_counted(weight: int, text: str) -> None:
    found = result("boern_0_2", "boern_3_5", vaegt=weight)
    assert grundlag.children_text(found, "boern_til_kr") == text
    assert grundlag.children_text(result("boern"), "boern_til_kr") == "Børn i alt"


def test_recipients_are_named_beside_each_institution() -> None:
    *_, last = grundlag.fields(result("modtager"))
    assert (last.field.heading, list(last.values)) == ("Modtager", ["Nord", "Nord"])


@pytest.mark.parametrize(("how", "unit"), [("sum", "vægt 1"), ("sammenvejet", "vægt 1, sum 7"), ("maks", "år")])
def test_what_is_needed_of_a_delivered_column_to_re_do_it(how: str, unit: str) -> None:
    found = grundlag.criteria(calculated(delivered((5, 4), (2, 8), samling=how)).first)
    assert (found[0].field.unit, list(found[0].values)) == (unit, [5, 2])


@pytest.mark.parametrize(("heading", "width"), [("", 11), ("Enlige", 11), ("Overførselsindkomst i alt", 1.3 * 19)])
def test_the_longest_word_of_a_heading_has_room(heading: str, width: float) -> None:
    assert grundlag.wide(heading) == width

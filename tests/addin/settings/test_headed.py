"""A column that only some settings need: by its heading, whatever case it is in and with a question mark."""

from __future__ import annotations

import pytest

from addin.finding.asking import Asked
from addin.finding.source import Origin
from addin.settings.headed import find, headed, tell_unused
from addin.settings.tables import TableSettler
from addin.workbook import Area
from tests.builders import snapshot

ROWS = [["Ellehuset", 72, 1, 2], ["Kastanjen", 88, 2, 1]]


def settled(*headings: str) -> TableSettler:
    tables = TableSettler(snapshot(Ark=[["Institution", "Børn", *headings], *ROWS]), {})
    tables.settle_table()
    return tables


def test_one_is_taken_and_its_heading_told() -> None:
    tables = settled("RANG?", "Andet")
    assert find(tables, "prioritet", ("rang",), "Hvilken?")
    assert str(tables.setup.areas["prioritet"]) == "Ark!C2:C3"
    assert tables.setup.sources["prioritet"] == (Origin.HEADING, "RANG?")


def test_none_is_said_and_several_are_asked_about() -> None:
    assert not find(settled("Nr. et", "Andet"), "prioritet", ("rang",), "Hvilken?")
    tables = settled("Rang", "Prioritet")
    table = tables.own_table()
    assert table is not None and headed(table, ("rang", "prioritet")) == {2: "Rang", 3: "Prioritet"}
    with pytest.raises(Asked) as asked:
        find(tables, "prioritet", ("rang", "prioritet"), "Hvilken?")
    assert asked.value.questions[0].choices == (("Ark!C2:C3", '"Rang"'), ("Ark!D2:D3", '"Prioritet"'))


def test_one_that_is_pointed_at_and_not_needed_is_told_with_its_place() -> None:
    setup = settled("Rang").setup
    tell_unused(setup, "prioritet", "der er ingen.")
    assert setup.messages == []
    setup.areas["prioritet"] = Area("Ark", 1, 2, 2, 2)
    tell_unused(setup, "prioritet", "der er ingen.")
    assert [(each.text, each.place) for each in setup.messages] == [
        ("Prioritet bruges ikke, for der er ingen.", "Ark!C2:C3")]

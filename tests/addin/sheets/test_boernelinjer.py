"""Names with notes on the sheet with a row per child: each is a level of a formula, of which Excel takes 64."""

from __future__ import annotations

from dataclasses import replace

from addin import formulas
from addin.actions.fordel_pulje import fordel_pulje
from addin.run import celler
from addin.sheets import boernelinjer
from addin.workbook import Plan, Refusal
from tests.planning import MADE, WHY, Case, case


def noted(many: int, name: str = "Hus {}") -> Plan | Refusal:
    """As many institutions with a child each, whose names there have a note."""
    names = [name.format(number) for number in range(many)]
    houses = [["Institution", "Børn"], *([name, 20 + number % 7] for number, name in enumerate(names))]
    taken: Case = case({"Ark": houses, "B": [["Hus", "k1"], *([name, 1] for name in names)]},
                       {"navn": f"Ark!$A$2:$A${many + 1}", "boern": f"Ark!$B$2:$B${many + 1}",
                        "barn_institution": f"B!$A$2:$A${many + 1}", "barn_kriterier": f"B!$B$2:$B${many + 1}"},
                       pulje=100_000, grundlag="børneark", mindst_kriterier=1)
    book = taken.snapshot()
    written = {(row, 0): f"{name} 1)" for row, name in enumerate(names, 1)}
    sheets = tuple(replace(sheet, written=written) if sheet.name == "B" else sheet for sheet in book.sheets)
    answer = fordel_pulje(replace(book, sheets=sheets), WHY, MADE, "0")
    assert isinstance(answer, (Plan, Refusal)), answer
    return answer


def test_as_many_names_with_notes_as_there_is_room_for() -> None:
    assert isinstance(noted(40), Plan)
    for refused in (noted(51), noted(20, "Den selvejende institution {} " + 90 * "i")):
        assert isinstance(refused, Refusal)
        assert "forskellige navne har noter eller er delvis streget over. Så mange har kontrollen ikke" in str(refused)


def test_a_name_more_is_a_level_more_and_no_doubling() -> None:
    names = {f"Hus {number} 1)": f"Hus {number}" for number in range(boernelinjer.MOST_NOTED)}
    _, _, none, _ = formulas.measured("=" + celler.text("A1"))
    _, _, levels, _ = formulas.measured("=" + celler.without_notes("A1", names))
    assert levels == len(names) + none < formulas.DEEPEST

"""The sheets that stay in the house say so in their heads; the one that is sent on does not."""

from __future__ import annotations

import pytest

from addin.sheets.intern import INTERN, INTERNE
from addin.sheets.puljer import ark
from tests.addin.checks.checking import checked
from tests.planning import Case, calculated, case, planned
from workbook_templates import fordeling
from workbook_templates.indstillinger import BESPARELSE

COLUMNS = {"navn": "Ark!$A$2:$A$3", "boern": "Ark!$B$2:$B$3", "barn_institution": "Børn!$A$2:$A$6",
           "barn_kriterier": "Børn!$B$2:$B$6"}
CHILDREN = [["Institution", "Kriterium"], ["A", 1], ["A", 1], ["B", 1], ["B", 0], ["B", 1]]


def with_children() -> Case:
    return case({"Ark": [["Institution", "Børn"], ["A", 30], ["B", 40]], "Børn": CHILDREN}, COLUMNS, pulje=1000,
                mindst_kriterier=1)


def heads(taken: Case) -> dict[str, str]:
    sheets = [*planned(taken).sheets, *checked(taken).sheets, ark.sheet(calculated(taken).first.setup, "Fordel puljer")]
    return {sheet.key: str(cell.value) for sheet in sheets for cell in sheet.cells if (cell.row, cell.column) == (0, 0)}


def test_every_internal_sheet_says_so_and_the_result_does_not() -> None:
    found = heads(with_children())
    assert {key for key, head in found.items() if head.endswith(f" · {INTERN}")} == set(INTERNE)
    assert INTERN not in found[fordeling.NOEGLE]


@pytest.mark.parametrize("key, head", [("trin", "Besparelse, trin for trin"), ("kontrol", "Kontrol af besparelsen")])
def test_of_a_saving_too(key: str, head: str) -> None:
    taken = case({"Ark": [["Institution", "Nøgle"], ["A", 30], ["B", 40]]},
                 {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$B$2:$B$3"}, pulje=1000, retning=BESPARELSE)
    assert heads(taken)[key] == f"{head} · {INTERN}"

"""The control of the sum: what it looks at. That it answers is proved in tests/addin/actions/test_flere_puljer.py."""

from __future__ import annotations

from addin.workbook import Formula, SheetPlan
from tests.planning import planned
from tests.pools import RANDERS, houses
from workbook_templates import fordel_puljer
from workbook_templates import fordeling_puljer as spec

GARANTI = {"Pulje": "Garanti", "Garanti": 0.95}


def control(*rows: dict[str, object]) -> SheetPlan:
    return next(sheet for sheet in planned(houses(*rows)).sheets if sheet.key == "kontrol")


def test_every_check_is_there_and_names_cells() -> None:
    for rows, checks in ((RANDERS, spec.KONTROLLER), ((*RANDERS, GARANTI), spec.KONTROLLER + spec.AF_GARANTIEN)):
        formulas = [cell.value.text for cell in control(*rows).cells
                    if isinstance(cell.value, Formula) and cell.value.text.startswith("=IFERROR(IF(")]
        assert len(formulas) == len(checks) and not any("{" in text for text in formulas)


def test_the_answers_of_the_pools_own_controls_are_read() -> None:
    texts = [cell.value.text for cell in control(*RANDERS).cells if isinstance(cell.value, Formula)]
    assert {"='Fordeling kontrol (pulje 1)'!$C$4", "='Fordeling kontrol (pulje 2)'!$C$4"} <= set(texts)


def test_every_cell_of_the_rows_is_watched_also_the_blank_ones() -> None:
    watched = " ".join(cell.value.text for cell in control(*RANDERS).cells if isinstance(cell.value, Formula))
    assert all(f"'Fordel puljer'!${letter}$3" in watched for letter in "ABCDEFGHIJKLMNOP")


def test_a_row_below_the_pools_whose_formulas_give_nothing_is_no_pool() -> None:
    """As it is read; one that gives a name is one more than there were."""
    watched = " ".join(cell.value.text for cell in control(*RANDERS).cells if isinstance(cell.value, Formula))
    below = f"'Fordel puljer'!$A${len(RANDERS) + 3}:$A${len(RANDERS) + 2 + fordel_puljer.RAEKKER}"
    assert f"ROWS({below})*COLUMNS({below})-COUNTBLANK({below})=0" in watched

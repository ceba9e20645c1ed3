"""What is shown is held against the user's cells: keys on the trail, children on the page, amounts that are sums."""

from __future__ import annotations

import pytest

from tests.addin.sheets.committee import example
from tests.calc.office import Office
from tests.planning import cell_of, planned, prove


def test_each_row_has_its_condition() -> None:
    control = next(sheet for sheet in planned(example()).sheets if sheet.key == "kontrol")
    texts = [cell.value.text for cell in control.cells if "trin'!" in getattr(cell.value, "text", "")
             and "'Ark'!" in cell.value.text]
    assert len(texts) == 12 and all("<=1E-9" in text and "'Fordeling'!" in text for text in texts)


@pytest.mark.soffice
def test_a_key_that_moves_nothing_is_noticed_too(office: Office, tmp_path) -> None:
    """Ellehuset is at the cap: one child more gives it no more; nor does one in Kløverstien, under the threshold."""
    taken = example()
    prove(office, taken, tmp_path, [(cell_of(taken, "noegle"), 26), (cell_of(taken, "noegle", 3), 2),
                                    (cell_of(taken, "boern", 3), 53), (cell_of(taken, "sidste_aar", 1), 59_101)])

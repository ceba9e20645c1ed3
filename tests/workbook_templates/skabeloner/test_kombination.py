"""Each element follows its own key, threshold and recipients, and together they are the pool."""

from __future__ import annotations

from typing import Any

import pytest

from addin.filejobs.skabelon.write import made
from tests.workbook_templates.skabeloner.reading import book, changed, field
from workbook_templates.skabeloner.eksempel import HUSE

NAVN = "kombination"


def table() -> dict[str, dict[str, Any]]:
    rows = [[cell.value for cell in line] for line in book(NAVN)["Institutioner"].iter_rows()]
    heading = next(row for row in rows if row[0] == "Dagtilbud")
    return {row[1]: dict(zip(heading, row)) for row in rows[rows.index(heading) + 1:] if row[1]}


def test_an_element_goes_to_those_above_its_threshold_and_of_its_type() -> None:
    shown = table()
    over = [hus for hus in HUSE if hus.mindst[2] / (hus.smaa + hus.store) >= 0.08]
    counted = sum(hus.mindst[2] for hus in over)
    for hus in HUSE:
        wanted = 0.7 * 2_400_000 * hus.mindst[2] / counted if hus in over else 0
        assert shown[hus.navn]["Element 1, kr."] == pytest.approx(wanted), hus.navn
    special = {name: line["Element 3, kr."] for name, line in shown.items() if line["Element 3, kr."]}
    assert special == {"Ellehuset": 60_000, "Kastanjen": 60_000}
    assert sum(line["Andel"] for line in shown.values()) == pytest.approx(1)


def test_elements_that_are_not_the_pool_are_said() -> None:
    assert field(NAVN, "Elementer", "Er elementerne hele puljen?") == "ja"
    done = made(changed(NAVN, pulje=3_000_000))
    assert str(done.values.value(done.book.fields["stemmer"])).startswith("NEJ")

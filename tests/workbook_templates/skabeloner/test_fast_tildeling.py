"""Fixed amounts hold in their years, and the rest of the pool follows the key."""

from __future__ import annotations

from typing import Any

import pytest

from addin.filejobs.skabelon.write import made
from tests.workbook_templates.skabeloner.reading import book, changed, field

NAVN = "fast-tildeling"


def of(name: str) -> dict[str, Any]:
    rows = [[cell.value for cell in line] for line in book(NAVN)["Resten"].iter_rows()]
    heading = next(row for row in rows if row[0] == "Dagtilbud")
    return dict(zip(heading, next(row for row in rows if row[1] == name)))


def test_the_rest_is_shared_by_all_but_those_that_get_a_fixed_amount_instead() -> None:
    assert field(NAVN, "Forudsætninger", "Resten efter nøglen, kr.") == 1_920_000
    assert field(NAVN, "Forudsætninger", "Stemmer det?") == "ja"
    heading = "Beløb før afrunding, kr."
    assert of("Havnehuset")[heading] == 180_000
    assert of("Kastanjen")[heading] == pytest.approx(300_000 + 1_920_000 * 39 / (148 - 27))
    assert of("Lærken")["Fast beløb, kr."] in (None, "")  # until 2026


def test_what_is_older_than_four_years_is_to_be_looked_at_again() -> None:
    marks = {line[1].value: line[12].value for line in book(NAVN)["Udvalgte"].iter_rows() if line[1].value}
    assert marks["Havnehuset"] == "Over 4 år: genbesøg" and marks["Kastanjen"] in (None, "")


def test_fixed_amounts_beyond_the_pool_are_said() -> None:
    done = made(changed(NAVN, pulje=400_000))
    assert str(done.values.value(done.book.fields["for_meget"])).startswith("NEJ")

"""The page and its appendix belong together: what one shows, the other refers to."""

from __future__ import annotations

from addin.sheets import resultat
from addin.workbook import Formula
from tests.addin.sheets.committee import example
from tests.planning import calculated


def test_a_number_is_typed_once_and_referred_to() -> None:
    made = resultat.sheets(calculated(example()))
    place = made.places.columns["tildeling"][0]
    assert place.startswith("'Fordeling'!")
    referred = [cell.value.text for cell in made.bilag.cells if isinstance(cell.value, Formula)]
    assert f"={place}" in referred
    assert set(made.places.kept) == {"rest", "sats"}


def test_the_picture_is_drawn_from_the_appendix() -> None:
    made = resultat.sheets(calculated(example()))
    assert {chart.categories.sheet for chart in made.side.charts} == {made.bilag.name} and not made.bilag.charts

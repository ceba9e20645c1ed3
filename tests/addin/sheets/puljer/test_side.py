"""The page of several pools."""

from __future__ import annotations

from tests.planning import cells, planned
from tests.pools import RANDERS, houses

GARANTI = {"Pulje": "Garanti", "Garanti": 0.95, "Tekst": "Aftalt i udvalget"}


def page(*rows: dict[str, object], **values: object) -> list[str]:
    found = cells(planned(houses(*rows, **values)), "fordeling")
    return [str(value) for _, value in sorted(found.items()) if value not in (None, "")]


def test_each_pool_is_told_with_its_source_its_text_and_where_money_went() -> None:
    lines = page(RANDERS[0] | {"Loft, kr. pr. barn": 1_000, "Tilovers": "Alle", "Tekst": "Prioriteres"}, RANDERS[1],
                 GARANTI)
    told = " ".join(" ".join(lines).split())  # a line that is broken goes on indented
    assert "Vuggestuer: Der fordeles 226.000 kr. af 1.230.000 kr. til 4 institutioner." in told  # as the table says
    assert "Prioriteres." in told
    assert "Kilde: Budget 2023." in told and "går videre til Alle." in told and "er kommet fra Vuggestuer." in told
    assert "Garanti: ingen får under 95 % af sidste år i alt." in told and "Aftalt i udvalget." in told


def test_the_title_has_the_year_where_it_is_said() -> None:
    assert page(*RANDERS)[0] == "Fordeling af 2 puljer" and page(*RANDERS, budgetaar=2027)[0] == (
        "Fordeling af 2 puljer 2027")


def test_the_table_of_pools_adds_up() -> None:
    found = cells(planned(houses(RANDERS[0] | {"Loft, kr. pr. barn": 1_000, "Tilovers": "Alle"}, RANDERS[1])),
                  "fordeling")
    head = next(row for (row, _), value in found.items() if value == "Eget beløb, kr.")
    for row in (head + 1, head + 2):
        own, came, given, went, stays = (found[row, column] for column in range(2, 7))
        assert own + came == given + went + stays
    assert found[head + 1, 5] == found[head + 2, 3] > 0

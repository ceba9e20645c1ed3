"""Albertslund's and Aarhus' printed sums, by year and by source; what is unknown is counted and is never nothing."""

from __future__ import annotations

from typing import Any

import pytest

from addin.filejobs.skabelon.write import made
from tests.workbook_templates.skabeloner.reading import field, lines, with_cells
from workbook_templates.skabeloner import skabelon

NAVN = "fleraarig-finansiering"
COUNTS = "Antal indsatser, der ikke har et tal"


def row(sheet: str, heading: str, label: str) -> list[Any]:
    return list(lines(NAVN, sheet, heading)[label].values())[1:]


def test_albertslund_s_sums_by_year_and_by_source() -> None:
    assert row("Summer", "I alt pr. år", "Samlet finansieringsbehov") == pytest.approx([20.3, 19.5, 17.6, 14.0])
    by_source = {"Ny finansiering": [11.8, 11.0, 11.0, 17.0], "Eksisterende centrale midler": [2.5, 2.5, 2.5, 1.5],
                 "Budgetreduktion": [0, 0, -1.9, -4.5], "Pulje på finansloven": [6.0, 6.0, 6.0, 0],
                 "Eksisterende ramme": [0, 0, 0, 0]}
    for source, wanted in by_source.items():
        assert row("Summer", "Pr. kilde og år", source) == pytest.approx(wanted), source
    assert list(lines(NAVN, "Summer", "I alt pr. år")["Samlet finansieringsbehov"])[1:] == [2025, 2026, 2027, 2028]
    assert row("Summer", "I alt pr. år", "Mangler finansiering (ingen kilde)") == [0, 0, 0, 0]


def test_a_source_that_is_not_on_the_list_is_an_amount_of_its_own() -> None:
    label = "Står ved en anden kilde end dem på Forudsætninger"
    assert row("Summer", "Kilder, der ikke er på listen", label) == [0, 0, 0, 0]
    done = made(with_cells(skabelon(NAVN), "ind", 3, kilde="Fonden"))
    columns = [done.book.columns["uden", f"a{nr}"] for nr in range(1, 5)]
    assert [done.values.value((sheet, box.row, box.column)) for sheet, box in columns] == [11, 11, 11, 11]


def test_nothing_unknown_and_not_filled_in_are_three_counts() -> None:
    assert row("Summer", COUNTS, "Antal -, som er intet") == [2, 3, 2, 2]
    assert row("Summer", COUNTS, "Antal ?, som ikke er talt med") == [0, 0, 0, 0]
    assert row("Summer", COUNTS, "Antal tomme, ikke udfyldt") == [0, 0, 0, 0]


def test_aarhus_sums_and_payment_only_in_years_with_an_amount() -> None:
    sheet = "Aarhus summer"
    assert row(sheet, "I alt pr. år", "Samlet finansieringsbehov")[:3] == [6295, 8870, 6570]
    assert row(sheet, "I alt pr. år", "Heraf mulig deltagerbetaling (kun i år med beløb)")[:3] == [3045, 3045, 1845]
    assert row(sheet, "I alt pr. år", "Netto efter deltagerbetaling")[:3] == [3250, 5825, 4725]
    assert row(sheet, "Trykt sum (hvis der er en), og forskel", "Forskel (beregnet minus trykt)")[:3] == [0, 0, 0]


def test_a_question_mark_is_counted_and_a_printed_sum_that_is_wrong_is_shown() -> None:
    sheet = "Aarhus summer"
    assert field(NAVN, sheet, "Antal ? i deltagerbetaling og årsværk") == 1
    assert field(NAVN, sheet, "Årsværk i alt") == pytest.approx(10.8)
    assert field(NAVN, sheet, "Trykt sum af årsværk") == 9.8
    assert field(NAVN, sheet, "Årsværk: beregnet minus trykt") == 1.0

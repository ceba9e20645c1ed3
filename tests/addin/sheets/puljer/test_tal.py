"""The columns of the table of the sum."""

from __future__ import annotations

from addin.sheets.puljer.tal import columns, key_of, longest, values_of
from tests.addin.regn.test_puljer import GARANTI, run
from tests.pools import RANDERS


def test_a_column_a_pool_then_the_guarantee_then_the_sum() -> None:
    done = run(*RANDERS, GARANTI)
    assert [column.heading for column in columns(done, values_of(done))] == [
        "Institution", "Børn", "Vuggestuer, kr.", "Alle, kr.", "Garanti, kr.", "I alt, kr.", "Kr. pr. barn",
        "Sidste år, kr.", "Ændring, kr.", "Ændring, pct."]


def test_no_part_is_blank_and_the_sum_is_of_the_cells() -> None:
    done = run(*RANDERS)
    values = values_of(done)
    assert [values.is_blank(key_of(0), at) for at in range(6)] == [False, True, False, False, False, True]
    formula = values.own["tildeling"].formel
    assert formula is not None and formula(lambda key: f"<{key}>", {}) == "SUM(<pulje 1>,<pulje 2>)"


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    assert longest("Kompetenceudvikling i alt") == 20

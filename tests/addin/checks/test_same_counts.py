"""Pools by the same counts, and by others."""

from __future__ import annotations

from addin.checks.same_counts import same_counts
from addin.checks.several import subjects
from tests.addin.regn.test_puljer import run
from tests.pools import RANDERS


def test_another_column_is_other_counts_and_another_amount_is_not() -> None:
    small, all_, more = (each.subject for each in subjects(run(*RANDERS, {"Pulje": "Mere", "Beløb, kr.": 5})))
    assert same_counts(all_, more) and same_counts(all_, all_)
    assert not same_counts(small, all_) and not same_counts(all_, small)

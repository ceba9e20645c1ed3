"""How a sheet of ours is known again."""

from __future__ import annotations

import pytest

from addin.marks import by_key
from addin.workbook import Refusal


def test_sheets_by_key_and_those_without_one_left_out() -> None:
    found = by_key([("", "Budget"), ("fordeling", "Resultat"), ("", "Pulje"), ("trin", "Fordeling trin")])
    assert found == {"fordeling": "Resultat", "trin": "Fordeling trin"}


def test_of_two_sheets_that_claim_one_key_neither_is_believed() -> None:
    with pytest.raises(Refusal, match='^Arkene "Fordeling" og "Min kopi" er begge mærket'):
        by_key([("fordeling", "Fordeling"), ("fordeling", "Min kopi")])

"""What a part of a text is said to be."""

from __future__ import annotations

import pytest

from addin.runs import LOWERED, RAISED, STRUCK, mark_of


@pytest.mark.parametrize("lifted", ["", RAISED, LOWERED])
def test_what_is_struck_out_is_known_for_it_whatever_else_it_is(lifted: str) -> None:
    assert STRUCK in mark_of(True, lifted) and STRUCK not in mark_of(False, lifted)
    assert mark_of(True, lifted) == STRUCK or lifted
    assert len({mark_of(struck, lifted) for struck in (True, False)}) == 2

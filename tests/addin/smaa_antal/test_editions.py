"""Two editions: joined by name, and attacked together."""

from __future__ import annotations

import numpy as np

from addin.smaa_antal.attack import given_back
from addin.smaa_antal.editions import joined
from addin.smaa_antal.published import Of, Publication
from tests.addin.smaa_antal.houses import column, publication

HEADS, COUNTS = (60, 70, 80, 90), (4, 22, 18, 32)


def edition(heads: tuple[int, ...], counts: tuple[int, ...], names: str, afrunding: float = 1) -> Publication:
    taken = publication(heads, counts, column("Tildeling", heads, counts, pulje=1_000_000, afrunding=afrunding))
    return Publication(tuple(names), taken.heads, taken.counts, taken.columns)


def test_coarse_amounts_that_hide_a_count_alone_do_not_beside_an_earlier_edition() -> None:
    now, before = edition(HEADS, COUNTS, "abcd", 50_000), edition(HEADS, (4, 22, 17, 32), "abcd")
    assert given_back(now) == []
    (back,) = given_back(joined(now, before, "Høring", Of.EARLIER))
    assert (back.number, back.least, back.most, back.sure, back.columns) == (0, 4, 4, True, 2)


def test_they_are_joined_by_name_in_any_order() -> None:
    now, before = edition(HEADS, COUNTS, "abcd"), edition(HEADS[::-1], (32, 17, 22, 4), "dcba")
    both = joined(now, before, "Høring", Of.EARLIER)
    assert both.names == ("a", "b", "c", "d")
    assert both.columns[1].change.tolist() == [0, 0, -1, 0]
    assert both.columns[1].amounts.tolist() == before.columns[0].amounts[::-1].tolist()
    assert both.is_consistent(both.counts)


def test_houses_of_one_edition_only_count_with_nothing_in_the_other() -> None:
    now, before = edition(HEADS, COUNTS, "abcd"), edition((60, 70, 40, 50), (4, 22, 12, 3), "abxy")
    both = joined(now, before, "Høring", Of.EARLIER)
    assert both.names == ("a", "b", "c", "d", "x", "y")
    assert [each.factor.tolist() for each in both.columns] == [[1, 1, 1, 1, 0, 0], [1, 1, 0, 0, 1, 1]]
    assert both.is_consistent(both.counts)
    assert {both.names[back.number] for back in given_back(both)} == {"a", "y"}


def test_nothing_of_either_is_changed() -> None:
    now, before = edition(HEADS, COUNTS, "abcd"), edition(HEADS, (4, 22, 17, 32), "abcd")
    kept = [now.counts.copy(), before.counts.copy(), now.columns[0].amounts.copy()]
    joined(now, before, "Høring", Of.EARLIER)
    assert all(np.array_equal(one, other) for one, other in zip(kept, (now.counts, before.counts,
                                                                       now.columns[0].amounts)))

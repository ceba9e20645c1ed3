"""The rules of small counts, each by its number in the project's list; the limits are the defaults of Danish practice.

R1: the limit is 5 and never under 3 (Danmarks Statistik hides 1 and 2 in its deliveries). R2: a count is shown where it
is none or not few, and where those who are *not* counted are not few either: that nearly all are counted says as much
of each child as that nearly none are.
"""

from __future__ import annotations

import math

import numpy as np

MINDST, MINDST_LAVEST = 5, 3  # R1: the least count that is shown, and the least it may be set to
SMALL_HOUSE = 20  # R3: a house with fewer children has no count or share of its own
FEWEST = 1  # R2: the least of a count that is hidden for being few, where none is shown as none
MEAN_OF = 10  # R5: children behind a mean that is shown
GROUP_OF = 3  # R11: institutions in a group with a share
NOISE = 1e-9  # of a share in percent


def may_show(count: int, heads: float, limit: int = MINDST) -> bool:
    """R2.

    >>> [may_show(count, 60) for count in (0, 4, 5, 55, 56, 60)], may_show(0, 4)
    ([True, False, True, True, False, False], False)
    """
    return (count == 0 or count >= limit) and heads - count >= limit


def may_show_of(count: int, heads: int, limit: int = MINDST) -> bool:
    """R2 and R3: of one house."""
    return heads >= SMALL_HOUSE and may_show(count, heads, limit)


def may_show_none(heads: float, threshold: float | None, limit: int = MINDST) -> bool:
    """Whether a house with none may be shown with none, so that one that is said to have few has not none. Not where
    to get nothing, being under the threshold, already says that the count is less than few may be.

    >>> may_show_none(60, 0.08), may_show_none(40, 0.08), may_show_none(40, None)
    (True, False, True)
    """
    return may_show(0, heads, limit) and (not threshold or limit - 1 < threshold * heads)


def gives_back(least: np.ndarray | float, most: np.ndarray | float, heads: float, limit: int = MINDST, fewest: int = 0
               ) -> np.ndarray:
    """Whether to know that a count lies from `least` to `most` is to know a small one (R7, R9); of many at once.

    Every count that fits is under the limit, or within it of all the children; and it is known more narrowly than by
    the words shown instead: `fewest` is 1 where "under 12 %" of 42 children says 1 to 4, for 0 is shown; where nothing
    is shown, 0 to 4 is what is known of any small count.

    >>> gives_back(np.array([4, 0, 0, 3, 39]), np.array([4, 4, 3, 8, 42]), 42).tolist()
    [True, False, True, False, True]
    >>> [bool(gives_back(1, 4, 42, fewest=fewest)) for fewest in (0, FEWEST)]
    [True, False]
    """
    few, nearly_all = min(limit - 1, heads), max(heads - limit + 1, 0)
    is_few = np.less_equal(most, few) & (np.not_equal(least, fewest) | np.not_equal(most, few))
    is_full = np.greater_equal(least, nearly_all) & (np.not_equal(least, nearly_all) | np.not_equal(most, heads))
    return np.asarray(is_few | is_full)


def percent_under(heads: int, limit: int = MINDST) -> int:
    """R4: the limit in percent of the children, rounded up: what "under X %" says of a count that is hidden.

    >>> percent_under(42), percent_under(46), percent_under(60, 3)
    (12, 11, 5)
    """
    return math.ceil(100 * limit / heads - NOISE)


def percent_over(heads: int, limit: int = MINDST) -> int:
    """The same of a count that is nearly all, rounded down: 56 to 60 of 60 is "over 91 %".

    >>> percent_over(60), percent_over(20)
    (91, 75)
    """
    return math.floor(100 * (heads - limit) / heads + NOISE)


def may_show_mean(children: int) -> bool:
    """R5: a mean score or probability is shown of ten children or more, with one decimal of a percent."""
    return children >= MEAN_OF


def whole_percent(count: int, heads: int, threshold: float | None = None) -> int:
    """R4: a share in whole percent, half up, but never rounded across the threshold it is held against.

    >>> whole_percent(5, 66), whole_percent(5, 66, 0.08), whole_percent(9, 112, 0.08), whole_percent(9, 112, 0.081)
    (8, 7, 8, 8)
    """
    share = 100 * count / heads
    rounded = math.floor(share + 0.5)
    if threshold is None:
        return rounded
    at_least = math.ceil(100 * threshold - NOISE)  # the least whole percent that is not under the threshold
    return max(rounded, at_least) if share >= 100 * threshold - NOISE else min(rounded, at_least - 1)

"""An attacker written apart from the product: every vector of counts there is, distributed in whole numbers and held
against what is published. No bounds, no search, nothing of addin.smaa_antal.

The rules are those of the textbooks: proportional shares within caps, Hamilton's largest remainder in units, ties to
the larger count and then to the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np


class Terms(NamedTuple):
    """Whole kroner; the threshold as a fraction of the heads; the cap as kr. a head."""

    pool: int
    unit: int = 1
    threshold: tuple[int, int] = (0, 1)
    cap: int | None = None
    changes: tuple[int, ...] = ()  # children more than now, an earlier edition


def every_count(heads: Iterable[int]) -> np.ndarray:
    """All vectors of counts, a row each."""
    sizes = [children + 1 for children in heads]
    return np.ascontiguousarray(np.indices(sizes, dtype=np.int64).reshape(len(sizes), -1).T)


class Shared(NamedTuple):
    """What each counts with, who is at the cap and at how much, and what is left for the others' keys together."""

    weight: np.ndarray
    capped: np.ndarray
    most: np.ndarray
    left: np.ndarray
    together: np.ndarray


def shared(counts: np.ndarray, heads: np.ndarray, terms: Terms) -> Shared:
    counts = counts + np.array(terms.changes or [0] * len(heads))
    above, below = terms.threshold
    weight = np.where(counts * below >= above * heads, np.maximum(counts, 0), 0)
    most = np.full(len(heads), terms.pool + 1) if terms.cap is None else terms.cap * heads // terms.unit * terms.unit
    capped = np.zeros(weight.shape, dtype=bool)
    while True:
        left = terms.pool - (capped * most).sum(axis=1)
        together = np.maximum((~capped * weight).sum(axis=1), 1)
        now = capped | (weight * left[:, None] >= most * together[:, None])
        if (now == capped).all():
            return Shared(weight, capped, most, left, together)
        capped = now


def same_sats(counts: np.ndarray, true: np.ndarray, heads: np.ndarray, terms: Terms) -> np.ndarray:
    """Which vectors are given by the sats that is printed."""
    mine, printed = shared(counts, heads, terms), shared(true[None, :], heads, terms)
    return np.asarray(mine.left * printed.together == printed.left * mine.together)


class Rounded(NamedTuple):
    """Whole units and those that are got besides, and whom only the place in the list decided for."""

    units: np.ndarray
    extra: np.ndarray
    by_place: np.ndarray


def rounded(found: Shared, heads: np.ndarray, terms: Terms) -> Rounded:
    weight, capped, most, left, together = found
    units, rest = np.divmod(weight * left[:, None], together[:, None] * terms.unit)
    units, rest = np.where(capped, most // terms.unit, units), np.where(capped, -1, rest)
    missing = (terms.pool // terms.unit - units.sum(axis=1))[:, None]
    place = np.broadcast_to(np.arange(len(heads)), weight.shape)
    order = np.lexsort((place, -weight, -rest), axis=1)
    rank = np.empty_like(order)
    np.put_along_axis(rank, order, place.copy(), axis=1)
    last, first = (np.take_along_axis(order, np.clip(missing - back, 0, len(heads) - 1), axis=1) for back in (1, 0))
    ends = [np.take_along_axis(values, at, axis=1) for values in (rest, weight) for at in (last, first)]
    contested = (ends[0] == ends[1]) & (ends[2] == ends[3]) & (missing > 0) & (missing < len(heads))
    return Rounded(units, rank < missing, contested & (rest == ends[0]) & (weight == ends[2]))


def same_last_units(counts: np.ndarray, true: np.ndarray, heads: np.ndarray, terms: Terms) -> np.ndarray:
    """Which vectors give the last units to those that are told of, and by the place to the same."""
    mine, told = (rounded(shared(each, heads, terms), heads, terms) for each in (counts, true[None, :]))
    return np.asarray(((mine.extra == told.extra) & (mine.by_place == told.by_place)).all(axis=1))


def amounts(counts: np.ndarray, heads: np.ndarray, terms: Terms) -> np.ndarray:
    """Kr. for each vector; -1 where there is nobody to give to, or caps leave something over."""
    found = shared(counts, heads, terms)
    used = rounded(found, heads, terms)
    counts = counts + np.array(terms.changes or [0] * len(heads))
    result = (used.units + used.extra) * terms.unit
    nobody = (~found.capped * found.weight).sum(axis=1) == 0
    nobody |= (counts < 0).any(axis=1)
    result[nobody] = -1
    return result


def together(counts: np.ndarray, heads: np.ndarray, terms: Terms) -> np.ndarray:
    """What all keys over the threshold are together, with which the pool is divided: the sats tells it."""
    above, below = terms.threshold
    return np.where(counts * below >= above * heads, counts, 0).sum(axis=1)


def fits_shares(counts: np.ndarray, true: np.ndarray, heads: np.ndarray, shown: list[str], threshold: tuple[int, int]
                ) -> np.ndarray:
    """Which vectors the printed shares can be of: one of each house, of their group and of all."""
    found = np.ones(len(counts), dtype=bool)
    for number, text in enumerate(shown[:-2]):
        found &= fits_share(counts[:, number], heads[number], text, threshold)
    sums, total = counts.sum(axis=1), int(heads.sum())
    for text in shown[-2:]:
        if text != ".":
            percent = int(text.removeprefix("ca. ").removesuffix(" %"))
            widths = (5, 10) if text.startswith("ca.") else (1,)
            wide = next(wide for wide in widths if nearest(true.sum(), total, wide) == percent)
            found &= nearest(sums, total, wide) == percent
    return found


def at_least(heads: np.ndarray, shown: list[str], threshold: tuple[int, int]) -> list[int]:
    """What a text says by itself that each count is at least, of those that are few."""
    return [int(np.flatnonzero(fits_share(np.arange(of + 1), of, text, threshold))[0]) if text.startswith("under")
            else 0 for of, text in zip(heads.tolist(), shown)]


def nearest(counts: Any, heads: int, wide: int) -> Any:
    """In percent, to the nearest so many, half up."""
    return wide * ((200 * counts + wide * heads) // (2 * wide * heads))


def fits_share(counts: np.ndarray, heads: int, text: str, threshold: tuple[int, int]) -> np.ndarray:
    """Of one house: few, nearly all, or a whole percent that is on its own side of the threshold."""
    if text == ".":
        return np.ones(len(counts), dtype=bool)
    percent = int(text.split()[-2])
    if text.startswith("under"):
        above, below = threshold
        none_is_shown = not above or 4 * below < above * heads  # as "0 %"
        return (100 * counts < percent * heads) & (counts < 5) & (counts >= none_is_shown)
    if text.startswith("over"):
        return (100 * counts > percent * heads) & (heads - counts < 5)
    above, below = threshold
    least, rounded = -(-100 * above // below), nearest(counts, heads, 1)
    reaches = counts * below >= above * heads
    return np.where(reaches, np.maximum(rounded, least), np.minimum(rounded, least - 1)) == percent


def fits(heads: np.ndarray, published: list[np.ndarray], terms: list[Terms], sums: dict[tuple[int, ...], int]
         ) -> np.ndarray:
    """All counts that give everything that is published."""
    found = every_count(heads)
    for members, total in sums.items():
        found = found[found[:, list(members)].sum(axis=1) == total]
    for column, each in zip(published, terms):
        found = found[(amounts(found, heads, each) == column).all(axis=1)]
    return found


def told(heads: np.ndarray, true: np.ndarray, fitting: np.ndarray, limit: int = 5, words: Sequence[int] = (),
         readers: Sequence[int | None] | None = None) -> dict[int, tuple[int, int]]:
    """The small counts, and the nearly full, that somebody with a count of its own can work out: from and to, more
    narrowly than what is said of them. `words` is what that is at least: nobody need work it out."""
    found: dict[int, tuple[int, int]] = {}
    for target in range(len(heads)):
        children = heads[target]
        if limit <= true[target] <= children - limit or (true[target] == 0 and children >= limit):
            continue
        for reader in readers or [None, *(other for other in range(len(heads)) if other != target)]:
            known = fitting if reader is None else fitting[fitting[:, reader] == true[reader]]
            least, most = int(known[:, target].min()), int(known[:, target].max())
            fewest = words[target] if words else 0
            few = most < limit and (least, most) != (fewest, min(limit - 1, children))
            full = children - least < limit and (least, most) != (max(children - limit + 1, 0), children)
            if few or full:
                old = found.get(target, (0, 10**6))
                found[target] = min((old, (least, most)), key=lambda pair: pair[1] - pair[0])
    return found

"""An earlier edition or another pool beside what is to be published: two tables of the same houses say more than one.

Where the count of one house is changed by one child, everybody else's amount changes by the same factor, S / (S + 1) of
the sum S of the counts; and that sum is the pool divided by the sats.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np

from addin.smaa_antal.published import Column, Of, Publication


def joined(now: Publication, before: Publication, name: str, of: Of) -> Publication:
    """What is published now, and the first column of what a reader has beside it, joined by name. One that is in one of
    them only counts with nothing in the other."""
    known = {each.casefold(): number for number, each in enumerate(now.names)}
    new = [number for number, each in enumerate(before.names) if each.casefold() not in known]
    names = (*now.names, *(before.names[number] for number in new))
    at = {each.casefold(): number for number, each in enumerate(names)}
    places = np.array([at[each.casefold()] for each in before.names])
    here = np.arange(now.n)
    counts, heads = (spread(values, here, len(names)) for values in (now.counts, now.heads))
    earlier = spread(before.counts, places, len(names))
    counts[now.n:] = earlier[now.n:]
    heads[now.n:] = spread(before.heads, places, len(names))[now.n:]
    old = placed(before.columns[0], places, len(names))
    change = earlier + spread(before.columns[0].change, places, len(names)) - counts
    columns = tuple(placed(column, here, len(names)) for column in now.columns)
    old = replace(old, name=name, of=of, change=np.where(old.factor > 0, change, 0.0))
    least = None if now.least is None else spread(now.least, here, len(names))
    most = None if now.most is None else np.concatenate((now.most, np.maximum(heads, counts)[now.n:]))
    replaced = now.replaced | {place for number, place in enumerate(places.tolist())
                               if number in before.replaced and place >= now.n}
    return replace(now, names=names, heads=heads, counts=counts, columns=(*columns, old), least=least, most=most,
                   of_heads=now.of_heads and before.of_heads, replaced=replaced)


def spread(values: Any, places: np.ndarray, n: int) -> np.ndarray:
    """Figures at their places among n, 0 elsewhere."""
    found = np.zeros(n)
    found[places] = [value or 0.0 for value in values]
    return found


def placed(column: Column, places: np.ndarray, n: int) -> Column:
    """A column with one element for each of n recipients; those that it does not have weigh nothing."""
    terms = {key: blanks(value, places, n) if isinstance(value, (list, np.ndarray)) else value
             for key, value in column.terms.items()}
    ekstra, by_place = (None if told is None else spread(told, places, n) for told in (column.ekstra, column.by_place))
    return replace(column, terms=terms, amounts=spread(column.amounts, places, n),
                   factor=spread(column.factor, places, n), change=spread(column.change, places, n),
                   ekstra=ekstra, by_place=by_place)


def blanks(values: Iterable[object], places: np.ndarray, n: int) -> list[object]:
    """An argument with one cell a recipient: what is blank in it stays blank, and others have 0."""
    found: list[object] = [0.0] * n
    for place, value in zip(places.tolist(), values):
        found[place] = value
    return found

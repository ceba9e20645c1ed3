"""The columns of a user's own sheet that are amounts by the key: they stand in the copy, and so they are attacked too.

One that the rule makes of the counts, on the run's own terms or with some of them left out, is a column of amounts as
those of the page are. One that is only in proportion to the counts is none, but each count can be read off it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from addin.danish import listed
from addin.filejobs.brugerark import Own
from addin.smaa_antal.published import OERE, Column, Publication
from addin.workbook import Formula, column_letters

LEFT_OUT: tuple[dict[str, Any], ...] = ({"taerskel": None, "vaegt": None}, {"loft": None}, {"minimum": None},
                                        {"garanti": None}, {"andel_nyt": 1.0})
UNITS = (1.0, 10.0, 100.0, 1_000.0, 5_000.0)  # kr., that a user may have rounded to besides the run's own
MOST_IN_PAIRS = 12  # columns that are tried two and two
LEAST = 2  # recipients with a number: of one alone nothing is in proportion
READ = "Kan læses af {where}: {names}"
UNKNOWN = ("Ikke prøvet for små antal: {where}. Fordel kender ikke regnestykket bag tallene; det er intet løfte om, at "
           "de intet fortæller.")


class Numbers(NamedTuple):
    """A column of a sheet in the copy: the number beside each recipient, nan where there is none."""

    where: str
    values: np.ndarray


class Egne(NamedTuple):
    """What is made of the sheets: columns for the attack, whose counts can be read off, and what nobody has judged."""

    columns: tuple[Column, ...]
    read_off: list[str]
    unknown: list[str]


def egne(users: Sequence[Own], published: Publication | None) -> Egne:
    """Nothing where no count is hidden. What no column tells alone, two may tell together: those of 0-2 and of 3-5
    years."""
    if published is None or not published.hidden:
        return Egne((), [], [])
    found: list[Column] = []
    read: list[str] = []
    unknown = [numbers for numbers in of_sheets(users, published.names)
               if not is_known(numbers, published) and not is_judged(numbers, published, found, read)]
    for one, other in itertools.combinations(unknown[:MOST_IN_PAIRS], 2):
        is_judged(Numbers(f"{one.where} og {other.where}", one.values + other.values), published, found, read)
    said = [UNKNOWN.format(where=listed([numbers.where for numbers in unknown], 12))] if unknown else []
    return Egne(tuple(found), read, said)


def is_judged(numbers: Numbers, published: Publication, found: list[Column], read: list[str]) -> bool:
    """Whether a column is one of amounts by the rule, which goes to the attack, or counts can be read off it."""
    for values in readings(numbers, published):
        made = by_rule(values, published)
        told = told_by(values, published) if made is None else []
        if made is not None:
            found.append(made)
        elif told:
            names = listed([published.names[at] for at in told], 12)
            read.append(READ.format(where=numbers.where, names=names))
        if made is not None or told:
            return True
    return False


def readings(numbers: Numbers, published: Publication) -> Iterator[Numbers]:
    """The numbers, and what they are beside what is public: the children who are left, and what is moved."""
    main, values = published.columns[0], numbers.values
    for each in (values, published.heads - values, main.amounts + values, main.amounts - values):
        yield numbers._replace(values=each)


def is_known(numbers: Numbers, published: Publication) -> bool:
    """Whether the page says the same: the children, or a column of its amounts."""
    there = ~np.isnan(numbers.values)
    known = (published.heads, *(column.amounts for column in published.columns))
    return any(bool((np.abs(numbers.values - each)[there] < OERE / 2).all()) for each in known)


def of_sheets(users: Sequence[Own], names: Sequence[str]) -> Iterator[Numbers]:
    """The columns with numbers beside names of recipients."""
    at = {name.strip().casefold(): number for number, name in enumerate(names)}
    for own in users:
        cells = {(cell.row, cell.column): cell.value.value if isinstance(cell.value, Formula) else cell.value
                 for cell in own.plan.cells}
        rows = {row: at[value.strip().casefold()] for (row, _), value in cells.items()
                if isinstance(value, str) and value.strip().casefold() in at}
        for column in sorted({column for _, column in cells}):
            values = np.full(len(names), np.nan)
            for row, number in rows.items():
                value = cells.get((row, column))
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    values[number] = value
            if (~np.isnan(values)).sum() >= LEAST:
                yield Numbers(f"{own.plan.name}!{column_letters(column)}", values)


# ------------------------------------------------------------------------------------- amounts by the rule


def by_rule(numbers: Numbers, published: Publication) -> Column | None:
    """The column as one that the rule has made of the counts; None where no terms are found that give it."""
    if np.isnan(numbers.values).any() or numbers.values.sum() <= 0:
        return None
    main = published.columns[0].amounts_only()
    for left_out in itertools.chain.from_iterable(itertools.combinations(LEFT_OUT, many) for many in range(3)):
        terms = {**main.terms, "pulje": float(numbers.values.sum())}
        for each in left_out:
            terms |= {key: value for key, value in each.items() if key in terms}
        for unit in (main.terms.get("afrunding", 1.0), *UNITS):
            column = replace(main, name=numbers.where, amounts=numbers.values, terms={**terms, "afrunding": unit})
            if column.fits(published.counts):
                return column
    return None


# ------------------------------------------------------------------------------------- what is in proportion


def told_by(numbers: Numbers, published: Publication) -> list[int]:
    """The hidden counts that are the nearest whole number to what the column says of them."""
    main = published.columns[0]
    heads = np.where(published.heads > 0, published.heads, np.nan)
    for factor in (np.ones(published.n), main.factor, 1 / heads):
        for there in (published.counts > 0, main.amounts > OERE):
            told = in_proportion(numbers.values, published.counts, factor, there)
            hidden = [at for at in published.hidden if told[at]]
            if hidden:
                return hidden
    return []


def in_proportion(values: np.ndarray, counts: np.ndarray, factor: np.ndarray, there: np.ndarray) -> np.ndarray:
    """Which counts are told, where all of those are told that have a number; none where any is not."""
    known = there & ~np.isnan(values) & ~np.isnan(factor) & (factor > 0)
    weight = np.where(known, counts * np.where(known, factor, 0.0), 0.0)
    if known.sum() < LEAST or not np.nansum(np.where(known, values, 0.0)) > 0:
        return np.zeros(len(counts), dtype=bool)
    each = np.where(known, values, 0.0).sum() / weight.sum()
    read = np.divide(np.where(known, values, 0.0), each * factor, out=np.zeros(len(counts)), where=known)
    return known if (np.abs(read - counts)[known] < 0.5).all() else np.zeros(len(counts), dtype=bool)

"""What the user may answer about a cell that is perhaps a setting: as it stands, as a share, or as another setting."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from addin.danish import EXACT, percent
from addin.finding import labels
from addin.finding.words import plain
from udfs.errors import tal
from udfs.rounding import OERE, half_up

SHARES = ("garanti", "hoejst", "andel_nyt", "pl", "taerskel", "hoejst_andel")
MOST_SHARE, MOST_PERCENT = 3.0, 300.0  # of last year's; above the last a number is kroner
LEAST_AMOUNT = 5.0  # kr. per child or institution: less is a share
MOST_WEIGHT, MOST_RATE = 10.0, 0.25
_FALL = re.compile(r"\b(?:fald|nedgang|tab|reduktion)\b")
_PERCENT = re.compile(r"\bpct|\bprocent|%|\bandel\b")
_RISE = re.compile(r"\b(?:stigning|vækst|fremgang|forøgelse)\b")
# The other setting that a number may be, asked about under this one.
INSTEAD = {"loft": "hoejst", "taerskel": "minimum"}


class Offer(NamedTuple):
    """A value to choose, and what it means; `instead` where it is another setting."""

    value: str
    text: str


def fits(key: str, value: float | None, label: str) -> bool:
    """Whether a number is what a setting with just this label must be."""
    if value is None:
        return True  # a text with digits, which is refused with its cell
    limits: dict[str, Callable[[float], bool]] = {
        "garanti": lambda v: 0 < v <= 1, "hoejst": lambda v: 0.5 <= v <= MOST_SHARE, "andel_nyt": lambda v: 0 < v <= 1,
        "pl": lambda v: abs(v) < MOST_RATE, "taerskel": lambda v: 0 <= v <= 1, "hoejst_andel": lambda v: 0 < v <= 1,
        "loft": lambda v: v > LEAST_AMOUNT, "minimum": lambda v: v == 0 or v > LEAST_AMOUNT,
        "centralt": lambda v: not 0 < share_of(v, label) < 1, "vaegt": lambda v: 0 < v <= MOST_WEIGHT,
    }
    return key not in limits or limits[key](value)


def offers(key: str, place: str, value: float | None, label: str, shown: str, pool: float | None,
           last_year: bool) -> list[Offer]:
    """The answers about one cell; none where the number cannot be the setting in any way."""
    stands = Offer(place, f'"{label}": {shown}')
    if value is None:
        return [stands]
    if key == "centralt" and not fits(key, value, label):
        share = half_up(share_of(value, label) * (pool or 0), OERE)
        told = f"{percent(share_of(value, label), EXACT)} af puljen: {tal(share)}"
        return [Offer(number(share), told)] if share else []
    if key == "vaegt":
        return weights(value, label, stands)
    if key in SHARES:
        return shares(key, value, label, stands)
    if key == "loft" and not fits(key, value, label):
        of_last_year = Offer("hoejst", f"højst {percent(value, EXACT)} af sidste års tildeling")
        return [*([of_last_year] if last_year else []), Offer(place, f"{shown} kr. pr. barn")]
    return [stands] if fits(key, value, label) else []


def shares(key: str, value: float, label: str, stands: Offer) -> list[Offer]:
    """A share as it stands, in per cent, as a change from last year, or as one of so many years."""
    words, change = plain(label), f"1{{}}{stands.value}{'/100' if value >= 1 else ''}"
    if key == "garanti" and _FALL.search(words):
        return [Offer(change.format("-"), f"mindst {percent(1 - part(value), EXACT)} af sidste år")]
    if key == "hoejst" and _RISE.search(words):
        return [Offer(change.format("+"), f"højst {percent(1 + part(value), EXACT)} af sidste år")]
    if key == "andel_nyt" and value > 1 and value == int(value) and value <= 10:
        return [Offer(f"1/{stands.value}", f"det første af {value:.0f} år: 1/{value:.0f} ny fordeling")]
    if fits(key, value, label):
        return [stands]
    if key == "taerskel" and value > MOST_PERCENT:
        return [Offer("minimum", f"mindst {tal(value)} kr. til hver institution")]
    return [Offer(f"{stands.value}/100", f"{tal(value)} %")] if value <= MOST_PERCENT else []


def weights(value: float, label: str, stands: Offer) -> list[Offer]:
    """What 0-2-year-olds weigh, also where it is said what 3-5-year-olds do."""
    if labels.is_weight_of_older(label):
        text = f"0-2-årige vejer {tal(round(1 / value, 6))}, når 3-5-årige vejer 1" if value else ""
        return [Offer(f"1/{stands.value}", text)] if 0 < value <= MOST_WEIGHT else []
    return [stands] if fits("vaegt", value, label) else []


def share_of(value: float, label: str) -> float:
    """A number as a share, where its label says per cent of one above 1; else as it stands.

    >>> share_of(2.5, "Central andel, pct."), share_of(0.05, "Central pulje"), share_of(50_000, "Central pulje")
    (0.025, 0.05, 50000)
    """
    return value / 100 if 1 <= value <= 100 and _PERCENT.search(label.casefold()) else value


def part(value: float) -> float:
    """A change as a share: 5 is 5 %."""
    return value / 100 if value >= 1 else value


def number(value: float) -> str:
    """A number as it is typed: no dots between thousands."""
    return f"{round(value, 10):.10f}".rstrip("0").rstrip(".").replace(".", ",")

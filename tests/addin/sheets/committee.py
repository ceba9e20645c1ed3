"""The twelve houses of the page's filled example: a threshold, a cap, last year's amounts, three groups."""

from __future__ import annotations

from typing import Any

from tests.addin.smaa_antal.houses import TWELVE, TWELVE_COUNTS, TWELVE_HEADS
from tests.planning import Case, case

AREAS = ("Nord",) * 4 + ("Midt",) * 4 + ("Syd",) * 4
# In the new price level, 3,2 % higher, they are 401.964, 60.991, 214.037 and so on: 2.245.013 in all.
LAST_YEAR = (389_500, 59_100, 207_400, 46_500, 368_200, 114_300, 93_000, 95_000, 542_600, 126_000, 69_800, 64_000)
TERMS = {"pulje": 2_400_000, "taerskel": 0.08, "loft": 6_000, "pl": 0.032}
COLUMNS = {key: f"Ark!${letter}$2:${letter}$13" for key, letter in
           zip(("navn", "gruppe", "boern", "noegle", "sidste_aar"), "ABCDE")}


def example(without: tuple[str, ...] = (), **terms: Any) -> Case:
    rows = [list(line) for line in zip(TWELVE, AREAS, TWELVE_HEADS, TWELVE_COUNTS, LAST_YEAR)]
    columns = {key: place for key, place in COLUMNS.items() if key not in without}
    heads = ["Institution", "Område", "Børn", "Talte", "Sidste år"]
    return case({"Ark": [heads, *rows]}, columns, **{**TERMS, **terms})

"""Cells that no range of numbers takes, with what the refusal says of each, and how an empty cell arrives."""

import math
import re

import pytest

EMPTY = (None, "", [[None]])

NO_NUMBERS = [
    ("n/a", '"n/a" er ikke et tal'),
    ("..", '".." er ikke et tal'),
    ("<3", '"<3" er ikke et tal'),
    ("-", '"-" er ikke et tal'),
    ("1.234", '"1.234" er ikke et tal'),
    ("#I/T", "fejlværdien #I/T er ikke et tal"),
    ("#DIV/0!", "fejlværdien #DIV/0! er ikke et tal"),
    (math.nan, "NaN er ikke et tal"),
    (math.inf, "uendelig er ikke et tal"),
    (-math.inf, "uendelig er ikke et tal"),
]
NO_COUNTS = [*NO_NUMBERS, (-1, "-1 er negativ"), (-0.001, "-0,001 er negativ")]


def refused(kind, text):
    """The whole sentence, and nothing but it."""
    return pytest.raises(kind, match=f"^{re.escape(text)}$")

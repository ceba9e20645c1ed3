"""Rounding in a formula exactly as the rules round, whatever spreadsheet program computes it.

ROUND of a large amount is decided on 15 digits in Excel and on more, or otherwise, elsewhere, so that a number at a
half, or near it, goes up in one program and down in the next. Here only what is over a whole number is rounded, after
it has been lifted by the noise of the calculation: there all programs have digits enough to agree.
"""

from __future__ import annotations

import math

from udfs.rounding import LAST_BITS, MOST_NOISE, NUDGE

BITS = f"2^{math.log2(LAST_BITS):.0f}"
DIGITS = 15  # that a spreadsheet program shows of a number, and a half is decided on


def with_decimals(tal: str, decimaler: str) -> str:
    """A number that is not negative, to as many decimals as are compared of a rest: `udfs.rounding.split`."""
    return f"INT({tal})+{over(tal, decimaler)}"


def over(tal: str, decimaler: str) -> str:
    """What such a number is over a whole one: its rest, or 1 where it is the next whole one."""
    noise = f"MIN({MOST_NOISE},MAX({NUDGE},{tal}*{BITS}*10^{decimaler}))/10^{decimaler}"
    return f"ROUND({tal}-INT({tal})+{noise},{decimaler})"


def half_up(tal: str) -> str:
    """A number that is not negative, as a whole one: `udfs.rounding.half_up`."""
    return f"INT({tal})+ROUND({tal}-INT({tal})+0.5*10^(LEN(INT({tal}))-{DIGITS}),0)"

"""Refusals, and the Danish words and numbers they are written with."""

from __future__ import annotations

from decimal import Decimal

LEAST, MOST = 1e-20, 1e20  # beyond, a number is shorter as a power of ten
# Names where "oe" is not an ø; every other ae, oe and aa in an argument name stands for æ, ø and å.
_WORDS = {
    "koefficienter": "koefficienter",
    "boern_0_2": "børn 0-2 år",
    "boern_3_5": "børn 3-5 år",
    "boern_pr_maaned": "børn pr. måned",
    "boern_pr_distrikt": "børn pr. distrikt",
}


class RegelFejl(ValueError):
    """A refusal: a sentence for the user, the argument it is about and the positions in it (from 1).

    `grund` is the reason without what the sentence begins with, for whoever says in other words what it is about; the
    whole sentence, where it has no such beginning.
    """

    def __init__(self, besked: str, argument: str | None = None, numre: tuple[int, ...] = (), grund: str = "") -> None:
        super().__init__(besked)
        self.argument = argument
        self.numre = numre
        self.grund = grund or besked


class VaerdiFejl(RegelFejl):
    """A value that cannot be used: text in a number range, a negative count, an unknown choice."""


class LaengdeFejl(RegelFejl):
    """Ranges whose lengths or shapes do not fit together."""


class UmuligFejl(RegelFejl):
    """Figures that are each valid, but cannot be solved together."""


def word(argument: str) -> str:
    """The argument as users read it: `noegle` is nøgle."""
    danish = argument.replace("ae", "æ").replace("oe", "ø").replace("aa", "å").replace("_", " ")
    return _WORDS.get(argument, danish)


def tal(x: float) -> str:
    """1234567.5 as 1.234.567,5: at most 15 digits, so that 0.1 + 0.2 reads 0,3, and no power of ten to work out."""
    text = f"{x + 0.0:,.15g}"
    return _danish(f"{Decimal(text):,f}" if "e" in text and LEAST <= abs(x) < MOST else text)


def kroner(x: float) -> str:
    """1200000 as 1.200.000 kr.; øre only where there are any."""
    whole = round(x)
    return _danish(f"{whole:,}" if abs(x - whole) < 0.005 else f"{x:,.2f}") + " kr."


def antal(n: int, ental: str, flertal: str) -> str:
    """1 barn, 2 børn."""
    return f"{n} {ental if n == 1 else flertal}"


def _danish(english: str) -> str:
    return english.translate(str.maketrans(",.", ".,"))

"""An amount without its calculation: the children, what is given, and why there is no more."""

from __future__ import annotations

import math

from addin.dates import in_words
from addin.run.regnet import Regnet
from addin.sheets import saetninger
from addin.sheets.fordeling import is_weighted
from addin.sheets.udmelding import noegle
from addin.sheets.udmelding.baand import TAST, Baand, fin
from addin.sheets.udmelding.blok import Blok
from udfs.errors import antal, tal

MOST_OF_HEADS = 4  # decimals


def alene(baand: Baand, blok: Blok, at: int) -> list[str]:
    """Puts the amount on the tape; returns why it stands alone."""
    result, said = blok.regnet, [blok.hvorfor[at]]
    heads, given = (result.hoveder or [None] * result.n)[at], float(result.tildeling[at])
    if heads:
        baand.tast(boern(result), float(heads), heads_decimals(heads))
    baand.kr(blok.beloeb, TAST, given, fed=True)
    if result.fordeling.taerskel is not None and not result.fordeling.over_taerskel[at]:
        said.append(f"Andelen er under minimumsgrænsen på {saetninger.limit(result)}"
                    f"{kraever(result, at, blok.noeglen)}.")
    return [blok.sagt(line) for line in said]


def kraever(result: Regnet, at: int, noeglen: str) -> str:
    """How many of its children a threshold takes, where it is children that are counted."""
    done = result.fordeling
    measured = done.boern if done.boern_taerskel is None else done.boern_taerskel
    children = 0.0 if measured is None else float(measured[at])
    if not noeglen.startswith(noegle.BOERN) or not children or not children.is_integer():
        return ""
    least = math.ceil(round((done.taerskel or 0.0) * children, 6))
    return f": den kræver mindst {antal(least, 'barn', 'børn')} af {tal(children)}"


def boern(result: Regnet) -> str:
    """The children as they stand in the table, and when they were counted."""
    day, weighed = result.setup.settings.boern_pr, is_weighted(result)
    return f"{'Vægtede børn' if weighed else 'Børn'}{f' pr. {in_words(day)}' if day else ''}"


def heads_decimals(heads: float) -> int:
    """The children's own: the amount per child is worked out from them as they are printed."""
    return fin(heads, MOST_OF_HEADS)

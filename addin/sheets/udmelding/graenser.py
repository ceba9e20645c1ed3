"""The bounds of an amount on the tape: what it is at least and at most, and how those that are there are made."""

from __future__ import annotations

import math
from typing import NamedTuple

from addin.danish import percent
from addin.figures.arguments import called_first
from addin.run.regnet import Regnet
from addin.sheets import digits, trin
from addin.sheets.udmelding.baand import ER, GANGE, HOEJST, MINDST, NED, Baand, fin
from udfs.errors import kroner
from udfs.rounding import in_whole

OERE = 2  # decimals of an amount before it is rounded
LOFTET = "Loft"
NEAR = 1e-6  # kr.


class Graense(NamedTuple):
    """A bound as it is told, and what it is in kr. of the part by the key."""

    tekst: str
    kr: float


def put(baand: Baand, result: Regnet, at: int, cap: int) -> None:
    """Held between a minimum and a cap, which was made on the line `cap` where that is not 0; the tape goes on from
    what the key gives."""
    if not is_bounded(result, at):
        return
    mindst(baand, result, at)
    high = float(result.fordeling.hi[at])
    if math.isfinite(high):
        baand.kr(f"loftet (linje {cap})" if cap else hoejst(result, at, high), HOEJST, high)
    bestemt(baand, result, at)


def is_bounded(result: Regnet, at: int) -> bool:
    """Whether a minimum or a cap can decide: no cap does where there is nothing to be held under it."""
    done = result.fordeling
    return bool(done.lo[at] > 0 or (math.isfinite(done.hi[at]) and done.vaegt[at] > 0))


def bestemt(baand: Baand, result: Regnet, at: int) -> None:
    """What the bounds have made of the amount."""
    which = result.fordeling.bundet[at]
    baand.kr(f"Bestemt af: {which}" if which else "Ingen grænse er nået", ER, result.fordeling.foer_afrunding[at])


# ------------------------------------------------------------------------------------- how they are made


def mindst(baand: Baand, result: Regnet, at: int) -> None:
    """The line of what it is at least, where that is anything."""
    low = float(result.fordeling.lo[at])
    if low <= 0:
        return
    there = nedre(result, at)
    most = max(graense.kr for graense in there)
    why = ", rundet op" if low > most + NEAR else ", dog ikke over loftet" if low < most - NEAR else ""
    baand.kr(f"{samlet('det største', there)}{why}", MINDST, low)


def hoejst(result: Regnet, at: int, high: float) -> str:
    there = oevre(result, at)
    why = ", rundet ned" if high < min(graense.kr for graense in there) - NEAR else ""
    return f"{samlet('det mindste', there)}{why}"


def nedre(result: Regnet, at: int) -> list[Graense]:
    """What keeps it up."""
    figures, own, found = result.figures, result.figures.own_bounds.get("minimum"), []
    minimum = own[at] if own else result.setup.settings.minimum
    if minimum and result.fordeling.vaegt[at] > 0:
        found.append(Graense(f"minimum{' efter nøglen' if figures.forud else ''} {kroner(minimum)}", minimum))
    if "garanti" in figures.andele:
        found.append(af_foer(result, at, "garantien: ", figures.andele["garanti"]))
    return found


def oevre(result: Regnet, at: int) -> list[Graense]:
    """What keeps it down."""
    figures, children, found = result.figures, result.fordeling.boern, []
    cap = own_cap(result, at)
    if cap is not None and children is not None:
        found.append(Graense(f"loftet: {kroner(cap)} pr. barn", cap * float(children[at])))
    if "hoejst" in figures.andele and (result.saving or (figures.foer or [])[at]):
        found.append(af_foer(result, at, "højst ", figures.andele["hoejst"]))
    if result.applied is not None:
        wanted = result.applied[at] or 0.0
        found.append(i_alt(result, at, f"det ansøgte, {kroner(wanted)}", wanted))
    return found


def af_foer(result: Regnet, at: int, called: str, share: float) -> Graense:
    """A share of last year's amount, or of the budget that is saved in."""
    setup, before = result.setup, (result.figures.foer or [])[at] or 0.0
    level = "" if setup.settings.pl is None else " i nyt prisniveau"
    of = "grundbudgettet" if result.saving else f"sidste år{level}"
    now = "" if result.figures.pr_barn is None else ", regnet til børnene nu"
    return i_alt(result, at, f"{called}{percent(share)} af {of}{now}, {kroner(round(before, 2))}",
                 share * before)


def i_alt(result: Regnet, at: int, text: str, kr: float) -> Graense:
    """A bound on all that is given, of which something is given first."""
    first = result.figures.on_top[at] if result.figures.on_top else None
    if not first:
        return Graense(text, kr)
    return Graense(f"{text}, minus {called_first(result.figures)}", max(kr - first, 0.0))


def samlet(which: str, graenser: list[Graense]) -> str:
    texts = [graense.tekst for graense in graenser]
    return texts[0] if len(texts) == 1 else f"{which} af {' og '.join(texts)}"


# ------------------------------------------------------------------------------------- a cap per child


def loft(baand: Baand, result: Regnet, at: int) -> int:
    """How a cap per child is made, where it is nothing else: before the tape of the amount itself. Returns its line, 0
    where there is none."""
    done, high, cap = result.fordeling, float(result.fordeling.hi[at]), own_cap(result, at)
    if cap is None or done.boern is None or trin.bound_text(result, "hi") or not (
            0 <= float(done.boern[at]) * cap - high < done.afrunding):
        return 0
    children = float(done.boern[at])
    label = "Vægtede børn" if result.weighs_children else "Børn"
    baand.tast(label, children, fin(children, digits.of_children(result)))
    baand.kr("loft pr. barn", GANGE, cap)
    exact = round(children * cap, OERE) == high
    return baand.kr(LOFTET if exact else f"{LOFTET} i {in_whole(done.afrunding)}", ER if exact else NED, high)


def own_cap(result: Regnet, at: int) -> float | None:
    """The cap in kr. per child that this one has."""
    own = result.figures.own_bounds.get("loft")
    return own[at] if own else result.setup.settings.loft

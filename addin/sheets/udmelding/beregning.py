"""The whole calculation of one recipient's amount on the tape, in the order the trail has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from addin.run.regnet import Regnet
from addin.sheets import digits, saetninger
from addin.sheets.udmelding import ansoegning, graenser, noegle
from addin.sheets.udmelding.baand import (
    DELES,
    ER,
    GANGE,
    KR,
    MINUS,
    PCT,
    PLUS,
    TAST,
    Baand,
    fin,
)
from addin.sheets.udmelding.blok import Blok
from udfs.distribution import LOFT
from udfs.rounding import in_whole
from workbook_templates.styles import MOST_DECIMALS

BLENDED = 4  # decimals of last year's part
HALF, NEAR = 0.5, 1e-6  # of a last decimal


class Ord(NamedTuple):
    """What the lines of the sats call what is shared, who is bound, what it is shared by, and what that gives."""

    penge: str = "Pengene efter nøglen"
    bundne: str = "til dem, hvis beløb en grænse bestemmer"
    flere: str = "nøgler"
    en: str = "enhed"
    vaegt: str = "Det, der tæller med"
    efter: str = "Efter nøglen"


NOEGLEN = Ord()


def beregning(baand: Baand, blok: Blok, at: int) -> None:
    """From the key to the amount of the recipient that has this place in the pool."""
    result = blok.regnet
    only_key = result.forud is None
    if result.fordeling.deling:
        ansoegning.put(baand, result, at)
        afrunding(baand, result, at, blok.beloeb, only_key)
    elif not result.figures.only_fixed[at]:
        noegle.put(baand, result, at, blok.noeglen)
        counted = blok.noeglen.startswith(noegle.BOERN)
        counts = taerskel(baand, result, at, counted)
        cap = graenser.loft(baand, result, at) if graenser.is_bounded(result, at) else 0
        children = NOEGLEN._replace(flere=f"børn som i linje {counts}", en=f"barn som i linje {counts}")
        efter_noeglen(baand, result, at, counts, children if counted else NOEGLEN, blok.penge)
        graenser.put(baand, result, at, cap)
        indfasning(baand, result, at)
        afrunding(baand, result, at, blok.beloeb if only_key else NOEGLEN.efter, only_key)
    fast_beloeb(baand, result, at, blok.beloeb)


def taerskel(baand: Baand, result: Regnet, at: int, counted: bool) -> int:
    """The burden, which is a share where children are `counted`, held against the threshold, and what counts above it;
    returns the line with what counts."""
    done, limit, of = result.fordeling, result.fordeling.taerskel, baand.nr
    if limit is None:
        return of
    reached = bool(done.over_taerskel[at])
    told = f"Minimumsgrænsen på {saetninger.limit(result)} er {'nået' if reached else 'ikke nået'}"
    if result.figures.weighed and result.figures.weighed.groups is not None:
        baand.ord(f"{told} i gruppen som helhed")
    elif result.figures.weighed:
        baand.ord(f"{told}{' af mindst én af institutionerne' if reached else ' af nogen af institutionerne'}")
    else:
        burden = (done.belastning if done.belastning is not None else done.noegle)[at]
        measured = done.boern if done.boern_taerskel is None else done.boern_taerskel
        children = 0.0 if measured is None else float(measured[at])
        if children:
            weighed = result.weighs_children and done.boern_taerskel is None
            baand.put("vægtede børn" if weighed else "børn", DELES, children, fin(children, digits.of_children(result)))
            of_points = result.burden_style == "tal" or limit >= 1
            baand.put("Andel" if counted else "Belastning", ER, burden if of_points else 100 * burden,
                      shown(burden, limit, of_points), "" if of_points else PCT)
        baand.ord(told)
        if reached and result.setup.settings.taerskeltype == "over" and children:
            of = over(baand, result, at, children)
    return of


def over(baand: Baand, result: Regnet, at: int, children: float) -> int:
    """Only what lies above the threshold counts: the key less the threshold's share of the children."""
    done, most = result.fordeling, noegle.decimaler(result)
    limit, key, counts = float(done.taerskel or 0.0), float(done.noegle[at]), float(done.vaegt[at])
    beyond = limit * children
    baand.tast("Børn", children, fin(children, digits.of_children(result)))
    baand.put("minimumsgrænsen", GANGE, 100 * limit, digits.own(100 * limit), PCT)
    part = baand.put("Tæller ikke med", ER, beyond, fin(beyond, most + 1))
    baand.tast("Nøglen", key, fin(key, most + 1))
    baand.put(f"linje {part}", MINUS, beyond, fin(beyond, most + 1))
    return baand.put("Det, der tæller med", ER, counts, fin(counts, most))


def shown(burden: float, limit: float, of_points: bool) -> int:
    """Decimals enough to see on which side of the threshold it is, and not half a last one, which could be rounded
    either way."""
    value, at = (burden, limit) if of_points else (100 * burden, 100 * limit)
    return next((many for many in range(1, MOST_DECIMALS)
                 if ((round(value, many) >= at) == bool(burden >= limit) or value == at)
                 and abs(value * 10**many % 1 - HALF) > NEAR), 1)


def efter_noeglen(baand: Baand, result: Regnet, at: int, of: int, called: Ord,
                  penge: Sequence[tuple[str, float]] = ()) -> None:
    """The sats, and what it gives; `of` is the line with what counts, and `penge` what the money is made up of."""
    done = result.fordeling
    weight = float(done.vaegt[at])
    if not weight or not done.sats:
        below = done.taerskel is not None and not done.over_taerskel[at]
        baand.put(f"{called.efter}, for minimumsgrænsen er ikke nået" if below else called.efter, "", 0.0, 0, KR)
        return
    decimals, frie, bound = fin(done.sats, digits.sats(result, digits.within(result))), result.frie, result.frie.bundet
    if frie.antal:
        pengene(baand, done.pulje, called, penge)
        if bound:
            only_cap = {by for by in done.bundet if by} == {LOFT}
            baand.kr("til dem ved loftet" if only_cap else called.bundne, MINUS, bound)
        whose = f"{'de øvriges' if bound else 'alles'} {called.flere}"
        baand.put(whose, DELES, frie.vaegte, fin(frie.vaegte, most_of_sum(result, frie.vaegte)))
    sats = baand.put(f"Sats, kr. pr. {called.en}", ER if frie.antal else "", done.sats, decimals, KR)
    baand.tast(f"{called.vaegt} (linje {of})", weight, fin(weight, noegle.decimaler(result)))
    baand.put(f"satsen (linje {sats})", GANGE, done.sats, decimals, KR)
    baand.kr(called.efter, ER, done.foer_bund[at])


def pengene(baand: Baand, amount: float, called: Ord, penge: Sequence[tuple[str, float]]) -> None:
    """What is shared by the key, and how it is made up where that is told."""
    for label, part in penge[:1]:
        baand.kr(label, TAST, part)
    for label, part in penge[1:]:
        baand.ved(label, part)
    baand.kr(called.penge, ER if penge else TAST, amount)


def most_of_sum(result: Regnet, weights: float) -> int:
    """Decimals of the sum of the weights, to find the sats with all the decimals that are printed."""
    within = 0.5 * 10.0 ** -digits.sats(result, digits.within(result))
    return max(noegle.decimaler(result), digits.needed(result.fordeling.sats / weights, digits.A_TENTH * within))


def indfasning(baand: Baand, result: Regnet, at: int) -> None:
    """Blended with last year's."""
    done = result.fordeling
    if not result.transition:
        return
    old = float((result.figures.foer or [])[at] or 0.0)
    part, new, before = done.andel_nyt, baand.sidste, baand.nr
    many = digits.of_rate(part, max(old, new), digits.A_TENTH * 0.5 * 10.0**-BLENDED)
    baand.tast("Sidste års beløb", old, fin(old, BLENDED + 2), KR)
    baand.put("den del, der endnu gælder", GANGE, 100 * (1 - part), fin(100 * (1 - part), many), PCT)
    kept = baand.put("Af sidste års beløb", ER, (1 - part) * old, fin((1 - part) * old, BLENDED), KR)
    left = baand.sidste
    baand.kr(f"Den nye fordeling (linje {before})", TAST, new)
    baand.put("den del, der gælder nu", GANGE, 100 * part, fin(100 * part, many), PCT)
    baand.put(f"linje {kept}", PLUS, left, fin(left, BLENDED), KR)
    baand.kr("Efter indfasning", ER, done.blandet[at])


def afrunding(baand: Baand, result: Regnet, at: int, called: str, fed: bool) -> None:
    """The last krone as a line of its own, with why it is here; and what is given, which is `called` so."""
    done = result.fordeling
    before, given = baand.sidste, float(done.tildeling[at])
    why = ", op: resten er blandt de største" if done.ekstra[at] else ""
    baand.ved(f"Afrunding til {in_whole(done.afrunding)}{why}", given - before)
    baand.kr(called, ER, given, fed)


def fast_beloeb(baand: Baand, result: Regnet, at: int, called: str) -> None:
    """What is paid besides, and with it all that is given, which is `called` so."""
    if result.forud is None:
        return
    first = 0.0 if result.grundbeloeb is None else float(result.grundbeloeb[at])
    fast, given = 0.0 if result.fast is None else float(result.fast[at]), float(result.tildeling[at])
    if first:
        baand.kr("Grundbeløb", PLUS, first)
    if result.figures.only_fixed[at]:
        baand.kr("Fast beløb i stedet for nøglen", TAST, fast)
    elif fast:
        baand.kr("Fast beløb oven i", PLUS, fast)
    baand.kr(f"{called} i alt", ER, given, fed=True)

"""What one recipient gets of what it has applied for, on the tape, where applications are shared without a key."""

from __future__ import annotations

import math

from addin.run.regnet import Regnet
from addin.sheets import digits
from addin.sheets.udmelding.baand import DELES, ER, GANGE, HOEJST, KR, MINDST, MINUS, NED, TAST, Baand, fin, oere
from udfs.errors import kroner, tal
from udfs.rounding import in_whole

FOER = "Før afrunding"


def put(baand: Baand, result: Regnet, at: int) -> None:
    """From what is applied for to the amount before it is rounded."""
    if result.equal_losses:
        afslag(baand, result, at)
    else:
        prioritet(baand, result, at)


def ansoegt(baand: Baand, result: Regnet, at: int) -> None:
    """In whole units, as it is the most that can be given."""
    claim, most = (result.applied or [])[at] or 0.0, float(result.fordeling.hi[at])
    baand.kr("Ansøgt", TAST, claim)
    if most != claim:
        baand.kr(f"Ansøgt i {in_whole(result.fordeling.afrunding)}", NED, most)


def afslag(baand: Baand, result: Regnet, at: int) -> None:
    """The loss that is the same to all, and what it leaves."""
    done, frie = result.fordeling, result.frie
    if frie.antal and done.sats:
        claims = math.fsum(claim for claim, free in zip(done.hi.tolist(), frie.er) if free)
        baand.kr("Ansøgt af dem, der får noget", TAST, claims)
        baand.kr("puljen", MINUS, done.pulje)
        baand.put("antal, der får noget", DELES, frie.antal)
    decimals = max(oere(done.sats), fin(done.sats, digits.sats(result, digits.within(result))))
    line = baand.put("Afslag til hver", ER if frie.antal and done.sats else TAST, done.sats, decimals, KR)
    ansoegt(baand, result, at)
    baand.put(f"afslaget (linje {line})", MINUS, done.sats, decimals, KR)
    baand.put("dog ikke under", MINDST, 0.0, 0, KR)
    foer(baand, result, at)


def prioritet(baand: Baand, result: Regnet, at: int) -> None:
    """All of it, a share of it, or nothing: as far as the pool lasts."""
    done, frie, turns = result.fordeling, result.frie, result.fordeling.ture
    number, claim, weight = (result.figures.column("prioritet") or [])[at], (result.applied or [])[at], done.vaegt[at]
    assert turns is not None
    if not claim:
        baand.tast("Ansøgt", 0.0, 0, KR)
        return
    before, most = float(turns.foer[at]), float(done.hi[at])
    baand.ord(f"Prioritet {tal(number or 0)}: før den er der ansøgt om {kroner(before)}, og puljen er "
              f"{kroner(done.pulje)}")
    if not weight:
        baand.put("Puljen er brugt før prioriteten", TAST, 0.0, 0, KR)
    elif turns.mindst[at] == most or not frie.antal:
        baand.ord("Puljen rækker til alle med prioriteten")
        ansoegt(baand, result, at)
    else:
        baand.kr("Puljen", TAST, done.pulje)
        baand.kr("til dem, der får alt det ansøgte", MINUS, frie.bundet)
        baand.kr("ansøgt af de andre med prioriteten", DELES, frie.vaegte)
        decimals = fin(done.sats, digits.sats(result, digits.within(result)))
        line = baand.put("Sats, kr. pr. ansøgt krone", ER, done.sats, decimals)
        baand.kr("Ansøgt", TAST, claim)
        baand.put(f"satsen (linje {line})", GANGE, done.sats, decimals)
        baand.kr(f"det ansøgte i {in_whole(done.afrunding)}", HOEJST, most)
        foer(baand, result, at)


def foer(baand: Baand, result: Regnet, at: int) -> None:
    exact = float(result.fordeling.foer_afrunding[at])
    baand.kr(FOER, ER, exact)

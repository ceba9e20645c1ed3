from __future__ import annotations

import math

import numpy as np

from ..allocation import allocate
from ..arguments import Range, choice, column, numbers, rounding_unit, same_length
from ..errors import UmuligFejl, VaerdiFejl, kroner
from ..given import pool
from ..rounding import KRONE, shares, snap
from ..solving import finish, solve, whole_bounds
from ..values import in_line, refusal

METODER = ("forholdsmaessig", "lige", "lige_afslag", "prioritet")


def FORDEL_ANSOEGNING(pulje, ansoegt, metode="forholdsmaessig", prioritet=None, afrunding=KRONE):
    """Fordeler en pulje efter ansøgninger; ingen får mere, end der er søgt om.

    Rækker puljen til det hele, får alle, hvad de har søgt, og resten fordeles ikke. FORDEL_KONTROL siger hvor
    meget. Med en afrunding rundes det ansøgte ned til enheden.

    Argumenter:
        pulje: Beløbet, der skal fordeles, i kr.
        ansoegt: Ansøgt beløb i kr. pr. modtager, i en kolonne eller række. Tom er 0.
        metode: "forholdsmaessig": samme procent til alle. "lige": lige meget til alle. "lige_afslag": lige meget
            trukket fra alle. "prioritet": i den rækkefølge, prioritet siger.
        prioritet: Rækkefølge, lige så mange som ansoegt: 1 før 2. Ens tal deler forholdsmæssigt. Kun med
            metoden "prioritet".
        afrunding: Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.

    Resultat:
        Kroner pr. modtager, som ansoegt ligger.

    Fejl:
        Negativ pulje; ingen ansøgninger; en ansøgning uden prioritet; prioritet sammen med en anden metode;
        tekst, fejlværdier og negative tal.

    Formel:
        Forholdsmæssig: sats x ansøgt. Lige: MIN(sats; ansøgt). Lige afslag: MAKS(ansøgt - sats; 0). Sats gør
        summen til puljen.

    Kilde:
        W. Thomson, How to Divide When There Isn't Enough (2019): proportional, constrained equal awards,
        constrained equal losses, priority.

    Eksempel:
        >>> FORDEL_ANSOEGNING(330, [100, 300, 200], "lige").tolist()
        [100.0, 115.0, 115.0]
        >>> FORDEL_ANSOEGNING(300, [100, 300, 200]).tolist()
        [50.0, 150.0, 100.0]
    """
    amount = pool(pulje)
    wanted = numbers(ansoegt, "ansoegt")
    how = choice(metode, "metode", METODER)
    order = _order(prioritet, how, wanted)
    unit = rounding_unit(afrunding)
    if amount and not wanted.tal.any():
        raise UmuligFejl(f"ansøgt: ingen har søgt om noget, og puljen er {kroner(amount)}", "ansoegt")
    none, most, _ = whole_bounds(np.zeros(len(wanted.tal)), wanted.tal, unit, amount)
    if how == "forholdsmaessig":
        return wanted.like(solve(amount, wanted.tal, none, most, unit).beloeb)
    if how == "lige":
        return wanted.like(solve(amount, (wanted.tal > 0).astype(float), none, most, unit).beloeb)
    within = min(snap(amount, unit), math.fsum(most))
    losses = how == "lige_afslag"
    exact = _equal_losses(within, most) if losses else _in_turn(within, wanted.tal, most, order)
    tie = np.ones(len(exact)) if losses else shares(wanted.tal)
    return wanted.like(finish(exact, within, tie.take, none, most, unit).beloeb)


def _order(prioritet, how: str, wanted: Range) -> np.ndarray:
    """Who comes before whom; nobody, where the method is another."""
    given = column(prioritet, "prioritet")
    if how != "prioritet":
        if given is not None:
            raise VaerdiFejl('prioritet kan kun bruges med metoden "prioritet"', "prioritet")
        return np.zeros(len(wanted.tal))
    if given is None:
        raise VaerdiFejl('prioritet mangler: metoden "prioritet" går efter den', "prioritet")
    same_length(wanted, given)
    missing = np.flatnonzero(given.tom & (wanted.tal > 0))
    if missing.size:
        why = f"mangler, men der er søgt om {kroner(wanted.tal[missing[0]])}"
        raise refusal("prioritet", in_line, missing[0], why)
    return given.tal


def _equal_losses(amount: float, most: np.ndarray) -> np.ndarray:
    """The solver on what each one does not get: the same for all, but never more than the claim."""
    losses = allocate(math.fsum(most) - amount, (most > 0).astype(float), np.zeros(len(most)), most)
    return most - losses.kr


def _in_turn(amount: float, wanted: np.ndarray, most: np.ndarray, order: np.ndarray) -> np.ndarray:
    """In full by rising number while it lasts; those with the same number in proportion."""
    result = np.zeros(len(wanted))
    left = amount
    for number in np.unique(order[wanted > 0]).tolist():
        turn = (order == number) & (wanted > 0)
        part = min(left, math.fsum(most[turn]))
        result[turn] = allocate(part, wanted[turn], np.zeros(int(turn.sum())), most[turn]).kr
        left = max(left - part, 0.0)
    return result

from __future__ import annotations

import numpy as np

from ..applications import LIGE_AFSLAG, PRIORITET, equal_losses, in_turn, priorities, refuse_none
from ..arguments import Range, choice, column, numbers, rounding_unit, same_length
from ..errors import VaerdiFejl
from ..given import pool
from ..rounding import KRONE
from ..solving import solve, whole_bounds

METODER = ("forholdsmaessig", "lige", LIGE_AFSLAG, PRIORITET)


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
    refuse_none(amount, wanted.tal)
    none, most, _ = whole_bounds(np.zeros(len(wanted.tal)), wanted.tal, unit, amount)
    claims = (wanted.tal > 0).astype(float)
    if how == LIGE_AFSLAG:
        return wanted.like(equal_losses(amount, claims, most, unit).beloeb)
    if how == PRIORITET:
        turns = in_turn(amount, wanted.tal, most, order)
        return wanted.like(solve(amount, turns.vaegt, turns.mindst, most, unit).beloeb)
    return wanted.like(solve(amount, claims if how == "lige" else wanted.tal, none, most, unit).beloeb)


def _order(prioritet, how: str, wanted: Range) -> np.ndarray:
    """Who comes before whom; nobody, where the method is another."""
    given = column(prioritet, "prioritet")
    if how != PRIORITET:
        if given is not None:
            raise VaerdiFejl('prioritet kan kun bruges med metoden "prioritet"', "prioritet")
        return np.zeros(len(wanted.tal))
    if given is None:
        raise VaerdiFejl('prioritet mangler: metoden "prioritet" går efter den', "prioritet")
    same_length(wanted, given)
    return priorities(given, wanted.tal)

from __future__ import annotations

import numpy as np

from ..arguments import choice, fraction, is_blank, number, numbers
from ..values import alone, refusal

TIMER = 37  # weekly hours of a full-time position (the Danish public sector's collective agreements)
ENHEDER = ("stillinger", "timer")


def FORDEL_STILLINGER(beloeb, loen_paedagog, loen_medhjaelper=None, andel_paedagoger=1, enhed="stillinger"):
    """Omregner kroner til stillinger eller ugentlige timer, delt på pædagoger og medhjælpere.

    Argumenter:
        beloeb: Beløb i kr., ét pr. modtager i en kolonne eller række; må være negative. Tom er 0.
        loen_paedagog: Årsløn i kr. for en fuldtidsstilling som pædagog. Må være tom, når andelen er 0.
        loen_medhjaelper: Årsløn i kr. for en fuldtidsstilling som pædagogmedhjælper. Skal med, når andelen er under 1.
        andel_paedagoger: Andel af stillingerne, der er pædagoger, fra 0 til 1; 1, hvis den udelades.
        enhed: "stillinger" eller "timer" (37 timer om ugen pr. stilling).

    Resultat:
        To kolonner, pædagoger og medhjælpere, en række pr. modtager.

    Fejl:
        En løn, der mangler eller er 0, men skal bruges; en andel uden for 0-1; en ukendt enhed; tekst og
        fejlværdier.

    Formel:
        stillinger = beløb / (p x løn pædagog + (1 - p) x løn medhjælper); pædagoger p x stillinger, medhjælpere
        resten; timer: x 37.

    Kilde:
        KORA 2017, afsnit 4.4: 16 % udmelder som normering; 37 timer om ugen er fuld tid i kommunernes
        overenskomster.

    Eksempel:
        >>> FORDEL_STILLINGER([900000], 500000, 400000, 0.5).tolist()
        [[1.0, 1.0]]
        >>> FORDEL_STILLINGER([250000], 500000, enhed="timer").tolist()
        [[18.5, 0.0]]
    """
    amounts = numbers(beloeb, "beloeb", signed=True)
    part = 1.0 if is_blank(andel_paedagoger) else fraction(andel_paedagoger, "andel_paedagoger")
    pay = _pay(loen_paedagog, "loen_paedagog", part) + _pay(loen_medhjaelper, "loen_medhjaelper", 1 - part)
    hours = TIMER if choice(enhed, "enhed", ENHEDER) == "timer" else 1
    positions = amounts.tal / pay * hours
    return np.column_stack((part * positions, (1 - part) * positions)) + 0.0  # no minus before nothing


def _pay(value, navn: str, part: float) -> float:
    """What this part of a position costs; the pay of those nobody hires may be left out."""
    if part == 0:
        return 0.0
    pay = number(value, navn)
    if pay == 0:
        raise refusal(navn, alone, 0, "0 kr. kan ikke bruges; skriv årslønnen for en fuldtidsstilling")
    return part * pay

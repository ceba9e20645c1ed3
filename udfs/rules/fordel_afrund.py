from __future__ import annotations

import math

import numpy as np

from ..arguments import is_blank, number, numbers, rounding_unit
from ..errors import UmuligFejl, VaerdiFejl, kroner
from ..rounding import KRONE, decimals, half_up, in_whole, is_multiple, to_total


def FORDEL_AFRUND(beloeb, enhed=KRONE, total=None):
    """Runder beløb, så summen passer, efter største rests metode.

    Alle rundes ned til enheden, og de enheder, der mangler i summen, går til de største rester; ved ens
    rester til det numerisk største beløb og derefter til det første på listen.

    Argumenter:
        beloeb: Beløb i kr., i en kolonne eller række; må være negative. Tom er 0.
        enhed: Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01. 0 runder ikke.
        total: Summen efter afrunding, i kr., i hele enheder. Udeladt: beløbenes sum, rundet til enheden.

    Resultat:
        Afrundede beløb i kr., som beloeb ligger.

    Fejl:
        En total, der ikke er i hele enheder, eller som ligger en enhed pr. beløb eller mere fra summen.

    Formel:
        Største rests metode (Hamilton); en halv enhed i summen rundes væk fra nul.

    Kilde:
        Balinski og Young, Fair Representation.

    Eksempel:
        >>> FORDEL_AFRUND([33.4, 33.3, 33.3]).tolist()
        [34.0, 33.0, 33.0]
        >>> FORDEL_AFRUND([-1.5, 2.25, 10], 1, 11).tolist()
        [-1.0, 2.0, 10.0]
    """
    amounts = numbers(beloeb, "beloeb", signed=True)
    unit = rounding_unit(enhed, "enhed")
    if unit == 0:
        if not is_blank(total):
            raise VaerdiFejl("total kan ikke bruges, når enhed er 0 (ingen afrunding)", "total")
        return amounts.like(amounts.tal)
    wanted = _total(amounts.tal, unit, total)
    return amounts.like(to_total(amounts.tal, unit, wanted))


def _total(amounts, unit, total):
    whole = math.fsum(amounts)
    if is_blank(total):
        return half_up(whole, unit)
    wanted = number(total, "total", signed=True)
    if not is_multiple(np.array([wanted]), unit).item():
        raise VaerdiFejl(f"total: {kroner(wanted)} er ikke i {in_whole(unit)}", "total")
    if round(abs(wanted - whole) / unit, decimals(whole, unit)) >= len(amounts):
        far = f"{kroner(wanted)} ligger for langt fra beløbenes sum, {kroner(whole)}"
        raise UmuligFejl(f"total: {far}", "total")
    return wanted

from __future__ import annotations

import math

import numpy as np

from ..arguments import numbers
from ..errors import UmuligFejl, tal
from ..values import MOST, in_line, quote, refusal

PROCENT_TRAP = 0.5  # no year's prices rise by half


def FORDEL_PL(beloeb, satser):
    """Pl-fremskrivning: løfter beløb til et senere års pris- og lønniveau.

    Argumenter:
        beloeb: Beløb i kr., i en kolonne eller række; må være negative. Tom er 0.
        satser: Pl-sats pr. år, ét tal eller flere i en række eller kolonne, de ældste først; 0,032 er 3,2 %. Må være
            negative.

    Resultat:
        Beløb i kr. i det nye prisniveau, som beloeb ligger; ikke afrundet.

    Fejl:
        En sats på 50 % eller mere, op eller ned ("mente du 3,2 %?"); et år uden sats; tekst og fejlværdier.

    Formel:
        beløb x (1 + sats 1) x (1 + sats 2) x ...

    Kilde:
        Pris- og lønfremskrivning, som KL's årlige skøn bruges i kommunernes budgetter.

    Eksempel:
        >>> FORDEL_PL([1000, 2000], [0.5 / 2, 0.25]).tolist()
        [1562.5, 3125.0]
    """
    amounts = numbers(beloeb, "beloeb", signed=True)
    rates = numbers(satser, "satser", signed=True)
    if rates.tom.any():
        first = int(np.flatnonzero(rates.tom)[0])
        raise refusal("satser", in_line, first, "mangler; skriv 0 %, hvis der ingen fremskrivning er")
    wrong = np.flatnonzero(np.abs(rates.tal) >= PROCENT_TRAP)
    if wrong.size:
        rate = rates.tal[wrong[0]]
        meant = 100 * (rate - 1) if 1 < rate < 1 + PROCENT_TRAP else rate  # 1,032 is a factor
        raise refusal("satser", in_line, wrong[0], f"{quote(rate)} er {tal(100 * rate)} %; mente du {tal(meant)} %?")
    factor = math.prod((1 + rates.tal).tolist())
    if factor > MOST:
        why = f"{len(rates.tal)} år giver et tal, der er for stort til at regne med"
        raise UmuligFejl(f"satser: {why}", "satser", grund=why)
    return amounts.like(amounts.tal * factor)

from __future__ import annotations

import math

import numpy as np

from ..arguments import factor, numbers
from ..errors import UmuligFejl, tal

SAME = 1e-12  # two burdens that differ by less, relatively, are one


def FORDEL_DIFFERENTIER(belastning, faktor):
    """Strækker eller presser belastningerne, så den højeste bliver faktor gange den laveste over 0.

    Rækkefølgen bevares, 0 bliver 0. Resultatet er vægte pr. barn: gang med børn (FORDEL_NOEGLE). Det er ikke
    længere en andel og kan ikke bruges sammen med en tærskel.

    Argumenter:
        belastning: Belastning pr. institution, i en kolonne eller række. Tom er 0.
        faktor: Højeste delt med laveste over 0, mindst 1. Skriv 3, ikke 1:3.

    Resultat:
        Tal, som belastning ligger: 1 for den højeste, 1/faktor for den laveste over 0, 0 for 0.

    Fejl:
        Faktor under 1; ens belastninger med en faktor over 1; tekst, fejlværdier og negative tal.

    Formel:
        (belastning / maks)^g, hvor g = ln(faktor) / ln(maks / min over 0).

    Kilde:
        KORA 2017, tabel 4.1: differentieringsfaktor.

    Eksempel:
        >>> FORDEL_DIFFERENTIER([0.1, 0.2, 0.4, 0], 4).tolist()
        [0.25, 0.5, 1.0, 0.0]
    """
    burden = numbers(belastning, "belastning")
    ratio = factor(faktor, "faktor")
    needy = burden.tal > 0
    result = np.zeros(len(burden.tal))
    if needy.any():
        result[needy] = _stretched(burden.tal[needy], ratio)
    return burden.like(result)


def _stretched(burden: np.ndarray, ratio: float) -> np.ndarray:
    most, least = float(burden.max()), float(burden.min())
    if ratio == 1 or len(burden) == 1:
        return np.ones(len(burden))
    if most - least <= SAME * most:
        why = f"alle over 0 er {tal(most)}, så ingen kan få {tal(ratio)} gange mere end en anden"
        raise UmuligFejl(f"belastning: {why}", "belastning")
    power = math.log(ratio) / math.log(most / least)
    return np.where(burden == least, 1 / ratio, (burden / most) ** power)

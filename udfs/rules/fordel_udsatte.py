from __future__ import annotations

import numpy as np

from ..arguments import Table, criteria, optional, reaches, weights
from ..errors import VaerdiFejl, tal

MINDST = 1  # one criterion is enough


def FORDEL_UDSATTE(kriterier, mindst=MINDST, vaegte=None):
    """Er barnet udsat? 1, når det opfylder mindst så mange kriterier, ellers 0.

    Argumenter:
        kriterier: En række pr. barn, en kolonne pr. kriterium: 1/0, ja/nej, j/n eller x. Tom er nej.
        mindst: Hvor mange kriterier der skal være opfyldt. Med vægte sammenlignes med summen af vægte.
        vaegte: Et tal pr. kriterium, i en række eller kolonne; tom er 0. Tæller 1 hver, hvis de udelades.

    Resultat:
        1 eller 0 pr. barn, i en kolonne.

    Fejl:
        Andet end 1/0, ja/nej, j/n og x; mindst på 0; vægte, der ikke passer med antallet af kriterier.

    Formel:
        1, hvis summen af vægt x kriterium >= mindst; ellers 0.

    Kilde:
        KORA 2017, afsnit 4.3, børnetælling: unikke børn, der opfylder mindst k af n kriterier.

    Eksempel:
        >>> FORDEL_UDSATTE([["x", None, "x"], ["ja", "nej", "nej"]], 2).tolist()
        [[1.0], [0.0]]
    """
    rows = criteria(kriterier, "kriterier")
    return rows.like(exposed(rows, mindst, vaegte))


def exposed(rows: Table, mindst, vaegte) -> np.ndarray:
    """1.0 or 0.0 a child."""
    least = optional(mindst, "mindst", MINDST)
    if least == 0:
        raise VaerdiFejl(f"mindst: {tal(least)} ville tage alle børn med; skriv 1 eller mere", "mindst")
    met = rows.tal @ weights(vaegte, "vaegte", rows)
    return reaches(met, least).astype(float)

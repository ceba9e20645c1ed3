from __future__ import annotations

import numpy as np

from ..arguments import column, factor, numbers, same_length
from ..rounding import shares


def FORDEL_TRAPPE(belastning, faktor, boern=None):
    """Nøgle, hvor beløbet pr. barn stiger lige mange procent for hvert trin i rækkefølgen.

    Institutionerne ordnes efter stigende belastning. Den højeste får faktor gange så meget pr. barn som den
    laveste, som i KORA's regneeksempel. Ens belastninger deler trin, så står de i en ende, bliver forholdet
    mindre end faktor. Belastning 0 er lavest og får også penge.

    Argumenter:
        belastning: Belastning pr. institution, i en kolonne eller række. Tom er 0.
        faktor: Højeste delt med laveste beløb pr. barn, mindst 1. Skriv 3, ikke 1:3.
        boern: Antal børn pr. institution, lige så mange som belastning. Tæller 1 hver, hvis det udelades.

    Resultat:
        En nøgle til FORDEL_PULJE, som belastning ligger.

    Fejl:
        Faktor under 1; tekst, fejlværdier og negative tal; områder, der ikke er lige lange.

    Formel:
        børn x faktor^((rang - 1) / (n - 1)).

    Kilde:
        KORA 2017, tabel 4.2-4.4.

    Eksempel:
        >>> FORDEL_TRAPPE([0.1, 0.3, 0.2], 4).tolist()
        [1.0, 4.0, 2.0]
    """
    burden = numbers(belastning, "belastning")
    steps = factor(faktor, "faktor") ** _place(burden.tal)
    children = column(boern, "boern")
    if children is None:
        return burden.like(steps)
    same_length(burden, children)
    return burden.like(steps * children.tal)


def _place(burden: np.ndarray) -> np.ndarray:
    """From 0 for the lowest to 1 for the highest; equals share the mean of their places."""
    _, where, count = np.unique(shares(burden), return_inverse=True, return_counts=True)
    mean_rank = np.cumsum(count) - (count + 1) / 2  # from 0
    return mean_rank[where] / max(len(burden) - 1, 1)

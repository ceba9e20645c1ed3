from __future__ import annotations

import math

import numpy as np

from ..arguments import per_column, row_sums, table
from ..errors import UmuligFejl, VaerdiFejl


def FORDEL_SAMMENVEJ(noegler, vaegte):
    """Vejer flere nøgler sammen til én.

    Hver nøgle gøres først til andele, så en nøgle i børn og en i point kan vejes sammen. Resultatet er
    andele og kan ikke bruges sammen med en tærskel.

    Argumenter:
        noegler: Nøgler, en række pr. institution, en kolonne pr. nøgle. Tom er 0.
        vaegte: Hvad hver nøgle vejer, ét tal pr. nøgle, i en række eller kolonne; de gøres til 1 i alt. Tom er 0.

    Resultat:
        Andele, der giver 1 i alt, i en kolonne.

    Fejl:
        En nøgle, der er 0 for alle, medmindre den vejer 0; vægte, der alle er 0 eller tomme, eller som ikke
        passer med antallet af nøgler; tekst, fejlværdier og negative tal.

    Formel:
        sum over nøgler af vægt / sum(vægte) x nøgle / sum(nøglen).

    Kilde:
        KORA 2017, afsnit 4.3: kombination af metoder; børnetal og behov vejet sammen som i statslige bloktilskud.

    Eksempel:
        >>> FORDEL_SAMMENVEJ([[30, 2], [10, 2]], [3, 1]).tolist()
        [[0.6875], [0.3125]]
    """
    keys = table(noegler, "noegler")
    weights = per_column(vaegte, "vaegte", keys)
    whole = math.fsum(weights)
    if whole == 0:
        raise VaerdiFejl("vægte: alle er 0, så ingen nøgle tæller", "vaegte")
    sums = np.array([math.fsum(column) for column in keys.tal.T])
    empty = np.flatnonzero((sums == 0) & (weights > 0))
    if empty.size:
        number = int(empty[0]) + 1
        raise UmuligFejl(f"nøgler, kolonne {number}: alle er 0, men nøglen vejer med", "noegler", (number,))
    shares = np.divide(keys.tal, sums, out=np.zeros(keys.tal.shape), where=sums > 0)
    return keys.like(row_sums(shares * (weights / whole)))

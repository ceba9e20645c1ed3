from __future__ import annotations

import math

from ..arguments import numbers
from ..errors import UmuligFejl


def FORDEL_ANDEL(tal):
    """Hvert tals andel af summen.

    Argumenter:
        tal: Tal, der ikke er negative, i en kolonne eller række. Tom er 0.

    Resultat:
        Andele, der giver 1 i alt, som tal ligger; 0,35 er 35 %.

    Fejl:
        Tal, der alle er 0; tekst, fejlværdier og negative tal.

    Formel:
        tal / sum(tal).

    Kilde:
        KORA 2017, afsnit 4.3: antallet gøres til institutionens andel.

    Eksempel:
        >>> FORDEL_ANDEL([1, 3]).tolist()
        [0.25, 0.75]
    """
    parts = numbers(tal, "tal")
    total = math.fsum(parts.tal)
    if total == 0:
        raise UmuligFejl("tal: alle er 0, så der er intet at regne andele af", "tal")
    return parts.like(parts.tal / total)

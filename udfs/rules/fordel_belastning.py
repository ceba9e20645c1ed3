from __future__ import annotations

import math

from ..arguments import flag, numbers
from ..per_child import quotients


def FORDEL_BELASTNING(antal, boern, relativ=False):
    """Belastning: antal udsatte børn eller point pr. barn.

    Argumenter:
        antal: Udsatte børn, opfyldte kriterier eller point pr. institution. Tom er 0.
        boern: Antal børn pr. institution, lige så mange som antal.
        relativ: SAND: i forhold til gennemsnittet for alle, så 1 er gennemsnittet. FALSK eller udeladt:
            pr. barn.

    Resultat:
        Belastningen pr. institution, som antal ligger; 0,35 er 35 %.

    Fejl:
        Et antal over 0 med 0 børn; tekst, fejlværdier og negative tal; områder, der ikke er lige lange.

    Formel:
        antal / børn; relativ: delt med sum(antal) / sum(børn). 0/0 er 0.

    Kilde:
        KORA 2017, afsnit 4.3.

    Eksempel:
        >>> FORDEL_BELASTNING([1, 3], [4, 4]).tolist()
        [0.25, 0.75]
        >>> FORDEL_BELASTNING([1, 3], [4, 4], True).tolist()
        [0.5, 1.5]
    """
    counts = numbers(antal, "antal")
    children = numbers(boern, "boern")
    burden = quotients(counts, children)
    total = math.fsum(counts.tal)
    if flag(relativ, "relativ", False) and total > 0:
        burden = burden / (total / math.fsum(children.tal))
    return counts.like(burden)

from __future__ import annotations

import math

import numpy as np

from ..arguments import numbers
from ..errors import UmuligFejl
from ..per_child import quotients
from ..rounding import without_noise


def FORDEL_GINI(beloeb, boern):
    """Gini-koefficient: hvor skævt pengene er fordelt på børnene, fra 0 (lige meget pr. barn) mod 1.

    Alle med børn regnes med, også dem, der ingen penge får. Der rettes ikke for få modtagere.

    Argumenter:
        beloeb: Beløb pr. modtager i kr., i en kolonne eller række. Tom er 0.
        boern: Antal børn pr. modtager, lige så mange som beloeb. En modtager med 0 børn og 0 kr. regnes ikke
            med.

    Resultat:
        Ét tal fra 0 til 1.

    Fejl:
        Ingen penge; beløb til en modtager med 0 børn; tekst, fejlværdier og negative tal.

    Formel:
        1 - sum af p(i) x (S(i) + S(i-1)), ordnet efter kr. pr. barn; p er andel af børn, S den opsummerede andel af
        pengene.

    Kilde:
        Lorenz-kurvens areal med trapezer (C. Gini 1912).

    Eksempel:
        >>> FORDEL_GINI([0, 100], [10, 10])
        0.5
    """
    amounts, children = numbers(beloeb, "beloeb"), numbers(boern, "boern")
    per_child = quotients(amounts, children)
    if not amounts.tal.any():
        raise UmuligFejl("beløb: alle er 0, så der er intet at sammenligne", "beloeb")
    order = np.argsort(per_child, kind="stable")
    share = children.tal[order] / math.fsum(children.tal)
    money = np.cumsum(amounts.tal[order]) / math.fsum(amounts.tal)
    below = np.concatenate(([0.0], money[:-1]))
    return without_noise(1 - math.fsum(share * (money + below)))

from __future__ import annotations

from ..arguments import number, numbers
from ..errors import VaerdiFejl


def FORDEL_DEMOGRAFI(udgift, befolkning_nu, befolkning):
    """Fremskriver en udgift med befolkningen: samme udgift pr. person i de kommende år.

    Argumenter:
        udgift: Udgiften i dag, i kr. (eller 1.000 kr. eller mio. kr.).
        befolkning_nu: Antal personer i aldersgruppen i dag.
        befolkning: Antal personer i aldersgruppen i de kommende år, i en række eller kolonne. Tom er 0.

    Resultat:
        Udgiften hvert år, i samme enhed som udgift, som befolkning ligger; ikke afrundet.

    Fejl:
        Befolkning nu på 0; tekst, fejlværdier og negative tal.

    Formel:
        udgift / befolkning nu x befolkning.

    Kilde:
        Albertslund 2025: udgift pr. barn x befolkningsprognose.

    Eksempel:
        >>> FORDEL_DEMOGRAFI(100, 2000, [[2000, 2200, 2400]]).tolist()
        [[100.0, 110.0, 120.0]]
    """
    spent = number(udgift, "udgift")
    now = number(befolkning_nu, "befolkning_nu")
    if now == 0:
        raise VaerdiFejl("befolkning nu: 0 kan ikke bruges; skriv, hvor mange udgiften i dag dækker", "befolkning_nu")
    later = numbers(befolkning, "befolkning")
    return later.like(spent / now * later.tal)

from __future__ import annotations

from ..arguments import numbers, same_length


def FORDEL_NOEGLE(belastning, boern):
    """Fordelingsnøgle: belastning gange børn.

    Nøglen er ikke gjort til andele, så nøgle / børn er belastningen igen, og en tærskel virker. Samme
    belastning og dobbelt så mange børn giver dobbelt så mange penge.

    Argumenter:
        belastning: Belastning pr. institution, fx andel udsatte eller gennemsnitligt indeks. Tom er 0.
        boern: Antal børn pr. institution, lige så mange som belastning. Tom er 0.

    Resultat:
        Ét tal pr. institution, som belastning ligger.

    Fejl:
        Tekst, fejlværdier og negative tal; områder, der ikke er lige lange.

    Formel:
        belastning x børn.

    Kilde:
        KORA 2017, afsnit 4.3: profil gange børnetal er nøglen.

    Eksempel:
        >>> FORDEL_NOEGLE([0.5, 0.25], [40, 100]).tolist()
        [20.0, 25.0]
    """
    burden = numbers(belastning, "belastning")
    children = numbers(boern, "boern")
    same_length(burden, children)
    return burden.like(burden.tal * children.tal)

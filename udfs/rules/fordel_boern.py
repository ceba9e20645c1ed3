from __future__ import annotations

from ..arguments import numbers, optional, same_length

VAEGT_0_2 = 1.8  # a child of 0-2 years against one of 3-5 (KORA 2017, tabel 4.1)


def FORDEL_BOERN(boern_0_2, boern_3_5, vaegt=VAEGT_0_2):
    """Vægtet børnetal: de 0-2-årige gange en vægt plus de 3-5-årige.

    Argumenter:
        boern_0_2: Antal børn på 0-2 år pr. institution, i en kolonne eller række. Tom er 0.
        boern_3_5: Antal børn på 3-5 år pr. institution, lige så mange som boern_0_2. Tom er 0.
        vaegt: Hvad et barn på 0-2 år tæller i forhold til et på 3-5 år. 1,8 som i KORA's tal, hvis den
            udelades.

    Resultat:
        Vægtede børn pr. institution, som boern_0_2 ligger.

    Fejl:
        Tekst, fejlværdier og negative tal; områder, der ikke er lige lange.

    Formel:
        vægt x børn 0-2 år + børn 3-5 år.

    Kilde:
        KORA 2017: vægten 1,8 i tabel 4.1; regneeksemplet i tabel 4.2-4.4 bruger 2.

    Eksempel:
        >>> FORDEL_BOERN([20, 10], [40, 0], 2).tolist()
        [80.0, 20.0]
    """
    small = numbers(boern_0_2, "boern_0_2")
    large = numbers(boern_3_5, "boern_3_5")
    same_length(small, large)
    return small.like(optional(vaegt, "vaegt", VAEGT_0_2) * small.tal + large.tal)

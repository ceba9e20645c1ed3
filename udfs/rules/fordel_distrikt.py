from __future__ import annotations

from ..arguments import per_column, row_sums, table


def FORDEL_DISTRIKT(boern_pr_distrikt, belastning):
    """Forventet behov ud fra, hvor børnene bor: børn fra hvert distrikt gange distriktets belastning.

    Til kommuner, der kender belastningen i skoledistrikterne, men ikke i den enkelte institution.

    Argumenter:
        boern_pr_distrikt: Antal børn, en række pr. institution, en kolonne pr. distrikt, børnene bor i. Tom er 0.
        belastning: Belastning, ét tal pr. distrikt, i en række eller kolonne; 0,35 er 35 %. Tom er 0.

    Resultat:
        Forventet antal udsatte børn pr. institution, i en kolonne: en nøgle til FORDEL_PULJE.

    Fejl:
        Belastninger, der ikke passer med antallet af distrikter, eller som alle er tomme; tekst, fejlværdier og
        negative tal.

    Formel:
        sum over distrikter af børn x belastning.

    Kilde:
        KORA 2017, kapitel 4: 25 % bruger børn bosat i området eller skoledistriktet.

    Eksempel:
        >>> FORDEL_DISTRIKT([[40, 10], [0, 50]], [0.25, 0.5]).tolist()
        [[15.0], [25.0]]
    """
    children = table(boern_pr_distrikt, "boern_pr_distrikt")
    return children.like(row_sums(children.tal * per_column(belastning, "belastning", children)))

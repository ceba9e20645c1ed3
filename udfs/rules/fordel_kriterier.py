from __future__ import annotations

from ..arguments import row_sums, table, weights


def FORDEL_KRITERIER(antal, vaegte=None):
    """Lægger optalte kriterier sammen pr. institution, eventuelt vægtet.

    Til antal pr. kriterium, som de leveres fra fx Danmarks Statistik. Unikke børn kan ikke udledes af dem: et
    barn tæller en gang for hvert kriterium, det opfylder.

    Argumenter:
        antal: Antal børn, en række pr. institution, en kolonne pr. kriterium. Tom er 0.
        vaegte: Et tal pr. kriterium, i en række eller kolonne; tom er 0. Tæller 1 hver, hvis de udelades.

    Resultat:
        Opfyldte (vægtede) kriterier pr. institution, i en kolonne.

    Fejl:
        Tekst (fx .. og <3: brug FORDEL_DISKRETION først), fejlværdier og negative tal; vægte, der ikke passer
        med antallet af kolonner.

    Formel:
        Sum af vægt x antal.

    Kilde:
        KORA 2017, afsnit 4.3, børnetælling: opfyldte kriterier.

    Eksempel:
        >>> FORDEL_KRITERIER([[3, 0, 5], [1, 2, None]], [1, 1, 0.5]).tolist()
        [[5.5], [3.0]]
    """
    counts = table(antal, "antal")
    return counts.like(row_sums(counts.tal * weights(vaegte, "vaegte", counts)))

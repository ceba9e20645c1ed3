from __future__ import annotations

import numpy as np

from ..arguments import choice, is_blank, number, per_column, row_sums, table

MODELLER = ("logit", "lineaer")


def FORDEL_SCORE(kendetegn, koefficienter, konstant=0, model="logit"):
    """Barnets score efter en statistisk model: en sandsynlighed eller et lineært indeks.

    Koefficienterne kommer fra den model, kommunen har fået beregnet. Gennemsnittet pr. institution,
    FORDEL_PROFIL, gange antal børn er nøglen.

    Argumenter:
        kendetegn: Modellens kendetegn, en række pr. barn, en kolonne pr. kendetegn; må være negative. Tom er 0.
        koefficienter: Modellens koefficienter, ét tal pr. kendetegn, i en række eller kolonne; må være negative.
            Tom er 0.
        konstant: Modellens konstant; må være negativ. 0, hvis den udelades.
        model: "logit": sandsynlighed mellem 0 og 1. "lineaer": summen selv.

    Resultat:
        En score pr. barn, i en kolonne.

    Fejl:
        Koefficienter, der ikke passer med antallet af kendetegn; tekst og fejlværdier; en ukendt model.

    Formel:
        z = konstant + sum af kendetegn x koefficient; logit: 1 / (1 + e^-z); lineær: z.

    Kilde:
        KORA 2017, afsnit 4.3, statistisk model; Randers 2023, model 1 (foranstaltningssandsynlighed).

    Eksempel:
        >>> FORDEL_SCORE([[1, 0], [1, 1]], [0.5, 1.5], -2, "lineaer").tolist()
        [[-1.5], [0.0]]
        >>> FORDEL_SCORE([[0, 0], [1, 1]], [0.5, 1.5], -2).round(4).tolist()
        [[0.1192], [0.5]]
    """
    rows = table(kendetegn, "kendetegn", signed=True)
    slopes = per_column(koefficienter, "koefficienter", rows, signed=True)
    start = 0.0 if is_blank(konstant) else number(konstant, "konstant", signed=True)
    kind = choice(model, "model", MODELLER)
    z = row_sums(np.column_stack((rows.tal * slopes, np.full(len(rows.tal), start))))
    return rows.like(_probability(z) if kind == "logit" else z)


def _probability(z: np.ndarray) -> np.ndarray:
    """1 / (1 + e^-z), written so that no power overflows."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)

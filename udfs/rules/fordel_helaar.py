from __future__ import annotations

import numpy as np

from ..arguments import Table, optional, row_sums, table_and_blanks
from ..errors import LaengdeFejl, VaerdiFejl, antal, tal

MAANEDER = 12  # months of a year


def FORDEL_HELAAR(boern_pr_maaned, maaneder=MAANEDER):
    """Helårsbørn: gennemsnitligt antal børn over årets måneder.

    Til institutioner, der åbner, lukker eller fyldes op i løbet af året: 24 børn i 5 af 12 måneder er 10
    helårsbørn.

    Argumenter:
        boern_pr_maaned: Antal børn, en række pr. institution, en kolonne pr. måned. Tom er 0.
        maaneder: Hvor mange måneder der regnes på. 12, hvis det udelades.

    Resultat:
        Helårsbørn pr. institution, i en kolonne.

    Fejl:
        Måneder under 1; en institution med børn i flere måneder, end der regnes på; tekst, fejlværdier og
        negative tal.

    Formel:
        sum(børn pr. måned) / måneder.

    Kilde:
        Helårsbørn som i kommunernes budgetter: børn x måneder / 12.

    Eksempel:
        >>> FORDEL_HELAAR([[24, 24, 24, None], [20, 22, 22, 24]], 4).tolist()
        [[18.0], [22.0]]
    """
    months, blank = table_and_blanks(boern_pr_maaned, "boern_pr_maaned")
    many = optional(maaneder, "maaneder", MAANEDER)
    if many < 1:
        raise VaerdiFejl(f"måneder: {tal(many)} er under 1; skriv 12 for et helt år", "maaneder")
    _refuse_more(months, blank, many)
    return months.like(row_sums(months.tal) / many)


def _refuse_more(months: Table, blank: np.ndarray, many: float) -> None:
    """A mean of 14 months over 12 is more children than there ever were."""
    filled = (~blank & (months.tal > 0)).sum(axis=1)
    wrong = np.flatnonzero(filled > many)
    if wrong.size:
        row = int(wrong[0])
        there = f"der er børn i {antal(int(filled[row]), 'måned', 'måneder')}, men måneder er {tal(many)}"
        raise LaengdeFejl(f"børn pr. måned, række {row + 1}: {there}", "boern_pr_maaned", (row + 1,))

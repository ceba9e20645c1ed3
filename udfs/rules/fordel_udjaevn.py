from __future__ import annotations

import numpy as np

from ..arguments import choice, row_sums, table_and_blanks
from ..errors import VaerdiFejl

METODER = ("gennemsnit", "maks")


def FORDEL_UDJAEVN(tal, metode="gennemsnit"):
    """Udjævner tal over flere år, så et enkelt års udsving ikke flytter penge.

    Til år, ikke måneder: børn i en del af et år regnes med FORDEL_HELAAR.

    Argumenter:
        tal: Nøgletal eller børn, en række pr. institution, en kolonne pr. år, det ældste først. Tomme år regnes
            ikke med.
        metode: "gennemsnit": gennemsnit af årene. "maks": det største af første og sidste år.

    Resultat:
        Ét tal pr. institution, i en kolonne.

    Fejl:
        En institution uden tal i noget år; tekst, fejlværdier og negative tal; en ukendt metode.

    Formel:
        Gennemsnit: sum / antal år med tal. Maks: MAKS(første; sidste) af årene med tal.

    Kilde:
        Gennemsnit af tre år som i svensk udligning; det største af i år og tre år før som i den danske udligningslov.

    Eksempel:
        >>> FORDEL_UDJAEVN([[10, 20, 30], [12, None, 8]]).tolist()
        [[20.0], [10.0]]
        >>> FORDEL_UDJAEVN([[10, 50, 30], [12, None, 8]], "maks").tolist()
        [[30.0], [12.0]]
    """
    years, blank = table_and_blanks(tal, "tal")
    how = choice(metode, "metode", METODER)
    empty = np.flatnonzero(blank.all(axis=1))
    if empty.size:
        row = int(empty[0]) + 1
        raise VaerdiFejl(f"tal, række {row}: alle år er tomme", "tal", (row,))
    if how == "maks":
        return years.like(np.maximum(_first(years.tal, blank), _first(years.tal[:, ::-1], blank[:, ::-1])))
    return years.like(row_sums(years.tal) / (~blank).sum(axis=1))  # a blank one adds 0


def _first(years: np.ndarray, blank: np.ndarray) -> np.ndarray:
    """The first year of each row that has a number."""
    return years[np.arange(len(years)), blank.argmin(axis=1)]

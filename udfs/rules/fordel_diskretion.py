from __future__ import annotations

from typing import Any

import numpy as np

from ..arguments import number, where_in
from ..discretion import is_none, limit
from ..errors import VaerdiFejl, tal
from ..values import Position, cells, flat_objects, floats, quote, refusal, refuse_negative


def FORDEL_DISKRETION(antal, erstat):
    """Gør leverede antal med diskretionsmærker til tal: - er 0, og skjulte antal (.. og <3) bliver erstattet.

    Den eneste funktion, der læser mærkerne; alle andre afviser dem, så et skjult antal aldrig tæller 0,
    uden at nogen har valgt det.

    Argumenter:
        antal: Antal børn, som de er leveret: en række pr. institution, en kolonne pr. kriterium. Tom er 0.
        erstat: Hvad et skjult antal skal tælle: mindst 0 og under 3 for .. og <3, under 5 for <5.

    Resultat:
        Tal, der ligger som antal.

    Fejl:
        Anden tekst end -, .. og < fulgt af et tal; en erstatning, som det skjulte antal ikke kan være; tom erstat;
        fejlværdier og negative tal.

    Formel:
        - er 0; .. og <n er erstat; tal er sig selv.

    Kilde:
        Danmarks Statistiks leverancer: .. og <3 er skjulte små antal, - er ingen.

    Eksempel:
        >>> FORDEL_DISKRETION([["<3", 12], ["-", ".."]], 1.5).tolist()
        [[1.5, 12.0], [0.0, 1.5]]
    """
    counts = cells(antal, "antal")
    position = where_in(counts.shape)
    instead = number(erstat, "erstat")
    read = counts if counts.dtype.kind in "fiub" else _without_marks(flat_objects(counts, "antal"), instead, position)
    result, _ = floats(read, "antal", position)
    refuse_negative(result, "antal", position)
    return result.reshape(counts.shape)


def _without_marks(flat: list[Any], instead: float, position: Position) -> np.ndarray:
    read = np.empty(len(flat), dtype=object)
    read[:] = [_number(cell, instead, index, position) for index, cell in enumerate(flat)]
    return read


def _number(cell: Any, instead: float, index: int, position: Position) -> Any:
    """What the cell counts; one without a mark is left as it is."""
    if is_none(cell):
        return 0.0
    under = limit(cell)
    if under is None:
        return cell
    if instead < under:
        return instead
    where = str(refusal("antal", position, index, quote(cell)))
    raise VaerdiFejl(f"erstat: {tal(instead)} kan ikke stå for {where}; skriv mindst 0 og under {tal(under)}", "erstat")

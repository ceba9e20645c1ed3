from __future__ import annotations

import numpy as np

from ..arguments import Range, grid, is_blank, where_in
from ..errors import LaengdeFejl, antal, tal
from ..rounding import ceil_to
from ..values import refusal

LOFT = 28  # pupils of a class (folkeskoleloven, section 17)


def FORDEL_KLASSER(elever, loft=LOFT):
    """Antal hele klasser: elever delt med klasseloftet, rundet op.

    Argumenter:
        elever: Antal elever på en årgang: ét tal, eller en række pr. skole og en kolonne pr. årgang. Tom er 0.
        loft: Flest elever i en klasse: ét tal, eller en kolonne pr. årgang (i én række), en række pr. skole eller en
            tabel som elever. 28, hvis det udelades.

    Resultat:
        Hele klasser, som elever ligger; 0 elever giver 0.

    Fejl:
        Et loft under 1 eller tomt; et loft, der ikke passer med elever; tekst, fejlværdier og negative tal.

    Formel:
        RUND.OP(elever / loft; 0).

    Kilde:
        Folkeskoleloven, § 17: 28 elever; 26 i 0.-2. klasse for årgange, der begynder 2024/25 eller senere.

    Eksempel:
        >>> FORDEL_KLASSER([[28, 29], [56, 0]]).tolist()
        [[1.0, 2.0], [2.0, 0.0]]
        >>> FORDEL_KLASSER([[27, 27]], [[26, 28]]).tolist()
        [[2.0, 1.0]]
    """
    pupils = grid(elever, "elever")
    limit = LOFT if is_blank(loft) else _limits(grid(loft, "loft"), pupils.form)
    return ceil_to(pupils.tal.reshape(pupils.form) / limit, 1)


def _limits(given: Range, form: tuple[int, ...]) -> np.ndarray:
    """One limit for each cell of the pupils; the usual one where all cells are empty."""
    if given.tom.all():
        return np.full(form, float(LOFT))
    wrong = np.flatnonzero(given.tal < 1)
    if wrong.size:
        first = int(wrong[0])
        why = "mangler" if given.tom[first] else f"{tal(given.tal[first])} er under 1; skriv fx 28"
        raise refusal("loft", where_in(given.form), first, why)
    if given.tal.size == 1:
        return np.full(form, given.tal[0])
    rows, columns = (form[0], 1) if len(form) == 1 else form
    have = (given.form[0], 1) if len(given.form) == 1 else given.form
    if have not in ((rows, columns), (rows, 1), (1, columns)):
        shapes = f"loft er {_shape(have)}, elever er {_shape((rows, columns))}"
        raise LaengdeFejl(f"områderne passer ikke sammen: {shapes}", "loft")
    return np.broadcast_to(given.tal.reshape(have), (rows, columns)).reshape(form)


def _shape(form: tuple[int, ...]) -> str:
    return f"{antal(form[0], 'række', 'rækker')} og {antal(form[1], 'kolonne', 'kolonner')}"

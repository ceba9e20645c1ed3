from __future__ import annotations

import math

import numpy as np

from ..arguments import number, numbers, rounding_unit
from ..errors import kroner, tal
from ..rounding import KRONE, down, is_multiple

HALF_OERE = 0.005  # less than anyone can pay
OF_A_UNIT = 1e-6


def FORDEL_KONTROL(beloeb, pulje, enhed=KRONE):
    """Kontrollerer, at beløb giver puljen og er i hele enheder: "OK", eller hvad der er galt.

    Det, et loft lader tilbage, vises som noget, der mangler.

    Argumenter:
        beloeb: De fordelte beløb i kr., i en kolonne eller række. Tom er 0.
        pulje: Det beløb, de skal give i alt, i kr. Rundes først ned til enheden.
        enhed: Enhed, beløbene skal være i, i kr.: 1, 100, 1000 eller 0,01. 0 kontrollerer kun summen.

    Resultat:
        Én tekst: "OK", "mangler 12 kr.", "8 kr. for meget" eller "nr. 4 er ikke i hele 100 kr.".

    Fejl:
        Tekst og fejlværdier i beløb; tom pulje.

    Formel:
        Sum af beløb = pulje rundet ned til enhed, inden for den største af 0,005 kr. og enhed x 0,000001.

    Kilde:
        Summen er aldrig over puljen (største rests metode, rundet ned).

    Eksempel:
        >>> FORDEL_KONTROL([600, 400], 1000.75)
        'OK'
        >>> FORDEL_KONTROL([600, 388], 1000)
        'mangler 12 kr.'
    """
    amounts = numbers(beloeb, "beloeb", signed=True).tal
    unit = rounding_unit(enhed, "enhed")
    wanted = number(pulje, "pulje", signed=True)
    if unit:
        wanted = down(wanted, unit)
    difference = math.fsum([*amounts, -wanted])
    if abs(difference) > max(HALF_OERE, unit * OF_A_UNIT):
        return f"mangler {kroner(-difference)}" if difference < 0 else f"{kroner(difference)} for meget"
    odd = np.flatnonzero(~is_multiple(amounts, unit))
    return f"nr. {odd[0] + 1} er ikke i hele {tal(unit)} kr." if odd.size else "OK"

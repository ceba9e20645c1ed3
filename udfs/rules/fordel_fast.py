from __future__ import annotations

import math

import numpy as np

from ..allocation import exceeds
from ..arguments import numbers, rounding_unit, same_length
from ..distribution import fordel
from ..errors import UmuligFejl, kroner, tal
from ..given import pool
from ..rounding import KRONE, from_units, in_units, in_whole, is_multiple
from ..values import in_line, refusal


def FORDEL_FAST(
    pulje,
    faste_beloeb,
    noegle,
    boern=None,
    taerskel=None,
    loft=None,
    minimum=None,
    afrunding=KRONE,
    taerskeltype="fuld",
):
    """Betaler først faste beløb og fordeler resten af puljen efter en nøgle.

    Den, der har et fast beløb og en nøgle, får begge dele. Nøgle 0 holder en modtager på det faste beløb. Loft
    og minimum gælder den del, der fordeles efter nøglen.

    Argumenter:
        pulje: Beløbet, der skal fordeles, i kr., de faste beløb iberegnet.
        faste_beloeb: Fast beløb i kr., ét pr. modtager i en kolonne eller række. Tom er 0.
        noegle: Fordelingsnøglen, ét tal pr. modtager i en kolonne eller række: børn, point eller andele.
        boern: Antal børn pr. modtager, lige så mange som nøglen. Skal med, når der er tærskel eller loft.
        taerskel: Mindste belastning (nøgle / børn), der giver penge; 0,35 er 35 %. Tom: ingen tærskel.
        loft: Mest i kr. pr. barn, ét tal eller et pr. modtager. Tom: intet loft.
        minimum: Mindst i kr. pr. modtager, der får del i puljen, ét tal eller et pr. modtager. Tom: intet.
        afrunding: Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.
        taerskeltype: "fuld": over tærsklen tæller hele nøglen. "over": kun den del, der ligger over.

    Resultat:
        Kroner pr. modtager, som faste_beloeb ligger.

    Fejl:
        Faste beløb, der er større end puljen eller ikke er i hele enheder; ellers som FORDEL_PULJE.

    Formel:
        fast beløb + FORDEL_PULJE(pulje - sum(faste beløb); nøgle; ...).

    Kilde:
        KORA 2017, afsnit 4.3: fast tildeling; én kommune lægger den sammen med børnetælling.

    Eksempel:
        >>> FORDEL_FAST(1000, [400, None, None], [0, 1, 2]).tolist()
        [400.0, 200.0, 400.0]
    """
    fixed = numbers(faste_beloeb, "faste_beloeb")
    key = numbers(noegle, "noegle")
    same_length(fixed, key)
    paid = math.fsum(fixed.tal)
    _refuse_parts(fixed, rounding_unit(afrunding))
    rest = _rest(pool(pulje), paid)
    try:
        result = fordel(rest, key, boern, taerskel, loft, minimum, afrunding, taerskeltype)
    except UmuligFejl as refused:
        if not paid or refused.argument == "taerskel":
            raise
        after = f"{refused}, når de faste beløb på {kroner(paid)} er betalt"
        raise UmuligFejl(after, refused.argument, refused.numre) from None
    return fixed.like(_added(fixed.tal, result.tildeling, result.afrunding))


def _added(fixed, part, unit) -> np.ndarray:
    """The sum in whole units: 10 and 20 øre are 0,3 kr., which 0.1 + 0.2 is not."""
    if not unit:
        return fixed + part
    return from_units(np.round(in_units(fixed, unit)) + np.round(in_units(part, unit)), unit)


def _refuse_parts(fixed, unit) -> None:
    odd = np.flatnonzero(~is_multiple(fixed.tal, unit))
    if odd.size:
        why = f"{tal(fixed.tal[odd[0]])} kr. er ikke i {in_whole(unit)}"
        raise refusal("faste_beloeb", in_line, odd[0], why)


def _rest(amount: float, paid: float) -> float:
    """What is left; the noise of a subtraction of decimals is nothing."""
    if exceeds(paid, amount):
        raise UmuligFejl(f"faste beløb: de er {kroner(paid)} i alt, puljen er {kroner(amount)}", "faste_beloeb")
    return amount - paid if exceeds(amount, paid) else 0.0

from __future__ import annotations

import math

import numpy as np

from ..allocation import exceeds
from ..arguments import column, fraction, is_blank, number, numbers, rounding_unit, same_length
from ..errors import UmuligFejl, VaerdiFejl, kroner, tal, word
from ..rounding import KRONE, half_up, in_whole
from ..solving import solve, whole_bounds


def FORDEL_BESPARELSE(beloeb, budgetter, noegle=None, hoejst_andel=None, afrunding=KRONE):
    """Fordeler en besparelse over budgetter; tallene er, hvad hver især skal spare.

    Argumenter:
        beloeb: Besparelsen i kr., som et positivt tal.
        budgetter: Budgetter i kr., ét pr. institution, i en kolonne eller række. Tom er 0.
        noegle: Hvad der spares efter, lige så mange som budgetter: 1 til hver giver samme beløb. Udeladt: efter
            budget.
        hoejst_andel: Største andel af budgettet, nogen skal spare; 0,03 er 3 %. Tom: ingen grænse.
        afrunding: Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.

    Resultat:
        Hvad hver institution skal spare i kr., positive tal, som budgetter ligger; træk dem fra.

    Fejl:
        En besparelse, der ikke kan findes under grænsen; negativt beløb; nøgle eller budgetter, der er 0 for alle;
        en andel uden for 0-1; tekst og fejlværdier; områder, der ikke er lige lange.

    Formel:
        MIN(sats x nøgle; højst andel x budget), hvor sats gør summen til besparelsen.

    Kilde:
        Aarhus 2019: MOVE finansieret efter udgiftsbudgetter, eller samme beløb for hvert dagtilbud.

    Eksempel:
        >>> FORDEL_BESPARELSE(1000, [60000, 30000, 10000]).tolist()
        [600.0, 300.0, 100.0]
        >>> FORDEL_BESPARELSE(900, [60000, 30000, 10000], [1, 1, 1], 0.01).tolist()
        [500.0, 300.0, 100.0]
    """
    saving = _saving(beloeb)
    budgets = numbers(budgetter, "budgetter")
    own = column(noegle, "noegle")
    key = budgets if own is None else own
    same_length(budgets, key)
    unit = rounding_unit(afrunding)
    total = half_up(saving, unit)
    if total and not key.tal.any():
        raise UmuligFejl(f"{word(key.navn)}: alle er 0, så besparelsen kan ikke fordeles", key.navn)
    lo, hi = np.zeros(len(key.tal)), np.full(len(key.tal), math.inf)
    if not is_blank(hoejst_andel):
        most = fraction(hoejst_andel, "hoejst_andel")
        exact = most * budgets.tal
        lo, hi, _ = whole_bounds(lo, exact, unit, total)
        keyed = key.tal > 0
        each = "" if exceeds(total, math.fsum(exact[keyed])) else f", når hver er rundet ned til {in_whole(unit)}"
        _refuse_too_much(total, math.fsum(hi[keyed]), most, each)
    return budgets.like(solve(total, key.tal, lo, hi, unit).beloeb)


def _saving(beloeb) -> float:
    saving = number(beloeb, "beloeb", signed=True)
    if saving < 0:
        raise VaerdiFejl(f"beløb: {kroner(saving)} er negativ; skriv besparelsen som et positivt tal", "beloeb")
    return saving


def _refuse_too_much(total: float, found: float, most: float, each: str) -> None:
    if exceeds(total, found):
        limit = f"{tal(100 * most)} % af budgetterne giver højst {kroner(found)}{each}"
        raise UmuligFejl(f"højst andel: {limit}, besparelsen er {kroner(total)}", "hoejst_andel")

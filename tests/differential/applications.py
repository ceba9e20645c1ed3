"""Applications that are shared without a key: drawn, and what must come out of them."""

from __future__ import annotations

import random
from fractions import Fraction

from tests.differential.shape import Drawn, exact, plain, total
from tests.udfs import oracle_distributions as distributions

HOW, IN_TURN, LOSSES = "ansoegninger_deles", "prioritet", "lige afslag"
# What bounds amounts besides, or is another key.
BOUNDS = ("taerskel", "taerskeltype", "taerskel_paa", "boern_til_taerskel", "loft", "minimum", "garanti", "hoejst",
          "andel_nyt", "grundbeloeb", "hoejst_andel")
COLUMNS = {"fast", "fast_virkning", "fast_grund", "grundbeloeb_kolonne", "loft_kolonne", "minimum_kolonne",
           "noegle_aendring", "noegle_grund", "belastning"}
OF_OTHER_KEYS = ("metode", "mindst_kriterier", "samling", "erstat", "belastning_i", "fast_i_noegletal")


# ------------------------------------------------------------------------------------- drawn


def applications(made: Drawn, dice: random.Random) -> None:
    """Most of the time alone, with a pool that is part of what is applied for, or more."""
    if made.saving or dice.random() > 0.14:
        return
    how = made.settings[HOW] = dice.choice((IN_TURN, IN_TURN, LOSSES))
    made.key, made.weights, made.children, made.order = "noegle", None, [], []
    made.used |= {"ansoegt", "noegle", *({"prioritet"} if how == IN_TURN else ())}
    for key in (*OF_OTHER_KEYS, *(BOUNDS if dice.random() < 0.96 else ())):
        made.settings.pop(key, None)
    made.used -= COLUMNS
    made.used -= {"modtager"} if how == IN_TURN and dice.random() < 0.96 else set()
    made.chosen &= {*made.settings}
    for row in (*made.rows, *made.others):
        row.pop("antal", None)
        row |= {"noegle": row.get("noegle") or 1, "prioritet": dice.choice((1, 2, 2, 3, 7))}
        if not row["ansoegt"] or dice.random() < 0.01:
            row["prioritet"] = None
    part = dice.choice((Fraction(1, 3), Fraction(2, 3), Fraction(9, 10), Fraction(1), Fraction(11, 10)))
    if dice.random() < 0.8:
        kr = Fraction(round(total(made, "ansoegt") * part * 100), 100)
        made.settings["pulje"] = plain(kr / made.factor("pulje"))


# ------------------------------------------------------------------------------------- what must come out


def faults(drawn: Drawn, people: dict[str, list[int]], claims: list[Fraction], rest: Fraction) -> list[str]:
    """The words of all that is wrong."""
    order, in_turn = drawn.column("prioritet"), drawn.settings[HOW] == IN_TURN
    grouped = [*people] != [str(row["navn"]).strip() for row in drawn.rows]
    found = (("har samme modtager", in_turn and grouped),
              ("har ingen prioritet", in_turn and any(
                  claim and place is None for claim, place in zip(drawn.column("ansoegt"), order))),
              ("har søgt om noget", rest and not any(claims)),
              ("kan ikke bruges, når ansøgninger deles", any(
                  drawn.settings.get(key) is not None for key in BOUNDS if key not in (
                      "taerskeltype", "taerskel_paa", "boern_til_taerskel", "hoejst_andel"))))
    return [words for words, wrong in found if wrong]


def shared(drawn: Drawn, claims: list[Fraction], rest: Fraction) -> list[Fraction]:
    how = "prioritet" if drawn.settings[HOW] == IN_TURN else "lige_afslag"
    unit = exact(drawn.settings.get("afrunding", 1))
    return distributions.ansoegning(rest, claims, how, drawn.column("prioritet"), unit)


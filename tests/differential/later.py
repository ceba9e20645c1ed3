"""What is drawn last, so that a seed gives what it gave before there was any of it."""

from __future__ import annotations

import random

from tests.differential.applications import applications
from tests.differential.per_child import per_child
from tests.differential.shape import Drawn, exact, plain


def basic(made: Drawn, dice: random.Random) -> None:
    """An amount to each recipient before the key, one for all or one each; the pool is so much larger, most of the
    time."""
    unit = exact(made.settings.get("afrunding", 1))
    likely = 0.7 if not made.saving and "andel_nyt" not in made.settings else 0.01
    likely = 0 if made.settings.get("andel_nyt") == 1 or unit >= 10**6 else likely
    how, larger = dice.random(), dice.random() < 0.95
    amounts = [dice.choice((None, 0, unit, 4 * unit)) for _ in made.rows]
    made.settings["enhed_grundbeloeb_kolonne"] = dice.choice(("kr.", *("1.000 kr.", "mio. kr.") * 3))
    for row, kr in zip(made.rows, amounts):
        paid = row.get("fast_virkning") == "i stedet for" and "fast" in made.used and dice.random() < 0.98
        row["grundbeloeb_kolonne"] = None if paid else kr and plain(exact(kr) / made.factor("grundbeloeb_kolonne"))
    capped = "ansoegt" in made.used or "hoejst" in made.settings  # then it is often above the most there may be
    if dice.random() > (likely / 5 if capped else likely):
        return
    if how < 0.63:
        made.used.add("grundbeloeb_kolonne")
    if how > 0.62:
        made.settings["grundbeloeb"] = dice.choice((0, *(plain(unit), plain(3 * unit)) * 4))
    if larger:
        made.settings["pulje"] = plain(exact(made.settings.get("pulje")) + 4 * unit * len(made.rows)
                                       / made.factor("pulje"))


def central_share(made: Drawn, dice: random.Random) -> None:
    """A share of the pool taken off the top, most of the time instead of an amount; and what it is for."""
    if dice.random() < 0.15:
        made.settings["centralt_formaal"] = "kurser for 100 kr."
    if dice.random() > (0.01 if made.saving else 0.25):
        return
    made.settings["centralt_andel"] = dice.choice((0.01, 0.01, 0.05, 0.1234))
    if dice.random() < 0.97:
        made.settings.pop("centralt", None)
        made.chosen.discard("centralt")


def on_groups(made: Drawn, dice: random.Random) -> None:
    """The threshold tested on groups: most of the time all are in one, and the whole key counts."""
    if dice.random() > 0.25 or "taerskel" not in made.settings:
        return
    made.settings["taerskel_paa"] = "gruppe"
    made.used |= {"gruppe"} if dice.random() < 0.95 else set()
    if dice.random() < 0.9:
        made.settings["taerskeltype"] = "fuld"
    for row in made.rows:
        row["gruppe"] = row["gruppe"] or (None if dice.random() < 0.02 else "Øst")


def of_types(made: Drawn, dice: random.Random) -> None:
    """Some institutions of a type that takes no part, as large as the others: nothing is other than without them."""
    for row in made.rows:
        row["type"] = dice.choice(("kommunal", "Kommunal "))
    if made.key not in ("belastning", "noegle") or dice.random() > 0.4:
        return
    made.used.add("type")
    made.settings["med"] = dice.choice(("kommunal", "kommunal,"))
    made.others = [{**dice.choice(made.rows), "navn": f"Privat {number}", "type": "privat", "erstatter": None}
                   for number in range(dice.choice((0, 1, 2)))]


LATER = (central_share, basic, on_groups, of_types, applications, per_child)

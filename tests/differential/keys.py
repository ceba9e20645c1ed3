"""The children and the key of each institution, from what its cells are meant to hold; part of `oracle`."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from tests.differential.dice import HIDDEN, YEARS, Drawn, exact

Numbers = list[Fraction]
NOTHING = Fraction(0)
MET = (1, "ja", "x", "J")


class Refused(Exception):  # noqa: N818 - an answer as well as something raised
    """The words that the sentence of the refusal has one of."""

    def __init__(self, *words: str):
        super().__init__(" / ".join(words))
        self.words = words


class Made(NamedTuple):
    """One entry an institution."""

    key: Numbers
    children: Numbers  # those of kr. per child, of the cap, and of a burden
    measured: Numbers  # those of the threshold


def keys(drawn: Drawn) -> Made:
    share = [Fraction(12 if months is None else months, 12) for months in drawn.column("maaneder")]
    weighted, heads = counted(drawn)
    said = drawn.settings
    kr = [part * each for part, each in zip(share, heads if said.get("boern_til_kr") == "antal" else weighted)]
    of_heads = [part * each for part, each in
                zip(share, weighted if said.get("boern_til_taerskel") == "vægtet" else heads)]
    count = counts(drawn)
    if drawn.key in ("belastning", "score_institution") or said.get("samling") == "vurdering":
        return Made([each * children for each, children in zip(count, kr)], kr, kr)
    return Made([each * part for each, part in zip(count, share)], kr, of_heads)


def counted(drawn: Drawn) -> tuple[Numbers, Numbers]:
    """Weighted children, and children as heads."""
    if "boern" in drawn.used:
        children = [exact(row["boern"]) for row in drawn.rows]
        return children, children
    usual = "1.8" if drawn.key in ("belastning", "score_institution") else "1"  # KORA 2017
    weight = exact(drawn.settings.get("vaegt", usual))
    pairs = [(exact(row["boern_0_2"]), exact(row["boern_3_5"])) for row in drawn.rows]
    return [weight * small + large for small, large in pairs], [small + large for small, large in pairs]


def counts(drawn: Drawn) -> Numbers:
    """What the key is made from, before children and months."""
    if drawn.key == "noegle":
        both = [exact(row["noegle"]) + exact(change)
                for row, change in zip(drawn.rows, drawn.column("noegle_aendring"))]
        if min(both) < 0:
            raise Refused("en nøgle kan ikke være negativ")
        return both
    if drawn.key == "belastning":
        per = 100 if drawn.settings.get("belastning_i") == "procent" else 1
        return [exact(row["belastning"]) / per for row in drawn.rows]
    if drawn.key == "antal_institution":
        return delivered(drawn)
    return [of_children(drawn, number) for number in range(len(drawn.rows))]


def of_children(drawn: Drawn, number: int) -> Fraction:
    """What the children of one institution count, or their mean score."""
    own = [marks for place, marks in drawn.children if place == number]
    if drawn.key == "score_institution":
        return sum((exact(score) for score, in own), NOTHING) / (len(own) or 1)
    weights = [exact(1 if weight is None else weight) for weight in drawn.weights or [1] * 9]
    met = [sum((weight for weight, mark in zip(weights, marks) if mark in MET), NOTHING) for marks in own]
    unique = sum(each >= drawn.settings["mindst_kriterier"] for each in met)
    how = drawn.settings["metode"]
    return Fraction(unique if how != "kriterier" else 0) + (sum(met, NOTHING) if how != "unikke" else 0)


def in_groups(drawn: Drawn, each: Numbers, measured: Numbers) -> Numbers:
    """The keys of those whose group reaches the threshold as a whole."""
    groups, limit = drawn.column("gruppe"), exact(drawn.settings["taerskel"])
    faults = (("kan ikke bruges, når tærsklen prøves på gruppe", drawn.settings.get("taerskeltype") == "over"),
              ("står ikke i", None in groups))
    if due := [words for words, wrong in faults if wrong]:
        raise Refused(*due)
    sums = {name: [sum(value for value, other in zip(values, groups) if other == name) for values in (each, measured)]
            for name in groups}
    return [key if sums[name][0] >= limit * sums[name][1] else NOTHING for key, name in zip(each, groups)]


def delivered(drawn: Drawn) -> Numbers:
    """Counts, points, keys or years of each institution as one number."""
    how, many = drawn.settings["samling"], len(drawn.rows[0]["antal"])
    weights = [exact(1 if weight is None else weight) for weight in drawn.weights or [1] * many]
    used = [at for at in range(many) if weights[at]]
    if how in YEARS:
        lines = [[meant(drawn, row["antal"][at]) for at in used if row["antal"][at] is not None] for row in drawn.rows]
        if not all(lines):
            raise Refused("ingen tal i nogen af årene")
        return [sum(line) / len(line) if how == "gennemsnit" else max(line[0], line[-1]) for line in lines]
    table = [[meant(drawn, row["antal"][at]) for at in used] for row in drawn.rows]
    sums = [sum(column) for column in zip(*table)]
    if how == "sammenvejet":
        if not all(sums):
            raise Refused("er 0 for alle")
        table = [[each / whole for each, whole in zip(line, sums)] for line in table]
        weights = [weight / sum(weights) for weight in weights]
    return [sum((weights[at] * each for at, each in zip(used, line)), NOTHING) for line in table]


def meant(drawn: Drawn, mark: object) -> Fraction:
    """A cell of a delivery: hidden counts are what is said, and - is none."""
    return exact(drawn.settings["erstat"] if mark in HIDDEN else None if mark == "-" else mark)

"""How far apart the amounts per child are, as KORA 2017 measures it, and where that is among its 15 kommuner.

Those that are outside the key figures are left out, with their amounts and their children. It moves no amount.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from addin.danish import listed
from addin.figures.institutions import part_of_year
from addin.inputs import Column
from addin.run.regnet import Regnet
from udfs.catalogue import FUNCTIONS
from udfs.errors import RegelFejl, tal
from udfs.rounding import half_up
from workbook_templates.kora_2017 import (
    ALLE,
    DIFFERENTIERING,
    KILDE_DIFFERENTIERING,
    NOGLE,
    VAEGT_DIFFERENTIERING,
    Kommune,
)

DECIMAL = 0.1  # what KORA prints
NAMES = 12  # in one line


class Maal(NamedTuple):
    """KORA's two measures, or nothing and why."""

    faktor: float | None = None
    kvartilfaktor: float | None = None
    hvorfor: str = ""


class Plads(NamedTuple):
    """Where a measure is among those KORA printed, at the decimal it printed: `nr` counts from the lowest, `lige` are
    as high, `under` and `over` the nearest on either side, None where there is none."""

    nr: int
    af: int
    lige: int
    under: float | None
    over: float | None

    def told(self) -> str:
        """In a sentence, after what it is of."""
        if self.lige:
            return f"lige så stor som {tal(self.lige)} af dem"
        if self.over is None:
            return f"over den højeste ({tal(self.under or 0)})"
        if self.under is None:
            return f"under den laveste ({tal(self.over)})"
        return f"mellem {tal(self.under)} og {tal(self.over)}"


class Linje(NamedTuple):
    """A line of KORA's table with the own measures put in."""

    faktor: float
    tildeler: str
    kvartilfaktor: float
    egen: bool


@dataclass(frozen=True)
class Differentiering:
    """The measures of one calculation: `eget` by the children in its kr. per child, `kora` by children weighted 1,8.

    `med` says of each recipient whether it is in them, and in the picture; `uden` are the institutions that are not,
    `delte` those that should not be, but share an amount by the key with others of their recipient.
    """

    med: tuple[bool, ...]
    uden: tuple[str, ...]
    delte: tuple[str, ...]
    eget: Maal
    kora: Maal
    er_kora: bool  # the two are the same
    barn: str  # what `eget` is per: "barn" or "vægtet barn"
    tildeler: str  # ALLE or NOGLE of them get money

    @cached_property
    def lignende(self) -> tuple[Kommune, ...]:
        """The kommuner that give to all, or to some, as this one does."""
        return tuple(each for each in DIFFERENTIERING if each.tildeler == self.tildeler)

    def plads(self, maal: str, lignende: bool = False) -> Plads | None:
        """The place of "faktor" or "kvartilfaktor", weighted 1,8, among the 15 or those alike; None without one."""
        value = getattr(self.kora, maal)
        among = self.lignende if lignende else DIFFERENTIERING
        return None if value is None else place(value, [getattr(each, maal) for each in among])

    def tabel(self) -> list[Linje]:
        """KORA's table from the lowest factor to the highest, with a line for this one where it has both measures."""
        lines = [Linje(*each, egen=False) for each in DIFFERENTIERING]
        if self.kora.faktor is not None and self.kora.kvartilfaktor is not None:
            own = (half_up(self.kora.faktor, DECIMAL), half_up(self.kora.kvartilfaktor, DECIMAL))
            lines.append(Linje(own[0], self.tildeler, own[1], egen=True))
        return sorted(lines, key=lambda line: (line.faktor, line.egen))

    def sammenlignet(self) -> list[str]:
        """Where the measures are among those of KORA, in sentences; nothing where there are none."""
        if self.kora.hvorfor:
            return [f"Kan ikke sammenlignes med KORA 2017. {self.kora.hvorfor}"]
        found = []
        for name, label in (("faktor", "Faktoren"), ("kvartilfaktor", "Kvartilfaktoren")):
            among, alike = self.plads(name), self.plads(name, lignende=True)
            if among and alike:
                value = tal(half_up(getattr(self.kora, name), DECIMAL))
                give = "alle" if self.tildeler == ALLE else "nogle"
                found.append(f"{label} {value} er {among.told()}, nr. {among.nr} fra neden; midten af de 15 er "
                             f"{tal(median(name))}. Af de {len(self.lignende)}, der giver til {give} institutioner, er "
                             f"den {alike.told()}.")
        return [*found, f"{KILDE_DIFFERENTIERING}. Pr. barn, hvor 0-2-årige vejer {tal(VAEGT_DIFFERENTIERING)}."]

    def sagt(self) -> list[str]:
        """Who is left out, and who could not be."""
        found = []
        if self.uden:
            found.append(f"Uden for nøgletal: {listed(list(self.uden), NAMES)}. Faktor, kvartilfaktor og figur er uden "
                         f"{'den' if len(self.uden) == 1 else 'dem'}.")
        if self.delte:
            found.append("Skulle være uden for nøgletal, men deler et beløb efter nøglen med andre hos samme modtager "
                         f"og er regnet med: {listed(list(self.delte), NAMES)}.")
        return found


def place(value: float, among: list[float]) -> Plads:
    """Where a measure is among printed ones.

    >>> place(3.41, [1.7, 2.6, 4.1])
    Plads(nr=3, af=3, lige=0, under=2.6, over=4.1)
    """
    own = half_up(value, DECIMAL)
    lower, higher = [each for each in among if each < own], [each for each in among if each > own]
    return Plads(len(lower) + 1, len(among), len(among) - len(lower) - len(higher), max(lower, default=None),
                 min(higher, default=None))


def median(name: str) -> float:
    """The middle one of the 15."""
    return float(sorted(getattr(each, name) for each in DIFFERENTIERING)[len(DIFFERENTIERING) // 2])


# ------------------------------------------------------------------------------------- measured


def differentiering(result: Regnet) -> Differentiering | None:
    """None where there is nothing to measure by, or money is found and not given."""
    boern = result.figures.institutions.boern
    if boern is None or result.saving:
        return None
    out, shared = left_out(result)
    kora, why = kora_children(result)
    own, weighted = totals(result, boern, out), None if kora is None else totals(result, kora, out)
    amounts = money(result, out)
    in_it = in_key_figures(result)
    gets = [kr > 0 for kr, there in zip(amounts, in_it) if there]
    rows = result.figures.institutions.rows
    eget = measured(amounts, own, in_it)
    return Differentiering(in_it, tuple(rows[at].name for at in sorted(out)), tuple(rows[at].name for at in shared),
                           eget, Maal(hvorfor=why) if weighted is None else measured(amounts, weighted, in_it),
                           weighted == own, "vægtet barn" if result.weighs_children else "barn",
                           ALLE if all(gets) else NOGLE)


def in_key_figures(result: Regnet) -> tuple[bool, ...]:
    """Whether each recipient is in the key figures and the picture."""
    if result.figures.institutions.boern is None or result.saving:
        return (True,) * result.n
    out, _ = left_out(result)
    return tuple(any(number not in out for number in numbers) for numbers in result.figures.members.all_members)


def shown(result: Regnet) -> tuple[list[float], Column]:
    """What the picture is drawn of: what each recipient is given, and its children as they stand in the table, both
    without those of the institutions that are left out of the measures."""
    heads = result.figures.institutions.heads
    if result.saving or result.figures.institutions.boern is None or heads is None:
        return result.tildeling.tolist(), result.hoveder or [None] * result.n
    out, _ = left_out(result)
    return money(result, out), list(totals(result, list(heads), out))


def left_out(result: Regnet) -> tuple[set[int], list[int]]:
    """The institutions that are left out, and those that cannot be: their part by the key is one with others'."""
    figures = result.figures
    asked = figures.institutions.uden_for
    shared = [number for numbers in figures.members.all_members for number in numbers
              if number in asked and figures.counted[number] and not asked.issuperset(numbers)]
    return set(asked) - set(shared), shared


def money(result: Regnet, out: set[int]) -> list[float]:
    """What each recipient is given, without the fixed amounts of those that are left out."""
    figures = result.figures
    fixed = figures.ved_siden.kr if figures.ved_siden else [None] * figures.institutions.n
    return [kr - math.fsum(fixed[number] or 0.0 for number in numbers if number in out)
            for kr, numbers in zip(result.tildeling.tolist(), figures.members.all_members)]


def totals(result: Regnet, children: Column, out: set[int]) -> list[float]:
    """The children of each recipient, without those of the institutions that are left out."""
    return [math.fsum(children[number] or 0.0 for number in numbers if number not in out)
            for numbers in result.figures.members.all_members]


def kora_children(result: Regnet) -> tuple[Column | None, str]:
    """The children of each institution as KORA weighs them; nothing, and why, where ages are not known."""
    institutions = result.figures.institutions
    young, old = institutions.column("boern_0_2"), institutions.column("boern_3_5")
    if young is None or old is None:
        return None, f"Børnene er ikke delt på alder, så 0-2-årige kan ikke veje {tal(VAEGT_DIFFERENTIERING)}."
    weighted = FUNCTIONS["FORDEL_BOERN"](young, old, VAEGT_DIFFERENTIERING).tolist()
    return part_of_year(weighted, institutions.months), ""


def measured(amounts: list[float], boern: list[float], in_it: tuple[bool, ...]) -> Maal:
    """Both measures of those that are in it, or why there are none."""
    if not any(in_it):
        return Maal(hvorfor="Alle er uden for nøgletal.")
    kr = [amount for amount, there in zip(amounts, in_it) if there]
    children = [many for many, there in zip(boern, in_it) if there]
    try:
        return Maal(float(FUNCTIONS["FORDEL_FAKTOR"](kr, children)),
                    float(FUNCTIONS["FORDEL_KVARTILFAKTOR"](kr, children)))
    except RegelFejl as refused:
        return Maal(hvorfor=f"Kan ikke beregnes: {refused}")

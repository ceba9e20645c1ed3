"""Rows that are sums, and rows that only happen to have the figures of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from tests.layouts.model import ANY, ASK, Above, Col, Extra, House, Layout, Row, Sum
from tests.layouts.names import areas_of
from tests.layouts.parts import BURDEN, DOZEN, EIGHT, KEY, LAST, NAME, OLD, PCT, PLAIN, YOUNG, simple, table

NAMES = ("Anemonen", "Birken", "Cikorien", "Dalen", "Engen", "Fyrren")
TOTAL, TYPED = Sum("I alt", "alle"), Sum("I alt", "alle", "skrevet")


def small(*figures: tuple[int, int, str]) -> list[House]:
    """Small institutions with round numbers: 0-2, 3-5, burden."""
    return [replace(EIGHT[0], name=name, young=young, old=old, burden=Fraction(burden), key=1 + young // 4)
            for name, (young, old, burden) in zip(NAMES, figures, strict=True)]


def mean(some: Sequence[House], weight: Fraction = Fraction(9, 5)) -> Fraction:
    """The weighted mean of the burdens, with four decimals as it is typed."""
    worth = [weight * house.young + house.old for house in some]
    return round(sum(h.burden * w for h, w in zip(some, worth, strict=True)) / sum(worth), 4)


def nameless(burden: Any, some: Sequence[House] = DOZEN) -> list[Row]:
    """Each area's institutions, then a row called as the area with typed sums and a burden."""
    rows: list[Row] = []
    for area, members in areas_of(some):
        rows += [*members, Extra(f"Dagtilbud {area}", {
            "young": sum(h.young for h in members), "old": sum(h.old for h in members),
            **({} if burden is None else {"burden": float(burden(members))})})]
    return rows


def plain(name: str, rows: Sequence[Row], columns: Sequence[Col] = PLAIN, **more: Any) -> Layout:
    return simple(name, table(rows, columns), **more)


TWO_SUMS = small((12, 20, "0.1"), (10, 20, "0.05"), (22, 40, "0.2"), (8, 20, "0.12"), (12, 20, "0.07"),
                 (20, 40, "0.08"))
ONE_SUM = small((12, 22, "0.1"), (10, 20, "0.05"), (22, 42, "0.31"), (8, 25, "0.12"), (14, 20, "0.07"), (6, 40, "0.08"))
HEADED = small((20, 40, "0.22"), (8, 25, "0.05"), (12, 15, "0.11"), (6, 30, "0.12"), (14, 21, "0.07"), (9, 40, "0.3"))
ALIKE = small((10, 20, "0.1"), (10, 20, "0.07"), (10, 20, "0.12"), (10, 20, "0.05"), (20, 40, "0.3"), (10, 30, "0.2"))
KEYED = [replace(h, key=k) for h, k in zip(ONE_SUM, (3, 4, 9, 2, 5, 6), strict=True)]
FEW = [replace(h, key=k, burden=Fraction(0)) for h, k in zip(ONE_SUM, (3, 4, 7, 2, 5, 6), strict=True)]

LAYOUTS = (
    plain("to institutioner med tal som summer af to andre", TWO_SUMS, expect=ANY,
          why="belastningerne viser, at de ikke er summer"),
    plain("to tilfældige summer og en rigtig total", [*TWO_SUMS, TOTAL]),
    plain("to tilfældige summer og en total skrevet som tal", [*TWO_SUMS, TYPED]),
    plain("en tilfældig sum, skrevet total", [*ONE_SUM, TYPED]),
    plain("en tilfældig sum over sine led", [*HEADED, TOTAL]),
    plain("mange ens institutioner med runde tal", [*ALIKE, TOTAL]),
    plain("en tilfældig sum, færdig nøgle stemmer ikke", [*KEYED, TYPED], (NAME, YOUNG, OLD, KEY),
          rules={"key": "key"}),
    plain("en tilfældig sum i en nøgle med små tal", [*FEW, TYPED], (NAME, KEY), rules={"key": "key", "split": False}),
    plain("områdets række med vægtet gennemsnit", nameless(mean)),
    plain("områdets række med gennemsnit efter hoveder", nameless(lambda some: mean(some, Fraction(1)))),
    plain("områdets række uden belastning", nameless(None)),
    plain("områdets række med et simpelt gennemsnit", nameless(lambda some: sum(h.burden for h in some) / len(some)),
          expect=ANY, why="gennemsnittet er ikke vægtet"),
    plain("total med vægtet gennemsnit", [*EIGHT, Extra("I alt", {
        "young": sum(h.young for h in EIGHT), "old": sum(h.old for h in EIGHT), "burden": float(mean(EIGHT))})]),
    plain("total med simpelt gennemsnit", [*EIGHT, Extra("Kommunen i alt", {
        "young": sum(h.young for h in EIGHT), "old": sum(h.old for h in EIGHT),
        "burden": round(float(sum(h.burden for h in EIGHT)) / 8, 4)})]),
    plain("gruppesum over sine led med vægtet gennemsnit", [row for area, some in areas_of(DOZEN) for row in (
        Extra(f"Område {area}", {"young": sum(h.young for h in some), "old": sum(h.old for h in some),
                                 "burden": float(mean(some))}), *some)]),
    plain("tvillinger lige efter hinanden", [*EIGHT[:3], replace(EIGHT[2], name="Cikorien II"), *EIGHT[3:], TOTAL]),
    plain("sum med formel, selv om belastningen er en anden", [
        *DOZEN[:4], Sum("Nord", more={3: 0.31}), *DOZEN[4:8], Sum("Syd", more={3: 0.02}), *DOZEN[8:],
        Sum("Vest", more={3: 0.4})]),
    plain("en række uden sumord, der er alle de andre, med en fremmed belastning", [*EIGHT, Extra("Hele byen", {
        "young": sum(h.young for h in EIGHT), "old": sum(h.old for h in EIGHT), "burden": 0.44})], expect=ASK,
        why="tallene er summen, men belastningen er det ikke"),
    plain("gruppesum over en enkelt institution, og en total", [
        Above("Nord"), EIGHT[0], Above("Syd"), *EIGHT[1:], TOTAL], (NAME, YOUNG, OLD, BURDEN, LAST)),
    plain("belastning i pct. som hele tal, summer skrevet", [*[replace(h, burden=h.burden) for h in EIGHT], TYPED], (
        NAME, YOUNG, OLD, Col("Sandsynlighed", lambda h: float(h.burden), fmt=PCT, setting="belastning"))),
)

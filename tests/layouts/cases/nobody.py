"""Rows that are no institution, and columns that say who takes part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tests.layouts.cases.extras import INDEX, PUPILS, SCHOOLS
from tests.layouts.model import ANY, ASK, Col, Extra, House, Layout, Text
from tests.layouts.names import houses
from tests.layouts.parts import BURDEN, DOZEN, EIGHT, KEY, NAME, OLD, PLAIN, TOTAL, YOUNG, simple, table

SOME = {"young": 5, "old": 3, "burden": 0.3, "key": 4}
WHY = "er rækken en institution?"
OUT = dict.fromkeys(("rækker Budget 2027", "række Budget 2027"), "spring over")


def called(name: str, *texts: str, columns: Sequence[Col] = PLAIN, some: Sequence[House] = EIGHT, total: bool = False,
           **more: Any) -> Layout:
    """Institutions, and rows with figures that are called otherwise."""
    rows = [*some, *(Extra(text, SOME) for text in texts)]
    return simple(name, table([*rows, TOTAL] if total else rows, columns),
                  **{"expect": ASK, "why": WHY, "answers": OUT, **more})


def said(name: str, head: str, words: dict[int, str], other: str | None = None, out: Sequence[int] = (),
         some: Sequence[House] = EIGHT, **more: Any) -> Layout:
    """A column says of some institutions, by their numbers, that they do not take part."""
    names = {some[number].name: word for number, word in words.items()}
    column = Col(head, lambda h: names.get(h.name, other))
    layout = simple(name, table(some, (NAME, column, YOUNG, OLD, BURDEN)), **{"expect": ASK, "why": WHY,
                                                                            "answers": OUT, **more})
    return layout.but(houses=tuple(house for number, house in enumerate(some) if number not in out))


def renamed(*names: str) -> list[House]:
    return [*(replace(house, name=name) for house, name in zip(EIGHT, names, strict=False)), *EIGHT[len(names):]]


LAYOUTS = (
    called("børn uden institution", "Uden institution"),
    simple("børn uden institution, med total der tæller dem med", table([
        *EIGHT, Extra("Uden institution", SOME), Extra("I alt", {
            "young": sum(h.young for h in EIGHT) + 5, "old": sum(h.old for h in EIGHT) + 3})]), expect=ASK, why=WHY,
        answers=OUT),
    called("ej fordelt", "Ej fordelt"),
    called("øvrige", "Øvrige", columns=(NAME, YOUNG, OLD, KEY), rules={"key": "key"}),
    called("diverse og øvrige institutioner", "Diverse", "Øvrige institutioner"),
    called("private institutioner i én række", "Private institutioner", told=("§ 36",)),
    called("børn i andre kommuner", "Børn i andre kommuner"),
    called("ny institution, der åbner i 2029", "Ny institution (2029)"),
    called("ny daginstitution ved havnen", "Ny daginstitution, Havnen (2029)"),
    called("privat pasning og pasningstilskud", "Privat pasning", "Pasningstilskud", told=("§ 36",)),
    called("venteliste", "Venteliste"),
    called("ukendt institution i udtrækket", "Ukendt"),
    called("fælles formål og administration", "Fælles formål", "Administration"),
    called("central pulje som en række", "Central pulje"),
    called("mellemkommunale børn", "Mellemkommunale"),
    called("ikke placeret endnu", "Ikke placeret"),
    simple("uden institution blandt skoler", table([*SCHOOLS, Extra("Uden skole", {"children": 12, "burden": 0.2})], (
        Col("Skole", "label"), PUPILS, INDEX)), expect=ASK, why=WHY, answers=OUT, rules={"split": False}),
    simple("uden institution i midten af listen", table([*EIGHT[:4], Extra("Uden institution", SOME), *EIGHT[4:]]),
           expect=ASK, why=WHY, answers=OUT),
    said("med: nej", "Med", {2: "nej"}, "ja", out=(2,)),
    said("med i fordelingen: x eller tom", "Med i fordelingen", {n: "x" for n in range(8) if n != 5}, out=(5,)),
    said("deltager 1 eller 0", "Deltager", {n: "0" if n == 3 else "1" for n in range(8)}, out=(3,)),
    said("status udgår", "Status", {6: "Udgår"}, "Aktiv", out=(6,)),
    said("status nedlagt og status ny", "Status", {1: "Nedlagt 31/12", 4: "Ny"}, "I drift", out=(1,)),
    said("lukket i en bemærkning", "Bemærkning", {5: "Lukket pr. 1/8"}, out=(5,)),
    said("ophører i en note", "Noter", {0: "Ophører 1. juli 2027, børnene flyttes til Birken"}, out=(0,)),
    said("fusioneret i bemærkningen", "Bemærkninger", {7: "Fusioneret med Birken pr. 1.1."}, out=(7,)),
    said("ejerform privat", "Ejerform", {3: "Privat", 6: "Privat"}, "Kommunal", out=(3, 6), told=("§ 36",)),
    said("type privatinstitution", "Type", {2: "Privatinstitution"}, "Daginstitution", out=(2,), told=("§ 36",)),
    said("indgår ikke i tildelingen", "Indgår", {4: "Indgår ikke"}, "Indgår", out=(4,)),
    said("alle er med", "Med", {}, "ja", expect="afgøres", answers={}),
    said("alle er aktive", "Status", {}, "Aktiv", expect="afgøres", answers={}),
    said("ufarlige bemærkninger", "Bemærkning", {1: "Ny leder pr. 1.8.", 5: "Udvidet legeplads", 6: "Afventer tilsyn"},
         expect="afgøres", answers={}),
    said("selvejende og kommunale er begge med", "Ejerform", {3: "Selvejende", 6: "Selvejende"}, "Kommunal",
         expect="afgøres", answers={}, untold=("§ 36",)),
    simple("navne, der kun ligner", table([*renamed(
        "Nyhuset", "Øvrevangens Børnehus", "Privatvejens Vuggestue", "Fællesskabet", "Centralskolens Børnehave"),
        TOTAL])),
    simple("dagplejen med egne tal", table([*EIGHT[:7], replace(EIGHT[7], name="Dagplejen"), TOTAL])),
    simple("uden institution under sin egen overskrift", table([
        *houses(6, 2, seed=3), Text("Ikke medregnet"), Extra("Uden institution", SOME)]), expect=ASK, why=WHY,
        answers=OUT),
    called("både en række og en bemærkning", "Ej fordelt", columns=(
        NAME, YOUNG, OLD, BURDEN, Col("Bemærkning", lambda h: "Lukkes 1/7" if h.name == EIGHT[1].name else None))).but(
            houses=(EIGHT[0], *EIGHT[2:])),
    simple("dobbelt kolonne: åben fra", table(DOZEN, (*PLAIN, Col("Åben fra", lambda h: 2_004 + h.number % 17))),
           expect=ANY, why="året siger, hvornår den åbnede"),
)

"""Rows that are no institutions: groups, sums, averages, blanks and notes."""

from __future__ import annotations

from dataclasses import replace

from tests.layouts.model import ASK, Above, At, Extra, Heads, Row, Sum, Text
from tests.layouts.names import areas_of, houses
from tests.layouts.parts import DOZEN, EIGHT, FULL, PLAIN, by_area, simple, table

THREE, SIXTY = houses(3), houses(60, 4)
MEAN = Extra("Gennemsnit", {"young": 21.4, "old": 47.9, "burden": 0.0981})
NOTES = (None, Text("1) Selvejende institution med driftsoverenskomst."), Text("Kilde: KMD Institution, 5. september."))
OWN = Extra("heraf selvejende", {"young": 36, "old": 101})


def above(how: str, total: bool = True) -> list[Row]:
    """Each area's sums in a row above its institutions."""
    rows: list[Row] = [row for area, members in areas_of(DOZEN) for row in (Above(f"Område {area}", how), *members)]
    return [*rows, Sum("I alt", "alle", how)] if total else rows


def with_means() -> list[Row]:
    """Each area ends with its sum and its average."""
    rows: list[Row] = []
    for area, members in areas_of(DOZEN):
        young, old = (sum(getattr(h, field) for h in members) / len(members) for field in ("young", "old"))
        rows += [Text(f"Område {area}"), *members, Sum("I alt"), Extra("Gennemsnit", {
            "young": round(young, 1), "old": round(old, 1)})]
    return rows


def repeated(blank: bool) -> list[Row]:
    """An area's block has its own headings."""
    rows: list[Row] = []
    for number, (area, members) in enumerate(areas_of(DOZEN)):
        rows += [*([None] if blank and number else []), Text(f"Område {area}")]
        rows += [Heads()] if number else []
        rows += [*members, Sum(f"{area} i alt")]
    return rows


LAYOUTS = (
    simple("sumrække med formel", table([*EIGHT, Sum("I alt", "alle")])),
    simple("sumrække skrevet som tal", table([*EIGHT, Sum("Total", "alle", "skrevet")])),
    simple("sumrække uden navn", table([*EIGHT, Sum(None, "alle")])),
    simple("sumrække med SUBTOTAL", table([*EIGHT, Sum("Sum", "alle", "subtotal")])),
    simple("sumrække aldrig beregnet", table([*EIGHT, Sum("I alt", "alle", "uden værdi")])),
    simple("sumrække under en tom række", table([*EIGHT, None, Sum("Hovedtotal", "alle")])),
    simple("sumtekst i en anden kolonne end navnene", table([*EIGHT, Sum("I alt", "alle", column=0)], FULL)),
    simple("sumrække med vægtet gennemsnit", table([*EIGHT, Sum("I alt", "alle", more={3: 0.0932})])),
    simple("kun beløb i sumrækken", table([*EIGHT, Extra("I alt", {"base": sum(h.base for h in EIGHT), "last": sum(
        h.last for h in EIGHT)})], FULL)),
    simple("gennemsnit i hver gruppe", table(with_means())),
    simple("gruppe med én institution", table([Text("Dagtilbud Nord"), EIGHT[0], Sum("Nord i alt"), Text(
        "Dagtilbud Syd"), *EIGHT[1:], Sum("Syd i alt"), Sum("I alt", "alle")])),
    simple("gruppesum over én institution", table([Above("Område Nord"), EIGHT[0], Above("Område Syd"), *EIGHT[1:]])),
    simple("institution under totalen", table([*EIGHT[:7], Sum("I alt", "alle"), EIGHT[7]]), expect=ASK,
           why="ny institution eller sammenligning"),
    simple("til sammenligning under totalen", table([*EIGHT, Sum("I alt", "alle"), None, Extra(
        "Kommunen 2026", {"young": 190, "old": 371, "burden": 0.0911})]), expect=ASK,
        why="ny institution eller sammenligning"),
    simple("forskel til sidste år under totalen", table([*EIGHT, Sum("I alt", "alle"), Extra(
        "I alt 2026", {"young": 190, "old": 371}), Extra("Forskel", {
            "young": sum(h.young for h in EIGHT) - 190, "old": sum(h.old for h in EIGHT) - 371})])),
    simple("sum øverst", table([Above("Kommunen i alt"), *EIGHT])),
    simple("grupper med sum under", table(by_area(DOZEN))),
    simple("grupper med sum under og tomme rækker", table(by_area(DOZEN, blank=True), FULL, cell="A3")),
    simple("grupper uden total", table(by_area(DOZEN, total=""))),
    simple("grupper uden sum", table(by_area(DOZEN, foot=""))),
    simple("grupper uden overskrift, kun sum", table(by_area(DOZEN, head=""))),
    simple("grupper med skrevne summer", table(by_area(DOZEN, how="skrevet"))),
    simple("grupper med SUBTOTAL", table(by_area(DOZEN, how="subtotal"))),
    simple("total som sum af summer", table(by_area(DOZEN, over="summer"))),
    simple("total som summer lagt sammen med plus", table([*by_area(DOZEN, total=""), Sum("I alt", "summer", "plus")])),
    simple("gruppesummer over medlemmerne", table(above("formel"))),
    simple("gruppesummer over medlemmerne, SUBTOTAL", table(above("subtotal", total=False))),
    simple("gruppesummer over medlemmerne, skrevet", table(above("skrevet"))),
    simple("gruppesum hedder som dagtilbuddet", table(by_area(DOZEN, head="", foot="Dagtilbud {}"))),
    simple("gruppesum hedder Sum Nord", table(by_area(DOZEN, head="{}", foot="Sum {}", total="Sum"))),
    simple("afrundede summer", table([*EIGHT, Sum("I alt", "alle", "skrevet", {4: 3, 6: -2})], FULL)),
    simple("gennemsnit under totalen", table([*EIGHT, Sum("I alt", "alle"), MEAN])),
    simple("gennemsnit uden total", table([*EIGHT, MEAN])),
    simple("gennemsnit med tom række over", table([*EIGHT, None, Extra("Gns. for kommunen", dict(MEAN.values))])),
    simple("heraf selvejende under totalen", table([*EIGHT, Sum("I alt", "alle"), OWN])),
    simple("tomme rækker mellem institutioner", table([*EIGHT[:3], None, *EIGHT[3:6], None, None, *EIGHT[6:]])),
    simple("noter under tabellen", table([*EIGHT, Sum("I alt", "alle"), *NOTES])),
    simple("noter lige under tabellen", table([*EIGHT, *NOTES[1:]])),
    simple("gentagne overskrifter pr. område", table(repeated(blank=False))),
    simple("gentagne overskrifter med tom række", table(repeated(blank=True), cell="B3")),
    simple("3 institutioner", table(THREE)),
    simple("60 institutioner i grupper", table(by_area(SIXTY), FULL, cell="A5")),
    simple("60 institutioner med gruppesummer over", table(
        [row for area, members in areas_of(SIXTY) for row in (Above(area), *members)])),
    simple("400 institutioner i grupper", table(by_area(houses(400, 4)), FULL)),
    simple("skjult række med institution", table(EIGHT), hidden_rows=(4,), told=(EIGHT[2].name,)),
    simple("skjult række med sum", table([*EIGHT, Sum("I alt", "alle")]), hidden_rows=(10,)),
    simple("skjulte rækker i gruppe", table(by_area(DOZEN)), hidden_rows=(3, 4),
           told=(DOZEN[0].name, DOZEN[1].name)),
    simple("institution med tomme celler", table([*EIGHT[:4], replace(EIGHT[4], young=0, old=33)], PLAIN)),
    simple("Total Nord er en institution", table([
        *EIGHT[:4], replace(EIGHT[4], name="Total Nord"), *EIGHT[5:]]), expect=ASK,
        answers={"raekke": "institution"}, why="navnet ligner en sum, men tallene er ingen sum"),
    simple("sum, der ikke stemmer", table([*EIGHT, Sum("I alt", "alle", "skrevet", {1: 25, 2: -14})]), expect=ASK,
           why="summen afviger langt mere end en afrunding"),
    simple("underskrift under tabellen", table([*EIGHT, Sum("I alt", "alle")]), At("A13", "Randers, den 5. september"),
           At("C13", "Økonomi")),
)

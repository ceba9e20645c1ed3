"""Names and numbers as people write them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.layouts.model import ASK, REFUSE, STOP, Col, House, Layout, Made, Sum, Text
from tests.layouts.parts import BURDEN, EIGHT, FULL, KR, NAME, OLD, PCT, PLAIN, YOUNG, simple, table


def named(quirk: str, *names: str, notes: tuple[Text, ...] = (), written: tuple[Any, ...] = (), **more: Any) -> Layout:
    """The first houses get these names, written so."""
    cells = written or names
    some = [replace(house, name=name, written=cell) for house, name, cell in zip(EIGHT, names, cells, strict=False)]
    rows = [*some, *EIGHT[len(some):], Sum("I alt", "alle"), *([None] if notes else []), *notes]
    return simple(quirk, table(rows), **more)


def danish(value: float, decimals: int = 0) -> str:
    return f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def shown(quirk: str, young: Callable[[House], Any] | None = None, burden: Callable[[House], Any] | None = None,
          base: Callable[[House], Any] | None = None, some: tuple[House, ...] = EIGHT, **more: Any) -> Layout:
    """The table with one of its columns written otherwise."""
    columns = (NAME, YOUNG if young is None else Col("0-2 år", young, setting="boern_0_2"), OLD,
               Col("Grundbudget", base or "base", fmt=KR, setting="grundbudget"),
               BURDEN if burden is None else Col("Sandsynlighed", burden, setting="belastning"))
    return simple(quirk, table(some, columns), **more)


def one_odd(cell: Any, field: str = "young") -> Callable[[House], Any]:
    """The third house's cell is odd."""
    return lambda house: cell if house.name == EIGHT[2].name else getattr(house, field)


THIRD_ZERO = (*EIGHT[:2], replace(EIGHT[2], young=0), *EIGHT[3:])

LAYOUTS = (
    named("navn med stjerne og spørgsmålstegn", "Birken *", "Hvem ved?", "*Stjernen*"),
    named("navn med anførselstegn", 'Børnehuset "Solen"', "Peter's Børnehus", "»Anden«"),
    named("navn med æøå og accent", "Åkjærs Allé", "Æblehøj Ø", "Café Öresund"),
    named("navn med tegn, som formler bruger", "=Huset", "+Plus", "-Minus", "@Hjem"),
    named("navn med mellemrum i enderne", "Anemonen", "Birken", "Cikorien", "Dueurten",
          written=("  Anemonen", "Birken   ", "\u00a0Cikorien", "Dueurten\u00a0 ")),
    named("navn med hårdt mellemrum indeni", "Børnehuset Solen", written=("Børnehuset\u00a0Solen",)),
    named("tal som navne", *(str(4_100 + n) for n in range(8)), written=tuple(4_100 + n for n in range(8))),
    named("tal som tekst som navne", *(str(4_100 + n) for n in range(8))),
    named("nummer og navn i samme celle", "4100 Anemonen", "4107 Birken", "4114 Cikorien"),
    named("fodnotetal efter navnet", "Anemonen 1)", "Birken", "Cikorien 2)",
          notes=(Text("1) Åbner 1. marts 2027."), Text("2) Selvejende."))),
    named("stjerne efter navnet med note", "Anemonen", "Birken *", "Cikorien *",
          notes=(Text("* Selvejende institutioner med driftsoverenskomst."),)),
    named("langt navn", "Den selvejende integrerede daginstitution Børnehuset Mælkevejen og Naturgruppen ved "
                        "Skovløberstien under driftsoverenskomst med kommunen"),
    named("navn med tal og parentes", "Skovbo (afd. 2)", "Vuggestuen 0-3", "Børnehave 2000"),
    named("navn, der begynder med sumord", "Summerhuset", "Totalia", "Samlingspunktet"),
    named("navn med linjeskift", "Børnehuset Solen", written=("Børnehuset\nSolen",)),
    shown("børn som tekst", lambda h: str(h.young), told=("tekst",)),
    shown("budget som dansk tekst", base=lambda h: danish(h.base, 1)),
    shown("budget som tekst med kr.", base=lambda h: f"kr. {danish(h.base)}"),
    shown("budget som tekst med kr. efter", base=lambda h: f"{danish(h.base)} kr."),
    shown("budget som tekst med ,-", base=lambda h: f"{danish(h.base)},-"),
    shown("procent som tekst", burden=lambda h: f"{danish(float(100 * h.burden), 2)} %"),
    shown("decimaltal som tekst", burden=lambda h: danish(float(h.burden), 4)),
    shown("procent som hele tal", burden=lambda h: float(100 * h.burden), expect=ASK,
          answers={"belastning_i": "procent"}, why="12 kan være procent eller point"),
    shown("1.234 som tekst", base=one_odd("1.234", "base"), expect=ASK, answers={"punktum": "tusind"},
          why="1.234 kan være tusinder eller decimaler"),
    shown("tekst i en talkolonne", one_odd("mangler"), expect=REFUSE, why="mangler er ikke et tal"),
    shown("spørgsmålstegn i en talkolonne", one_odd("?"), expect=REFUSE, why="ukendt er ikke nul"),
    shown("n/a i en talkolonne", burden=one_odd("n/a", "burden"), expect=REFUSE, why="n/a er ikke et tal"),
    shown("negativt børnetal", one_odd(-3), expect=REFUSE, why="børn er aldrig negative"),
    shown("tom celle er nul", one_odd(None), some=THIRD_ZERO, told=(EIGHT[2].name,)),
    shown("streg er nul", one_odd("-"), some=THIRD_ZERO, expect=STOP,
          why="en streg kan være nul eller ukendt"),
    shown("kun mellemrum i en celle", one_odd(" "), expect=REFUSE, why="cellen er ikke tom, men har intet tal"),
    simple("to ens navne", table([*EIGHT[:5], replace(EIGHT[5], name=EIGHT[1].name), *EIGHT[6:]], PLAIN),
           expect=REFUSE, why="samme navn to gange"),
    simple("to navne, der kun skiller sig ved mellemrum", table(
        [*EIGHT[:5], replace(EIGHT[5], name="birken ", written="birken "), *EIGHT[6:]]), expect=REFUSE,
        why="samme navn to gange"),
    simple("4100 og '4100'", table([replace(EIGHT[0], name="4100", written=4_100),
                                    replace(EIGHT[1], name="4100", written="4100"), *EIGHT[2:]]), expect=REFUSE,
           why="samme navn to gange"),
    simple("institution uden navn", table([*EIGHT[:3], replace(EIGHT[3], name="", written=""), *EIGHT[4:]]),
           expect=REFUSE, why="tal uden navn"),
    shown("fejlværdi i en celle", one_odd(Made("=NA()", "#N/A")), expect=REFUSE, why="en fejlværdi er ikke et tal"),
    simple("alle kolonner med talformater", table(EIGHT, (
        *FULL[:4], Col("Grundbudget", "base", fmt='#,##0 "kr."'), Col("Sandsynlighed", "burden", fmt=PCT), FULL[6]))),
)

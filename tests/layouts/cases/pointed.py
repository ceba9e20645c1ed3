"""What the user points at is enough: ranges, names, budgets alone; and bounds in columns of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tests.layouts.model import ANY, ASK, STOP, At, Col, House, Layout, Rows, Sheet, Sum
from tests.layouts.parts import (
    BASE,
    BURDEN,
    DOZEN,
    EIGHT,
    KEY,
    KR,
    NAME,
    OLD,
    PLAIN,
    POOL,
    YOUNG,
    case,
    pool_sheet,
    simple,
    table,
)

BUDGETS = Sheet("Budget 2027", [table([*DOZEN, Sum("I alt", "alle")], (NAME, BASE))])
SAVED = {"saving": True, "key": "base"}
TURNED = {"retning": "besparelse"}
NAMED = {"Fordel_navn": "'Budget 2027'!$A$2:$A$14", "Fordel_grundbudget": "'Budget 2027'!$B$2:$B$14",
         "Fordel_pulje": "Pulje!$B$1"}


def bounded(name: str, some: Sequence[House], *columns: Col, **more: Any) -> Layout:
    """Institutions with bounds of their own in columns."""
    return simple(name, table([*some, Sum("I alt", "alle")], (*PLAIN, *columns)), **more)


def lifted(*least: int | None) -> list[House]:
    return [replace(house, least=low) for house, low in zip(EIGHT, least, strict=True)]


def capped(*most: int | None) -> list[House]:
    return [replace(house, most=high) for house, high in zip(EIGHT, most, strict=True)]


LEAST, MOST = Col("Minimum", "least", fmt=KR), Col("Loft", "most", fmt=KR)
FLOORS = (150_000, None, 120_000, 90_000, None, 160_000, None, 70_000)
CAPS = (2_000, 3_500, None, 4_000, 1_500, None, 3_000, 2_500)
ODD = (Col("Sted", "label", setting="navn"), Col("Tal", "key", setting="noegle"))
BARE = (Col(None, "label"), Col(None, "key", setting="noegle"))
KEYED = {"key": "key", "split": False}

LAYOUTS = (
    case("kun budgetter og en besparelse", BUDGETS, pool_sheet(3_250_000, "Besparelse"), pool=3_250_000, rules=SAVED),
    case("kun budgetter, retningen er valgt", BUDGETS, pool_sheet(3_250_000), pool=3_250_000, rules=SAVED,
         choices=TURNED),
    case("kun budgetter, hvert område er valgt", BUDGETS, pool_sheet(2_000_000, "Tal"), pool=2_000_000, rules=SAVED,
         choices={**TURNED, "navn": "Budget 2027!A2:A14", "grundbudget": "Budget 2027!B2:B14", "pulje": "Pulje!B1"}),
    case("kun budgetter, hvert område har et navn", BUDGETS, pool_sheet(1_400_000, "X", ("Retning", "besparelse")),
         pool=1_400_000, rules=SAVED, names={**NAMED, "Fordel_retning": "Pulje!$B$2"}),
    case("kun budgetter og en grænse, der er valgt", BUDGETS, pool_sheet(1_000_000, "Besparelse"), pool=1_000_000,
         rules={**SAVED, "share": "0.05"}, choices={"hoejst_andel": "5 %"}),
    case("skoler og fu-distrikter deler en besparelse", Sheet("Fordeling", [Rows("A1", [
        ("Enhed", "Udgiftsbudget"), ("Skoler", 2_827_500_000), ("FU-distrikter", 422_500_000)])]), pool_sheet(
            3_250_000, "Besparelse i alt"), pool=3_250_000, rules=SAVED, some=[
                House("Skoler", base=2_827_500_000), House("FU-distrikter", base=422_500_000)]),
    case("kun budgetter og en pulje", BUDGETS, pool_sheet(3_250_000), pool=3_250_000, expect=ASK,
         rules={"key": "base"}, answers={"noegle": "Budget 2027!B2:B14"}, why="intet siger, at budgettet er nøglen"),
    case("overskrifter, ingen kender, men områderne er valgt", Sheet("Ark1", [table(EIGHT, ODD)]), pool_sheet(
        POOL, "Sum"), rules=KEYED, choices={"navn": "Ark1!A2:A9", "noegle": "Ark1!B2:B9", "pulje": "Pulje!B1"}),
    case("ingen overskrifter, men områderne er valgt", Sheet("Ark1", [Rows("A1", [(h.name, h.key) for h in EIGHT])]),
         pool_sheet(), rules=KEYED, some=EIGHT, choices={"navn": "Ark1!A1:A8", "noegle": "Ark1!B1:B8"}),
    case("overskrifter, ingen kender, men områderne har navne", Sheet("Ark1", [table(EIGHT, ODD, "C4")]), pool_sheet(),
         rules=KEYED, names={"Fordel_navn": "Ark1!$C$5:$C$12", "Fordel_noegle": "Ark1!$D$5:$D$12"}),
    case("området går med ned over totalen", Sheet("Ark1", [table([*EIGHT, Sum("I alt", "alle")], (
        NAME, Col("Antal", "key", setting="noegle", sums=True)))]), pool_sheet(), rules=KEYED,
        choices={"navn": "Ark1!A2:A10", "noegle": "Ark1!B2:B10"}),
    case("en kolonne er valgt ved sin overskrift, som ingen kender", Sheet("Ark1", [table(EIGHT, (
        NAME, YOUNG, OLD, Col("Sårbarhed", "burden", setting="belastning")))]), pool_sheet(),
        choices={"belastning": "Sårbarhed"}),
    bounded("minimum for hver institution", lifted(*FLOORS), LEAST),
    bounded("loft pr. barn for hver institution", capped(*CAPS), MOST),
    bounded("minimum og loft i hver sin kolonne", [replace(h, most=high) for h, high in zip(lifted(
        None, 90_000, None, 30_000, None, None, None, None), (None, 4_000, 2_600, None, None, 2_900, 3_500, None),
        strict=True)], LEAST, MOST),
    bounded("minimum pr. institution som kolonnens overskrift", lifted(*FLOORS), LEAST._replace(
        head="Minimum pr. institution, kr.")),
    case("minimum både som kolonne og som ét tal", Sheet("Budget 2027", [table(lifted(*FLOORS), (*PLAIN, LEAST))]),
         pool_sheet(POOL, "Pulje", ("Minimum pr. institution", 50_000)), expect=STOP, why="to slags minimum"),
    bounded("loft i kr. pr. institution", capped(*CAPS), Col("Loft, kr. i alt", lambda h: 160_000), expect=STOP,
            why="loftet er ikke pr. barn"),
    bounded("garanteret mindstebeløb i en kolonne", lifted(*FLOORS), LEAST._replace(head="Mindstebeløb"), expect=ANY,
            why="kan spørges"),
    case("besparelse efter en færdig nøgle", Sheet("Budget 2027", [table(DOZEN, (NAME, BASE, Col(
        "Fordelingsnøgle", "key")))]), pool_sheet(1_100_000, "Besparelse"), pool=1_100_000, expect=ANY,
        rules={"saving": True, "key": "key"}, why="nøgle eller budget"),
    case("samme beløb fra hver: en nøgle med 1", Sheet("Budget 2027", [table(DOZEN, (NAME, Col(
        "Nøgle", lambda h: 1, setting="noegle"), BASE))]), pool_sheet(396_000, "Besparelse"), pool=396_000, expect=ANY,
        rules={"saving": True, "key": "key"}, some=[replace(h, key=1) for h in DOZEN], why="nøgle eller budget"),
    simple("tabellen kendes, men én kolonne er valgt fra en anden", table(EIGHT, (NAME, YOUNG, OLD, BURDEN)), At(
        "H1", "Ny sandsynlighed, udkast"), *(At(f"H{n}", 0.01 * n) for n in range(2, 10)), expect=ANY,
        why="en kolonne uden for tabellen", choices={"belastning": "Budget 2027!D2:D9"}),
    simple("nøglen er valgt, og der er andre kandidater", table(EIGHT, (NAME, YOUNG, OLD, BURDEN, KEY)),
           choices={"noegle": "Budget 2027!E2:E9"}, rules={"key": "key"}),
)

"""What the pool is: several amounts under one label, several years, words instead of a number, a saving, a cap in
per cent."""

from __future__ import annotations

from typing import Any

from tests.layouts.cases.extras import INDEX, PUPILS, SCHOOLS
from tests.layouts.model import ANY, ASK, REFUSE, STOP, At, Col, Layout, Made, Rows, Sheet, Sum
from tests.layouts.names import houses
from tests.layouts.parts import (
    BASE,
    DOZEN,
    EIGHT,
    GROUPS,
    KEY,
    LAST_YEAR,
    NAME,
    OLD,
    PCT,
    PLAIN,
    POOL,
    TABLE,
    YOUNG,
    case,
    pool_sheet,
    table,
)

EARLIER = Sheet("Budget 2026", [table(houses(8, seed=9), true=False)])
QUARTERS = ("1. kvt.", "2. kvt.", "3. kvt.", "4. kvt.")
PARTS = (300_000, 320_000, 310_000, 320_000)
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
AREAS = [("Område", "Pulje"), ("Nord", 400_000), ("Syd", 450_000), ("Vest", 400_000)]
BUDGETS = (NAME, BASE)
BOTH = (NAME, YOUNG, OLD, KEY, BASE)


def stands(name: str, *rows: tuple[Any, ...], first: Sheet = TABLE, cell: str = "A1", **more: Any) -> Layout:
    """The pool on a sheet of its own, in these rows."""
    return case(name, first, Sheet("Pulje", [Rows(cell, rows)]), **more)


def over(name: str, *parts: At, first: str = "A3", **more: Any) -> Layout:
    """The pool, and what else stands there, over the table."""
    return case(name, Sheet("Dagtilbud", [*parts, table(EIGHT, PLAIN, first)]),
                **{"pool_at": "Dagtilbud!B1", **more})


def saved(name: str, label: str, amount: Any, columns: Any = BUDGETS, pool: Any = None, **more: Any) -> Layout:
    """A saving, to be found by the budgets of the institutions."""
    rules = {"saving": True, "key": "base", **more.pop("rules", {})}
    return case(name, Sheet("Budget 2027", [table([*DOZEN, Sum("I alt", "alle")], columns)]), pool_sheet(amount, label),
                pool=pool or amount, rules=rules, **more)


LAYOUTS = (
    stands("puljen for fire kvartaler", ("", *QUARTERS), ("Pulje", *PARTS), expect=ASK, pool_at="",
           answers={"pulje": str(POOL)}, why="fire beløb ved samme tekst"),
    stands("puljen for fire kvartaler og året", ("", *QUARTERS, "I alt"), ("Pulje", *PARTS, Made("=SUM(B2:E2)", POOL)),
           pool_at="Pulje!F2"),
    stands("puljen for to halvår", ("", "1. halvår", "2. halvår"), ("Pulje til fordeling", 600_000, 650_000),
           expect=ASK, pool_at="", answers={"pulje": "alle"}, why="to beløb ved samme tekst"),
    stands("puljen måned for måned", ("", *MONTHS), ("Puljebeløb", *([104_000] * 11), 106_000), expect=ASK, pool_at="",
           answers={"pulje": str(POOL)}, why="tolv beløb ved samme tekst"),
    stands("årene under hinanden under én tekst", ("Pulje til fordeling",), (2026, 1_190_000), (2027, POOL),
           expect=ASK, pool_at="Pulje!B3", why="to års beløb under samme tekst"),
    stands("regnskab og to års budget i samme række", ("", "Regnskab 2025", "Budget 2026", "Budget 2027"),
           ("Socioøkonomisk pulje", 1_112_000, 1_190_000, POOL), expect=ASK, pool_at="Pulje!D2",
           why="tre beløb ved samme tekst"),
    stands("puljen for fire år i ét beløb", ("Pulje 2025-2028", 5_000_000), expect=ASK, pool_at="",
           answers={"pulje": str(POOL)}, why="beløbet er måske for fire år"),
    stands("pulje i perioden, i alt", ("Socioøkonomisk pulje i perioden 2026-2029 i alt", 5_000_000), expect=ASK,
           pool_at="", answers={"pulje": str(POOL)}, why="beløbet er for fire år"),
    stands("fireårig pulje med årstallene i overskriften", ("", "2027-2030"), ("Pulje", 5_000_000), expect=ASK,
           pool_at="", answers={"pulje": str(POOL)}, why="beløbet er måske for fire år"),
    stands("pulje for skoleåret", ("Pulje, skoleåret 2026/27", POOL)),
    over("loft i samme række som puljen", At("A1", "Pulje"), At("B1", 2_000_000), At("D1", "Loft pr. barn"),
         At("E1", 9_000), pool=2_000_000, rules={"cap": 9_000}),
    over("tre etiketter med tal i samme række", At("A1", "Pulje 2027"), At("B1", POOL), At("C1", "Minimumsgrænse"),
         At("D1", 0.07, PCT), At("E1", "Afrundes til"), At("F1", 100), rules={"threshold": "0.07", "unit": 100}),
    over("vægt i samme række som puljen", At("A1", "Pulje"), At("B1", POOL), At("C1", "kr."), At("E1", "Vægt 0-2 år"),
         At("F1", 2), rules={"weight": 2}),
    over("puljens celle er tom, og loftet står ved siden af", At("A1", "Pulje"), At("D1", "Loft pr. barn"),
         At("E1", 9_000), expect=ASK, pool_at="", answers={"pulje": str(POOL)}, rules={"cap": 9_000},
         why="puljen står ingen steder"),
    stands("afventer i puljens celle", ("Pulje 2027", "afventer udvalget"), expect=STOP, pool_at="",
           points=("Pulje!B1",), why="puljen er ikke kendt"),
    stands("cirkabeløb i puljens celle", ("Pulje 2027", "ca. 1,2 mio."), expect=STOP, pool_at="",
           points=("Pulje!B1",), why="beløbet er ikke et tal"),
    stands("beløb med en bemærkning i samme celle", ("Pulje", "1.250.000 (foreløbig)"), expect=STOP, pool_at="",
           points=("Pulje!B1",), why="beløbet er ikke et tal"),
    stands("se notat i puljens celle", ("Pulje til fordeling", "se notat"), expect=STOP, pool_at="",
           points=("Pulje!B1",), why="puljen er ikke kendt", first=GROUPS),
    stands("negativ pulje", ("Pulje", -2_000_000), expect=REFUSE, pool_at="", why="puljen er negativ"),
    case("negativ pulje, og to års ark at vælge imellem", EARLIER, TABLE, pool_sheet(-POOL), expect=REFUSE, pool_at="",
         why="puljen er negativ"),
    case("negativ pulje i 1.000 kr. uden enhed", TABLE, pool_sheet(-1_250), expect=REFUSE, pool_at="",
         why="puljen er negativ"),
    stands("pulje i parentes for minus", ("Pulje", "(1.250.000)"), expect=STOP, pool_at="", points=("Pulje!B1",),
           why="parentesen er et minus"),
    case("loft i pct. under puljen", LAST_YEAR, Sheet("Pulje", [
        At("A1", "Pulje 2027"), At("B1", 5_000_000), At("A2", "Loft"), At("B2", 1.3, PCT)]), pool=5_000_000, expect=ASK,
        rules={"ceiling": "1.3"}, answers={"loft": "højst af sidste år", "hoejst": "Pulje!B2"},
        why="loftet er måske af sidste år"),
    case("loft i pct. som tekst", LAST_YEAR, pool_sheet(5_000_000, "Pulje 2027", ("Loft pr. barn", "130 %")),
         pool=5_000_000, expect=ASK, rules={"ceiling": "1.3"}, answers={"loft": "højst af sidste år"},
         why="loftet er måske af sidste år"),
    case("loft på 5 pct. uden tal for sidste år", TABLE, pool_sheet(POOL, "Pulje", ("Loft", 0.05)), expect=STOP,
         why="loftet er ikke i kr. pr. barn"),
    stands("to puljer ved siden af hinanden, tallene under", ("Pulje A", "Pulje B"), (500_000, 750_000), expect=ASK,
           pool_at="", answers={"pulje": "alle"}, why="to puljer"),
    case("en pulje pr. område i en lille tabel", Sheet("Børn", [table(DOZEN)]), Sheet("Pulje", [Rows("A1", AREAS)]),
         expect=STOP, pool_at="", why="hvert område har sin egen pulje"),
    stands("note efter puljen", ("Pulje", POOL, "jf. budgetforlig af 5. oktober")),
    stands("kr. mellem etiket og beløb", ("Pulje", "kr.", POOL), pool_at="Pulje!C1"),
    case("puljen skrevet ens på forsiden og i forudsætningerne", TABLE, Sheet("Forside", [
        At("B4", "Pulje 2027"), At("C4", POOL)]), pool_sheet(), expect=ANY, pool_at="Pulje!B1",
        why="to celler, samme beløb"),
    stands("før og efter reserve", ("Pulje før reserve", 1_300_000), ("Reserve", 50_000), ("Pulje efter reserve", POOL),
           expect=ANY, pool_at="Pulje!B3", answers={"centralt": "andet"}, why="flere beløb hedder pulje"),
    stands("ny pulje og gammel pulje", ("Gammel pulje", 1_190_000), ("Ny pulje", POOL), expect=ASK, pool_at="Pulje!B2",
           why="to puljer"),
    stands("pulje til vuggestuer og pulje til alle", ("Pulje vuggestuer, mio. kr.", 1.23), (
        "Pulje alle aftaleenheder, mio. kr.", 8.36), expect=ASK, pool_at="", pool=9_590_000,
        answers={"pulje": "alle"}, why="to puljer", first=GROUPS),
    stands("tilskud og pulje til sprog ved siden af fordelingspuljen", ("Til fordeling", POOL), (
        "Pulje til sprogvurderinger", 210_000), expect=ASK, why="to puljer"),
    saved("besparelse efter grundbudget", "Besparelse", 3_250_000),
    saved("effektivisering", "Effektivisering 2027", 850_000, (NAME, Col("Budget 2027", "base"))),
    saved("besparelse i alt i 1.000 kr.", "Besparelse i alt (1.000 kr.)", 1_200, (NAME, BASE._replace(
        head="Grundbudget (kr.)")), pool=1_200_000),
    saved("reduktion med børnetal ved siden af", "Reduktion", 640_000, (NAME, YOUNG, OLD, BASE), expect=ANY,
          answers={"pulje": "Pulje!B1", "grundlag": "nøgle", "noegle": "Budget 2027!D2:D14"},
          why="budget eller børnetal"),
    saved("rammereduktion med nøgle og budget", "Rammereduktion", 900_000, BOTH, rules={"key": "key"}, expect=ANY,
          answers={"pulje": "Pulje!B1"}, why="nøgle eller budget"),
    case("besparelse ved siden af puljen", TABLE, pool_sheet(POOL, "Pulje", ("Besparelse", 200_000)), expect=ASK,
         why="skal besparelsen trækkes fra?"),
    case("skolernes besparelse med indeks", Sheet("Skoler 2027", [
        At("A1", "Finansiering af rammereduktion, skoler (1.000 kr.)"), At("A2", "Besparelse i alt"), At("B2", 3_250),
        table([*SCHOOLS, Sum("Total", "alle")], (Col("Skole", "label"), PUPILS, Col(
            "Udgiftsbudget 2027", lambda h: h.base // 1_000, setting="grundbudget", sums=True), INDEX), "A5")]),
        pool=3_250_000, pool_at="Skoler 2027!B2", expect=STOP, why="budget eller indeks"),
    saved("besparelse med højst 3 pct. af budgettet", "Besparelse", 1_500_000, expect=ANY,
          rules={"share": "0.05"}, answers={"hoejst_andel": "0,05"}, why="grænsen kan spørges").but(
        sheets=(Sheet("Budget 2027", [table([*DOZEN, Sum("I alt", "alle")], BUDGETS)]), pool_sheet(
            1_500_000, "Besparelse", ("Højst af grundbudgettet", 0.05)))),
    saved("besparelse skrevet med minus", "Besparelse", -3_250_000, expect=STOP, why="beløbet er negativt").but(
        pool_at=""),
)

"""Assumptions beside the pool that move amounts: guarantees, ceilings, phasing in, price level, minimum, weights."""

from __future__ import annotations

from typing import Any

from tests.layouts.cases.extras import INDEX, PUPILS, SCHOOLS
from tests.layouts.cases.off_the_top import assumed
from tests.layouts.model import ANY, ASK, STOP, At, Col, Layout, Made, Rows, Sheet, Sum
from tests.layouts.parts import (
    BURDEN,
    DOZEN,
    EIGHT,
    KEY,
    KR,
    LAST,
    LAST_YEAR,
    NAME,
    OLD,
    PCT,
    PLAIN,
    POOL,
    TABLE,
    YOUNG,
    by_area,
    case,
    pool_sheet,
    table,
)

BIG = 5_000_000  # a pool with room for last year's amounts
AREAS = Sheet("Tildeling", [At("A1", "Tildeling 2027"), table(by_area(DOZEN), (*PLAIN, LAST), "A3")])
SCHOOL = Sheet("Skoler", [table([*SCHOOLS, Sum("I alt", "alle")], (Col("Skole", "label"), PUPILS, INDEX, LAST))])
LIFTED = Col("Tildeling 2026 (2027-pl)", "last", fmt=KR)


def beside(name: str, first: Sheet, *pairs: tuple[Any, Any], amount: int = POOL, **more: Any) -> Layout:
    """The table, and a pool with one or more assumptions below it."""
    return case(name, first, pool_sheet(amount, "Pulje 2027", *pairs), pool=amount, **more)


LAYOUTS = (
    beside("garanti på 80 pct. under puljen", LAST_YEAR, ("Garanti", 0.8), amount=BIG, rules={"guarantee": "0.8"},
           told=("aranti",)),
    beside("garanti af sidste år som tekst", AREAS, ("Garanti af sidste år", "75 %"), amount=7_000_000,
           rules={"guarantee": "0.75"}),
    assumed("mindst af sidste år, skoler", SCHOOL, ("Pulje", 6_500_000), ("Mindst af sidste års tildeling", 0.7),
            pool=6_500_000, rules={"split": False, "guarantee": "0.7"}),
    beside("højst af sidste år", LAST_YEAR, ("Højst af sidste år", 1.5), amount=BIG, rules={"ceiling": "1.5"}),
    beside("garanti og maks. af sidste år på hver sin linje", AREAS, ("Garanti", 0.8), ("Maks. af sidste år", 1.3),
           amount=7_500_000, rules={"guarantee": "0.8", "ceiling": "1.3"}),
    beside("garanti og pl-sats", LAST_YEAR, ("Garanti", 0.9), ("PL-sats", 0.032), amount=BIG,
           rules={"guarantee": "0.9", "price": "0.032"}),
    beside("garanti og pl-fremskrivning som tekst med komma", LAST_YEAR, ("Garanti, mindst af sidste år", "85 %"),
           ("Pl-fremskrivning 2026-2027", "2,9 %"), amount=BIG, rules={"guarantee": "0.85", "price": "0.029"}),
    beside("garanti, og sidste år er allerede i nyt prisniveau", Sheet("Budget 2027", [table(EIGHT, (
        *PLAIN, LIFTED))]), ("Garanti", 0.9), ("Pl-regulering", 0.03), amount=BIG, expect=ASK,
        rules={"guarantee": "0.9"}, answers={"pl": "andet"}, why="sidste år er måske løftet i forvejen"),
    beside("indfasning med en tredjedel", LAST_YEAR, ("Indfasning", Made("=1/3", 1 / 3)), amount=BIG,
           rules={"part": "1/3"}),
    beside("andel ny fordeling, 5/12 fra august", SCHOOL, ("Andel ny fordeling", Made("=5/12", 5 / 12)),
           amount=6_000_000, rules={"split": False, "part": "5/12"}),
    beside("indfases over tre år", LAST_YEAR, ("Indfasning, antal år", 3), expect=STOP, why="tre år er ingen andel"),
    beside("indfasningsplan med en andel pr. år", LAST_YEAR, ("Indfasning 2027", 0.25), ("Indfasning 2028", 0.5),
           ("Indfasning 2029", 1), amount=BIG, expect=ASK, rules={"part": "1/4"}, answers={"andel_nyt": "Pulje!B2"},
           why="hvilket år er det?"),
    beside("garanti i kroner pr. institution", LAST_YEAR, ("Garanti pr. institution, kr.", 50_000), expect=STOP,
           why="en garanti i kroner er måske et minimum"),
    beside("maks. stigning på 5 pct.", LAST_YEAR, ("Maks. stigning", 0.05), amount=BIG, expect=STOP,
           why="en stigning er ikke en andel af sidste år"),
    beside("største fald fra sidste år", AREAS, ("Største fald fra sidste år", "3 %"), amount=BIG, expect=STOP,
           why="et fald er ikke en andel af sidste år"),
    beside("garanti uden tal for sidste år", TABLE, ("Garanti", 0.95), expect=STOP, why="intet at garantere af"),
    beside("pl-sats skrevet som 3,2", LAST_YEAR, ("Pl-sats, pct.", 3.2), ("Garanti", 0.8), amount=BIG, expect=STOP,
           why="3,2 er måske 3,2 pct."),
    beside("mindstebeløb pr. institution", TABLE, ("Mindstebeløb pr. institution", 60_000), rules={"minimum": 60_000}),
    assumed("minimum pr. skole", SCHOOL, ("Pulje", 3_250_000), ("Minimum pr. skole", 200_000), pool=3_250_000,
            rules={"split": False, "minimum": 200_000}),
    beside("mindste beløb pr. enhed og afrunding", TABLE, ("Mindste beløb pr. enhed", 40_000), ("Afrunding", 1_000),
           rules={"minimum": 40_000, "unit": 1_000}),
    beside("minimum lige under puljen", TABLE, ("Minimum", 45_000), expect=ASK, rules={"minimum": 45_000},
           answers={"minimum": "Pulje!B2"}, why="minimum af hvad?"),
    beside("minimumstildeling", AREAS, ("Minimumstildeling", 30_000), expect=ASK, rules={"minimum": 30_000},
           answers={"minimum": "Pulje!B2"}, why="pr. institution eller pr. barn?"),
    beside("minimum skrevet som en andel", TABLE, ("Minimum", "1 %"), expect=ASK, answers={"minimum": "andet"},
           why="et minimum i pct. er ikke kroner"),
    beside("minimumsgrænse i kroner", TABLE, ("Minimumsgrænse", 50_000), expect=STOP,
           why="grænsen er ikke en andel"),
    beside("tærskelværdi i pct. som hele tal", TABLE, ("Minimumsgrænse, pct.", 8), expect=STOP,
           why="8 er måske 8 pct."),
    beside("vægt for hver aldersgruppe", TABLE, ("Vægt, vuggestue (0-2 år)", 2), ("Vægt, børnehave (3-5 år)", 1),
           rules={"weight": 2}),
    beside("vægt 0-2 år og vægt 3-5 år", AREAS, ("Vægt 0-2 år", 2.1), ("Vægt 3-5 år", 1), rules={"weight": "2.1"}),
    beside("vægte, hvor de store ikke vejer 1", TABLE, ("Vægt 0-2-årige", 2.5), ("Vægt 3-5-årige", 1.25), expect=ASK,
           rules={"weight": 2}, answers={"vaegt": "2"}, why="de 3-5-årige vejer ikke 1"),
    beside("kun vægt for de store", TABLE, ("Vægt børnehavebørn", 0.5), expect=ASK, rules={"weight": 2},
           answers={"vaegt": "2"}, why="de 3-5-årige vejer ikke 1"),
    beside("en 0-2-årig tæller for to", TABLE, ("0-2-årige tæller", 2), expect=ANY, rules={"weight": 2},
           answers={"vaegt": "Pulje!B2"}, why="kan være en vægt"),
    beside("omregningsfaktor for vuggestuebørn", AREAS, ("Omregningsfaktor, vuggestuebørn", 1.95), expect=ANY,
           rules={"weight": "1.95"}, answers={"vaegt": "Pulje!B2"}, why="kan være en vægt"),
    case("vægte i en række over overskrifterne", Sheet("Budget", [
        At("A1", "Pulje"), At("B1", POOL), Rows("A3", [("Vægt", 2, 1)]), table(EIGHT, cell="A4")]),
        pool_at="Budget!B1", expect=ANY, rules={"weight": 2}, answers={"vaegt": "Budget!B3"},
        why="kan være vægte af aldersgrupperne"),
    beside("vægten står i procent", TABLE, ("Vægt 0-2-årige", "180 %"), rules={"weight": "1.8"}),
    case("garanti i en boks til højre for tabellen", Sheet("Tildeling 2027", [
        table([*EIGHT, Sum("I alt", "alle")], (*PLAIN, LAST), "B4"), Rows("I4", [
            ("Model", None), ("Pulje til fordeling", BIG), ("Garanti", 0.85), ("Højst af sidste år", 1.4),
            ("Afrundes til", 100)])]), pool=BIG, pool_at="Tildeling 2027!J5",
        rules={"guarantee": "0.85", "ceiling": "1.4", "unit": 100}),
    beside("tærskel og garanti sammen, færdig nøgle", Sheet("Nøgle", [table(EIGHT, (NAME, YOUNG, OLD, KEY, LAST))]),
           ("Minimumsgrænse", 0.08), ("Garanti", 0.6), amount=4_000_000,
           rules={"key": "key", "threshold": "0.08", "guarantee": "0.6"}),
    beside("loft for hver aldersgruppe", TABLE, ("Loft pr. 0-2-årig", 12_000), ("Loft pr. 3-5-årig", 7_000),
           expect=STOP, why="to lofter, et for hver aldersgruppe"),
    beside("andel af belastningen, der tæller", TABLE, ("Kun den del over", "8 %"), expect=ANY, told=("over",),
           why="kan være en tærskel"),
    beside("lønandel og overhead i procent", Sheet("Budget 2027", [table(EIGHT, (NAME, YOUNG, OLD, BURDEN))]),
           ("Overhead", 0.02), ("Lønandel", 0.82), told=("Overhead", "Lønandel")),
    case("garanti på et andet ark end puljen", LAST_YEAR, pool_sheet(BIG, "Pulje 2027"), Sheet("Politik", [
        At("A1", "Vedtaget 12. juni"), At("A3", "Garanti"), At("B3", 0.8, PCT)]), pool=BIG,
        rules={"guarantee": "0.8"}),
)

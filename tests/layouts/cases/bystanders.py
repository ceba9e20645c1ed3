"""Numbers beside the pool that are none of Fordel's, and must be named; and what is no number to name."""

from __future__ import annotations

from typing import Any

from tests.layouts.cases.off_the_top import assumed
from tests.layouts.model import ANY, At, Layout, Rows, Sheet, Sum
from tests.layouts.parts import EIGHT, GROUPS, POOL, TABLE, case, pool_sheet, simple, table

WAGES = (("Årsløn pædagog", 478_000), ("Årsløn medhjælper", 389_000), ("Normtimer", 1_924))
CONTACT = (("Budgetår", 2027), ("Side", 3), ("Tlf.", 89_151_515), ("Sagsnr.", 28_000_067), ("EAN", 5_798_000_000_000),
           ("Version", 2))
MANY = tuple((f"Konto {number}, {what}", 1_000 * number + 711) for number, what in enumerate((
    "vikarer", "legetøj", "kurser", "befordring", "mad", "bleer", "rengøring", "leje", "it", "telefoni", "forsikring",
    "møder", "aviser", "havearbejde"), 11))


def beside(name: str, *pairs: tuple[Any, Any], first: Sheet = TABLE, **more: Any) -> Layout:
    return case(name, first, pool_sheet(POOL, "Pulje 2027", *pairs), **more)


LAYOUTS = (
    beside("årsløn og normtimer", *WAGES, told=("Årsløn pædagog", "Normtimer")),
    beside("grundbeløb pr. institution", ("Grundbeløb pr. institution", 25_000), expect=ANY, told=("Grundbeløb",),
           why="et grundbeløb er intet minimum"),
    assumed("bagatelgrænse", TABLE, ("Pulje", POOL), ("Bagatelgrænse", 5_000), expect=ANY, told=("Bagatelgrænse",),
            why="en bagatelgrænse er intet minimum"),
    beside("1 % af rammen", ("Decentral ramme", 125_000_000), ("1 % af rammen", POOL), expect=ANY,
           told=("1 % af rammen",), answers={"pulje": "Pulje!B1"}, why="beløbet er puljen skrevet igen"),
    beside("puljens andel af rammen", ("Puljens andel af rammen", 0.012), told=("andel af rammen",), expect=ANY,
           answers={"pulje": "Pulje!B1"}, why="hedder næsten som puljen"),
    case("tallet under sin etiket", Sheet("Budget", [
        At("A1", "Pulje"), At("B1", POOL), At("D1", "Sprogtillæg"), At("D2", 35_000), table(EIGHT, cell="A5")]),
        pool_at="Budget!B1", told=("Sprogtillæg",)),
    case("tre celler mellem etiket og tal", TABLE, Sheet("Pulje", [
        At("A2", "Pulje 2027"), At("D2", POOL), At("A4", "Tilskud fra staten"), At("D4", 250_000)]),
        pool_at="Pulje!D2", told=("Tilskud fra staten",)),
    beside("procenter ved siden af", ("Andel uddannede", 0.6), ("Forventet dækning", "82 %"),
           told=("Andel uddannede", "Forventet dækning")),
    beside("fjorten konti under puljen", *MANY, told=("vikarer", "4 til")),
    beside("år, side og telefon", *CONTACT, untold=("Tlf.", "Budgetår", "Sagsnr.", "EAN")),
    beside("dato og udgave", ("Udarbejdet", "12.09.2026"), ("Opdateret", "1/10"), ("Udgave", 3),
           untold=("Udarbejdet", "Opdateret")),
    beside("et beløb, der ligner et årstal", ("Tillæg pr. barn", 2_000), told=("Tillæg pr. barn",)),
    beside("pris pr. plads og antal pladser", ("Pris pr. plads, 0-2 år", 162_000), ("Pris pr. plads, 3-5 år", 84_500),
           ("Pladser i alt", 508), told=("Pris pr. plads, 0-2 år", "Pladser i alt")),
    case("min og max i en boks med nøgletal på et andet ark", TABLE, pool_sheet(), Sheet("Nøgletal", [Rows("A1", [
        ("Kr. pr. barn, 2026", None), ("Min", 1_812), ("Max", 14_440), ("Median", 6_120)])]), untold=("Minimum:",)),
    beside("minimum er et ord", ("Minimum", "intet"), ("Loft", "ikke besluttet")),
    beside("minimumsnormering", ("Minimumsnormering, 0-2 år", 3), ("Minimumsnormering, 3-5 år", 6),
           told=("Minimumsnormering, 0-2 år",)),
    simple("sprogpulje under tabellen med kommentar", table([*EIGHT, Sum("I alt", "alle")]), At("G3", "Sprogpulje"),
           At("H3", 150_000), expect=ANY, told=("Sprogpulje",), answers={"pulje": "Pulje!B1"},
           why="endnu et beløb hedder pulje"),
    assumed("administrationsbidrag", GROUPS, ("Pulje til fordeling", POOL), ("Administrationsbidrag", 0.02),
            told=("Administrationsbidrag",)),
    case("kontaktboks og beløb blandet", TABLE, Sheet("Forside", [Rows("B2", [
        ("Pulje 2027", POOL, None, "Kontakt", "Økonomi"), ("Budgetår", 2027, None, "Tlf.", 89_151_515),
        ("Medfinansiering", 410_000, None, "Lokale", 214)])]), pool_at="Forside!C2", told=("Medfinansiering",),
        untold=("Tlf.",)),
    case("forventet forbrug pr. kvartal", TABLE, Sheet("Pulje", [Rows("A1", [
        ("Pulje 2027", POOL), (None, None), ("Forbrug", None), ("1. kvartal", 290_000), ("2. kvartal", 310_000)])]),
        told=("1. kvartal",)),
    beside("nøgletal regnet ud af puljen", ("Kr. pr. barn i gennemsnit", 2_305), ("Modtagere", 8),
           told=("Kr. pr. barn i gennemsnit",)),
    case("puljen til højre og satser til venstre", Sheet("Tildeling", [
        Rows("A1", [("Takst 0-2 år", 11_400, None, None, "Pulje", POOL), ("Takst 3-5 år", 6_950, None, None, None,
                                                                           None)]),
        table(EIGHT, cell="A5")]), pool_at="Tildeling!F1", told=("Takst 0-2 år", "Takst 3-5 år")),
)

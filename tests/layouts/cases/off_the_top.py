"""What stands beside the pool and is a part of it: kept centrally, reserved, deducted, earmarked."""

from __future__ import annotations

from typing import Any

from tests.layouts.cases.extras import INDEX, PUPILS, SCHOOLS
from tests.layouts.model import ANY, ASK, STOP, At, Col, Layout, Made, Rows, Sheet, Sum
from tests.layouts.parts import (
    EIGHT,
    FULL,
    GROUPS,
    KEY,
    NAME,
    OLD,
    PLAIN,
    POOL,
    TABLE,
    YOUNG,
    case,
    pool_sheet,
    table,
)

KEYED = Sheet("Nøgle", [table([*EIGHT, Sum("I alt", "alle")], (NAME, YOUNG, OLD, KEY))])
PUPILLED = Sheet("Skoler", [table([*SCHOOLS, Sum("Skoler i alt", "alle")], (Col("Skole", "label"), PUPILS, INDEX))])
PART = "andelen gælder måske puljen"


def assumed(name: str, first: Sheet, *pairs: tuple[Any, Any], sheet: str = "Forudsætninger", **more: Any) -> Layout:
    """The table, and a sheet of assumptions that begins with a title."""
    page = Sheet(sheet, [At("A1", "Forudsætninger for tildelingen 2027"), Rows("A3", pairs)])
    return case(name, first, page, **{"pool_at": f"{sheet}!B3", **more})


LAYOUTS = (
    case("central pulje i linjen under puljen", Sheet("Dagtilbud", [
        At("A1", "Pulje"), At("B1", 2_000_000), At("A2", "Central pulje"), At("B2", 100_000),
        table(EIGHT, FULL, "A4")]), pool=2_000_000, pool_at="Dagtilbud!B1", rules={"central": 100_000},
        told=("entral",)),
    case("heraf central pulje på arket med puljen", TABLE, pool_sheet(POOL, "Pulje", ("heraf central pulje", 50_000)),
         rules={"central": 50_000}, told=("entral",)),
    assumed("centralt afsat til kompetenceudvikling", KEYED, ("Socioøkonomisk pulje", POOL), ("Centralt afsat", 80_000),
            rules={"key": "key", "central": 80_000}),
    case("tilbageholdt centralt, til højre for tabellen", Sheet("Skoler", [
        table(SCHOOLS, (Col("Skole", "label"), PUPILS, INDEX)), At("F2", "Pulje 2027"), At("G2", 3_250_000),
        At("F3", "Tilbageholdt"), At("G3", 325_000)]), pool=3_250_000, pool_at="Skoler!G2",
        rules={"split": False, "central": 325_000}),
    assumed("Heraf afsat centralt til tværgående vejledere", GROUPS, ("Samlet pulje", 2_400_000),
            ("Heraf afsat centralt", 310_000), pool=2_400_000, rules={"central": 310_000}),
    case("centralpulje i ét ord, beløb i 1.000 kr.", TABLE, Sheet("Økonomi", [
        At("A1", "Alle beløb i 1.000 kr."), Rows("A3", [("Pulje", 1_250), ("Centralpulje", 50)])]),
        pool_at="Økonomi!B3", rules={"central": 50_000}),
    case("centrale midler til ressourcegrupper", TABLE, Sheet("Ramme", [
        At("B2", "Midler til tidlige indsatser 2027"), Rows("B4", [
            ("Puljen", None, 9_590_000), ("Heraf central kompetenceudviklingspulje", None, 400_000)])]),
        pool=9_590_000, pool_at="Ramme!D4", rules={"central": 400_000}, expect=ASK,
        answers={"centralt": "Ramme!D5"}, why="er den centrale pulje en del af puljen?"),
    assumed("central pulje i procent af puljen", TABLE, ("Pulje 2027", POOL), ("Central pulje", 0.05), expect=ASK,
            rules={"central": 62_500}, answers={"centralt": "62500"}, why=PART),
    case("central pulje på 4 % skrevet som tekst", GROUPS, pool_sheet(
        POOL, "Pulje til fordeling 2027", ("Central pulje", "4 %")), expect=ASK, rules={"central": 50_000},
        answers={"centralt": "50000"}, why=PART),
    case("central pulje og det, der er tilbage, begge skrevet", TABLE, pool_sheet(
        1_330_000, "Socioøkonomiske midler i alt", ("Central pulje", 80_000), ("Til fordeling", POOL)),
        pool_at="Pulje!B3"),
    case("central pulje trukket fra i en formel uden navn til fordeling", TABLE, Sheet("Pulje", [Rows("A1", [
        ("Budgetforlig", 1_400_000), ("Central pulje", 150_000), ("Pulje", Made("=B1-B2", POOL))])]),
        pool_at="Pulje!B3"),
    case("reserve ved siden af puljen", TABLE, pool_sheet(POOL, "Pulje 2027", ("Reserve", 25_000)), expect=ANY,
         rules={"central": 25_000}, answers={"centralt": "Pulje!B2"}, why="en reserve kan være en del af puljen"),
    assumed("reserve til nye børn i løbet af året", KEYED, ("Puljebeløb", POOL),
            ("Reserve til tilflyttere efter 1. september", 60_000), expect=ASK, rules={"key": "key", "central": 60_000},
            answers={"centralt": "Forudsætninger!B4"}, why="en reserve kan være en del af puljen"),
    case("fradrag for fælles sprogkonsulent", TABLE, pool_sheet(
        POOL, "Ramme til fordeling", ("Fradrag, fælles sprogkonsulent", 60_000)), expect=ASK,
        rules={"central": 60_000}, answers={"centralt": "Pulje!B2"}, why="er fradraget allerede trukket fra?"),
    case("fradrag under puljen", GROUPS, pool_sheet(POOL, "Pulje", ("Fradrag", 125_000)), expect=ANY,
         rules={"central": 125_000}, answers={"centralt": "Pulje!B2"}, why="et fradrag kan være trukket fra"),
    case("heraf til vuggestuer", TABLE, pool_sheet(POOL, "Pulje 2027", ("heraf til vuggestuer", 300_000)), expect=ASK,
         answers={"centralt": "andet"}, why="en del af puljen har sin egen målgruppe", points=("B2",)),
    case("heraf øremærket tosprogede, i samme række som puljen", Sheet("Dagtilbud", [
        At("A1", "Pulje"), At("B1", POOL), At("D1", "heraf øremærket tosprogede"), At("E1", 120_000),
        table(EIGHT, cell="A3")]), pool_at="Dagtilbud!B1", expect=ASK, rules={"central": 120_000},
        answers={"centralt": "Dagtilbud!E1"}, why="en del af puljen er øremærket"),
    assumed("heraf ledelsestid og heraf vikarer", TABLE, ("Pulje i alt", POOL), ("heraf ledelsestid", 40_000),
            ("heraf vikarer", 35_000), expect=ASK, rules={"central": 75_000}, answers={"centralt": "75000"},
            why="to dele af puljen"),
    case("den decentrale del af puljen er skrevet ud", TABLE, Sheet("Pulje", [Rows("A1", [
        ("Pulje 2027", 1_400_000), ("heraf central pulje", 150_000), ("heraf decentralt til fordeling", POOL)])]),
        pool=POOL, pool_at="Pulje!B3", expect=ANY, answers={"pulje": "Pulje!B3"},
        why="delene kan være trukket fra hver for sig"),
    case("central pulje i en anden enhed end puljen", TABLE, pool_sheet(
        1.25, "Pulje (mio. kr.)", ("Central pulje (kr.)", 50_000)), expect=STOP, why="enhederne er forskellige"),
    case("central pulje, der er større end puljen", TABLE, pool_sheet(POOL, "Pulje", ("Central pulje", 5_000_000)),
         expect=STOP, why="der er intet tilbage"),
    case("central pulje over puljen, etiketter over tallene", Sheet("Budget", [
        At("A1", "Central pulje"), At("A2", 90_000), At("C1", "Pulje i alt"), At("C2", POOL),
        table(EIGHT, cell="A4")]), pool_at="Budget!C2", expect=ANY, rules={"central": 90_000},
        answers={"centralt": "Budget!A2"}, why="rækkefølgen siger intet"),
    case("minus central pulje", PUPILLED, Sheet("Bevilling", [Rows("B2", [
        ("Bevilling fra udvalget, pulje", 3_000_000), ("- central pulje", 200_000)])]), pool=3_000_000,
        pool_at="Bevilling!C2", rules={"split": False, "central": 200_000}, expect=ASK,
        answers={"pulje": "Bevilling!C2", "centralt": "Bevilling!C3"}, why="puljen hedder noget andet"),
    case("buffer og uforudsete udgifter", TABLE, pool_sheet(
        POOL, "Pulje 2027", ("Uforudsete udgifter", 30_000), ("Buffer til klager", 20_000)), expect=ANY,
        told=("Uforudsete", "Buffer"), answers={"centralt": "andet"}, why="kan være en del af puljen"),
    assumed("central andel i procent, to decimaler", KEYED, ("Midler til fordeling", POOL),
            ("Central andel, pct.", 2.5), expect=ASK, rules={"key": "key"}, answers={"centralt": "andet"}, why=PART),
    case("overført fra sidste år til puljen", TABLE, pool_sheet(POOL, "Pulje 2027", ("Overført fra 2026", 85_000)),
         expect=ANY, told=("Overført fra 2026",), answers={"pulje": "Pulje!B1"}, why="beløbet kan skulle lægges til"),
    case("efterregulering af sidste års pulje", GROUPS, Sheet("Forudsætninger", [Rows("A1", [
        ("Pulje 2027", POOL), ("Efterregulering 2026", -35_000)])]), pool_at="Forudsætninger!B1", expect=ANY,
        told=("Efterregulering 2026",), why="beløbet kan skulle trækkes fra"),
    case("sidste års pulje til sammenligning", TABLE, pool_sheet(
        POOL, "Pulje 2027", ("Sidste års pulje", 1_190_000), ("Ændring", 60_000), ("Ændring i pct.", 0.0504)),
        expect=ANY, told=("Sidste års pulje",), answers={"pulje": "Pulje!B1"}, why="to beløb hedder pulje"),
    case("forudsætninger som tabel med kolonnen kilde", TABLE, Sheet("Forudsætninger", [Rows("A1", [
        ("Post", "Kilde", "Beløb"), ("Pulje", "Budgetaftale 2027", POOL),
        ("Central pulje", "Udvalget 4/6", 75_000)])]), pool_at="Forudsætninger!C2", rules={"central": 75_000}),
    case("note om central pulje med et beløb", Sheet("Budget", [
        At("A1", "Pulje"), At("B1", POOL), At("C1", "Heraf centralt"), At("D1", 60_000),
        table(EIGHT, PLAIN, "A3")]), pool_at="Budget!B1", rules={"central": 60_000}),
)

"""A row per child, and counts delivered per criterion."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from tests.layouts.model import ANY, ASK, REFUSE, STOP, Col, House, Layout, Made, Rows, Sheet, Sum
from tests.layouts.names import houses
from tests.layouts.parts import NAME, OLD, POOL, YOUNG, case, pool_sheet, table

SIX = tuple(replace(house, young=n + 2, old=2 * n + 4) for n, house in enumerate(houses(6, 2, seed=3)))
CRITERIA = ("Enlig forsørger", "Indvandrer/efterkommer", "Lav indkomst", "Uden for arbejdsmarkedet")
HOMES = Sheet("Institutioner", [table([*SIX, Sum("Total", "alle")], (NAME, YOUNG, OLD, Col("Område", "area")))])
LEAST = ("Mindst antal kriterier", 2)
PLAIN_MARKS = {True: 1, False: 0}
Child = tuple[str, int, tuple[bool, ...]]  # institution, age, criteria met
NUMBERED = ("Løbenr.", "Institution", "Alder", *CRITERIA)


def all_children() -> list[Child]:
    draw, found = random.Random(4), []
    for n, house in enumerate(SIX):
        for age in [*(draw.randint(0, 2) for _ in range(house.young)), *(draw.randint(3, 5) for _ in range(house.old))]:
            found.append((house.name, age, tuple(draw.random() < 0.2 + 0.06 * n for _ in CRITERIA)))
    return found


CHILDREN = all_children()
TRUE_MARKS = tuple((name, tuple(map(int, met))) for name, _, met in CHILDREN)


def numbered(n: int, child: Child, cells: Sequence[Any]) -> Sequence[Any]:
    return (n, child[0], child[1], *cells)


def marked(quirk: str, marks: dict[bool, Any] | None = None, heads: Sequence[str] = NUMBERED,
           row: Callable[[int, Child, Sequence[Any]], Sequence[Any]] = numbered, pool: Sequence[Any] = (LEAST,),
           rules: dict[str, Any] | None = None, blanks: int = 0, **more: Any) -> Layout:
    """Institutions, a sheet with a row per child, and the pool with the least number of criteria."""
    as_cells = marks or PLAIN_MARKS
    rows = [row(n, child, [as_cells[met] for met in child[2]]) for n, child in enumerate(CHILDREN, 1)]
    rows[10:10] = [()] * blanks
    return case(quirk, HOMES, Sheet("Børn", [Rows("A1", [heads, *rows])]), pool_sheet(POOL, "Pulje 2027", *pool),
                rules={"key": "children", "least": 2, **(rules or {})}, **{"marks": TRUE_MARKS, **more})


def moved(n: int, child: Child, cells: Sequence[Any]) -> tuple[Any, ...]:
    return (n, "Ukendt Hus" if n == 7 else child[0], child[1], *cells)


def counted(house_number: int, with_marks: bool) -> tuple[Any, ...]:
    """Delivered counts of one institution; small ones are suppressed, and none is a dash."""
    found: list[Any] = [sum(met[c] for name, _, met in CHILDREN if name == SIX[house_number].name)
                        for c in range(len(CRITERIA))]
    found = ["-" if count == 0 else count for count in found]
    return tuple("<3" if c % 2 else ".." for c in range(4)) if with_marks and house_number == 0 else tuple(found)


def delivered(with_marks: bool) -> tuple[House, ...]:
    return tuple(replace(house, counts=counted(n, with_marks)) for n, house in enumerate(SIX))


DST = "Danmarks Statistik: antal børn, der opfylder kriteriet. Celler under 3 er diskretioneret."


def statistics(quirk: str, with_marks: bool, same_table: bool = False, title: str = DST, **more: Any) -> Layout:
    """Institutions, and counts per criterion beside them or on a sheet as delivered."""
    some = delivered(with_marks)
    columns = tuple(Col(head, lambda h, c=c: h.counts[c]) for c, head in enumerate(CRITERIA))
    dst = Sheet("DST", [Rows("A1", [[title]]), table(some, (NAME, *columns), "A3", true=False)])
    sheets = [Sheet("Budget", [table(some, (NAME, YOUNG, OLD, *columns))])] if same_table else [HOMES, dst]
    rules = {"key": "counts", "replacement": 1 if with_marks else None}
    return case(quirk, *sheets, pool_sheet(), some=some, rules=rules, **more)


GIVEN = {"grundlag": "leverede antal"}

LAYOUTS = (
    marked("børneark med 1 og 0"),
    marked("børneark med ja og nej", {True: "ja", False: "nej"}),
    marked("børneark med Ja og blank", {True: "Ja", False: None}),
    marked("børneark med x og blank", {True: "x", False: None}),
    marked("børneark med X og blank", {True: "X", False: None}),
    marked("børneark med SAND og FALSK", {True: True, False: False}),
    marked("børneark med J og N", {True: "J", False: "N"}),
    marked("børneark uden løbenummer og alder", heads=("Institution", *CRITERIA),
           row=lambda n, child, cells: (child[0], *cells)),
    marked("alder midt mellem kriterierne", heads=("Institution", *CRITERIA[:2], "Alder", *CRITERIA[2:]),
           row=lambda n, child, cells: (child[0], *cells[:2], child[1], *cells[2:])),
    marked("køn og cpr foran kriterierne", heads=("CPR-nr.", "Institution", "Køn", "Alder", *CRITERIA),
           row=lambda n, child, cells: (f"{n:06}-1234", child[0], "DP"[n % 2], child[1], *cells)),
    marked("kolonne med antal opfyldte kriterier", heads=("Institution", "Alder", *CRITERIA, "Antal kriterier"),
           row=lambda n, child, cells: (*child[:2], *cells, Made(f"=SUM(C{n + 1}:F{n + 1})", sum(child[2])))),
    marked("bemærkninger efter kriterierne", heads=("Institution", "Alder", *CRITERIA, "Bemærkning"),
           row=lambda n, child, cells: (*child[:2], *cells, "Flytter 1.8." if n == 9 else None)),
    marked("institutionens navn skrevet lidt forskelligt", row=lambda n, child, cells: (
        n, f" {child[0].upper()}\u00a0" if n % 5 == 0 else child[0], child[1], *cells)),
    marked("dagtilbud og barnets institution", heads=("Nr.", "Barnets institution", "Alder", *CRITERIA)),
    marked("tærskel og loft på optalte børn", pool=(LEAST, ("Minimumsgrænse", 0.2), ("Loft pr. barn", 40_000)),
           rules={"threshold": "0.2", "cap": "40000"}),
    marked("mindst opfyldte kriterier kaldt andet", pool=(("Mindste antal opfyldte kriterier", 2),)),
    marked("mindst antal kriterier står ingen steder", pool=(), expect=ASK, answers={"mindst_kriterier": "2"},
           why="hvor mange kriterier et barn skal opfylde"),
    marked("barn i ukendt institution", row=moved, expect=REFUSE, why="institutionen er ikke i listen"),
    marked("et kriterium med 7", {True: 1, False: 0}, row=lambda n, child, cells: (
        n, child[0], child[1], *cells[:3], 7 if n == 5 else cells[3]), expect=STOP, why="7 er hverken ja eller nej"),
    marked("et kriterium med ved ikke", {True: "ja", False: "nej"}, row=lambda n, child, cells: (
        n, child[0], child[1], *cells[:3], "ved ikke" if n == 5 else cells[3]), expect=STOP, why="ved ikke er uvist"),
    marked("blanke rækker i børnearket", blanks=2),
    statistics("leverede antal på eget ark, valgt", False, choices=GIVEN),
    statistics("leverede antal på eget ark", False, expect=ANY, answers=GIVEN, why="den eneste mulige nøgle"),
    statistics("leverede antal med skjulte celler", True, expect=ASK, choices=GIVEN,
               why="skjulte antal har ingen værdi"),
    statistics("leverede antal med skjulte celler, valgt", True, choices={**GIVEN, "erstat": "1"}),
    statistics("leverede antal i institutionernes tabel, valgt", False, same_table=True, choices=GIVEN),
    statistics("leverede antal i institutionernes tabel", False, same_table=True, expect=ANY, answers=GIVEN,
               why="den eneste mulige nøgle"),
)

"""How the whole command grows with the institutions: 400 against 4,000, in one process, the start not counted.

Measured is the processor's time, so that another program beside it counts for nothing; and each workbook has names of
its own, so that what is remembered of the one does not help the other. No two names are nearly alike: the checks would
tell of them, and of thousands by dice some always are.
"""

from __future__ import annotations

import gc
import math
import random
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from addin.actions.fordel_pulje import fordel_pulje
from addin.checks import names
from addin.figures import recipients
from addin.finding.institution import Recipient
from addin.finding.rows import Reader
from addin.hosts.files import job
from addin.hosts.files.package import CONTENT_TYPES, Package
from addin.hosts.files.styles import EMPTY_STYLES, merge
from addin.workbook import Plan, Sheet, Snapshot
from tests.addin.hosts.files.workbook_files import edited, one_sheet
from tests.builders import snapshot, workbook
from workbook_templates import fordel_tjek

SIZES = (400, 4_000)
MOST = 11.0  # times the time of the smaller
BUDGET, BASIS = "Dagtilbud", "Forudsætninger"
SYLLABLES = ("bo", "ka", "li", "mo", "ne", "ru", "sa", "ti", "fy", "go", "hu", "ja", "pe", "dy")
WORDS = len(SYLLABLES) ** 4
_fresh = count(1)  # so that no two workbooks have the same names
Rows = list[list[Any]]
SAID = {"pulje": f"{BASIS}!B3", "enhed_pulje": "kr.", "vaegt": "1", "grundlag": "nøgle", "begrundelse": "en måling",
        "gruppe eller modtager: Område": "gruppe"}


def word(number: int) -> str:
    """A word of four syllables; another one for each number."""
    parts = []
    number = number * 7919 % WORDS
    for _ in range(4):
        number, syllable = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[syllable])
    return "".join(parts).capitalize()


class Part(NamedTuple):
    """What a workbook has besides a key: more columns, other rows, more that is said."""

    columns: Callable[[int, list[str], random.Random], dict[str, list[Any]]]
    said: dict[str, str] = {}
    rows: Callable[[Rows], Rows] = lambda rows: rows


def every_tenth(values: Callable[[int], Any], n: int) -> list[Any]:
    return [values(number) if number % 10 == 3 else None for number in range(n)]


def fixed(n: int, called: list[str], dice: random.Random) -> dict[str, list[Any]]:
    """One recipient for three institutions, and fixed amounts."""
    return {"Modtager": [f"{called[number // 3]} fælles" if number % 5 else None for number in range(n)],
            "Fast beløb (kr.)": every_tenth(lambda _: dice.randint(1_000, 9_000), n),
            "Virkning": every_tenth(lambda _: "oven i", n),
            "Begrundelse": every_tenth(lambda _: "aftale i udvalget", n)}


def changed(n: int, called: list[str], dice: random.Random) -> dict[str, list[Any]]:
    return {"Ændring af nøgle": every_tenth(lambda _: 1, n),
            "Begrundelse for ændring": every_tenth(lambda _: "nyt hus", n)}


def replaced(n: int, called: list[str], dice: random.Random) -> dict[str, list[Any]]:
    return {"Erstatter": every_tenth(lambda number: called[number - 1], n)}


def nothing(n: int, called: list[str], dice: random.Random) -> dict[str, list[Any]]:
    return {}


def with_sums(rows: Rows) -> Rows:
    """The sum of each ten below them."""
    found = []
    for at in range(0, len(rows), 10):
        ten = rows[at:at + 10]
        found += [*ten, [f"Område {at // 10} i alt", None, *(sum(row[c] or 0 for row in ten) for c in range(2, 6))]]
    return found


def with_blanks(rows: Rows) -> Rows:
    return [line for row in rows for line in (row, [])]


PARTS = {
    "nøgle": Part(nothing), "fast beløb og modtager": Part(fixed), "ændret nøgle": Part(changed),
    "erstatter": Part(replaced),
    "indfasning": Part(nothing, {"andel_nyt": "=1/3", "garanti": "60%", "pl": "3,2%"}),
    "summer": Part(nothing, rows=with_sums), "tomme rækker": Part(nothing, rows=with_blanks),
}


def made(path: Path, n: int, part: Part) -> Path:
    dice, first = random.Random(n), next(_fresh) * 5_000
    called = [f"{word(first + number)} {word(31 * (first + number))}" for number in range(n)]
    table = {"Institution": called, "Område": [("Nord", "Syd")[2 * number // n] for number in range(n)],
             "Børn": [dice.randint(20, 90) for _ in range(n)], "Nøgle": [dice.randint(1, 60) for _ in range(n)],
             "Tildeling 2026 (kr.)": [dice.randint(10_000, 90_000) for _ in range(n)],
             "Grundbudget (kr.)": [dice.randint(3_000_000, 9_000_000) for _ in range(n)],
             **part.columns(n, called, dice)}
    rows = part.rows([list(row) for row in zip(*table.values())])
    return workbook(path, **{BUDGET: [["Budget 2027"], [], list(table), *rows],
                             BASIS: [["Forudsætninger"], [], ["Pulje 2027", 47_500 * n + 3], ["Minimumsgrænse", 0.05]]})


def command(folder: Path, part: Part, n: int) -> float:
    """The processor's time for a whole distribution, from a file to a file."""
    source = made(folder / "ind.xlsx", n, part)
    gc.collect()
    gc.disable()  # as the command does
    began = time.process_time()
    done = job.run(source, folder / "ud.xlsx", {**SAID, **part.said})
    taken = time.process_time() - began
    gc.enable()
    assert fordel_tjek.NOEGLE not in {sheet.key for sheet in done.plan.sheets}  # both do the same work
    return taken


def grown(folder: Path, part: Part, times: int = 3) -> float:
    """How many times longer the large workbook takes."""
    command(folder, part, 20)
    small = min(command(folder, part, SIZES[0]) for _ in range(times))
    return command(folder, part, SIZES[1]) / small


# ------------------------------------------------------------------------------------- what once was quadratic


def table_of(n: int, rows: Callable[[Rows], Rows]) -> Sheet:
    called = [f"{word(number)}gården" for number in range(n)]
    dice = random.Random(n)
    return Sheet("Ark", [["Institution", "", "Børn", "Nøgle", "Fast beløb", "Grundbudget"], *rows(
        [[name, "", *(dice.randint(1, 99) for _ in range(4))] for name in called])])


def read(n: int, rows: Callable[[Rows], Rows]) -> Callable[[], Any]:
    """The rows of a table told apart."""
    sheet = table_of(n, rows)
    wide = Sheet("Ark", [[*row, *[None] * (6 - len(row))] for row in sheet.rows])
    columns = {"navn": 0, "boern": 2, "noegle": 3, "fast": 4, "grundbudget": 5}
    return lambda: Reader(wide, columns).read(1, len(wide.rows) - 1)


def near(n: int) -> Callable[[], Any]:
    called = [f"{word(number)} {word(number // 200)}" for number in range(n)]
    return lambda: names.pairs(called)


def gathered(n: int) -> Callable[[], Any]:
    rows = [Recipient(number, word(number), "") for number in range(n)]

    def work() -> None:
        found = recipients.gather(rows, [word(number // 3) for number in range(n)])
        for place in range(len(found.rows)):
            found.members(place)
    return work


def typed(n: int) -> Callable[[], Any]:
    """What each of many parts is, as where a chart is drawn for every few recipients."""
    parts = [f"xl/charts/chart{number}.xml" for number in range(n)]
    said = "".join(f'<Override PartName="/{part}" ContentType="c{number}"/>' for number, part in enumerate(parts))
    data = edited(one_sheet(), CONTENT_TYPES, ("</Types>", f"{said}</Types>"))
    return lambda: list(map(Package(data).content_type, parts))


def styled(n: int) -> Callable[[], Any]:
    """Many formats of ours into a workbook with many styles."""
    looks = "".join(f'<xf><alignment indent="{number}"/></xf>' for number in range(n))
    named = "".join(f'<cellStyle name="Stil {number}" xfId="0"/>' for number in range(n))
    ours = EMPTY_STYLES.replace('<cellXfs count="1"><xf/>', f"<cellXfs><xf/>{looks}").encode()
    theirs = EMPTY_STYLES.replace('<cellStyles count="1">', f"<cellStyles>{named}").encode()
    return lambda: merge(theirs, ours)


PIECES: dict[str, Callable[[int], Callable[[], Any]]] = {
    "rækker": lambda n: read(n, lambda rows: rows), "rækker med summer": lambda n: read(n, with_sums),
    "rækker med luft": lambda n: read(n, with_blanks), "navne, der ligner": near, "modtagere": gathered,
    "dele af filen": typed, "formater": styled,
}


def per_n_log_n(piece: Callable[[int], Callable[[], Any]], sizes: tuple[int, int] = (1_000, 10_000)) -> float:
    """How much more time per n log n the larger takes."""
    found = [best(piece(n)) / (n * math.log(n)) for n in sizes]
    return found[1] / found[0]


def best(work: Callable[[], Any], times: int = 3) -> float:
    def once() -> float:
        began = time.process_time()
        work()
        return time.process_time() - began
    return min(once() for _ in range(times))


# ------------------------------------------------------------------------------------- long texts


TEXTS, SHORT, LONG = 20_000, 20, 2_000  # cells, and letters in each
MOST_OF_TEXTS = 2.0


def with_texts(letters: int, beside_the_pool: bool) -> Snapshot:
    """A small budget and many cells of text, on a sheet of their own or on that of the pool."""
    drawn = (f"{word(next(_fresh))} {word(number)} " * (letters // 12 + 1) for number in range(TEXTS))
    notes = [[next(drawn)[:letters] for _ in range(10)] for _ in range(TEXTS // 10)]
    budget = [["Institution", "Børn", "Nøgle"], *([f"{word(number)}gården", 20, 5 + number] for number in range(4))]
    pool: Rows = [["Pulje 2027", 100_000], []]
    sheets = {"Pulje": [*pool, *notes]} if beside_the_pool else {"Pulje": pool, "Noter": notes}
    return snapshot(Budget=budget, **sheets)


def longer(beside_the_pool: bool) -> float:
    """How many times longer the action takes where the texts are long."""
    def distributed(letters: int) -> float:
        taken = with_texts(letters, beside_the_pool)
        began = time.process_time()
        assert isinstance(fordel_pulje(taken, {"begrundelse": "en måling"}, "01.09.2026 kl. 12.00", "0"), Plan)
        return time.process_time() - began
    return distributed(LONG) / distributed(SHORT)


def lines(folder: Path) -> Iterator[tuple[str, float, float]]:
    """For the report: what, how many times longer, and the most it may be."""
    for name, part in PARTS.items():
        yield f"{name}: {SIZES[1]:,} institutions against {SIZES[0]}", grown(folder, part), MOST
    for beside_the_pool, where in ((False, "on a sheet of their own"), (True, "on the pool's sheet")):
        yield f"{TEXTS:,} texts {where}: {LONG:,} letters against {SHORT}", longer(beside_the_pool), MOST_OF_TEXTS

"""The institutions' figures, from the cells the settings point at: every number is checked, each refusal has a cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Optional

from addin import inputs
from addin.figures import children, combined, delivered, scores, uden_for, units
from addin.figures.adjusted import Adjusted
from addin.figures.children import Children
from addin.figures.delivered import Delivered
from addin.figures.scores import Scores
from addin.finding.institution import Recipient
from addin.finding.table import CHILDREN
from addin.inputs import Column, Texts
from addin.settings.setup import Setup, sheet_of
from addin.workbook import Area, BadCell, Refusal, Sheet, Snapshot
from udfs.catalogue import FUNCTIONS
from udfs.errors import tal
from udfs.values import name as comparable
from workbook_templates.indstillinger import PROCENT, VAEGTET
from workbook_templates.opsaetning import AMOUNTS, SETTINGS, TABLE_COLUMNS, TEXT_COLUMNS

YEAR = 12  # months
# How changes of the key are read, from the numbers and the words of the table.
Aendret = Callable[[Sheet, Setup, Mapping[str, Column], Mapping[str, list[str]]], Optional[Adjusted]]


@dataclass(frozen=True)
class Institutions:
    """One entry an institution, in the order of the table."""

    sheet: Sheet
    rows: list[Recipient]
    columns: dict[str, Column]  # as read; amounts in kr.
    words: dict[str, list[str]]  # the columns of text, but for names and groups
    months: list[float] | None
    boern: Column | None  # the children in kr. per child and in the cap
    boern_taerskel: Column | None  # those the threshold is measured by, where they are others
    adjusted: Adjusted | None
    count: Column  # what the key is made from: a burden, a finished key, a count
    noegle: Column
    children: Children | None
    scores: Scores | None
    delivered: Delivered | None
    texts: Texts
    uden_for: frozenset[int] = frozenset()  # those that are not in the key figures

    @property
    def n(self) -> int:
        return len(self.rows)

    def place(self, setup: Setup, key: str, number: int) -> Area:
        """An institution's cell in a column."""
        area, row = setup.areas[key], self.rows[number].row
        return Area(area.sheet, row, area.column, row, area.column)

    def warnings(self) -> list[str]:
        """What was read in another way than it stands, and children that are not those of the scores."""
        return [*self.texts.told(), *(self.delivered.warnings if self.delivered else ()),
                *(self.scores.told(self.rows, self.heads) if self.scores else ())]

    @property
    def noegle_foer(self) -> Column | None:
        """The keys without the changes, where there are any."""
        return part_of_year(self.adjusted.before, self.months) if self.adjusted else None

    @cached_property
    def heads(self) -> list[float] | None:
        """The children as they stand in the table; None where no column has them."""
        there = [column for key in CHILDREN if (column := self.column(key))]
        return [sum(value or 0.0 for value in line) for line in zip(*there)] if there else None

    def column(self, key: str) -> Column | None:
        return self.columns.get(key)


def read(snapshot: Snapshot, setup: Setup, aendret: Aendret) -> Institutions:
    """All figures of the institutions."""
    place = setup.areas["navn"]
    sheet, rows = sheet_of(snapshot, place), setup.rows.recipients
    columns = {key: setup.areas[key].column for key in TABLE_COLUMNS if key in setup.areas}
    check_names(sheet, rows, columns["navn"])
    texts = Texts(setup.settings.punktum)
    numbers, words = read_numbers(sheet, setup, columns, texts), read_words(sheet, setup, columns)
    months = read_months(sheet, setup, numbers)
    boern, boern_taerskel = both_children(setup, numbers, months)
    by_child = children.read(snapshot, setup, rows) if setup.key == "barn_institution" else None
    scored = scores.read(snapshot, setup, rows) if setup.key == "score_institution" else None
    counted = delivered.read(snapshot, setup, rows, texts) if setup.key == "antal_institution" else None
    changed = aendret(sheet, setup, numbers, words)
    made = by_child or scored or changed
    count: Column = made.noegle if made else numbers[setup.key] if not counted else (
        combined.counts(snapshot, setup, counted, rows))
    noegle: Column = burden_key(setup, count, boern) if setup.is_burden else part_of_year(count, months)
    return Institutions(sheet, rows, numbers, words, months, boern, boern_taerskel, changed, count, noegle, by_child,
                        scored, counted, texts, uden_for.numbers(sheet, setup, numbers, words))


def read_numbers(sheet: Sheet, setup: Setup, columns: dict[str, int], texts: Texts) -> dict[str, Column]:
    """The columns of figures, amounts in kr."""
    lines = [institution.row for institution in setup.rows.recipients]
    numbers: dict[str, Column] = {
        key: inputs.column_numbers(sheet, lines, column, heading(setup, key), least(key), texts)
        for key, column in columns.items() if key not in TEXT_COLUMNS}
    for key in AMOUNTS:
        if key in numbers:
            numbers[key] = units.column_in_kroner(numbers[key], units.factor(setup, key))
    if "belastning" in numbers and setup.settings.belastning_i == PROCENT:
        numbers["belastning"] = [None if value is None else value / 100 for value in numbers["belastning"]]
    return numbers


def heading(setup: Setup, key: str) -> str:
    return f'kolonnen "{setup.headings[key]}"' if key in setup.headings else f"Fordel_{key}"


def least(key: str) -> float | None:
    """Children and keys are never negative; a change may be, and last year's amount (efterregulering)."""
    return None if key in ("noegle_aendring", "sidste_aar") else 0


def check_names(sheet: Sheet, institutions: list[Recipient], column: int) -> None:
    """No two institutions with the same name, and no name that is an error value."""
    seen: dict[str, Recipient] = {}
    for institution in institutions:
        value = sheet.value(institution.row, column)
        if isinstance(value, BadCell):
            raise Refusal(f"{inputs.where(sheet, institution.row, column)}: navnet er {value}.")
        first = seen.setdefault(comparable(institution.name), institution)
        if first is not institution:
            raise Refusal(f'{sheet.name}: "{institution.name}" står to gange, i række {first.row + 1} og '
                          f"{institution.row + 1}. Hver institution skal have sit eget navn.")


def read_words(sheet: Sheet, setup: Setup, columns: dict[str, int]) -> dict[str, list[str]]:
    """The columns of text, each cell on one line."""
    lines = [institution.row for institution in setup.rows.recipients]
    words = {key: [inputs.cell_text(sheet, row, column, SETTINGS[key].label) for row in lines]
             for key, column in columns.items() if key in TEXT_COLUMNS and key not in ("navn", "gruppe")}
    if "modtager" in words:
        words["modtager"] = ["" if row in setup.alone else to for row, to in zip(lines, words["modtager"])]
    return words


# ------------------------------------------------------------------------------------- months


def read_months(sheet: Sheet, setup: Setup, numbers: dict[str, Column]) -> list[float] | None:
    """The months each institution is open; a blank is the whole year."""
    given = numbers.get("maaneder")
    if given is None:
        return None
    for institution, value in zip(setup.rows.recipients, given):
        if value is not None and value > YEAR:
            place = inputs.where(sheet, institution.row, setup.areas["maaneder"].column)
            raise Refusal(f"{place}: {tal(value)} måneder er mere end et år. Skriv 0-12; tom er 12.")
    return [float(YEAR) if value is None else value for value in given]


def part_of_year(values: Column, months: list[float] | None) -> Column:
    """Children or keys in full-year terms."""
    if months is None:
        return values
    return [None if value is None else value * month / YEAR for value, month in zip(values, months)]


# ------------------------------------------------------------------------------------- children and key


def both_children(setup: Setup, numbers: dict[str, Column], months: list[float] | None
                  ) -> tuple[Column | None, Column | None]:
    """Children for kr. per child, and for the threshold where those are others: weighted, or as heads.

    A burden is compared with the threshold as it stands, so there the children are the same.
    """
    there = (children_as(setup, numbers, how) for how in (setup.settings.boern_til_kr,
                                                          setup.settings.boern_til_taerskel))
    boern, measured = (None if each is None else part_of_year(each, months) for each in there)
    used = setup.settings.taerskel is not None and not setup.is_burden
    return boern, measured if used and measured != boern else None


def children_as(setup: Setup, numbers: dict[str, Column], how: str) -> Column | None:
    """Children per institution, weighted or counted; where only their number is known, that is it."""
    if "boern_0_2" in numbers:
        weight = setup.settings.vaegt if how == VAEGTET else 1.0
        return FUNCTIONS["FORDEL_BOERN"](numbers["boern_0_2"], numbers["boern_3_5"], weight).tolist()
    return numbers.get("boern")


def burden_key(setup: Setup, burden: Column, boern: Column | None) -> Column:
    if boern is None and setup.key == "antal_institution":
        raise Refusal(f"{SETTINGS['samling'].label} {setup.settings.samling}: pointene ganges med børn, men der er "
                      "ingen kolonne med børn.")
    return FUNCTIONS["FORDEL_NOEGLE"](burden, boern).tolist()

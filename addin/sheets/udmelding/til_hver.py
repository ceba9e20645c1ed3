"""What the workbook says to each recipient in words: exceptions to the demands, and answers to what the hearing gave.

Columns beside the names, wherever they stand: on a sheet of their own, or beside the figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from addin.danish import listed
from addin.finding.words import plain
from addin.inputs import where
from addin.run.regnet import Regnet
from addin.sheets import sagen
from addin.smaa_antal.personal import may_be_person
from addin.smaa_antal.personal_words import ONE_CHILD
from addin.udkast import draft
from addin.workbook import Refusal, Sheet
from workbook_templates import udmelding as spec

MANY = 20  # named in a sentence
NOBODY = '{}: "{}" er ikke en modtager eller en institution i fordelingen. Ret navnet.'
PERSONAL = "{}: teksten kan være om et enkelt barn eller en person. Skriv den om, eller slet den."


class Svar(NamedTuple):
    """What an answer to the hearing says, and where; `grund` is "" where none is given."""

    hoering: str
    svar: str
    grund: str
    sted: str


class Tabel(NamedTuple):
    """A row of headings with the column of each that is there."""

    sheet: Sheet
    row: int
    columns: dict[str, int]

    def lines(self) -> Iterator[int]:
        """The rows with anything said."""
        said = [column for key, column in self.columns.items() if key != spec.NAVN]
        for row in range(self.row + 1, len(self.sheet.rows)):
            if any(self.sheet.value(row, column) is not None for column in said):
                yield row

    def text(self, row: int, key: str) -> str:
        """A cell as text; raises Refusal where it is none, or is about somebody."""
        column = self.columns.get(key)
        held = None if column is None else self.sheet.value(row, column)
        if column is None or held is None:
            return ""
        at = where(self.sheet, row, column)
        if isinstance(held, float) and held.is_integer():
            held = str(int(held))
        if not isinstance(held, (str, int)) or isinstance(held, bool):
            raise Refusal(f"{at}: indholdet er ikke en tekst ({key}).")
        text = " ".join(str(held).split())
        if may_be_person(text) or ONE_CHILD.search(text):
            raise Refusal(PERSONAL.format(at))
        return text


def krav(result: Regnet) -> dict[str, str]:
    """The demands on single recipients; raises Refusal where two are made on the same."""
    found: dict[str, str] = {}
    for table in tables(result, {spec.KRAV}):
        for row in table.lines():
            name, said = modtager(result, table, row), table.text(row, spec.KRAV)
            if found.setdefault(name, said) != said:
                raise Refusal(f"{where(table.sheet, row, table.columns[spec.KRAV])}: {name} har to forskellige krav. "
                              "Ret det ene.")
    return found


def svar(result: Regnet) -> dict[str, list[Svar]]:
    """The answers to each recipient's hearing statements; raises Refusal where one has none."""
    found: dict[str, list[Svar]] = {}
    for table in tables(result, {spec.HOERING, spec.SVARET}):
        for row in table.lines():
            said, answer = table.text(row, spec.HOERING), table.text(row, spec.SVARET)
            at = where(table.sheet, row, table.columns[spec.SVARET if said else spec.HOERING])
            if not said or not answer:
                lacks = "høringssvaret er ikke besvaret" if said else "svaret har intet høringssvar"
                raise Refusal(f"{at}: {lacks}. Skriv det, eller slet rækken.")
            found.setdefault(modtager(result, table, row), []).append(
                Svar(said, answer, table.text(row, spec.GRUND), at))
    return found


def fortalt(result: Regnet) -> list[str]:
    """For who makes the statements: whose pages have words of their own."""
    printed = "bliver trykt, når udmeldingen er endelig, hos" if draft(sagen.edition(result)) else "er trykt hos"
    said: dict[str, Iterable[str]] = {
        "Andre krav end til resten er stillet til": krav(result), f"Svar på høringen {printed}": svar(result)}
    named = {what: list(found) for what, found in said.items()}
    return [f"{what} {listed(found, MANY)}." for what, found in named.items() if found]


def tables(result: Regnet, wanted: set[str]) -> Iterator[Tabel]:
    """Every row of headings with the names and these columns, on the visible sheets of the user's."""
    for sheet in result.snapshot.foreign():
        if not sheet.visible or sheet.unread:
            continue
        for row, line in enumerate(sheet.rows):
            columns: dict[str, int] = {}
            for column, value in enumerate(line):
                for key in headed(value) if isinstance(value, str) else ():
                    columns.setdefault(key, column)
            if columns.keys() >= {spec.NAVN, *wanted}:
                yield Tabel(sheet, row, {key: columns[key] for key in (spec.NAVN, *wanted, spec.GRUND)
                                         if key in columns and (key != spec.GRUND or spec.SVARET in wanted)})


def headed(text: str) -> list[str]:
    """The columns that may be called so.

    >>> headed("Krav "), headed("Pulje")
    (['krav'], [])
    """
    return [key for key, words in spec.OVERSKRIFTER.items() if plain(text) in words]


def modtager(result: Regnet, table: Tabel, row: int) -> str:
    """Whose page a row is about: a recipient's own, or that of the one an institution is part of."""
    held = table.sheet.value(row, table.columns[spec.NAVN])
    name, figures = plain(str(held or "")), result.figures
    found = {each.name for each in figures.recipients if plain(each.name) == name}
    found = found or {figures.recipients[figures.members.of[number]].name
                      for number, each in enumerate(figures.institutions.rows) if plain(each.name) == name}
    if len(found) != 1:
        raise Refusal(NOBODY.format(where(table.sheet, row, table.columns[spec.NAVN]), held or ""))
    return found.pop()

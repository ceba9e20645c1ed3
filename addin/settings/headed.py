"""Columns that are looked for only where a setting needs them: by their heading, or asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.finding.source import Origin, Source
from addin.finding.table import Table
from addin.finding.words import plain
from addin.messages import warning
from addin.settings.setup import Setup
from workbook_templates.opsaetning import SETTINGS

if TYPE_CHECKING:
    from addin.settings.tables import TableSettler


def headed(table: Table, words: tuple[str, ...]) -> dict[int, str]:
    """The columns with one of these headings."""
    return {column: heading for column, heading in table.texts.items() if plain(heading).rstrip("?: ") in words}


def find(tables: TableSettler, key: str, words: tuple[str, ...], question: str) -> bool:
    """The column of a setting by its heading; asked where there are several, and False where there is none."""
    table, setup = tables.own_table(), tables.setup
    found = headed(table, words) if table else {}
    if not table or not found:
        return False
    if len(found) > 1:
        ask(tables, key, found, question)
    column, heading = next(iter(found.items()))
    setup.areas[key] = setup.areas["navn"]._replace(column=column, last_column=column)
    setup.headings[key], setup.sources[key] = heading, Source(Origin.HEADING, heading)
    return True


def tell_unused(setup: Setup, key: str, why: str) -> None:
    """A column that is pointed at where no setting needs it."""
    if key in setup.areas:
        setup.messages.append(warning(key, f"{SETTINGS[key].label} bruges ikke, for {why}", str(setup.areas[key])))


def ask(tables: TableSettler, key: str, columns: dict[int, str], question: str) -> None:
    """Which of some columns it is: the answer is a column that is pointed at, so it is not asked again."""
    table, rows = tables.own_table(), tables.setup.areas["navn"]
    assert table is not None
    places = {column: str(rows._replace(column=column, last_column=column)) for column in columns}
    tables.asker.ask(key, question, [(places[column], f'"{heading}"') for column, heading in columns.items()],
                     table.place(min(columns)))
    tables.asker.stop_if_asked()

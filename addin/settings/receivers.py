"""Who receives: the institutions themselves, or the units a column gathers them in. Asked once, and remembered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from addin.danish import ended, listed
from addin.finding.asking import RECEIVER
from addin.finding.columns import repeats
from addin.finding.source import Origin, Source
from addin.finding.table import FIGURES, Table
from addin.finding.words import forms, plain
from addin.messages import warning
from workbook_templates.overskrifter import EJERFORM, ENHEDER_SOM, OMRAADER_SOM, SELVEJENDE

if TYPE_CHECKING:
    from addin.settings.tables import TableSettler

GROUP, RECEIVES, SELF = "gruppe", "modtager", "modtager, selvejende selv"


def settle(tables: TableSettler) -> None:
    """Makes a column of units the recipients or the groups, as the user says."""
    setup, table = tables.setup, tables.own_table()
    if table is None or tables.choices.get("modtager"):
        return
    column = column_of_units(table)
    place = setup.areas.get("modtager")
    if column is None or (place is not None and place.column != column):
        return
    setting = f"{RECEIVER}{table.texts[column]}"
    alone = selvejende(table)
    if tables.table is None or place is not None:  # it is known by a name; what was answered then still holds
        answer = tables.asker.before.get(setting) if place is not None else GROUP
    else:
        answer = tables.asker.remember(setting, *question(table, column, alone), table.place(column))
    if answer in (RECEIVES, SELF):
        setup.areas["modtager"] = table.area(column)._replace(row=setup.areas["navn"].row,
                                                              last_row=setup.areas["navn"].last_row)
        setup.headings["modtager"] = table.texts[column]
        setup.sources.setdefault("modtager", Source(Origin.ANSWER))
        if setup.areas.get("gruppe") == setup.areas["modtager"]:
            del setup.areas["gruppe"]
    if answer == SELF:
        setup.alone = frozenset(alone)
        names = [str(table.sheet.value(row, table.columns["navn"])) for row in sorted(alone)]
        setup.messages.append(warning("modtager", ended(f"Får selv, fordi de er selvejende: {listed(names, 20)}")))
    elif answer == GROUP and tables.table is not None:
        setup.areas.setdefault("gruppe", table.area(column))
        setup.headings.setdefault("gruppe", table.texts[column])
        setup.sources.setdefault("gruppe", Source(Origin.ANSWER))


def question(table: Table, column: int, alone: set[int]) -> tuple[str, list[tuple[str, str]]]:
    """The question about a column, with a third answer where some are selvejende."""
    heading = table.texts[column]
    text = (f'{table.place(column)}: kolonnen "{heading}" samler flere institutioner. Er den kun en gruppe, eller er '
            "det den, der får pengene?")
    choices = [(GROUP, "kun en gruppe: hver institution får sine egne penge"),
               (RECEIVES, f'modtager: institutioner med samme "{heading}" lægges sammen og får ét beløb')]
    if alone:
        choices.append((SELF, "modtager, men de selvejende får hver sit beløb"))
    return text, choices


def column_of_units(table: Table) -> int | None:
    """The column of units that could receive, if there is one: its heading names such a unit, and its values repeat. An
    area may just be a part of town: only beside the names, or with values called as units, could it receive."""
    figures = [column for key, column in table.columns.items() if key in FIGURES]
    first = min(figures, default=max(table.texts) + 1)
    found: list[int] = []
    for column, text in table.texts.items():
        if column == table.columns.get("navn") or not gathers(table, column):
            continue
        if any(re.fullmatch(ENHEDER_SOM, form) for form in forms(text)):
            found.insert(0, column)
        elif any(re.fullmatch(OMRAADER_SOM, form) for form in forms(text)) and (
                column < first or names_units(table, column)):
            found.append(column)
    return found[0] if found else None


def gathers(table: Table, column: int) -> bool:
    """Whether a column holds names that repeat: several rows belong to one of them."""
    every = table.below(column)
    values = [value for value in every if isinstance(value, str) and value.strip()]
    return len(values) > 2 and repeats(values) and (len(set(values)) > 1 or len(values) < len(every))


def names_units(table: Table, column: int) -> bool:
    """Whether the values themselves are called as units: "Dagtilbud Nord"."""
    values = {value for value in table.below(column) if isinstance(value, str)}
    return any(plain(value).split()[0] in ("dagtilbud", "område", "enhed", "aftaleenhed") for value in values
               if plain(value))


def selvejende(table: Table) -> set[int]:
    """The rows of institutions that are selvejende, by their kind or their name."""
    kinds = [column for column, text in table.texts.items() if plain(text) in EJERFORM]
    columns = [*kinds, table.columns["navn"]]
    return {row for row in range(table.first, table.last + 1)
            for column in columns if SELVEJENDE in plain(table.sheet.value(row, column))
            and any(table.sheet.value(row, at) is not None for key, at in table.columns.items() if key in FIGURES)}

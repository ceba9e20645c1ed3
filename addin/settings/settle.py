"""Settles every setting: chosen by the user now, carried by a defined name, or found by its heading or label.

In that order; what could be meant in two ways is asked. The result says for each setting where it came from, so that
the sheet "Fordel opsætning" can.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from addin.finding import editions
from addin.finding.table import Table
from addin.finding.words import one_line, plain
from addin.messages import SHEET, Message, quiet, warning
from addin.settings import ansoegninger, named, pr_barn, puljer, two_ways, typer, uden_for, unlikely
from addin.settings.cells import CellSettler
from addin.settings.key import KeySettler
from addin.settings.sag import CaseSettler
from addin.settings.seen import book, uncomputed, used_cells
from addin.settings.setup import Setup
from addin.settings.tables import TableSettler
from addin.settings.units import UnitSettler
from addin.workbook import Area, Snapshot
from workbook_templates import opsaetning, udmelding
from workbook_templates.fordel_tjek import BEGRUNDELSE
from workbook_templates.indstillinger import CELLE, NAVN
from workbook_templates.opsaetning import BESIDE, GRUNDLAG, ONLY_WITH, SETTINGS
from workbook_templates.sagsoplysninger import SAG

PULJER = "puljer"  # whether the sheet for several pools is made too
NO_SETTING = ("ark", BEGRUNDELSE, PULJER)  # what is said with a run, and nowhere kept among the settings


def settle(snapshot: Snapshot, choices: Mapping[str, Any]) -> Setup:
    """All settings of a run; raises Refusal where one is missing or points nowhere, Asked where the user must say."""
    uncomputed.refuse_as_displayed(snapshot)
    tables = TableSettler(snapshot, choices)
    single = CellSettler(tables)
    single.pool.refuse_negative()
    tables.pool_labels = [cell.label for cell in single.beside.sure_pools.left]
    tables.saving = single.says_saving()
    tables.settle_table()
    single.settle(typer.WITH)
    tables.read_rows()
    ansoegninger.settle(single)
    key = KeySettler(tables)
    key.settle()
    typer.check_key(tables)
    for setting in ("pulje", "retning", *single_values()):
        if setting not in tables.setup.values:  # some say who takes part, or what the key is, and are known by now
            single.settle(setting)
    pr_barn.settle(tables)
    CaseSettler(single).settle()
    single.pool.check()
    UnitSettler(tables).settle()
    two_ways.check_columns(tables)
    unlikely.check_burdens(tables)
    unlikely.check_counting(tables)
    uden_for.ask(tables)
    book.look(snapshot, tables.setup, tables.asker)
    tables.asker.stop_if_asked()
    key.settle_criteria()
    tables.check_below()
    tables.setup.messages += single.told()
    made_of = used_cells.made_of(snapshot, tables.setup)
    tables.setup.aside += single.beside.unused(made_of)
    return finished(snapshot, choices, tables, made_of)


def single_values() -> list[str]:
    """The settings of one value, but for units, the case, and what is settled first."""
    keys = [key for key, setting in SETTINGS.items()
            if setting.kind == CELLE and not key.startswith("enhed_") and key not in SAG]
    return [*(key for key in keys if key not in ("pulje", "retning", "vaegt")), "vaegt"]  # the cap says if it matters


def finished(snapshot: Snapshot, choices: Mapping[str, Any], tables: TableSettler, made_of: set[Area]) -> Setup:
    """What is known at the end: the answers, and whether the settings sheet stands as it is."""
    setup = tables.setup
    setup.answers = tables.asker.answers
    setup.kept = named.kept(snapshot, setup.areas)
    given = [key for key in choices if key not in NO_SETTING and choices[key]]
    setup.messages += [*unread(tables, made_of), *in_vain(setup, choices)]
    as_they_stand = not given and not tables.typed and tables.schema == opsaetning.SKEMAVERSION
    setup.known = opsaetning.NOEGLE in snapshot.ours and as_they_stand
    setup.messages += about_sheets(snapshot, tables.only)
    return setup


def about_sheets(snapshot: Snapshot, only: Sequence[str]) -> list[Message]:
    """What is said of the sheets that are not read, and of the settings that are gone."""
    chosen = {name.casefold() for name in only}
    found = [quiet(SHEET, f'Arket "{sheet.name}" er skjult og er ikke læst.', sheet.name)
             for sheet in snapshot.foreign() if not sheet.visible and sheet.name.casefold() not in chosen]
    found += [warning(SHEET, f"Intet er hentet fra et ark: {why}") for why in snapshot.unread()]
    found += puljer.told(puljer.read(snapshot))
    if opsaetning.NOEGLE not in snapshot.ours and snapshot.global_name(NAVN + "skemaversion"):
        found.append(warning(opsaetning.NOEGLE, f'Arket "{opsaetning.ARK}" er slettet. De indstillinger, der kun stod '
                                                "dér, er sat til standard; se det nye ark."))
    return found


def unread(tables: TableSettler, made_of: set[Area]) -> list[Message]:
    """What is said of the columns of the institutions' table that no setting points at, and no figure is made of."""
    table = tables.own_table()
    if table is None:
        return []
    used = {column for place in tables.setup.areas.values() if place.sheet == table.sheet.name
            for column in range(place.column, place.last_column + 1)}
    used |= {table.own_weight[0]} if table.own_weight else set()
    named_by_pools = puljer.headings_used(tables.snapshot)
    used |= {column for column, text in table.texts.items() if one_line(text).casefold() in named_by_pools}
    rows = [recipient.row for recipient in tables.setup.rows.recipients]
    used |= {column for column, text in table.texts.items() if is_said_on_statements(table, column, text, rows)}
    used |= {cell.column for cell in made_of if cell.sheet == table.sheet.name and cell.row in rows}
    return editions.unread(table, used, rows, tables.named_table() is not None)


def is_said_on_statements(table: Table, column: int, heading: str, rows: Sequence[int]) -> bool:
    """Whether a column has words that are printed on the statements: demands, and what was said in a hearing."""
    of_words = any(plain(heading) in words for key, words in udmelding.OVERSKRIFTER.items() if key != udmelding.NAVN)
    return of_words and not any(isinstance(table.sheet.value(row, column), float) for row in rows)


def in_vain(setup: Setup, choices: Mapping[str, Any]) -> list[Message]:
    """Settings said with the command that the key of this run does not have."""
    belongs = {**ONLY_WITH, **{key: key for key in BESIDE}, **{beside: key for key, beside in BESIDE.items()}}
    word = next(word for word, key in GRUNDLAG.items() if key == setup.key)
    return [quiet(key, f"{SETTINGS[key].label} er ikke brugt: nøglen laves af {word}.")
            for key, needed in belongs.items() if choices.get(key) and needed != setup.key]

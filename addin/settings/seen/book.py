"""A workbook as its owner sees it, at two moments: before anything is found in it, and when every setting points
somewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from addin.finding.asking import Asker
from addin.messages import Message
from addin.settings import en_pulje, puljer, schema
from addin.settings.seen import computed_again, merges, number_formats, rich_text, uncomputed
from addin.settings.seen.used_cells import Used, used_cells
from addin.settings.setup import Setup
from addin.workbook import Snapshot


def prepared(snapshot: Snapshot, choices: Mapping[str, Any]) -> Snapshot:
    """The snapshot with the values cells are seen to have: formulas as they are computed, names without notes, and
    merged cells with their values. What was answered before counts too."""
    answers = {**schema.answers(snapshot), **{key: str(value) for key, value in choices.items() if value}}
    computed = computed_again.taken(snapshot, answers)
    return merges.carried(rich_text.snapshot_without_notes(computed), answers)


def look(snapshot: Snapshot, setup: Setup, asker: Asker) -> None:
    """Tells, asks about or refuses what is seen of the cells in use; raises Refusal."""
    used = used_cells(snapshot, setup)
    computed_again.ask_whose(snapshot, used, asker)
    uncomputed.check(snapshot, used, asker)
    rich_text.ask_about_struck(used, asker)
    merges.ask_about_numbers(used, asker)
    merges.ask_about_blanks(used, asker)
    number_formats.ask(used, asker)
    setup.aside += [*formulas_told(snapshot, setup, used), *uncomputed.told(snapshot, used), *rich_text.told(used),
                    *merges.told(used)]


def formulas_told(snapshot: Snapshot, setup: Setup, used: list[Used]) -> list[Message]:
    """What another program has computed, once: of several pools what all of them are made from, and their own rows."""
    if snapshot.recalculated is None or setup.pulje:
        return []
    rows = puljer.read(snapshot)
    if rows:
        pools = [setup if row.is_garanti else en_pulje.of_row(snapshot, setup, row) for row in rows]
        used = [each for pool in pools for each in used_cells(snapshot, pool)]
        used += [Used(setup, "pulje", row.sheet, row.place(key)) for row in rows for key in row.held]
    return computed_again.told(snapshot, used)

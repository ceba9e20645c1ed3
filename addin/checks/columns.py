"""What stands in the workbook and is not used, or only because the user has said so; and formulas that may be old."""

from __future__ import annotations

import re

from addin.finding.asking import ROW, ROWS
from addin.messages import BESIDE, COLUMN, PRIVATE
from addin.settings.seen import uncomputed
from addin.settings.setup import Setup
from addin.workbook import Snapshot, a1

OFTEN_NONE = re.compile(r"(?i)dagpleje|special(?:gruppe|institution|børnehave|skole)")  # often paid otherwise


def perhaps_no_recipients(snapshot: Snapshot, setup: Setup) -> list[str]:
    """Y12: the rows the user has been asked about, with the answer; and private ones among them."""
    answered = [f"{question.removeprefix(kind)}: {answer}" for question, answer in setup.answers.items()
                for kind in (ROW, ROWS) if question.startswith(kind)]
    place = setup.areas["navn"]
    answered += [f"{recipient.name} ({place.sheet}!{a1(recipient.row, place.column)}) er med"
                 for recipient in setup.rows.recipients if OFTEN_NONE.search(recipient.name)]
    return answered + [message.text for message in setup.messages if message.about == PRIVATE]


def numbers_beside(snapshot: Snapshot, setup: Setup) -> list[str]:
    """Y13: numbers and sentences beside the pool that are in no calculation."""
    return [message.text for message in setup.aside if message.about == BESIDE]


def unread(snapshot: Snapshot, setup: Setup) -> list[str]:
    """Y14: the columns of the table that no setting points at."""
    return [message.text for message in setup.messages if message.about == COLUMN]


def perhaps_old(snapshot: Snapshot, setup: Setup) -> list[str]:
    """Y18: formulas that show what they were last computed to."""
    manual = snapshot.calculation is not None and snapshot.calculation.manual
    return [uncomputed.MANUAL] if manual else []


SEEN = {"ikke_modtagere": perhaps_no_recipients, "ubrugte_tal": numbers_beside, "ubrugte_kolonner": unread,
        "manuel": perhaps_old}

"""What burdens stand in (shares, per cent, points), and with them the threshold they are held against."""

from __future__ import annotations

import re

from addin.danish import number_in_text
from addin.finding.shares import above_one
from addin.finding.source import Origin, Source
from addin.finding.sums import figure
from addin.inputs import where
from addin.messages import warning
from addin.settings.labelled import LabelledCells
from addin.settings.setup import sheet_of
from addin.workbook import Area
from udfs.errors import tal
from workbook_templates.indstillinger import POINT, PROCENT
from workbook_templates.opsaetning import SETTINGS

BURDEN, LIMIT = "belastning_i", "taerskel"
MOST_PERCENT = 100.0
_PERCENT = re.compile(r"(?i)\bpct\b|\bprocent\b|%")


def says_percent(text: str) -> bool:
    """Whether a heading or a label says that what stands there is per cent.

    >>> says_percent("Belastning (pct.)"), says_percent("Tærskel, %"), says_percent("Belastning")
    (True, True, False)
    """
    return bool(_PERCENT.search(text))


class BurdenSettler:
    """Where nobody has said it: by the heading, or asked together with the threshold, so that both stand in one."""

    def __init__(self, beside: LabelledCells):
        self.beside, self.setup, self.asker = beside, beside.setup, beside.tables.asker

    def settle(self) -> tuple[str, Source] | None:
        """What a heading says; None where it is asked, or the default holds."""
        place = self.setup.areas.get("belastning")
        if place is None:
            return None
        sheet = sheet_of(self.beside.snapshot, place)
        known = {recipient.row: value for recipient in self.setup.rows.recipients
                 if (value := figure(sheet, recipient.row, place.column))}
        above = above_one(known)
        if not above:
            return None
        row, heading = next(iter(above)), self.setup.headings.get("belastning", "")
        first, cell = tal(above[row]), where(sheet, row, place.column)
        per_cent = len(above) == len(known)
        if per_cent and says_percent(heading):
            self.setup.messages.append(warning(BURDEN, f'{SETTINGS["belastning"].label} er læst som procent, for der '
                                                        f'står "{heading}": {first} er {first} % ({cell}).', cell))
            return PROCENT, Source(Origin.LABEL, heading)
        limit = self.threshold()
        if limit:
            text = (f"{cell}: belastningen står som {first}, og tærsklen som {tal(limit[0])}{limit[1]}. Hvordan skal "
                    "tallene læses?")
            both = (PROCENT, f"som procent: {first} er {first} %, og tærsklen er {tal(limit[0])} %")
            point = (POINT, f"som point pr. barn: tærsklen er {tal(limit[0])} point")
            self.asker.ask(BURDEN, text, [*([both] if per_cent else []), point], cell)
        return None

    def threshold(self) -> tuple[float, str] | None:
        """A threshold above 1, and where it stands."""
        given = str(self.beside.tables.choices.get(LIMIT) or "")
        number = number_in_text(given)
        if isinstance(number, float):
            return (number, "") if is_percent(number) else None
        cells = [cell.place for cell in self.beside.candidates(LIMIT)] if not given else []
        there = [(number, f" ({place})") for place in cells if (number := self.beside.number(place)) is not None]
        return next((each for each in there if is_percent(each[0])), None)

    def waits(self) -> bool:
        """Whether the threshold is settled when it is known what the burdens stand in."""
        return BURDEN in self.asker.questions

    def is_points(self) -> bool:
        return self.setup.values.get(BURDEN) == POINT and "belastning" in self.setup.areas

    def in_percent(self, key: str, place: Area) -> bool:
        """Whether a share is in per cent beyond doubt, because the burdens held against it are."""
        per_cent = self.setup.values.get(BURDEN) == PROCENT and "belastning" in self.setup.areas
        return key == LIMIT and per_cent and is_percent(self.beside.number(place))


def is_percent(number: float | None) -> bool:
    """Whether a number can be per cent and no share."""
    return number is not None and 1 < number <= MOST_PERCENT

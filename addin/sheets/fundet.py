"""What was found in the workbook, a line a setting, as a terminal and a task pane show it."""

from __future__ import annotations

import datetime

from addin.dates import in_words
from addin.finding.source import Origin
from addin.messages import Fundet
from addin.settings.setup import Setup
from addin.sheets import opsaetning
from udfs.errors import tal
from workbook_templates.indstillinger import OMRAADE, Setting
from workbook_templates.opsaetning import SETTINGS

COUNT = "Institutioner i alt"
SAID_IF = ("enhed_pulje", "retning")  # of the pool, where it is not in kroner, or to be found


def found(setup: Setup) -> list[Fundet]:
    """The institutions, and each setting that has a value."""
    each = [of_setting(setup, setting) for setting in SETTINGS.values() if opsaetning.is_shown(setup, setting)]
    return [*counted(setup), *(line for line in each if line.value)]


def counted(setup: Setup) -> list[Fundet]:
    """How many institutions, and the first and the last of them."""
    rows = setup.rows.recipients
    names = f"{rows[0].name} ... {rows[-1].name}" if rows else ""
    return [Fundet(COUNT, str(len(rows)), names, str(setup.areas["navn"]), True)] if "navn" in setup.areas else []


def of_setting(setup: Setup, setting: Setting) -> Fundet:
    place, source = str(setup.areas.get(setting.key, "")), setup.sources.get(setting.key)
    value = place if setting.kind == OMRAADE else shown(setup.settings.vaerdi(setting.key), setting.style)
    main = setting.key in ("grundlag", "pulje", setup.key) or (setting.key in SAID_IF and value != setting.default)
    unsaid = source is None or source.kind in (Origin.STANDARD, Origin.UNUSED)
    return Fundet(setting.label, value, str(source or ""), place, main, unsaid)


def shown(value: object, style: str) -> str:
    """A value as a Dane reads it."""
    if isinstance(value, datetime.date):
        return in_words(value)
    if isinstance(value, (int, float)):
        return f"{tal(100 * value)} %" if style.startswith("pct") else tal(value)
    return "" if value is None else str(value)

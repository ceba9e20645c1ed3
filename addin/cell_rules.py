"""What a sheet of ours says of cells besides what they hold."""

from __future__ import annotations

from typing import NamedTuple

from addin.addresses import Area
from workbook_templates.skabeloner.form import Regel


class Highlight(NamedTuple):
    """Cells that look like `style` when they hold just this text."""
    area: Area
    text: str
    style: str


class Choice(NamedTuple):
    """A cell in which one of these words is picked from a list."""
    area: Area
    words: tuple[str, ...]


class Input(NamedTuple):
    """A cell of a form, filled in by the rule of its question, or given where there is none; over several columns it is
    one cell. Only in files of their own: no sheet in the user's workbook has any."""
    area: Area
    rule: Regel | None
    label: str

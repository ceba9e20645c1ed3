"""All layouts, in the order of the report."""

from __future__ import annotations

from tests.layouts.cases import cells, children, crossed, extras, headings, money, pairs, rows, several, shared, traps
from tests.layouts.model import Layout

FILES = (headings, rows, money, cells, several, children, extras, pairs, crossed, traps, shared)
LAYOUTS: tuple[Layout, ...] = tuple(layout for file in FILES for layout in file.LAYOUTS)

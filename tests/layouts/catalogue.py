"""All layouts, in the order of the report."""

from __future__ import annotations

from tests.layouts.cases import cells, headings, money, rows
from tests.layouts.model import Layout

FILES = (headings, rows, money, cells)
LAYOUTS: tuple[Layout, ...] = tuple(layout for file in FILES for layout in file.LAYOUTS)

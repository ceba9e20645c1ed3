"""All layouts, in the order of the report."""

from __future__ import annotations

from tests.layouts.cases import (
    assumptions,
    bystanders,
    cells,
    chance,
    children,
    crossed,
    extras,
    headings,
    money,
    nobody,
    off_the_top,
    pairs,
    pointed,
    pools,
    receivers,
    rivals,
    rows,
    several,
    shared,
    traps,
    unread,
)
from tests.layouts.model import Layout

FILES = (headings, rows, money, cells, several, children, extras, pairs, crossed, traps, shared,
         off_the_top, assumptions, bystanders, pools, rivals, unread, receivers, nobody, chance, pointed)
LAYOUTS: tuple[Layout, ...] = tuple(layout for file in FILES for layout in file.LAYOUTS)

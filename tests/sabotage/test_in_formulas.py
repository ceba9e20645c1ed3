"""Some of the sabotages in a second engine of spreadsheets; all of them by `python -m tests.sabotage`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planning import NOT_OK, OK
from tests.sabotage.acts import Book, acts
from tests.sabotage.books import Kind, distributed
from tests.sabotage.engine import Engine

EVERY = 16  # of them is tried here
KINDS = [Kind(True, "faste beløb", False), Kind(False, "indfasning", True), Kind(True, "besparelse", False)]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_sabotages_are_noticed_in_a_second_engine(kind: Kind, tmp_path: Path) -> None:
    path = distributed(kind, tmp_path)
    found = acts(kind, path)[KINDS.index(kind)::EVERY]
    engine = Engine(Book(kind, path), path, found)
    assert engine.status({}) == OK
    assert [act.name for act in found if engine.status(act.cells) != NOT_OK] == []

"""What the checks look at: an institution by its name and the cells it stands in."""

from __future__ import annotations

from addin.checks.subject import Subject
from addin.regn.regn import figures_of, laes
from addin.settings.settle import settle
from tests.addin.checks.checking import COLUMNS, ROWS, made


def subject(**without: str) -> Subject:
    columns = {key: place for key, place in COLUMNS.items() if key not in without}
    snapshot = made(ROWS, columns).snapshot()
    laest = laes(snapshot, settle(snapshot, {}))
    return Subject(laest, figures_of(laest))


def test_an_institution_is_named_with_its_cell() -> None:
    found = subject()
    assert list(found.numbers()) == [0, 1, 2]
    assert [found.named(number) for number in (0, 2)] == ["Anemonen (Ark!A2)", "Cikorien (Ark!A4)"]
    assert (found.cell("noegle", 1), found.row_cell("sidste_aar", 0)) == ("Ark!C3", "Ark!D1")


def test_children_are_as_they_stand_and_unknown_without_a_column() -> None:
    assert [subject().heads(number) for number in range(3)] == [40, 30, 50]
    assert subject(boern="").heads(0) is None

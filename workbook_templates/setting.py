"""What a setting is: a value in one cell, or a column that is pointed at; and a line of a class of settings."""

from __future__ import annotations

from dataclasses import field
from typing import Any, NamedTuple

NAVN = "Fordel_"

OMRAADE = "område"  # a column of the user's, one cell an institution (or a child)
CELLE = "celle"  # one cell: the user's, or the value cell on this sheet


class Setting(NamedTuple):
    key: str
    label: str
    kind: str
    help: str
    default: str | float | None = None
    style: str = "tal"

    @property
    def name(self) -> str:
        """The defined name that carries it."""
        return NAVN + self.key


def setting(label: str, help: str, default: str | float | None = None, style: str = "tal") -> Any:
    """A setting of one value; the key is the name of the field."""
    return field(default=default, metadata={"setting": ("", label, CELLE, help, default, style)})


def column(label: str, help: str) -> Any:
    """A setting that points at a column: what it points at is no value, so its field is None."""
    return field(default=None, metadata={"setting": ("", label, OMRAADE, help)})


def unit(what: str) -> Any:
    """What a column of amounts stands in."""
    return setting(f"{what} står i", "kr., 1.000 kr. eller mio. kr. Resultatet er altid i kr.", "kr.", "tekst")

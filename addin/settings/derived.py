"""A setting made from a number in a cell of the user's: 8 beside "Tærskel" is 8 %. It follows the cell, as one that
points at it does: on the settings sheet it is a formula."""

from __future__ import annotations

import re
from typing import NamedTuple

from addin.workbook import Area, Sheet, area

_FORM = re.compile(r"=?(?:1(?P<of>[-+/]))?(?P<cell>.+![$A-Za-z\d]+)(?:/(?P<per>100))?")


class Derived(NamedTuple):
    """What is done with a cell: a share in per cent (`per` 100), what is left of one, one and as much, one part of."""

    place: Area
    of: str = ""  # what is done to 1 with it: "-", "+" or "/"
    per: int = 1

    def value(self, number: float) -> float:
        part = number / self.per
        return {"": part, "-": 1 - part, "+": 1 + part}[self.of] if self.of != "/" else 1 / part

    def formula(self) -> str:
        return "=" + self.around(self.place.formula())

    def around(self, cell: str) -> str:
        return f"{'1' + self.of if self.of else ''}{cell}{f'/{self.per}' if self.per > 1 else ''}"

    def __str__(self) -> str:
        """As it is answered: Pulje!B2/100."""
        return self.around(str(self.place))


def read(text: str) -> Derived | None:
    """What a text says of one cell; None where it says a cell as it stands, or anything else.

    >>> str(read("='Pulje'!$B$2/100")), str(read("1-Pulje!B2/100")), read("Pulje!B2"), read("1/3")
    ('Pulje!B2/100', '1-Pulje!B2/100', None, None)
    """
    found = _FORM.fullmatch(text.strip())
    place = area(found["cell"]) if found else None
    if found is None or place is None or not place.single or not (found["of"] or found["per"]):
        return None
    return Derived(place, found["of"] or "", int(found["per"] or 1))


def at(sheet: Sheet, place: Area) -> Derived | None:
    """What the formula in a cell of ours says; None where there is none, or none of this kind."""
    formula = (sheet.formulas or {}).get((place.row, place.column))
    return read(formula) if formula else None

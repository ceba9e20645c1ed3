"""What the sheets are made from: the settings, the figures and the calculation of one run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from addin import units
from addin.figures import Figures
from addin.settings import Setup
from addin.workbook import Snapshot
from udfs.distribution import Distribution
from udfs.errors import antal


def is_whole(values: Sequence[float | None]) -> bool:
    """Whether no number has decimals."""
    return all(float(value or 0).is_integer() for value in values)


@dataclass
class Result:
    """One run. `names` maps the key of each of our sheets to the name it gets."""

    snapshot: Snapshot
    setup: Setup
    figures: Figures
    fordeling: Distribution
    names: dict[str, str]
    made: str  # when, as shown
    version: str
    keys: dict[str, str] = field(default_factory=dict)  # of each kind of sheet, in the edition that is made
    warnings: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    @property
    def n(self) -> int:
        return len(self.figures.recipients)

    @property
    def notes(self) -> list[str]:
        """What is worth knowing about each recipient: of the calculation, and of what its figures are made from."""
        return ["; ".join(note for note in (noted, *self.figures.notes(number)) if note)
                for number, noted in enumerate(self.fordeling.noter)]

    @property
    def recipient(self) -> str:
        """What one who is given money is called."""
        return "Modtager" if self.figures.grouped else "Institution"

    def many(self, number: int) -> str:
        """So and so many of those who are given money."""
        return antal(number, "modtager", "modtagere") if self.figures.grouped else (
            antal(number, "institution", "institutioner"))

    def arguments(self) -> dict[str, Any]:
        """The arguments of the calculation in this run."""
        values, figures = self.setup.values, self.figures
        return {"pulje": units.pool(self.setup), "noegle": figures.noegle, "boern": figures.boern,
                "taerskel": values["taerskel"], "loft": values["loft"], "minimum": values["minimum"],
                "afrunding": values["afrunding"], "taerskeltype": values["taerskeltype"],
                "boern_taerskel": figures.boern_taerskel, "vaegt": figures.vaegt}

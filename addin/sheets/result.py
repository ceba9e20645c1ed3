"""What the sheets are made from: the settings, the figures and the calculation of one run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from addin import units
from addin.figures import Figures
from addin.settings import Setup
from addin.workbook import Snapshot
from udfs.distribution import Distribution


def is_whole(values: list[float | None]) -> bool:
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

    def arguments(self) -> dict[str, Any]:
        """The arguments of FORDEL_PULJE, _SATS and _SPOR in this run."""
        values = self.setup.values
        return {"pulje": units.pool(self.setup), "noegle": self.figures.noegle, "boern": self.figures.boern,
                "taerskel": values["taerskel"], "loft": values["loft"], "minimum": values["minimum"],
                "afrunding": values["afrunding"], "taerskeltype": values["taerskeltype"]}

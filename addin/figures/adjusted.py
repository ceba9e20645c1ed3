"""A finished key with changes by hand: each added to the key of the table, with its reason, and shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from addin import inputs
from addin.danish import ended, listed
from addin.finding.institution import Recipient
from addin.settings.setup import Setup
from addin.workbook import Refusal, Sheet
from udfs.errors import antal, tal
from workbook_templates.opsaetning import SETTINGS

CHANGE, REASON = "noegle_aendring", "noegle_grund"
OTHERWISE = "Er kolonnen noget andet, så giv den en anden overskrift."
NOISE = 1e-12  # of the key; what is left of it when a change takes all of it away, as 0,1 + 0,2 - 0,3


@dataclass(frozen=True)
class Adjusted:
    """One entry an institution; a change is 0 where there is none."""

    before: list[float | None]  # as the table has it
    changes: list[float]
    reasons: list[str]
    noegle: list[float | None]  # both together

    @property
    def many(self) -> int:
        return sum(map(bool, self.changes))

    def note(self, number: int) -> str:
        before, after = self.before[number] or 0.0, self.noegle[number] or 0.0
        return f"nøglen ændret fra {tal(before)} til {tal(after)}: {self.reasons[number]}"

    def told(self, institutions: list[Recipient]) -> str:
        """Who is changed, by how much; the reasons stand in the table."""
        names = [f"{institution.name} ({'+' if change > 0 else ''}{tal(change)})"
                 for institution, change in zip(institutions, self.changes) if change]
        return ended(f"Nøglen er ændret for {antal(len(names), 'institution', 'institutioner')}: {listed(names)}")


def read(sheet: Sheet, setup: Setup, numbers: Mapping[str, list[Any]], words: Mapping[str, list[str]]
         ) -> Adjusted | None:
    """The key with its changes, None where there are none; raises Refusal with the cell."""
    changes = [change or 0.0 for change in numbers.get(CHANGE, ())]
    if not any(changes):
        return None
    rows = setup.rows.recipients
    reasons = words.get(REASON) or [""] * len(rows)
    check_columns(setup)
    for institution, change, reason in zip(rows, changes, reasons):
        if change and not reason:
            raise Refusal(f"{inputs.where(sheet, institution.row, setup.areas[REASON].column)}: {institution.name} har "
                          "en ændring af nøglen, så her skal stå hvorfor.")
    before = numbers["noegle"]
    places = [inputs.where(sheet, institution.row, setup.areas[CHANGE].column) for institution in rows]
    together = [added(*each) for each in zip(places, rows, before, changes)]
    return Adjusted(before, changes, reasons, together)


def check_columns(setup: Setup) -> None:
    """Only a finished key is changed, and no change goes without its reason."""
    place = setup.areas[CHANGE]
    if setup.key != "noegle":
        raise Refusal(f"{place}: {SETTINGS[CHANGE].label} kan kun bruges, når nøglen laves af nøgle. Vælg --grundlag "
                      f"nøgle, eller tøm kolonnen. {OTHERWISE}")
    if REASON not in setup.areas:
        raise Refusal(f"{place}: der er ændringer af nøglen, men ingen kolonne med begrundelse. Tilføj den, og giv den "
                      f"navnet Fordel_{REASON} (Formler, Definer navn). {OTHERWISE}")


def added(place: str, institution: Recipient, before: float | None, change: float) -> float | None:
    """The key after the change; never below 0."""
    if not change:
        return before
    key = before or 0.0
    after = key + change
    if abs(after) <= NOISE * key:
        return 0.0
    if after < 0:
        raise Refusal(f"{place}: {institution.name} har nøglen {tal(key)} og ændringen {tal(change)}. Det er "
                      f"{tal(after)}, og en nøgle kan ikke være negativ.")
    return after

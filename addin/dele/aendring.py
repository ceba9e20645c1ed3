"""A finished key with changes by hand, each with its reason (ændring)."""

from __future__ import annotations

from collections.abc import Mapping

from addin import inputs
from addin.danish import ended, listed
from addin.dele.form import NOEGLE, Del
from addin.figures.adjusted import Adjusted
from addin.figures.read import Figures
from addin.finding.institution import Recipient
from addin.inputs import Column
from addin.run.noegletal import KeyFigure, Kolonne
from addin.run.regnet import Regnet
from addin.settings.setup import Setup
from addin.workbook import Refusal, Sheet
from udfs.errors import antal, tal
from workbook_templates.fordeling_kontrol import AENDRINGSKONTROLLER, Check
from workbook_templates.opsaetning import SETTINGS

CHANGE, REASON = "noegle_aendring", "noegle_grund"
OTHERWISE = "Er kolonnen noget andet, så giv den en anden overskrift."
NOISE = 1e-12  # of the key; what is left of it when a change takes all of it away, as 0,1 + 0,2 - 0,3


class Aendring(Del[Adjusted]):
    key = "aendring"
    ejer = frozenset({CHANGE, REASON})
    fylder = NOEGLE
    vises_uden = True

    def aendret(self, sheet: Sheet, setup: Setup, numbers: Mapping[str, Column], words: Mapping[str, list[str]]
                ) -> Adjusted | None:
        return read(sheet, setup, numbers, words)

    def laes(self, setup: Setup, figures: Figures) -> Adjusted | None:
        return figures.institutions.adjusted

    def kolonner(self, regnet: Regnet, data: Adjusted) -> dict[str, Kolonne]:
        without = regnet.without(self.key)[0]
        return {} if without is None else {"uden_aendringer": Kolonne(without.tolist())}

    def noegletal(self, regnet: Regnet, data: Adjusted) -> dict[str, list[KeyFigure]]:
        without = regnet.without(self.key)[0]
        moved = [] if without is None else [KeyFigure("Ændringerne flytter, kr.", regnet.moved(without), "kr")]
        return {"aendring": [KeyFigure("Ændrede nøgler (undtagelser), antal", sum(map(bool, data.changes))), *moved]}

    def bemaerkninger(self, regnet: Regnet, data: Adjusted) -> list[str]:
        """Keys changed by hand are told by name, each with its reason in the table."""
        why = regnet.without(self.key)[1]
        found = [told(data, regnet.figures.institutions.rows)]
        return found + ([f"Fordelingen uden ændring af nøglen kan ikke vises: {why}."] if why else [])

    def noter(self, data: Adjusted, number: int) -> list[str]:
        """The reason; the keys, which may be counts of few children, stand on the trail only."""
        return [f"nøglen er ændret: {data.reasons[number]}"] if data.changes[number] else []

    def overvaaget(self, setup: Setup) -> tuple[Check, ...]:
        return AENDRINGSKONTROLLER if self.ejer <= setup.areas.keys() else ()


def told(data: Adjusted, institutions: list[Recipient]) -> str:
    """Who is changed; the reasons stand in the appendix, and how much on the trail."""
    names = [institution.name for institution, change in zip(institutions, data.changes) if change]
    return ended(f"Nøglen er ændret for {antal(len(names), 'institution', 'institutioner')}: {listed(names)}")


# ------------------------------------------------------------------------------------- reading


def read(sheet: Sheet, setup: Setup, numbers: Mapping[str, Column], words: Mapping[str, list[str]]
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

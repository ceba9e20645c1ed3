"""What has changed since last year: the biggest risers and fallers, and who goes from money to nothing or back."""

from __future__ import annotations

from typing import NamedTuple

from addin.danish import ended, listed
from addin.run.regnet import Regnet
from udfs.errors import tal

MOST = 5  # of each; all changes stand in the table
HEADING = "Størst ændring siden sidste år"


class Change(NamedTuple):
    name: str
    before: float
    now: float

    @property
    def kr(self) -> float:
        return self.now - self.before

    def told(self) -> str:
        """Mosehuset +12.000 kr. (+8,0 %)"""
        sign = "+" if self.kr > 0 else "-"
        share = f" ({sign}{tal(round(abs(100 * self.kr / self.before), 1))} %)" if self.before else ""
        return f"{self.name} {sign}{tal(round(abs(self.kr)))} kr.{share}"


def changes(result: Regnet) -> list[Change]:
    """Of those whose amount last year is known."""
    before = result.figures.column("sidste_aar") or []
    return [Change(recipient.name, then, now) for recipient, then, now in
            zip(result.figures.recipients, before, result.tildeling.tolist()) if then is not None]


def lines(result: Regnet) -> list[str]:
    """Running text; nothing where there is no last year, and of a saving, which is not compared with it."""
    if result.saving:
        return []
    found = changes(result)
    ranked = sorted(found, key=lambda change: -change.kr)
    risers = [change.told() for change in ranked if round(change.kr) > 0][:MOST]
    fallers = [change.told() for change in reversed(ranked) if round(change.kr) < 0][:MOST]
    gone = [change.name for change in found if change.before > 0 and change.now == 0]
    begun = [change.name for change in found if change.before == 0 and change.now > 0]
    unknown = [recipient.name for recipient, then in
               zip(result.figures.recipients, result.figures.column("sidste_aar") or []) if then is None]
    parts = (("Størst stigning: ", "; ".join(risers)), ("Størst fald: ", "; ".join(fallers)),
             ("Fra penge til ingenting: ", listed(gone, 20)), ("Fra ingenting til penge: ", listed(begun, 20)),
             ("Sidste års tildeling kendes ikke for: ", listed(unknown, 20)))
    return [ended(f"{label}{text}") for label, text in parts if text]

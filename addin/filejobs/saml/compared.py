"""What comes of a gathering of each kind. Only from here on is pandas needed."""

from __future__ import annotations

from addin.filejobs.saml import opfulgt, plan, samlet
from addin.filejobs.saml.plan import Comparison
from addin.filejobs.saml.returned import Gathered
from addin.filejobs.saml.skema import samles, skema
from workbook_templates.udmelding import OPFOELGNING


def compared(kind: str, gathered: Gathered, files: dict[str, str]) -> Comparison:
    """`files` are all that were looked at, with who answers in those that could be read."""
    if kind in samles():
        return samlet.compared(skema(kind), gathered, files)
    return (opfulgt if kind == OPFOELGNING else plan).compared(gathered, files)

"""What the look of a font, of a cell or of a part of its text, says of it: struck out, raised, lowered."""

from __future__ import annotations

from collections.abc import Mapping

from addin.hosts.files.markup import FALSE, Element
from addin.runs import LOWERED, RAISED, mark_of

_LIFTED = {"superscript": RAISED, "subscript": LOWERED}


def strikes(strike: Mapping[str, str]) -> bool:
    """Whether <strike> with these attributes strikes out."""
    return strike.get("val") not in FALSE


def lifted(align: Mapping[str, str]) -> str:
    """The mark <vertAlign> with these attributes gives."""
    return _LIFTED.get(align.get("val", ""), "")


def font_mark(font: Element) -> str:
    strike, align = font.find("{*}strike"), font.find("{*}vertAlign")
    return mark_of(strike is not None and strikes(strike.attrib), "" if align is None else lifted(align.attrib))

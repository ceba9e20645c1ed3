"""What a workbook's styles say of its cells, by the number a cell has its style by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from addin.formats import is_telling
from addin.hosts.files.markup import Element, elements, is_index
from addin.hosts.files.package import Package
from addin.hosts.files.reading.marks import font_mark
from addin.hosts.files.reading.values import DATE, SPAN

# Formats that no workbook lists: dates, also those of East Asia, and shares.
_DATES = {**dict.fromkeys((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)), DATE), 46: SPAN}
_CODES = {9: "0%", 10: "0.00%", 11: "0.00E+00", 48: "##0.0E+0"}
# What in a number format stands for itself (text, a colour, a locale), and signs that may mean something.
_TOKEN = re.compile(r'"[^"]*"?|[\\_*].?|\[[^\]]*\]?|(?i:am/pm|a/p)|.', re.DOTALL)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)


@dataclass
class Looks:
    """Styles that show a number as a date, that strike a cell out, raise or lower it, and whose number format is worth
    knowing."""

    dates: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)


def looks_of(package: Package) -> Looks:
    part = package.styles_part
    if part is None:
        return Looks()
    root = package.xml(part)
    codes = own_formats(root)
    fonts = {str(at): mark for at, font in enumerate(elements(root.find("{*}fonts"))) if (mark := font_mark(font))}
    found = Looks()
    for at, style in enumerate(elements(root.find("{*}cellXfs"))):
        number, own = style.get("numFmtId", "0"), str(at)
        builtin = int(number) if is_index(number) else 0
        kind = format_kind(codes[number]) if number in codes else _DATES.get(builtin)
        code = codes.get(number) or _CODES.get(builtin, "")
        if kind:
            found.dates[own] = kind
        elif is_telling(code):
            found.formats[own] = code
        font = style.get("fontId", "0")
        if font in fonts:
            found.marks[own] = fonts[font]
    return found


def own_formats(root: Element) -> dict[str, str]:
    """The number formats of a workbook's own, by their number."""
    return {e.get("numFmtId", ""): e.get("formatCode", "") for e in root.iterfind("{*}numFmts/{*}numFmt")}


def format_kind(code: str) -> str | None:
    """Whether a number format shows a date or a span of time, by its first section.

    >>> format_kind("dd-mm-yyyy"), format_kind("[h]:mm"), format_kind('0.0 "mdr."'), format_kind("#,##0;[Red]-0")
    ('date', 'span', None, None)
    """
    for token in _TOKEN.findall(code):
        if token == ";":
            return None
        if _ELAPSED.fullmatch(token):
            return SPAN
        if len(token) == 1 and token in "dmyhsDMYHS" or token.lower() in ("am/pm", "a/p"):
            return DATE
    return None

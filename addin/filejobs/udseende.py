"""How a user's cells look, in XlsxWriter's words: each property is allowed by itself, and no text comes along.

Fonts and styles have names, and number formats may hold any text: of these only what is known to say nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from addin.hosts.files.markup import FALSE, Element, elements, is_index
from addin.hosts.files.package import Package
from addin.hosts.files.reading.looks import own_formats

Look = dict[str, object]
BUILT_IN = 50  # number formats under this have no text of their own
SIZES = (6.0, 72.0)  # points of letters
# Words a number format may say.
UNITS = ("kr.", "kr", "kr/barn", "mio. kr.", "1.000 kr.", "t.kr.", "pct.", "%", "år", "mdr.", "børn", "timer", "stk.",
         "-")
_ASIDE = re.compile(r'"(?P<text>[^"]*)"|[\\_*][^\w]|\[\$-[0-9A-Fa-f]{1,8}\]'
                    r"|\[(?:Red|Blue|Green|Black|White|Color ?\d{1,2})\]", re.IGNORECASE)
_PLAIN = re.compile(r"(?:General|Standard|E[+-]|d{1,4}|m{1,5}|y{1,4}|h{1,2}|s{1,2}|[0#?.,%/ ;:()+@-])*", re.IGNORECASE)
_RGB = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
# Office's own colours, by their number; a workbook's own theme is not read.
THEME = ("FFFFFF", "000000", "E7E6E6", "44546A", "5B9BD5", "ED7D31", "A5A5A5", "FFC000", "4472C4", "70AD47")
INDEXED = ("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF") * 2  # the old ones
LINES = {"thin": 1, "medium": 2, "dashed": 3, "dotted": 4, "thick": 5, "double": 6, "hair": 7}
ALIGN = {"left": "left", "center": "center", "right": "right", "fill": "fill", "justify": "justify",
         "centerContinuous": "center_across"}
VALIGN = {"top": "top", "center": "vcenter", "bottom": "bottom", "justify": "vjustify"}


def looks(package: Package) -> list[Look]:
    """By the number a cell has its style by."""
    if package.styles_part is None:
        return []
    root = package.xml(package.styles_part)
    codes = own_formats(root)
    fonts = [font(each) for each in elements(root.find("{*}fonts"))]
    fills = [fill(each) for each in elements(root.find("{*}fills"))]
    borders = [border(each) for each in elements(root.find("{*}borders"))]
    return [number_format(style.get("numFmtId", "0"), codes) | at(fonts, style.get("fontId"))
            | at(fills, style.get("fillId")) | at(borders, style.get("borderId")) | alignment(style)
            for style in elements(root.find("{*}cellXfs"))]


def codes_of(package: Package) -> list[str]:
    """The number formats as they are written, by the number a cell has its style by; "" where it is built in."""
    if package.styles_part is None:
        return []
    root = package.xml(package.styles_part)
    codes = own_formats(root)
    return [codes.get(style.get("numFmtId", "0"), "") for style in elements(root.find("{*}cellXfs"))]


def at(found: list[Look], number: str | None) -> Look:
    return found[int(number)] if number and is_index(number) and int(number) < len(found) else {}


def number_format(number: str, codes: Mapping[str, str]) -> Look:
    if number in codes:
        return {"num_format": codes[number]} if says_nothing(codes[number]) else {}
    return {"num_format": int(number)} if is_index(number) and 0 < int(number) < BUILT_IN else {}


def says_nothing(code: str) -> bool:
    """Whether a number format has no text but a unit.

    >>> [says_nothing(code) for code in ('#,##0 "kr."', "dd-mm-yyyy", '0" Jens"', "[$-406]d. mmmm yyyy", "0123")]
    [True, True, False, True, False]
    """
    texts = [aside["text"].strip() for aside in _ASIDE.finditer(code) if aside["text"] is not None]
    return all(text in (*UNITS, "") for text in texts) and _PLAIN.fullmatch(_ASIDE.sub("", code)) is not None


def font(element: Element) -> Look:
    found: Look = {}
    for child, name in (("b", "bold"), ("i", "italic"), ("u", "underline")):
        said = element.find(f"{{*}}{child}")
        if said is not None and said.get("val") not in (*FALSE, "none"):
            found[name] = True
    size = element.find("{*}sz")
    points = number(size.get("val", "")) if size is not None else None
    if points is not None and SIZES[0] <= points <= SIZES[1]:
        found["font_size"] = points
    return found | coloured("font_color", element.find("{*}color"))


def number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def fill(element: Element) -> Look:
    pattern = element.find("{*}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return {}
    return coloured("bg_color", pattern.find("{*}fgColor"))


def border(element: Element) -> Look:
    found: Look = {}
    for side in ("left", "right", "top", "bottom"):
        line = element.find(f"{{*}}{side}")
        if line is not None and line.get("style") in LINES:
            found |= {side: LINES[line.get("style", "")]} | coloured(f"{side}_color", line.find("{*}color"))
    return found


def alignment(style: Element) -> Look:
    said = style.find("{*}alignment")
    if said is None:
        return {}
    found: Look = {}
    if said.get("horizontal") in ALIGN:
        found["align"] = ALIGN[said.get("horizontal", "")]
    if said.get("vertical") in VALIGN:
        found["valign"] = VALIGN[said.get("vertical", "")]
    if said.get("wrapText", "0") not in FALSE:
        found["text_wrap"] = True
    if is_index(said.get("indent", "")) and int(said.get("indent", "")) < 16:
        found["indent"] = int(said.get("indent", ""))
    return found


def coloured(name: str, element: Element | None) -> Look:
    """A colour as it is written, or Office's own of that number, lighter or darker."""
    if element is None:
        return {}
    rgb = _RGB.fullmatch(element.get("rgb", ""))
    if rgb:
        return {name: f"#{rgb[1].upper()}"}
    indexed = element.get("indexed", "")
    if is_index(indexed) and int(indexed) < len(INDEXED):
        return {name: f"#{INDEXED[int(indexed)]}"}
    theme, tint = element.get("theme", ""), number(element.get("tint", "0")) or 0.0
    if not is_index(theme) or int(theme) >= len(THEME) or not -1 <= tint <= 1:
        return {}
    parts = [int(THEME[int(theme)][place:place + 2], 16) for place in (0, 2, 4)]
    made = [round(part * (1 + tint)) if tint < 0 else round(part + (255 - part) * tint) for part in parts]
    return {name: "#" + "".join(f"{part:02X}" for part in made)}

"""The styles of workbook_templates as properties of Calc's cells."""

from __future__ import annotations

from typing import Any

from addin.foreign import Foreign
from addin.hosts.calc.unotypes import enum, struct
from workbook_templates.styles import properties

_COLOURS = {"white": 0xFFFFFF}
_WIDTHS = {1: 26, 2: 62}  # thin and medium, as a workbook file's are read
_SIDES = ("Top", "Bottom", "Left", "Right")
_INDENT = 370  # three blanks
_CENTRE = 2  # com.sun.star.table.CellVertJustify2.CENTER


def colour(text: str) -> int:
    return _COLOURS[text] if text in _COLOURS else int(text.lstrip("#"), 16)


def calc_properties(document: Foreign, style: str) -> dict[str, object]:
    """A style in Calc's words."""
    made: dict[str, object] = {}
    given = properties(style)
    for word, value in given.items():
        if word in _PLAIN:
            name, convert = _PLAIN[word]
            made[name] = convert(value)
        elif word == "num_format":
            made["NumberFormat"] = number_format(document, value)
        elif word == "indent":
            made |= {"ParaIndent": _INDENT * value, "HoriJustify": enum("table.CellHoriJustify", "LEFT")}
        elif word in ("border", "top", "bottom"):
            made |= _borders(word, value, given.get("border_color", "#000000"))
        elif word != "border_color":
            raise ValueError(f"a style with {word}, which nobody has put into Calc's words")
    return made


def number_format(document: Foreign, code: str) -> int:
    """The key of an en-US code, shown with the signs of the user's language."""
    english = struct("lang.Locale", Language="en", Country="US")
    return int(document.NumberFormats.addNewConverted(code, english, struct("lang.Locale")))


def _borders(word: str, width: int, shade: str) -> dict[str, object]:
    line = struct("table.BorderLine2", Color=colour(shade), LineStyle=0, LineWidth=_WIDTHS[width],
                  OuterLineWidth=_WIDTHS[width])
    sides = _SIDES if word == "border" else (word.capitalize(),)
    return {f"{side}Border": line for side in sides}


_PLAIN: dict[str, tuple[str, Any]] = {
    "bold": ("CharWeight", lambda on: 150.0 if on else 100.0),
    "italic": ("CharPosture", lambda on: enum("awt.FontSlant", "ITALIC" if on else "NONE")),
    "font_size": ("CharHeight", float),
    "font_color": ("CharColor", colour),
    "bg_color": ("CellBackColor", colour),
    "text_wrap": ("IsTextWrapped", bool),
    "valign": ("VertJustify", lambda _: _CENTRE),  # the only one there is
    "align": ("HoriJustify", lambda way: enum("table.CellHoriJustify", way.upper())),
}

"""What a workbook may say of its cells beside their values, put in by dice: text in several ways, merged cells, how it
is computed, text that is not plain."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Change = Callable[[dict[str, bytes], random.Random], dict[str, bytes]]
BOOK = re.compile(r"workbook\.xml$")
SHEETS = re.compile(r"worksheets/[^/]+\.xml$")
TEXTS = re.compile(r"sharedStrings\.xml$")
_TEXT = re.compile(rb"<t(?: [^<>]*)?>([^<>]*)</t>")
_VALUE = re.compile(rb"<(v|t|f)(?: [^<>]*)?>([^<>]+)</\1>")
_CELL = re.compile(rb'<c r="([A-Z]+)([0-9]+)"')
_ROW = re.compile(rb"<row(?=[ >])")
_CALCULATION = re.compile(rb"<calcPr[^<>]*/>")
_LOOKS = (b"<strike/>", b'<strike val="0"/>', b'<strike val="1"/>', b'<vertAlign val="superscript"/>',
          b'<vertAlign val="subscript"/>', b"<b/>", b"", b'<vertAlign val="x"/>', b"<strike>")
_AREAS = (b"A1:A9", b"A1:B2", b"B2:B2", b"A:A", b"1:4", b"A2:A1048576", b"B9:A1", b"XFD1048576", b"A0:B2", b"x", b"")
_FORMULAS = (b"<f>1+1</f>", b"<f>A1*2</f>", b'<f t="shared" si="0"/>', b'<f t="shared" ref="A1:B9" si="0">A1*2</f>',
             b'<f t="array" ref="A1:C9">A1:A9*2</f>', b'<f t="dataTable" ref="B2:C4" r1="A1"/>',
             b'<f t="array" ref="A1:XFD1048576">1</f>', b'<f t="array" ref="x">1</f>')
_SAID = (b'fullCalcOnLoad="1"', b'calcCompleted="0"', b'calcMode="manual"', b'fullPrecision="0"',
         b'calcMode="auto" fullCalcOnLoad="true"', b'fullCalcOnLoad="x"', b'calcId="0"', b"")


def of_parts(names: re.Pattern[str], change: Callable[[bytes, random.Random], bytes]) -> Change:
    """The change in one of the parts that are called so; IndexError where there is none."""
    def kind(content: dict[str, bytes], dice: random.Random) -> dict[str, bytes]:
        name = dice.choice([name for name in content if names.search(name)])
        return content | {name: change(content[name], dice)}
    return kind


def written_in_several_ways(xml: bytes, dice: random.Random) -> bytes:
    """A text in runs, some struck out, raised or lowered; or one that is struck out as a whole."""
    found = dice.choice(list(_TEXT.finditer(xml)))
    at = dice.randrange(len(found[1]) + 1)
    try:
        pieces = [piece.decode().encode() for piece in (found[1][:at], found[1][at:], dice.choice((b"1", b"", b" ")))]
    except UnicodeDecodeError:  # in the middle of a letter
        pieces = [found[1], b"1"]
    looks = [b"", *(b"<rPr>%b</rPr>" % look for look in _LOOKS)]  # the first looks as its cell
    runs = b"".join(b'<r>%b<t xml:space="preserve">%b</t></r>' % (dice.choice(looks), piece)
                    for piece in pieces[:dice.choice((1, 2, 3))])
    return xml[:found.start()] + runs + xml[found.end():]


def merged(xml: bytes, dice: random.Random) -> bytes:
    """Cells merged: somewhere, over cells that hold something, or no area at all."""
    cells = [b"%b%b:%b%d" % (cell[1], cell[2], cell[1], int(cell[2]) + dice.randrange(4)) for cell in
             dice.choices(list(_CELL.finditer(xml)), k=3)]
    chosen = dice.choices((*_AREAS, *cells * 4), k=dice.choice((1, 2, 5)))
    boxes = b"".join(b'<mergeCell ref="%b"/>' % box for box in chosen)
    return xml.replace(b"</sheetData>", b"</sheetData><mergeCells>%b</mergeCells>" % boxes, 1)


def computed_otherwise(xml: bytes, dice: random.Random) -> bytes:
    """What the workbook says of how it is computed."""
    said = b"<calcPr %b/>" % dice.choice(_SAID)
    without = _CALCULATION.sub(b"", xml)
    return without.replace(b"</workbook>", said + b"</workbook>", 1)


def not_plain(xml: bytes, dice: random.Random) -> bytes:
    """A text as CDATA, by the numbers of its signs, or with a comment or an instruction in it."""
    found = dice.choice(list(_VALUE.finditer(xml)))
    text = found[2]
    ways = [b"<![CDATA[%b]]>" % text, text[:1] + b"<!-- 7 -->" + text[1:], text + b"<?x y?>",
            b"<![CDATA[%b]]>%b" % (text[:1], text[1:]), b"<![CDATA[%b" % text]
    if text.isascii() and b"&" not in text:
        ways += [b"".join(b"&#%d;" % sign for sign in text), b"".join(b"&#x%X;" % sign for sign in text)] * 2
    start, end = found.span(2)
    return xml[:start] + dice.choice(ways) + xml[end:]


def without_value(xml: bytes, dice: random.Random) -> bytes:
    """A formula, its own or of several cells, whose value is 0, nothing or empty text."""
    found = dice.choice(list(_VALUE.finditer(xml)))
    if found[1] != b"v":
        raise IndexError("no value")
    made = dice.choice(_FORMULAS) + dice.choice((b"<v>0</v>", b"<v></v>", b"<v/>", b""))
    return xml[:found.start()] + made + xml[found.end():]


def of_another_program(xml: bytes, dice: random.Random) -> bytes:
    """Beside a value, or around it, what another program has put there."""
    found = dice.choice(list(_VALUE.finditer(xml)))
    ways = (found[0] + b'<z:%b xmlns:z="urn:z">7</z:%b>' % (found[1], found[1]), b"<extLst>%b</extLst>" % found[0],
            found[0] + b"<extLst><v>7</v></extLst>", b'<z:w xmlns:z="urn:z">%b</z:w>' % found[0],
            b'<m:AlternateContent xmlns:m="http://schemas.openxmlformats.org/markup-compatibility/2006"><m:Fallback>%b'
            b"</m:Fallback></m:AlternateContent>" % found[0], b"<z:w/>" + found[0])
    return xml[:found.start()] + dice.choice(ways) + xml[found.end():]


def without_size(xml: bytes, dice: random.Random) -> bytes:
    """A row that is hidden, or has no height."""
    found = dice.choice(list(_ROW.finditer(xml)))
    return xml[:found.end()] + dice.choice((b' ht="0"', b' ht="0.0"', b' hidden="1"', b' ht="6"')) + xml[found.end():]


CHANGES: tuple[Change, ...] = (
    *[of_parts(TEXTS, written_in_several_ways)] * 2, *[of_parts(SHEETS, merged)] * 2,
    of_parts(BOOK, computed_otherwise), of_parts(SHEETS, not_plain), of_parts(TEXTS, not_plain),
    *[of_parts(SHEETS, without_value)] * 2, of_parts(SHEETS, of_another_program), of_parts(TEXTS, of_another_program),
    of_parts(SHEETS, without_size))

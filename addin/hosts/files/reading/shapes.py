"""The cells of a sheet by their shapes: with every digit a 0, sixty thousand rows are a few hundred different cells.

So each kind of cell is looked at once, and closely, where a look through all of them would be a dozen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_TEXT = rb"[^<>&\x00-\x08\x0b\x0c\x0e-\x1f]*"
_ROW = rb'<row r="0{1,7}"(?: [\w:.]+="[^"<>&]*")*'
_ROW_TAG = re.compile(_ROW)
_NAME = re.compile(rb' ([\w:.]+)="')
_HIDDEN = re.compile(rb' hidden="(?!false")| ht="0[".]')  # also what may have been another digit than 0
_END = b"</row>"
_BEFORE, _AFTER = _END, b'<row r="0"><c r="A0"><v>0</v>'  # make the first and the last piece like the others
_ESCAPED = b"_x"  # a sign by its number: calamine and we know different ones


def are_values_alone(body: bytes, wide: int, long: int) -> bool:
    """Whether a list of cells is rows, empty cells, numbers and plain texts, written as they mostly are, and nothing
    else, in addresses of so many letters and digits at most: then it is well-formed too."""
    *rows, tail = body.translate(_ZEROS).split(_END)
    # After </row> what may stand is the same everywhere, so that each different row is looked at once, in any order.
    first, *others = _END.join([*dict.fromkeys(rows), tail]).split(b"</c>")
    if not others:
        return False
    last = others.pop()
    pieces = {_BEFORE + first, last + _AFTER, *others}
    look = _piece(wide, long).fullmatch
    return all(map(look, pieces)) and _are_plain_rows(pieces) and not any(_ESCAPED in piece for piece in pieces)


@lru_cache
def _piece(wide: int, long: int) -> re.Pattern[bytes]:
    """What may stand from the end of a cell to the end of the next that holds something."""
    cell = rb'<c r="[A-Z]{1,%d}0{1,%d}"(?: s="0+")?' % (wide, long)
    value = rb'(?: t="(?:n|b|str)")?><v>%b</v>' % _TEXT
    of_text = rb' t="s"><v>0+</v>| t="inlineStr"><is><t(?: xml:space="preserve")?>%b</t></is>' % _TEXT
    rows = rb"</row>(?:%b(?:/>|></row>))*%b>" % (_ROW, _ROW)
    return re.compile(rb"(?:%b/>|%b)*%b(?:%b|%b)" % (cell, rows, cell, value, of_text))


def _are_plain_rows(pieces: Iterable[bytes]) -> bool:
    """Whether no row is hidden, or may have no height, or says a thing of itself twice."""
    tags = {tag for piece in pieces for tag in _ROW_TAG.findall(piece)}
    names = map(_NAME.findall, tags)
    return all(len(set(said)) == len(said) for said in names) and not any(map(_HIDDEN.search, tags))

"""Workbooks with something wrong in them: bytes, zip headers, parts, elements, attributes. One seed, one file."""

from __future__ import annotations

import io
import random
import re
import struct
import warnings
import zipfile
from collections.abc import Callable

from tests.addin.hosts.files.odd_packages import with_a_macro_sheet
from tests.fuzz.mutate_cells import CHANGES, Change

ODD = [b"", b"-1", b"0", b"1", b"999999999999", b"4294967296", b"1048577", b"x", b"../../x", b"%20", b"\xc3\xa6",
       b"NaN", b"1e400", b"&lt;", b"A1048576", b"XFD1048576", b"ZZZZ9", b"#REF!", b"true", b"rId1", b"/xl/workbook.xml"]
_VALUE = re.compile(rb'(?<==")[^"]*(?=")')
_TEXT = re.compile(rb"(?<=>)[^<>]+(?=<)")
_ELEMENT = re.compile(rb"<([A-Za-z:]+)(?:\s[^<>]*)?(?:/>|>[^<>]*</\1>)")
_HEADERS = (b"PK\3\4", b"PK\1\2", b"PK\5\6")


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The file with one to three things wrong."""
    for _ in range(dice.choice((1, 1, 2, 3))):
        try:
            data = dice.choice(KINDS)(data, dice)
        except (zipfile.BadZipFile, ValueError, LookupError, EOFError, OSError, RuntimeError, zipfile.zlib.error,
                struct.error):
            return data  # so broken already that it cannot be taken apart
    return data


def _some_bytes(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 2, 8))):
        changed[dice.randrange(len(changed))] = dice.choice((0, 255, dice.randrange(256)))
    return bytes(changed)


def _cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.choice((dice.randrange(len(data)), len(data) - dice.randrange(1, 40)))]


def _gap(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data))
    piece = data[at: at + dice.randrange(1, 400)]
    return data[:at] + dice.choice((b"", piece + piece)) + data[at + len(piece):]


def _header(data: bytes, dice: random.Random) -> bytes:
    """A field in one of the zip's own headers."""
    mark = dice.choice(_HEADERS)
    places = [found.start() for found in re.finditer(re.escape(mark), data)]
    at = dice.choice(places) + dice.randrange(4, 46)
    value = dice.choice((b"\0\0", b"\xff\xff", b"\xff\xff\xff\xff", b"\1", struct.pack("<H", dice.randrange(1 << 16))))
    return data[:at] + value + data[at + len(value):]


def _with_part(change: Callable[[bytes, random.Random], bytes]) -> Callable[[bytes, random.Random], bytes]:
    def kind(data: bytes, dice: random.Random) -> bytes:
        content = _parts(data)
        names = [name for name in content if name.endswith((".xml", ".rels"))]
        important = [name for name in names if re.search("workbook|sheet|Types|styles", name)]
        name = dice.choice(dice.choice((names, important)))
        return _zipped(content | {name: change(content[name], dice)}, dice)
    return kind


def _replace(pattern: re.Pattern[bytes], what: Callable[[bytes, random.Random], bytes]
             ) -> Callable[[bytes, random.Random], bytes]:
    def change(xml: bytes, dice: random.Random) -> bytes:
        found = dice.choice(list(pattern.finditer(xml)))
        return xml[: found.start()] + what(found[0], dice) + xml[found.end():]
    return change


def _in_cells(change: Change) -> Callable[[bytes, random.Random], bytes]:
    return lambda data, dice: _zipped(change(_parts(data), dice), dice)


def _other_parts(data: bytes, dice: random.Random) -> bytes:
    """A part missing, under another name, with another's content, or twice."""
    content = _parts(data)
    one, two = dice.choice(list(content)), dice.choice(list(content))
    what = dice.randrange(4)
    if what == 0:
        del content[one]
    elif what == 1:
        content[one.upper() if dice.random() < 0.5 else one + "x"] = content.pop(one)
    elif what == 2:
        content[one], content[two] = content[two], content[one]
    return _zipped(content, dice, again=one if what == 3 else None)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(content: dict[str, bytes], dice: random.Random, again: str | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", dice.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
        if again:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                archive.writestr(again, content[again])
    return out.getvalue()


KINDS = [
    _some_bytes, _cut, _gap, _header, _header, _other_parts,
    _with_part(_some_bytes), _with_part(_cut), _with_part(_gap),
    *[_with_part(_replace(_VALUE, lambda old, dice: dice.choice(ODD)))] * 4,
    *[_with_part(_replace(_TEXT, lambda old, dice: dice.choice(ODD)))] * 2,
    _with_part(_replace(_ELEMENT, lambda old, dice: b"")),
    _with_part(_replace(_ELEMENT, lambda old, dice: old * dice.choice((2, 3, 200)))),
    _with_part(_replace(_VALUE, lambda old, dice: old * dice.choice((2, 1000)))),
    *map(_in_cells, CHANGES), lambda data, dice: with_a_macro_sheet(_zipped(_parts(data), dice)),
]

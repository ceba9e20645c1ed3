"""The icons are whole pictures, the same on every machine."""

from __future__ import annotations

import hashlib
import struct
import zlib

import pytest

from addin.packaging.web.icons import ICONS, SIZES, png
from addin.ribbon import BUTTONS


def chunks(data: bytes) -> dict[bytes, bytes]:
    """The parts of a PNG, each with its sum checked."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    found, at = {}, 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4:at + 8], data[at + 8:at + 8 + length]
        assert struct.unpack_from(">I", data, at + 8 + length) == (zlib.crc32(kind + body),)
        found[kind] = body
        at += 12 + length
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("icon", ICONS)
def test_an_icon_is_a_picture_of_its_size_with_something_on_it(icon, size) -> None:
    parts = chunks(png(icon, size))
    assert struct.unpack_from(">IIBB", parts[b"IHDR"]) == (size, size, 8, 3)
    rows = zlib.decompress(parts[b"IDAT"])
    assert len(rows) == size * (size + 1)
    lines = [rows[at + 1:at + 1 + size] for at in range(0, len(rows), size + 1)]
    alpha = [parts[b"tRNS"][number] for line in lines for number in line]
    assert 0.1 < sum(alpha) / (255 * len(alpha)) < 0.95  # neither empty nor a square
    assert min(alpha) == 0


def test_every_button_has_its_drawing() -> None:
    assert {button.icon for button in BUTTONS} <= set(ICONS)


def test_no_two_are_alike() -> None:
    assert len({png(icon, 32) for icon in ICONS}) == len(ICONS)


def test_the_bytes_are_those_of_every_machine() -> None:
    """Seen and found good; where a drawing is changed, look at it and put its sum here."""
    drawn = hashlib.sha256(b"".join(png(icon, size) for icon in ICONS for size in SIZES)).hexdigest()
    assert drawn == "cffc9b70653174025caca3105de242cf0c472395e8ebd05b05da0f30f10a9ae5"

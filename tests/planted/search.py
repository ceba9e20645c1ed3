"""The search for what was planted: in the bytes of a file, unpacked, in files within it, in UTF-16, and in base64."""

from __future__ import annotations

import base64
import binascii
import html
import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator

from tests.planted.book import FORMS

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")
_BASE64 = re.compile(rb"[A-Za-z0-9+/\r\n]{12,}={0,2}")
_STREAM = re.compile(rb"x[\x01\x5e\x9c\xda]")


def found(data: bytes, forms: Collection[str] = FORMS) -> list[str]:
    """What of the forms is anywhere in a file, each with where."""
    wanted = {form: [form.casefold().encode(encoding) for encoding in ENCODINGS] for form in forms}
    return [f"{form} in {where}" for where, layer in layers(data, "") for form, coded in wanted.items()
            if any(each in lowered(layer) for each in coded)]


def lowered(layer: bytes) -> bytes:
    return layer.lower()


def layers(data: bytes, where: str, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """A file, and everything that can be got out of it."""
    yield where or "the file", data
    if b"&" in data:  # written as numbers of signs
        yield f"{where}&", html.unescape(data.decode("utf-8", "replace")).encode()
    if depth > 4:
        return
    if b"PK\3\4" in data:
        yield from packed(data, where, depth)
    for match in _BASE64.finditer(data):
        text = re.sub(rb"\s", b"", match[0])
        for start in range(4):
            piece = text[start:]
            try:
                yield f"{where}|base64", base64.b64decode(piece[:len(piece) // 4 * 4])
            except binascii.Error:
                continue


def packed(data: bytes, where: str, depth: int) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            for info in file.infolist():
                yield f"{where}/{info.filename}", info.filename.encode() + info.comment + info.extra
                yield from layers(file.read(info), f"{where}/{info.filename}", depth + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        return

"""The search for what was planted: in the bytes of a file, unpacked, in files within it, between marks, in streams, in
UTF-16, and in base64. What cannot be unpacked is said, as if something were there, and the rest is searched."""

from __future__ import annotations

import base64
import binascii
import html
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from typing import NamedTuple

from addin.hosts.files.container import UNREADABLE
from tests.planted.book import FORMS

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")
DEEPEST = 4
UNSEEN = "cannot be unpacked"
_BASE64 = re.compile(rb"[A-Za-z0-9+/\r\n]{12,}={0,2}")
_STREAM = re.compile(rb"x[\x01\x5e\x9c\xda]")
_MARKS = re.compile(rb"<[^<>]*>")
# Besides: an entry with a password, and what Container refuses before it is read.
_NOT_OPENED = (*UNREADABLE, RuntimeError, EOFError, OSError, OverflowError, lzma.LZMAError)


class Layer(NamedTuple):
    """Something that could be got out of a file, and where; None where there is something that could not."""

    where: str
    data: bytes | None


def found(data: bytes, forms: Collection[str] = FORMS) -> list[str]:
    """What of the forms is anywhere in a file, each with where; and what nobody could look into."""
    wanted = {form: [form.casefold().encode(encoding, "xmlcharrefreplace") for encoding in ENCODINGS] for form in forms}
    told = []
    for layer in layers(data, ""):
        if layer.data is None:
            told.append(f"{layer.where} {UNSEEN}")
            continue
        lowered = layer.data.lower()
        told += [f"{form} in {layer.where}" for form, coded in wanted.items() if any(each in lowered for each in coded)]
    return told


def layers(data: bytes, where: str, depth: int = 0) -> Iterator[Layer]:
    """A file, and everything that can be got out of it."""
    yield Layer(where or "the file", data)
    if b"&" in data:  # written as numbers of signs
        yield Layer(f"{where}&", html.unescape(data.decode("utf-8", "replace")).encode())
    if b"<" in data:  # in pieces, with marks between them
        yield Layer(f"{where}<>", _MARKS.sub(b"", data))
    if depth > DEEPEST:
        return
    if b"PK\3\4" in data:
        yield from packed(data, where, depth)
    yield from streams(data, where)
    for match in _BASE64.finditer(data):
        text = re.sub(rb"\s", b"", match[0])
        for start in range(4):
            piece = text[start:]
            try:
                yield Layer(f"{where}|base64", base64.b64decode(piece[:len(piece) // 4 * 4]))
            except binascii.Error:
                continue


def streams(data: bytes, where: str) -> Iterator[Layer]:
    """What is compressed without a zip around it; most of what begins so is nothing."""
    for match in _STREAM.finditer(data):
        try:
            yield Layer(f"{where}|stream", zlib.decompressobj().decompress(data[match.start():]))
        except zlib.error:
            continue


def packed(data: bytes, where: str, depth: int) -> Iterator[Layer]:
    """The entries of a zip; a damaged one hides none of the others."""
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except _NOT_OPENED:
        yield Layer(f"{where}/", None)
        return
    for info in file.infolist():
        name = f"{where}/{info.filename}"
        yield Layer(name, info.filename.encode() + info.comment + info.extra)
        try:
            inside = file.read(info)
        except _NOT_OPENED:
            yield Layer(name, None)
            continue
        yield from layers(inside, name, depth + 1)

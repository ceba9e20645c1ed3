"""The zip around a workbook: read with suspicion, written with the bytes of kept entries as they were."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import NamedTuple

from addin.hosts.files import refusals
from addin.hosts.files.refusals import refuse

MAX_ENTRIES = 20_000
MAX_BYTES = 300 << 20  # of all parts together, unpacked
MAX_RATIO = 200  # unpacked to packed; repetitive sheets reach 50, a bomb 1,000
RATIO_FROM_BYTES = 64 << 20  # below this size no ratio does any harm

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # of packing, that spreadsheet programs open
# By zipfile of a damaged one: the third of one that asks for a newer zip, the last of names that are not in UTF-8.
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError)

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls and of everything encrypted
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DATA_DESCRIPTOR, _UTF8 = 0x8, 0x800
_ZIP64 = 1  # the one extra field that is about the place in the file, not about the entry
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)  # what Excel itself writes; keeps the same work the same bytes


class Entry(NamedTuple):
    """One entry of a zip: what the central directory says of it, and its bytes as they lie in the file."""

    info: zipfile.ZipInfo
    raw: bytes | memoryview
    extra: bytes = b""  # the extra fields of its local header; those of the directory are in `info`


class Container:
    """The entries of a zip by normalised name (see `normal`), in the file's order."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        self._zip = _open(data, file)
        self.comment = self._zip.comment
        infos = self._zip.infolist()
        _check_sizes(infos, file)
        self.entries: dict[str, Entry] = {}
        for info in infos:
            name = normal(info.filename)
            if name in self.entries:
                raise refuse(refusals.DUPLICATE, file, info.filename)
            if info.flag_bits & 1:
                raise refuse(refusals.ENCRYPTED_ENTRY, file, info.filename)
            if info.compress_type not in METHODS:
                raise refuse(refusals.PACKED_OTHERWISE, file, info.filename)
            self.entries[name] = _entry(data, info, file)
        _check_overlap(self.entries.values(), file)

    def read(self, name: str) -> bytes:
        """The unpacked bytes of an entry."""
        info = self.entries[name].info
        try:
            return self._zip.read(info)
        except UNREADABLE as error:
            raise refuse(refusals.DAMAGED, self.file, info.filename) from error


def normal(name: str) -> str:
    """A part's name for comparing: they are the same whatever the case and however the slashes stand."""
    return name.replace("\\", "/").lstrip("/").lower()


def _open(data: bytes, file: str) -> zipfile.ZipFile:
    if data.startswith(_COMPOUND):
        raise refuse(_compound_kind(data), file)
    if not data.startswith(b"PK"):
        raise refuse(refusals.NOT_A_WORKBOOK, file)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except UNREADABLE as error:
        raise refuse(refusals.DAMAGED, file, "zip") from error


def _compound_kind(data: bytes) -> str:
    """What lies in a compound file, by the names in its directory.

    Both kinds of encryption hold EncryptedPackage; only rights management, which is what a label that
    encrypts uses, names a DRM transform.
    """

    def has(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        return refusals.LABELLED if has("DRMEncrypted") or has("DRMContent") else refusals.PASSWORD
    return refusals.OLD_XLS if has("Workbook") or has("Book") else refusals.NOT_A_WORKBOOK


def _check_sizes(infos: list[zipfile.ZipInfo], file: str) -> None:
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if len(infos) > MAX_ENTRIES:
        raise refuse(refusals.TOO_MANY, file, f"{len(infos)} dele")
    if unpacked > MAX_BYTES:
        raise refuse(refusals.TOO_LARGE, file, f"{unpacked >> 20} MB")
    if unpacked > RATIO_FROM_BYTES and unpacked > MAX_RATIO * packed:
        raise refuse(refusals.TOO_DENSE, file, f"{unpacked >> 20} MB")


def _entry(data: bytes, info: zipfile.ZipInfo, file: str) -> Entry:
    start = info.header_offset
    header = data[start : start + _LOCAL.size] if start >= 0 else b""
    if len(header) == _LOCAL.size and header.startswith(b"PK\3\4"):
        name_length, extra_length = _LOCAL.unpack(header)[-2:]
        extra = start + _LOCAL.size + name_length
        raw = extra + extra_length
        if raw + info.compress_size <= len(data):
            return Entry(info, memoryview(data)[raw : raw + info.compress_size], data[extra:raw])
    raise refuse(refusals.DAMAGED, file, info.filename)


def _without_zip64(extra: bytes) -> bytes:
    """The extra fields (dates, names in Unicode, Excel's room for growth) but for 64-bit sizes, which all fit in 32;
    none where they do not add up."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        end = at + 4 + length
        if end > len(extra):
            return b""
        if kind != _ZIP64:
            kept += extra[at:end]
        at = end
    return kept if at == len(extra) else b""


def _check_overlap(entries: Iterable[Entry], file: str) -> None:
    """Entries that share bytes: how small bombs are built."""
    end = 0
    for info, raw, extra in sorted(entries, key=lambda entry: entry.info.header_offset):
        if info.header_offset < end:
            raise refuse(refusals.DAMAGED, file, info.filename)
        end = info.header_offset + _LOCAL.size + len(raw) + len(extra)


# ------------------------------------------------------------------------------------- writing


def packed(name: str, data: bytes, like: zipfile.ZipInfo | None = None, level: int = 6) -> Entry:
    """A new entry, or with `like` one that replaces another under its name and date."""
    info = zipfile.ZipInfo(like.orig_filename if like else name, like.date_time if like else _FIXED_DATE)
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
    raw = deflate.compress(data) + deflate.flush()
    info.compress_type, info.CRC, info.file_size = zipfile.ZIP_DEFLATED, zlib.crc32(data), len(data)
    info.flag_bits = (like.flag_bits & _UTF8) if like else (0 if name.isascii() else _UTF8)
    if like:
        info.extra, info.comment = like.extra, like.comment
    return Entry(info, raw)


def zip_of(entries: Iterable[Entry], comment: bytes = b"") -> bytes:
    """A zip of the entries as they are.

    The standard library can only recompress. Sizes go into the local header, so a data descriptor and the
    64-bit fields some programs write without need (MAX_BYTES keeps us below 4 GB) are not carried over.
    """
    out, directory, count = io.BytesIO(), io.BytesIO(), 0
    for info, raw, local_extra in entries:
        flags = info.flag_bits & ~_DATA_DESCRIPTOR
        name = info.orig_filename.encode("utf-8" if flags & _UTF8 else "cp437")
        of_file, of_directory = _without_zip64(local_extra), _without_zip64(info.extra)
        common = (flags, info.compress_type, *_dos_date(info), info.CRC, len(raw), info.file_size, len(name))
        made_by = info.create_system << 8 | 20
        where = (len(info.comment), 0, info.internal_attr, info.external_attr, out.tell())
        directory.write(_CENTRAL.pack(b"PK\1\2", made_by, 20, *common, len(of_directory), *where))
        directory.write(name + of_directory + info.comment)
        out.write(_LOCAL.pack(b"PK\3\4", 20, *common, len(of_file)) + name + of_file)
        out.write(raw)
        count += 1
    start, size = out.tell(), directory.tell()
    out.write(directory.getvalue())
    out.write(_END.pack(b"PK\5\6", 0, 0, count, count, size, start, len(comment)) + comment)
    return out.getvalue()


def _dos_date(info: zipfile.ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = info.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day

"""The zip around a workbook: everything zipfile says of a damaged one is a refusal, and none of what it is asked to
catch is caught for nothing."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import pytest

from addin.hosts.files import refusals
from addin.hosts.files.container import UNREADABLE, Container
from addin.workbook import Refusal

NAME = "æ.xml"
LOCAL, CENTRAL = b"PK\3\4", b"PK\1\2"


def packed(method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        file.writestr(NAME, "<r>Birken</r>" * 40)
    return out.getvalue()


def altered(header: bytes, offset: int, new: bytes) -> bytes:
    """With other bytes in the header of the entry, or after it."""
    data = packed()
    at = data.index(header) + offset
    return data[:at] + new + data[at + len(new):]


def read(data: bytes) -> bytes:
    return Container(data, "b.xlsx").read(NAME)


# The exception, and a file that zipfile raises it of: when it is opened, and when its entry is read.
DAMAGES = [
    (zipfile.BadZipFile, packed()[:-10]),
    (zipfile.BadZipFile, altered(CENTRAL, 16, b"\0\0\0\0")),  # the check sum
    (zlib.error, altered(LOCAL, 30 + len(NAME.encode()), b"\xff" * 8)),  # what is packed
    (NotImplementedError, altered(CENTRAL, 6, b"\xff")),  # the version of zip it takes
    (NotImplementedError, altered(CENTRAL, 8, b"\x20")),  # the flag of a patch
    (UnicodeDecodeError, altered(CENTRAL, 46, b"\xff")),  # the name
    (UnicodeDecodeError, altered(LOCAL, 30, b"\xff")),
]


def test_it_is_read_as_it_is() -> None:
    assert read(packed()) == read(packed(zipfile.ZIP_STORED)) == b"<r>Birken</r>" * 40


@pytest.mark.parametrize(("problem", "data"), DAMAGES)
def test_a_damaged_one_is_refused_whatever_zipfile_says_of_it(problem: type[Exception], data: bytes) -> None:
    with pytest.raises(Refusal, match="er beskadiget eller kun delvist hentet") as refused:
        read(data)
    assert type(refused.value.__cause__) is problem


def test_nothing_is_caught_that_no_damage_raises() -> None:
    assert all(any(issubclass(problem, caught) for problem, _ in DAMAGES) for caught in UNREADABLE)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("hurt", [lambda data: data, lambda data: data.replace(data[60:70], b"\xff" * 10)])
def test_one_that_no_spreadsheet_opens_is_refused_whole_or_damaged(method: int, hurt: Callable[[bytes], bytes]
                                                                   ) -> None:
    with pytest.raises(Refusal) as refused:
        read(hurt(packed(method)))
    assert str(refused.value) == refusals.PACKED_OTHERWISE.format(file="b.xlsx", part=NAME)

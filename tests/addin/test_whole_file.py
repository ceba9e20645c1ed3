"""A file is written whole or not at all."""

from __future__ import annotations

import os

import pytest

from addin import whole_file


def test_a_file_is_replaced_and_nothing_lies_beside_it(tmp_path) -> None:
    target = tmp_path / "ud.pdf"
    for data in (b"en", b"to"):
        whole_file.write(target, data)
        assert target.read_bytes() == data and list(tmp_path.iterdir()) == [target]


def test_where_it_cannot_be_renamed_what_was_there_stays(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "ud.pdf"
    target.write_bytes(b"gammel")

    def broken(*_: object) -> None:
        raise PermissionError("låst")

    monkeypatch.setattr(os, "replace", broken)
    with pytest.raises(PermissionError):
        whole_file.write(target, b"ny")
    assert target.read_bytes() == b"gammel" and list(tmp_path.iterdir()) == [target]

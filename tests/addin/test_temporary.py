"""A folder for another program's files: it is gone whatever happened in it."""

from __future__ import annotations

import pytest

from addin import temporary


def test_it_is_gone_afterwards_with_all_that_is_in_it() -> None:
    with temporary.folder() as folder:
        (folder / "ind").mkdir()
        (folder / "ind" / "mappe.xlsx").write_bytes(b"x")
        with temporary.folder() as other:
            assert other.is_dir() and other != folder
        assert folder.is_dir() and not other.exists()
    assert not folder.exists()


def test_it_is_gone_where_something_went_wrong() -> None:
    with pytest.raises(ZeroDivisionError), temporary.folder() as folder:
        (folder / "mappe.xlsx").write_bytes(bytes(1 // 0))
    assert not folder.exists()

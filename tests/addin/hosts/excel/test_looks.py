"""How wide a column is here."""

from __future__ import annotations

from addin.hosts.excel.looks import column_width


def test_a_width_is_characters_on_the_desktop_and_points_on_the_web() -> None:
    assert (column_width(8.43, True), column_width(8.43, False)) == (8.43, 48.0)  # Excel's own default width

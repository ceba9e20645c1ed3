"""Another amount for the same workbook is said in CHANGELOG.md, with whom it touches."""

from __future__ import annotations

import pytest

from tests.amounts.kept import FILE, Kept, moved, read, refused, short, today, written
from tests.documents.changelog import amounts

HOW = "say whom it touches under Beløb in CHANGELOG.md, then: python -m tests.amounts --godkend"


def test_no_amount_is_another_than_the_one_that_is_kept() -> None:
    before = read(FILE.read_text(encoding="utf-8"))
    now = today(before.amounts)
    assert {name: (before.amounts[name], now.get(name)) for name in moved(before.amounts, now)} == {}, HOW


def test_every_line_the_amounts_were_kept_with_is_still_said() -> None:
    assert read(FILE.read_text(encoding="utf-8")).lines <= {short(line) for line in amounts()}, HOW


def test_other_amounts_are_only_kept_with_a_new_line() -> None:
    before = Kept({"a": "1 5.00 x", "b": "1 7.00 y"}, {short("old")})
    other = {"a": "1 6.00 z", "b": "1 7.00 y"}
    assert refused(before, before.amounts, ["old"]) == ""
    assert "['a']" in refused(before, other, ["old"])
    assert refused(before, other, ["reworded"]) != ""
    assert refused(before, {"a": "1 5.00 x"}, ["old"]) != ""
    assert refused(before, other, ["old", "new"]) == ""


def test_a_file_that_is_written_by_hand_is_refused() -> None:
    text = written({"a | b": "1 5.00 x"}, ["old"])
    assert read(text) == Kept({"a | b": "1 5.00 x"}, {short("old")})
    with pytest.raises(ValueError, match="rettet i hånden"):
        read(text.replace("5.00", "6.00"))

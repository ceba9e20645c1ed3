"""What cannot be seen on a user's sheet is asked about before it leaves, whichever way it is hidden."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from addin.filejobs.klargoer import klargoer
from addin.filejobs.usynligt import is_in_its_ground, shows
from addin.hosts.files import job
from addin.workbook import Questions
from tests.addin.filejobs.files import asked, made
from tests.addin.smaa_antal.houses import TWELVE, TWELVE_COUNTS, TWELVE_HEADS
from tests.planning import MADE, WHY
from tests.planted.book import entries, zipped

SECRET = "Alfons er flyttet"


def with_notes(folder: Path, look: dict[str, Any], value: Any = SECRET, wide: float = 20, tall: float = 15,
               raw: tuple[bytes, bytes] = (b"", b"")) -> bytes:
    """The twelve houses distributed, and a sheet with one cell that looks so; `raw` is changed in the styles."""
    book = xlsxwriter.Workbook(str(folder / "ind.xlsx"))
    ark, notes = book.add_worksheet("Ark"), book.add_worksheet("Budget")
    for row, line in enumerate([("Institution", "Børn", "Nøgle"),
                                *zip(TWELVE, TWELVE_HEADS, [count + 10 for count in TWELVE_COUNTS])]):
        ark.write_row(row, 0, line)
    ark.write_row(14, 0, ["Pulje", 2_400_000])
    notes.write_row(0, 0, ["Emne", "Beløb"])
    notes.write(1, 0, "Drift")
    notes.write(1, 1, value, book.add_format(look))
    notes.set_column(1, 1, wide)
    notes.set_row(1, tall)
    book.close()
    (folder / "ud.xlsx").unlink(missing_ok=True)
    job.run(folder / "ind.xlsx", folder / "ud.xlsx", WHY)
    data = (folder / "ud.xlsx").read_bytes()
    return altered(data, *raw) if raw[0] else data


def altered(data: bytes, old: bytes, new: bytes) -> bytes:
    parts = entries(data)
    return zipped({name: part.replace(old, new) for name, part in parts.items()}, b"")


UNSEEN: list[tuple[dict[str, Any], Any]] = [
    ({"font_color": "#FFFFFF"}, SECRET), ({"font_color": "#DDEBF7", "bg_color": "#DDEBF7"}, SECRET),
    ({"bg_color": "#000000"}, SECRET), ({"num_format": ";;;"}, SECRET), ({"num_format": ";;;"}, 77_000),
    ({"num_format": "0;0;0;"}, SECRET), ({"num_format": '[<80000]"under 80.000";0'}, 77_000),
    ({"num_format": '"oplyses ikke"'}, 77_000), ({"num_format": "0;;0"}, -77_000)]
SEEN: list[tuple[dict[str, Any], Any]] = [
    ({}, "Drift i alt"), ({"font_color": "#FFFFFF", "bg_color": "#44546A"}, "Drift i alt"),
    ({"num_format": "#,##0;-#,##0;;@"}, 77_000), ({"num_format": "#,##0;;"}, 77_000), ({"num_format": ";;;"}, 0)]


@pytest.mark.parametrize(("look", "value"), UNSEEN)
def test_a_column_with_what_is_not_seen_is_asked_about(tmp_path: Path, look: dict[str, Any], value: Any) -> None:
    data = with_notes(tmp_path, look, value)
    answer = klargoer("ud.xlsx", data, {"klargoer ark": ["Budget"]}, MADE, "1")
    assert isinstance(answer, Questions)
    assert [question.setting for question in answer.questions] == ["klargoer kolonne Budget!B"]
    assert "hvis indhold ikke kan ses på arket" in answer.questions[0].text and SECRET not in answer.questions[0].text
    copy = made(data, **{"ark": ["Budget"], "kolonne Budget!B": "udelad"}).copy
    sheet = openpyxl.load_workbook(io.BytesIO(copy))["Budget"]
    assert [cell.value for row in sheet for cell in row if cell.value is not None] == ["Emne", "Drift"]


@pytest.mark.parametrize(("look", "value"), SEEN)
def test_what_is_seen_is_not_asked_about(tmp_path: Path, look: dict[str, Any], value: Any) -> None:
    assert made(with_notes(tmp_path, look, value), ark=["Budget"]).copy


@pytest.mark.parametrize(("wide", "tall"), [(0.2, 15), (20, 1)])
def test_a_column_or_a_row_without_a_size_is_asked_about(tmp_path: Path, wide: float, tall: float) -> None:
    assert asked(with_notes(tmp_path, {}, "Drift i alt", wide, tall), ark=["Budget"])[-1] == "klargoer kolonne Budget!B"


def test_white_by_its_old_number_is_white(tmp_path: Path) -> None:
    data = with_notes(tmp_path, {"font_color": "#FEFEFE"}, raw=(b'rgb="FFFEFEFE"', b'indexed="9"'))
    assert asked(data, ark=["Budget"]) == ["klargoer kolonne Budget!B"]


def test_of_nothing_known_nothing_is_said() -> None:
    assert is_in_its_ground({}) is False and shows("", "Drift") and shows("0.0", True)

"""Other readers find the same values on every sheet of a result, and the strictest validator nothing."""

from __future__ import annotations

import datetime
import math
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest
import python_calamine
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from tests.second_engine.engine import alike
from tests.second_engine.parts import PARTS, distributed

Cells = dict[tuple[int, int], Any]  # row and column from 0; blanks are left out
Values = dict[str, Cells]


@pytest.fixture(scope="module", params=PARTS)
def result(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return distributed(PARTS[request.param], tmp_path_factory.mktemp("del"))


def filled(rows: Any) -> Cells:
    return {(r, c): value for r, row in enumerate(rows) for c, value in enumerate(row)
            if value not in (None, "") and not (isinstance(value, float) and math.isnan(value))}


def by_openpyxl(path: Path) -> Values:
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: filled(sheet.iter_rows(values_only=True)) for sheet in book}


def by_pandas(path: Path) -> Values:
    frames = pandas.read_excel(path, sheet_name=None, header=None, keep_default_na=False, engine="openpyxl")
    return {str(name): filled(frame.astype(object).values.tolist()) for name, frame in frames.items()}


def by_calamine(path: Path) -> Values:
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    return {name: filled(book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names}


@pytest.mark.parametrize("reader", [by_pandas, by_calamine])
def test_the_same_values_are_read(reader: Any, result: Path) -> None:
    wanted, found = by_openpyxl(result), reader(result)
    assert list(found) == list(wanted) and sum(map(len, wanted.values())) > 300
    for name, cells in wanted.items():
        assert found[name].keys() == cells.keys(), name
        assert {place: (value, found[name][place]) for place, value in cells.items()
                if not same(value, found[name][place])} == {}, name


def same(one: Any, other: Any) -> bool:
    """Alike; a date may be read with a time of midnight."""
    if isinstance(one, datetime.date) and isinstance(other, datetime.date):
        return f"{one:%Y-%m-%d}" == f"{other:%Y-%m-%d}"
    return alike(one, other)


@pytest.mark.parametrize("part", ["fast", "børneark", "normering og efterregulering"])
def test_the_strictest_validator_finds_nothing(part: str, tmp_path: Path) -> None:
    """All it can look for, in three of them; it takes two seconds for each."""
    found = OpenXmlValidator(security_validation=True, strict=True).validate(distributed(PARTS[part], tmp_path))
    assert found.is_valid and found.errors == []

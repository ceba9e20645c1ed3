"""The button in LibreOffice writes, cell for cell, what the file host writes, seen through the same LibreOffice."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

import pytest

from addin.hosts.files import job
from tests.calc.office import Office
from tests.hosts_agree import allowed_in_calc as allowed
from tests.hosts_agree.test_excel_button import CASES, calculated
from tests.planning import texts

pytestmark = pytest.mark.soffice
CANONICAL, CALLS = "tests.hosts_agree.canonical", "tests.hosts_agree.calc_calls"
Told = dict[str, Any]


def shown(office: Office, path: Path) -> Told:
    assert office.show(str(path))
    try:
        return office.call(CANONICAL, "workbook")
    finally:
        office.close()


def pressed(office: Office, path: Path, button: str, answers: dict[str, str]) -> tuple[Told, str]:
    assert office.show(str(path))
    try:
        said = office.call(CALLS, "press", button, answers)
        return office.call(CANONICAL, "workbook"), said
    finally:
        office.close()


class Number(float):
    """Equal where it differs no more than the digits of a file."""

    __hash__ = float.__hash__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, float) and math.isclose(float(self), float(other), rel_tol=allowed.DIGITS)


def cell(value: Any) -> Any:
    if isinstance(value, float):
        return Number(value)
    return re.sub(allowed.MADE, "", value) if isinstance(value, str) else value


def comparable(sheet: Told) -> Told:
    values = [[cell(value) for value in row] for row in sheet["values"]]
    looks = [[look.replace(allowed.TEXT_FORMAT, "NumberFormat Standard").replace(*allowed.BUILT_IN_PER_CENT)
              for look in row] for row in sheet["looks"]]
    for number, row in enumerate(values):  # the line with the fingerprint, and where it would have been
        if number == 2 and (str(row[0]).startswith(allowed.FINGERPRINT) or not any(row)):
            values[number], looks[number] = [], []
    names = {name: text for name, text in sheet["names"].items() if not name.startswith(allowed.BUILT_IN_NAMES)}
    formulas = [[cell(text) for text in row] for row in sheet["formulas"]]
    return {**sheet, "values": values, "formulas": formulas, "looks": looks, "names": names, "widths": None}


def assert_same(ours: Told, theirs: Told) -> None:
    assert ours["names"] == theirs["names"]
    assert [sheet["name"] for sheet in ours["sheets"]] == [sheet["name"] for sheet in theirs["sheets"]]
    for one, other in zip(ours["sheets"], theirs["sheets"]):
        for what, told in comparable(one).items():
            assert told == comparable(other)[what], f"{one['name']}: {what}"
        assert one["widths"] == pytest.approx(other["widths"], rel=allowed.WIDTHS_DIFFER_AT_MOST), one["name"]


@pytest.mark.parametrize("name, answers", CASES, ids=[name for name, _ in CASES])
def test_the_same_sheets_as_in_a_file(office: Office, tmp_path: Path, name: str, answers: dict[str, str]) -> None:
    source, target = calculated(name, tmp_path), tmp_path / "fil.xlsx"
    done = job.run(source, target, answers)
    ours, said = pressed(office, source, "pulje", answers)
    assert_same(ours, shown(office, target))
    assert all(warning in said for warning in texts(done.plan.warnings))


@pytest.mark.parametrize("name, answers", CASES, ids=[name for name, _ in CASES])
def test_the_settings_alone(office: Office, tmp_path: Path, name: str, answers: dict[str, str]) -> None:
    source, target = calculated(name, tmp_path), tmp_path / "fil.xlsx"
    job.set_up(source, target, answers)
    ours, _ = pressed(office, source, "opsaetning", answers)
    assert_same(ours, shown(office, target))


@pytest.mark.parametrize("name, answers", CASES, ids=[name for name, _ in CASES])
def test_the_checks(office: Office, tmp_path: Path, name: str, answers: dict[str, str]) -> None:
    source, target = calculated(name, tmp_path), tmp_path / "fil.xlsx"
    done = job.check(source, target, answers)
    ours, said = pressed(office, source, "tjek", answers)
    assert_same(ours, shown(office, target))
    assert done.plan.summary["svar"] in said and all(warning in said for warning in texts(done.plan.warnings))


@pytest.mark.parametrize("name, answers", CASES, ids=[name for name, _ in CASES])
def test_a_second_run_takes_the_place_of_the_first(office: Office, tmp_path: Path, name: str,
                                                  answers: dict[str, str]) -> None:
    """What the file host wrote, opened in LibreOffice: the sheets are known by their marks and written again."""
    source, first, second = calculated(name, tmp_path), tmp_path / "første.xlsx", tmp_path / "anden.xlsx"
    job.run(source, first, answers)
    job.run(first, second, {})
    ours, _ = pressed(office, first, "pulje", {})
    assert_same(ours, shown(office, second))

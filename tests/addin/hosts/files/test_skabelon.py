"""`fordel skabelon`: the list, a workbook with and without its example, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from workbook_templates.skabeloner import NAVNE, skabelon

NAVN = "kora-beregningseksempel"


def test_the_list_names_every_template_and_what_it_is_for(fordel: Any) -> None:
    for arguments in (("--liste",), ()):
        answer = fordel("skabelon", *arguments)
        assert answer.code == 0
        assert all(name in answer.out for name in NAVNE)
        assert skabelon(NAVN).hvad.split()[0] in answer.out


def test_one_is_written_with_its_example_and_without(fordel: Any, tmp_path: Path) -> None:
    assert fordel("skabelon", NAVN, tmp_path / "a.xlsx").code == 0
    assert fordel("skabelon", NAVN.upper(), tmp_path / "b.xlsx", "--tom").code == 0
    ramme = [openpyxl.load_workbook(tmp_path / name)["Jeres kommune"]["B3"].value for name in ("a.xlsx", "b.xlsx")]
    assert ramme == [250_000_000, None]


def test_without_a_file_it_has_the_template_s_name(fordel: Any, tmp_path: Path) -> None:
    assert fordel("skabelon", NAVN).code == 0
    assert (tmp_path / f"{NAVN}.xlsx").exists()


@pytest.mark.parametrize(("arguments", "said"), [
    (("kora",), "Mente du kora-beregningseksempel"), (("zzz",), "--liste"), ((NAVN, "ud.xls"), "ud.xlsx"),
    ((NAVN, "findes.xlsx"), "findes allerede"), ((NAVN, "ingen/ud.xlsx"), "Mappen ingen findes ikke")])
def test_what_cannot_be_is_said_and_nothing_is_written(fordel: Any, tmp_path: Path, arguments: tuple[str, ...],
                                                       said: str) -> None:
    (tmp_path / "findes.xlsx").write_bytes(b"mit")
    answer = fordel("skabelon", *arguments)
    assert answer.code == 2 and said in answer.err
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("findes.xlsx", b"mit")]

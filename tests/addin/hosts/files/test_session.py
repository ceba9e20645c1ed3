"""A session takes bytes and gives bytes, those of the command, also without what a browser has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin import until_answered
from addin.hosts.files.session import BUILD, DISTRIBUTE, KINDS, READ, Made, Session
from addin.ribbon import BUTTONS
from addin.workbook import Questions, Refusal
from tests.addin.hosts.files.asking import without_pool
from tests.addin.hosts.files.roads import asking, differences
from tests.addin.hosts.files.test_refusals import LOCKED
from tests.builders import budget


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    return budget(tmp_path / "b.xlsx").read_bytes()


def test_without_click_rich_lxml_calamine_and_more_the_bytes_are_those_of_the_command(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(until_answered, "now", until_answered.now)  # put back
    results, wrong = differences(tmp_path, every=97)
    assert wrong == [] and results > 30
    assert len(asking()) > 10


def test_progress_says_what_is_done_and_the_workbook_is_read_once(data: bytes) -> None:
    steps: list[str] = []
    session = Session("b.xlsx", data, steps.append)
    assert isinstance(session.step("fordel_pulje", {}), Made)
    assert isinstance(session.step("fordel_pulje", {"pulje": "500000"}), Made)
    assert steps == [READ, DISTRIBUTE, BUILD, DISTRIBUTE, BUILD]


@pytest.mark.parametrize(("action", "name"), [("fordel_pulje", "Budget 2027 fordelt.xlsm"),
                                              ("fordel_tjek", "Budget 2027 tjekket.xlsm"),
                                              ("opret_opsaetning", "Budget 2027 opsat (2).xlsm")])
def test_the_result_is_called_what_the_command_would_call_it(data: bytes, action: str, name: str) -> None:
    made = Session("Budget 2027 opsat.xlsm", data).step(action, {})
    assert isinstance(made, Made) and made.name == name and made.data.startswith(b"PK")


def test_what_must_be_known_first_is_asked_and_names_no_option(tmp_path: Path) -> None:
    asked = Session("b.xlsx", without_pool(tmp_path).read_bytes()).step("fordel_pulje", {})
    assert isinstance(asked, Questions) and asked.questions[0].setting == "pulje"
    assert not any("--" in each.text for each in asked.questions)


def test_one_that_may_not_be_written_to_may_be_looked_at() -> None:
    session = Session("b.xlsx", LOCKED)
    assert session.package.sheets
    with pytest.raises(Refusal, match="^Strukturen i b.xlsx er låst"):
        session.step("fordel_pulje", {})


def test_each_kind_is_a_button() -> None:
    assert set(KINDS) <= {button.action for button in BUTTONS}

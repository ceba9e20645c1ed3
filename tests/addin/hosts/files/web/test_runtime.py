"""What the page asks of Python, here without a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from addin.hosts.files import session
from addin.hosts.files.web import runtime
from tests.addin.hosts.files.asking import without_pool
from tests.addin.hosts.files.test_refusals import LOCKED, SIGNED
from tests.builders import budget


class Given(bytes):
    """As the browser gives them."""

    def to_bytes(self) -> bytes:
        return bytes(self)


def opened(path: Path) -> Any:
    return json.loads(runtime.opened(path.name, Given(path.read_bytes())))


def decided(action: str = "fordel_pulje", choices: Any = None, given: Any = None) -> Any:
    return json.loads(runtime.decide(action, json.dumps(choices or {}), json.dumps(given)))


def test_a_workbook_is_opened_distributed_and_handed_back(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    runtime.listen(lambda step, part: told.append((step, part)))
    assert opened(budget(tmp_path / "b.xlsx")) == {"large": ""}
    answer = decided()
    assert answer["names"] == ["b fordelt.xlsx"] and runtime.result(0).startswith(b"PK")
    (figure,) = answer["figures"]
    assert [bar["name"] for bar in figure["bars"]] and figure["most"] >= max(bar["value"] for bar in figure["bars"])
    assert [step for step, _ in told] == [session.READ, session.DISTRIBUTE, session.BUILD]
    assert [part for _, part in told] == sorted(part for _, part in told)


def test_questions_go_round_and_an_answer_is_looked_at_first(tmp_path: Path) -> None:
    opened(without_pool(tmp_path))
    answer = decided()
    assert [each["setting"] for each in answer["asking"]["questions"]] == ["pulje"]
    assert json.loads(runtime.complaints('{"pulje": ""}', "{}")) == {"pulje": "Svaret mangler."}
    done = decided(choices=answer["choices"], given={"pulje": "90000"})
    assert done["after"]["verdict"].startswith("Pulje: 90.000 kr.")


@pytest.mark.parametrize("data", [LOCKED, SIGNED])
def test_what_may_not_be_written_to_is_refused_and_may_be_looked_at(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "b.xlsx"
    path.write_bytes(data)
    assert opened(path) == {"large": ""}
    assert "b.xlsx" in json.dumps(decided()["refused"])
    inspected = json.loads(runtime.inspected())
    assert inspected["proof"] == "" and ["Synlige ark", "1: Budget", True] in inspected["facts"] or inspected["facts"]


def test_want_of_memory_and_a_fault_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(budget(tmp_path / "hemmeligt.xlsx"))

    def raises(fault: BaseException) -> None:
        def work(*_: object) -> None:
            raise fault
        monkeypatch.setattr(session, "snapshot", work)

    raises(MemoryError())
    assert decided() == {"memory": True}
    raises(KeyError("hemmeligt"))
    report = decided()["bug"]
    assert "KeyError" in report and "ikke lavet nogen fil" in report and "hemmeligt" not in report


def test_what_is_no_workbook_is_refused_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    path.write_bytes(b"Navn;Tal")
    assert "b.csv er ikke en Excel-projektmappe" in json.dumps(opened(path)["refused"], ensure_ascii=False)

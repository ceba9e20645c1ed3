"""What a cell is answered, without LibreOffice: rows, or its own true error value and a sentence that is kept."""

from __future__ import annotations

import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from addin import expose
from addin.hosts.calc import calls
from tests.calc.office import SYSTEM_PYTHON

ROOT = Path(__file__).parents[4]
KEY = ((30.0,), (10.0,), (20.0,))


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    calls.latest.clear()
    yield
    calls.latest.clear()


def error_number(result: Any) -> int:
    """LibreOffice's number of the error a result is."""
    bits = struct.unpack("<Q", struct.pack("<d", result[0][0]))[0]
    assert bits >> 32 == 0x7FF80000
    return bits & 0xFFFFFFFF


def test_rows_come_back_as_rows_and_one_cell_as_itself() -> None:
    assert calls.answer("FORDEL_PULJE", (((600.0,),), KEY)) == ((300.0,), (100.0,), (200.0,))
    assert calls.answer("FORDEL_SATS", (((600.0,),), KEY, None, None)) == 10.0
    assert calls.answer("FORDEL_KONTROL", (KEY, ((60.0,),))) == "OK"


def test_a_refusal_is_value_and_its_sentence_is_kept_once_and_first() -> None:
    assert error_number(calls.answer("FORDEL_ANDEL", (((1.0,), ("n/a",)),))) == 519
    calls.answer("FORDEL_ANDEL", (((-1.0,),),))
    calls.answer("FORDEL_ANDEL", (((1.0,), ("n/a",)),))
    assert list(calls.latest) == ['FORDEL_ANDEL: tal, nr. 2: "n/a" er ikke et tal',
                                  "FORDEL_ANDEL: tal, nr. 1: -1 er negativ"]


def test_a_refusal_where_one_cell_is_the_result_is_one_cell() -> None:
    assert error_number(((calls.answer("FORDEL_KONTROL", (KEY, (("n/a",),))),),)) == 519


def test_no_more_than_twenty_are_kept() -> None:
    for number in range(1, 25):
        calls.answer("FORDEL_ANDEL", (((-float(number),),),))
    assert len(calls.latest) == calls.KEPT == 20
    assert "-24 er negativ" in calls.latest[0]


def test_a_mistake_of_ours_is_an_error_too_and_is_told_without_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str, arguments: Any) -> Any:
        raise KeyError("123456-7890")

    monkeypatch.setattr(expose, "call", broken)
    assert error_number(calls.answer("FORDEL_ANDEL", (KEY,))) == 519
    assert "KeyError" in calls.latest[0] and "123456" not in calls.latest[0]


@pytest.mark.parametrize(("last", "refused"), [(0.0, True), (((0.0,),), False), (1.0, False), (None, False)])
def test_a_zero_that_may_be_an_empty_cell_is_refused_where_it_matters(last: Any, refused: bool) -> None:
    ((result,), *_) = calls.answer("FORDEL_PULJE", (((600.0,),), KEY, None, None, None, None, last))
    assert (result != result) is refused  # NaN is not itself
    assert any("{0}" in line for line in calls.latest) is refused


def test_without_numpy_every_function_is_an_error_that_says_how_to_get_it() -> None:
    script = ("import sys; sys.modules['numpy'] = None; from addin.hosts.calc import calls; "
              "result = calls.answer('FORDEL_ANDEL', (((1.0,),),)); "
              "assert result != result; print(calls.latest[0])")
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "mangler Python-pakken numpy" in said and "python3-numpy" in said


@pytest.mark.soffice
def test_without_numpy_the_buttons_are_there_and_say_the_same() -> None:
    script = ("import sys; sys.modules['numpy'] = None; import uno; from addin.hosts.calc import button, dialogs; "
              "print(button.press(None, 'pulje', {}, None))")
    said = subprocess.run([SYSTEM_PYTHON, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "mangler Python-pakken numpy" in said

"""What Fordel.xlam calls: the functions through xlwings' real conversion, and the little there is besides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from addin.cells import ErrorCell
from addin.hosts.excel.com import REFUSED
from addin.hosts.excel.desktop import clash, server, talk
from addin.packaging.web.manifest import FUNCTIONS_NAME, both
from addin.packaging.xlam.build import modules
from tests.addin.hosts.excel.desktop.process import Process
from tests.hosts_agree.excel_calls import EVERY, OMITTED, Call, canonical, plainly

ERRORS = {"#N/A": 2042, "#DIV/0!": 2007}


@pytest.fixture(scope="module")
def python() -> Iterator[Process]:
    process = Process()
    yield process
    process.stop()


def as_vba(argument: Any) -> Any:
    """As FordelKalder hands it over: the values of a range, Empty for what is left out and for a blank cell."""
    if argument is OMITTED:
        return None
    if isinstance(argument, list) and len(argument) == len(argument[0]) == 1:
        return cell(argument[0][0])
    return [list(map(cell, row)) for row in argument] if isinstance(argument, list) else cell(argument)


def cell(value: Any) -> Any:
    if isinstance(value, ErrorCell):
        return {"error": ERRORS[value]}
    return float(value) if type(value) is int else value


@pytest.mark.parametrize("call", EVERY, ids=str)
def test_a_function_answers_as_plain_python_does(python: Process, call: Call) -> None:
    answer = python.ask("call", name=call.name, arguments=list(map(as_vba, call.arguments)))
    if isinstance(answer, str) and answer.startswith(REFUSED):
        # one cell of a range is one value to Value2: its place is not told where there is no other
        said, wanted = answer[1:].removeprefix(f"{call.name}: "), plainly(call)
        assert said == wanted or said == str(wanted).replace(", nr. 1:", ":"), (said, wanted)
    else:
        rows = [answer] if isinstance(answer, list) and not isinstance(answer[0], list) else answer
        assert canonical(rows) == plainly(call)


def test_an_argument_left_out_may_come_as_com_has_it(python: Process) -> None:
    given = [30.0, 10.0, {"missing": True}]
    assert python.ask("call", name="FORDEL_BOERN", arguments=given) == 64.0


def test_a_date_is_its_number(python: Process) -> None:
    assert python.ask("call", name="FORDEL_BOERN", arguments=[46053.0, 0.0, 1.0]) == 46053.0


def test_a_range_in_pieces_is_refused_with_what_to_do(python: Process) -> None:
    answer = python.ask("call", name="FORDEL_ANDEL", arguments=[server.PIECES])
    assert answer == f"{REFUSED}FORDEL_ANDEL: {server.IN_PIECES}"


def test_the_two_ends_have_the_same_words() -> None:
    vba = "\n".join(modules().values())
    assert f'FLERE As String = "{server.PIECES[1:]}"' in vba and "CellernesVaerdier = Chr$(27) & FLERE" in vba
    assert f'trin(0) <> "{talk.END}"' in vba and f'trin(0) = "{talk.ASK}"' in vba
    assert "-m addin.hosts.excel.desktop.server $(CLSID)" in vba
    for method in server.Calls._public_methods_:
        assert f"mServer.{method}" in vba
    assert chr(27) == REFUSED and "Left$(svar, 1) = Chr$(27)" in vba


def test_nothing_else_can_be_called() -> None:
    """xlwings' own server also has Exec, Eval and the rest of Python."""
    assert set(server.Calls._public_methods_) == {"Kald", "Tryk", "Svar", "Advarsel"}
    assert {name for name in vars(server.Calls) if not name.startswith("_")} == set(server.Calls._public_methods_)


def test_a_step_is_a_list_for_of_a_tuple_pywin32_returns_the_first_and_takes_the_rest_for_arguments() -> None:
    """As xlwings' own server knows: its Var wraps a tuple in another."""
    calls = server.Calls(None)
    assert calls.Tryk("om", None)[0] == talk.END and type(calls.Tryk("om", None)) is list
    assert type(calls.Svar("")) is list


def test_an_answer_to_nobody_is_told(python: Process) -> None:
    assert python.ask("call_svar", text="7") == ["slut", "Fordel", server.STALE]


def test_xlwings_does_not_stop_other_excels_at_the_end(python: Process) -> None:
    assert python.ask("cleanup_is_off")


# ------------------------------------------------------------------------------------- the other add-in


def test_the_web_add_in_is_found_by_its_manifest(tmp_path: Path) -> None:
    folder = tmp_path / clash.FOLDER / "{1A}" / "Manifests"
    folder.mkdir(parents=True)
    assert clash.warning(str(tmp_path)) == ""
    manifests = dict(both("https://server.kommune.dk/fordel/"))
    (folder / "a").write_bytes(manifests["manifest.xml"])
    assert clash.warning(str(tmp_path)) == ""  # the buttons alone clash with nothing
    (folder / "b").write_bytes(manifests["manifest-funktioner.xml"])
    assert clash.warning(str(tmp_path)) == clash.WARNING
    assert FUNCTIONS_NAME.encode() == clash.MARK


def test_a_pc_without_office_has_no_other(tmp_path: Path) -> None:
    assert clash.warning(str(tmp_path / "intet")) == "" and clash.warning("") == ""

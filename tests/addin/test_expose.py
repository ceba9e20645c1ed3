"""A call from a cell gives what plain Python gives, and refuses with a sentence whatever is put in."""

from __future__ import annotations

import datetime
import gc
import math
import random

import numpy as np
import pytest

from addin.cells import ErrorCell, outgoing
from addin.describe import descriptions
from addin.expose import ANSWERS, Answers, call, exposed
from tests.addin.test_describe import example_arguments
from udfs import catalogue
from udfs.errors import RegelFejl, UmuligFejl, VaerdiFejl

AWKWARD = [None, "", 0, 1, 2.5, -1, True, False, "x", "ja", "n/a", "..", "#I/T", ErrorCell("Err:502"), 1e308, 5e-324,
           math.nan, math.inf, 10**400, datetime.datetime(2024, 1, 1), "unikke", "kriterier", "over", -2146826246, " "]


def test_everything_in_the_catalogue_is_exposed() -> None:
    assert [found.description for found in exposed()] == list(descriptions())


@pytest.mark.parametrize("found", exposed(), ids=lambda found: found.description.name)
def test_the_example_gives_what_plain_python_gives(found) -> None:
    name = found.description.name
    given = example_arguments(name)
    assert found.call(given) == call(name, given) == outgoing(catalogue.FUNCTIONS[name](*given))


@pytest.mark.parametrize("rows", [[[5]], [[1], [3]], [[1, 3]]])
def test_a_cell_a_column_and_a_row_give_what_lies_as_they_do(rows) -> None:
    total = sum(cell for row in rows for cell in row)
    assert call("FORDEL_ANDEL", [rows]) == [[cell / total for cell in row] for row in rows]
    assert call("FORDEL_ANDEL", [tuple(map(tuple, rows))]) == call("FORDEL_ANDEL", [rows])


def test_left_out_is_the_default() -> None:
    full = call("FORDEL_PULJE", [1000, [3, 1], None, None, None, None, 1, "fuld"])
    assert call("FORDEL_PULJE", [1000, [3, 1], None, "", None, None, [[None]], [[""]]]) == full
    assert call("FORDEL_PULJE", [1000, [3, 1]]) == full == [[750.0], [250.0]]


def test_too_few_and_too_many_are_refused_in_danish() -> None:
    with pytest.raises(RegelFejl, match="^nøgle mangler$"):
        call("FORDEL_PULJE", [1000])
    with pytest.raises(RegelFejl, match="^FORDEL_ANDEL har højst 1 argumenter; her er 2$"):
        call("FORDEL_ANDEL", [1, 2])


def test_numbers_too_large_are_refused() -> None:
    with pytest.raises(RegelFejl, match="^tal, nr. 1: 1e[+]308 er for stort eller for lille til at regne med$"):
        call("FORDEL_ANDEL", [[1e308, 1e308]])


def test_a_calculation_that_overflows_is_refused_and_no_infinite_number_is_shown(monkeypatch) -> None:
    monkeypatch.setitem(catalogue.FUNCTIONS, "FORDEL_ANDEL", lambda tal: np.array([1e308]) * 10)
    with pytest.raises(RegelFejl, match="^tallene er for store eller for små til at regne med$"):
        call("FORDEL_ANDEL", [[1]])


def test_a_bug_stays_a_bug(monkeypatch) -> None:
    monkeypatch.setitem(catalogue.FUNCTIONS, "FORDEL_ANDEL", lambda tal: tal.missing)
    with pytest.raises(AttributeError):
        call("FORDEL_ANDEL", [1])


@pytest.mark.parametrize("found", exposed(), ids=lambda found: found.description.name)
def test_whatever_is_put_in_there_is_an_answer_or_a_refusal(found) -> None:
    dice = random.Random(found.description.name)
    count = len(found.description.arguments)
    answered = 0
    for _ in range(400):
        given = example_arguments(found.description.name) if dice.random() < 0.5 else [None] * count
        for _ in range(dice.randint(1, count)):
            given[dice.randrange(count)] = _any(dice)
        try:
            result = found.call(given)
        except RegelFejl as refused:
            assert str(refused)
        else:
            answered += 1
            flat = [cell for row in result for cell in row] if isinstance(result, list) else [result]
            assert not any(isinstance(cell, float) and not math.isfinite(cell) for cell in flat), given
    assert answered  # the dice also found something to answer


# ------------------------------------------------------------------------------------- results that are kept


@pytest.fixture
def counted(monkeypatch) -> list[object]:
    """FORDEL_ANDEL as a rule that tells what it was asked, and gives it back as a column of one row a call."""
    asked: list[object] = []

    def rule(tal: object) -> np.ndarray:
        asked.append(tal)
        return np.array([[float(len(asked))]])

    monkeypatch.setitem(catalogue.FUNCTIONS, "FORDEL_ANDEL", rule)
    return asked


def test_equal_calls_are_computed_once(counted) -> None:
    assert [call("FORDEL_ANDEL", [[[1], ["x"]]]) for _ in range(3)] == [[[1.0]]] * 3
    assert call("FORDEL_ANDEL", [((1,), ("x",), )]) == [[1.0]]  # a host with tuples asks the same
    assert len(counted) == 1


def test_what_looks_equal_and_is_not_is_another_call(counted) -> None:
    cells = [0, False, None, 0.5, 1, True, "1", "0", "FALSK", ErrorCell("#N/A"), "#N/A", np.int64(1), np.float64(1)]
    given = [*([[[cell]]] for cell in cells), [[[1, 2]]], [[[1], [2]]], [1], [[[1]], ]]
    for arguments in given:
        call("FORDEL_ANDEL", arguments)
    assert len(counted) == len(given) - 1  # the last one is the fifth
    call("FORDEL_ANDEL", [[[""]]])
    assert len(counted) == len(given) - 1  # empty text is a blank cell


@pytest.mark.parametrize("collecting", [True, False])
def test_circles_are_not_looked_for_while_a_call_is_answered(monkeypatch, collecting: bool) -> None:
    """And then as before, also where the rule refuses."""
    asked = []

    def rule(tal: object) -> float:
        asked.append(gc.isenabled())
        if tal == 2:
            raise VaerdiFejl("nej")
        return 1.0

    monkeypatch.setitem(catalogue.FUNCTIONS, "FORDEL_ANDEL", rule)
    before = gc.isenabled()
    (gc.enable if collecting else gc.disable)()
    try:
        call("FORDEL_ANDEL", [1])
        assert gc.isenabled() is collecting
        with pytest.raises(VaerdiFejl):
            call("FORDEL_ANDEL", [2])
        assert gc.isenabled() is collecting and asked == [False, False]
    finally:
        (gc.enable if before else gc.disable)()


def test_another_rule_with_the_same_cells_is_another_call() -> None:
    assert call("FORDEL_ANDEL", [[[1], [3]]]) != call("FORDEL_TRAPPE", [[[1], [3]], 2])
    assert call("FORDEL_KVARTILFAKTOR", [[[1], [3]], [[1], [1]]]) != call("FORDEL_FAKTOR", [[[1], [3]], [[1], [1]]])


def test_who_changes_a_result_changes_his_own(counted) -> None:
    first = call("FORDEL_ANDEL", [[[7]]])
    first[0][0] = "spoilt"
    assert call("FORDEL_ANDEL", [[[7]]]) == [[1.0]]
    assert len(counted) == 1


@pytest.mark.parametrize("raised", [VaerdiFejl("nej"), UmuligFejl("nej"), ZeroDivisionError()])
def test_what_is_raised_is_not_kept(monkeypatch, raised) -> None:
    asked = []

    def rule(tal: object) -> None:
        asked.append(tal)
        raise raised

    monkeypatch.setitem(catalogue.FUNCTIONS, "FORDEL_ANDEL", rule)
    for _ in range(2):
        with pytest.raises(type(raised)):
            call("FORDEL_ANDEL", [[[1]]])
    assert len(asked) == 2


def test_a_value_of_no_kind_a_cell_has_is_not_kept(counted) -> None:
    itself: list[object] = []
    itself.append([itself])
    for strange in ((cell for cell in "x"), lambda: 1, itself):
        for _ in range(2):
            call("FORDEL_ANDEL", [[[strange]]])
    assert len(counted) == 6


def test_the_least_used_goes_when_there_are_too_many() -> None:
    kept = Answers(calls=3)
    for number in range(3):
        kept.put((abs, bytes([number])), b"x")
    assert kept.get((abs, b"\0")) == b"x"  # used, and so not the next to go
    kept.put((abs, b"\3"), b"x")
    assert [kept.get((abs, bytes([number]))) is not None for number in range(4)] == [True, False, True, True]
    assert (len(kept), kept.size) == (3, 3)


def test_the_least_used_go_when_they_take_too_much() -> None:
    kept = Answers(size=10)
    for number, length in enumerate((4, 4, 2)):
        kept.put((abs, bytes([number])), b"x" * length)
    assert (len(kept), kept.size) == (3, 10)
    kept.put((abs, b"\3"), b"x")  # one byte too many, and the first goes
    assert (kept.get((abs, b"\0")), len(kept), kept.size) == (None, 3, 7)
    kept.put((abs, b"\4"), b"x" * 11)  # too large to keep at all
    assert (len(kept), kept.size) == (0, 0)


def test_the_same_again_takes_the_place_of_itself() -> None:
    kept = Answers()
    kept.put((abs, b"k"), b"long")
    kept.put((abs, b"k"), b"x")
    assert (kept.get((abs, b"k")), len(kept), kept.size) == (b"x", 1, 1)


def test_as_much_is_kept_as_is_promised() -> None:
    assert (ANSWERS.most_calls, ANSWERS.most_bytes) == (256, 20 * 1024 * 1024)


def _any(dice: random.Random) -> object:
    def cell() -> object:
        return dice.choice(AWKWARD) if dice.random() < 0.3 else dice.choice([1, 2, 3.5, 100])

    shape = dice.random()
    if shape < 0.3:
        return cell()
    if shape < 0.5:
        return tuple((cell(),) for _ in range(dice.randint(1, 3)))
    if shape < 0.6:
        return [[cell()] * dice.randint(0, 3) for _ in range(dice.randint(0, 3))]  # ragged
    return [[cell(), cell()] for _ in range(dice.randint(1, 3))]

"""Every bad input to every argument of every function, and what is said: read by eye, then kept as it is.

Where a sentence changes, `refusals.txt.new` is written beside the golden file: read it, and put it in its place.
"""

import math
from pathlib import Path

import pytest

from udfs.catalogue import FUNCTIONS
from udfs.errors import RegelFejl

from .valid_calls import SPECIAL, VALID

GOLDEN = Path(__file__).parents[1] / "golden" / "refusals.txt"
CELLS = {"tekst": "n/a", "et tal som tekst": "1.234", "fejlværdi": "#DIV/0!", "NaN": math.nan, "negativ": -1}


def with_last(value, cell):
    """The same range with another last cell."""
    if isinstance(value, list):
        return [*value[:-1], with_last(value[-1], cell)]
    return cell


def blank(value):
    return [blank(cell) for cell in value] if isinstance(value, list) else None


def bad_values(value):
    """What is wrong -> the argument, from a good one."""
    kinds = {why: with_last(value, cell) for why, cell in CELLS.items()}
    kinds["tom"] = blank(value)
    if isinstance(value, list):
        kinds["en række for meget"] = [*value, value[-1]]
        kinds["intet område"] = []
        if not isinstance(value[0], list):
            kinds["to kolonner"] = [[cell, cell] for cell in value]
    else:
        kinds["to celler"] = [value, value]
    if isinstance(value, str):
        kinds["ukendt ord"] = "xyz"
    return kinds


def answer(name, arguments):
    try:
        FUNCTIONS[name](**arguments)
    except RegelFejl as refused:
        return str(refused)
    return "-"


def lines():
    """"-" where the input is taken."""
    for name, valid in VALID.items():
        yield f"\n{name}"
        for argument, value in valid.items():
            for why, changed in bad_values(value).items():
                yield f"{argument}, {why}: {answer(name, {**valid, argument: changed})}"
        for other, why, change in SPECIAL:
            if other == name:
                yield f"* {why}: {answer(name, {**valid, **change})}"


def test_every_refusal_says_what_was_read_and_found_good():
    said = "\n".join(lines()).strip() + "\n"
    if said != GOLDEN.read_text(encoding="utf-8"):
        GOLDEN.with_suffix(".txt.new").write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8")


def test_every_function_is_in_it_with_every_argument():
    import inspect

    assert list(VALID) == list(FUNCTIONS)
    for name, valid in VALID.items():
        assert list(valid) == list(inspect.signature(FUNCTIONS[name]).parameters)


@pytest.mark.parametrize("name, valid", VALID.items())
def test_the_good_call_is_good(name, valid):
    assert answer(name, valid) == "-"


@pytest.mark.parametrize("name, why, change", SPECIAL, ids=[f"{name}: {why}" for name, why, _ in SPECIAL])
def test_the_special_ones_are_refused(name, why, change):
    assert answer(name, {**VALID[name], **change}) != "-"

"""Danish words and numbers in messages."""

import pickle

import pytest

from udfs import errors, values


@pytest.mark.parametrize(
    "argument, expected",
    [
        ("noegle", "nøgle"),
        ("taerskel", "tærskel"),
        ("koefficienter", "koefficienter"),
        ("barnets_institution", "barnets institution"),
        ("maaneder", "måneder"),
        ("boern_0_2", "børn 0-2 år"),
    ],
)
def test_words(argument, expected):
    assert errors.word(argument) == expected


@pytest.mark.parametrize(
    "x, expected",
    [
        (0.5, "0,5"),
        (1234567.5, "1.234.567,5"),
        (0.1 + 0.2, "0,3"),
        (-3, "-3"),
        (-0.0, "0"),
        (1200000, "1.200.000"),
        (1.887e-07, "0,0000001887"),
        (-1e-20, "-0,00000000000000000001"),
        (9e-21, "9e-21"),
        (1e15, "1.000.000.000.000.000"),
        (1e20, "1e+20"),
    ],
)
def test_numbers(x, expected):
    assert errors.tal(x) == expected


@pytest.mark.parametrize(
    "x, expected",
    [
        (1200000, "1.200.000 kr."),
        (12.5, "12,50 kr."),
        (0.0049, "0 kr."),
        (0.01, "0,01 kr."),
        (999.996, "1.000 kr."),
        (-100, "-100 kr."),
    ],
)
def test_kroner(x, expected):
    assert errors.kroner(x) == expected


def test_singular_and_plural():
    assert errors.antal(1, "barn", "børn") == "1 barn"
    assert errors.antal(2, "barn", "børn") == "2 børn"


def test_a_refusal_is_a_value_error_that_knows_its_argument_also_in_another_process():
    refusal = errors.VaerdiFejl("nøgle, nr. 4: er tom", "noegle", (4,))
    assert isinstance(refusal, errors.RegelFejl) and isinstance(refusal, ValueError)
    copy = pickle.loads(pickle.dumps(refusal))
    assert (str(copy), copy.argument, copy.numre) == ("nøgle, nr. 4: er tom", "noegle", (4,))
    assert errors.RegelFejl("x").argument is None
    assert errors.RegelFejl("x").numre == ()


def test_a_refusal_has_its_reason_apart_from_what_it_is_about():
    blank = values.refusal("noegle", values.in_line, 3, "er tom: ret den")
    assert (str(blank), blank.grund) == ("nøgle, nr. 4: er tom: ret den", "er tom: ret den")
    assert pickle.loads(pickle.dumps(blank)).grund == blank.grund
    assert errors.RegelFejl("puljen er for lille").grund == "puljen er for lille"

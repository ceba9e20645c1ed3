"""What a cell or a range may hold, and the sentence for everything it may not."""

import datetime
import math
import re
from decimal import Decimal

import numpy as np
import pytest

from udfs import arguments
from udfs.errors import LaengdeFejl, VaerdiFejl


def refused(kind, text):
    return pytest.raises(kind, match=f"^{re.escape(text)}$")


@pytest.mark.parametrize(
    "value, expected, form",
    [
        ([1, 2.5], [1, 2.5], (2,)),
        ((1, 2), [1, 2], (2,)),
        ([[1], [2]], [1, 2], (2, 1)),
        ([[1, 2]], [1, 2], (1, 2)),
        (((1,), (2,)), [1, 2], (2, 1)),
        (3, [3], (1,)),
        ([[3]], [3], (1, 1)),
        ([True, False], [1, 0], (2,)),
        ([None, "", 3], [0, 0, 3], (3,)),
        ([np.int64(3), np.float32(0.5), np.bool_(True)], [3, 0.5, 1], (3,)),
        ([Decimal("1.5"), 2], [1.5, 2], (2,)),
        (np.array([1, 2]), [1, 2], (2,)),
        (np.array([[1.5], [2]]), [1.5, 2], (2, 1)),
        (np.array([True, False]), [1, 0], (2,)),
        (np.array([1, None, ""], dtype=object), [1, 0, 0], (3,)),
    ],
)
def test_a_range_of_numbers(value, expected, form):
    result = arguments.numbers(value, "noegle")
    assert result.tal.dtype == float
    assert result.tal.tolist() == expected
    assert result.form == form
    assert result.like(result.tal).shape == form


def test_blank_cells_are_remembered():
    assert arguments.numbers([None, 0, "", 1], "noegle").tom.tolist() == [True, False, True, False]
    assert arguments.numbers(np.array([0.0, 1.0]), "noegle").tom.tolist() == [False, False]


def test_a_range_that_was_read_is_not_read_again():
    once = arguments.numbers([1, 2], "noegle")
    assert arguments.numbers(once, "boern") is once


def test_what_was_given_is_not_changed():
    given = np.array([1.0, 2.0])
    arguments.numbers(given, "noegle").tal[0] = 9
    assert given.tolist() == [1, 2]


@pytest.mark.parametrize(
    "cell, why",
    [
        ("n/a", '"n/a" er ikke et tal'),
        ("12", '"12" er ikke et tal'),
        ("1.234", '"1.234" er ikke et tal'),
        ("..", '".." er ikke et tal'),
        ("<3", '"<3" er ikke et tal'),
        ("-", '"-" er ikke et tal'),
        (" ", '" " er ikke et tal'),
        ("#N/A", "fejlværdien #N/A er ikke et tal"),
        ("#DIV/0!", "fejlværdien #DIV/0! er ikke et tal"),
        ("#NAVN?", "fejlværdien #NAVN? er ikke et tal"),
        ("#1", '"#1" er ikke et tal'),
        (math.nan, "NaN er ikke et tal"),
        (math.inf, "uendelig er ikke et tal"),
        (-math.inf, "uendelig er ikke et tal"),
        (-3, "-3 er negativ"),
        (-0.001, "-0,001 er negativ"),
        (1 + 2j, '"(1+2j)" er ikke et tal'),
        (b"12", "\"b'12'\" er ikke et tal"),
        (datetime.date(2025, 1, 31), '"2025-01-31" er ikke et tal'),
        ("x" * 41, f'"{"x" * 40}..." er ikke et tal'),
        ("x" * 40, f'"{"x" * 40}" er ikke et tal'),
    ],
)
def test_a_cell_that_is_refused_is_named_with_its_place(cell, why):
    for value in ([1, None, 2, cell], [[1], [0], [2], [cell]], [1.0, 2.0, 3.0, cell, cell]):
        with refused(VaerdiFejl, f"nøgle, nr. 4: {why}") as caught:
            arguments.numbers(value, "noegle")
        assert (caught.value.argument, caught.value.numre) == ("noegle", (4,))


@pytest.mark.parametrize(
    "array", [np.array([1.0, math.nan]), np.array([1.0, math.inf]), np.array(["1", "2"]), np.array([1, 2j])]
)
def test_arrays_are_no_way_around(array):
    with pytest.raises(VaerdiFejl, match="er ikke et tal"):
        arguments.numbers(array, "noegle")


def test_dates_are_not_days_since_1970():
    with pytest.raises(VaerdiFejl, match="nøgle, nr. 1: "):
        arguments.numbers(np.array(["2025-01-31"], dtype="datetime64[ns]"), "noegle")


def test_a_whole_number_beyond_every_float():
    with pytest.raises(VaerdiFejl, match="nøgle, nr. 2: .* er ikke et tal"):
        arguments.numbers([1, 10**400], "noegle")


def test_negative_where_it_makes_sense():
    assert arguments.numbers([-1, 2], "beloeb", signed=True).tal.tolist() == [-1, 2]


@pytest.mark.parametrize(
    "value, text",
    [
        ([[1, 2], [3, 4]], "nøgle skal være én kolonne eller én række, ikke 2 x 2"),
        ([], "nøgle: området er tomt"),
        ([[]], "nøgle: området er tomt"),
        ([[1, 2], [3]], "nøgle: rækkerne er ikke lige lange"),
        ([1, [2]], "nøgle: rækkerne er ikke lige lange"),
        ([[[1]]], "nøgle skal være rækker og kolonner, ikke 3 dimensioner"),
    ],
)
def test_a_shape_that_is_refused(value, text):
    with refused(LaengdeFejl, text):
        arguments.numbers(value, "noegle")


def test_one_number():
    for value in (5, [5], [[5]], np.array([[5.0]]), np.float64(5)):
        assert arguments.number(value, "pulje") == 5
    with refused(VaerdiFejl, "pulje mangler: cellen er tom"):
        arguments.number([[None]], "pulje")
    with refused(VaerdiFejl, 'pulje: "1.000" er ikke et tal'):
        arguments.number("1.000", "pulje")
    with refused(VaerdiFejl, "afrunding: -1 er negativ"):
        arguments.number(-1, "afrunding")
    with refused(LaengdeFejl, "pulje skal være ét tal, ikke 2 celler"):
        arguments.number([1, 2], "pulje")
    assert arguments.number(-1, "total", signed=True) == -1


@pytest.mark.parametrize("blank", [None, "", [None], [[""]], np.array([[None]], dtype=object)])
def test_omitted_or_an_empty_cell_is_the_default(blank):
    assert arguments.optional(blank, "vaegt", 1.8) == 1.8
    assert arguments.choice(blank, "metode", ("unikke", "kriterier")) == "unikke"
    assert arguments.flag(blank, "relativ", True) is True
    assert arguments.is_blank(blank)


def test_zero_is_not_blank():
    assert arguments.optional(0, "vaegt", 1.8) == 0


@pytest.mark.parametrize(
    "typed", ["forholdsmæssig", "FORHOLDSMAESSIG", " Forholdsmæssig\xa0", [["forholdsmaessig"]]]
)
def test_choices_in_any_spelling(typed):
    assert arguments.choice(typed, "metode", ("lige", "forholdsmaessig")) == "forholdsmaessig"


def test_an_unknown_choice_is_refused_with_the_valid_ones():
    with refused(VaerdiFejl, 'tærskeltype: "halv" findes ikke; skriv "fuld" eller "over"'):
        arguments.choice("halv", "taerskeltype", ("fuld", "over"))
    with refused(VaerdiFejl, 'tærskeltype: 1 findes ikke; skriv "fuld" eller "over"'):
        arguments.choice(1, "taerskeltype", ("fuld", "over"))


@pytest.mark.parametrize(
    "value, expected",
    [(True, True), (1, True), ("SAND", True), ("ja", True), (False, False), (0.0, False), ("Falsk", False)],
)
def test_flags(value, expected):
    assert arguments.flag(value, "relativ", not expected) is expected


@pytest.mark.parametrize("value", [2, "måske", math.nan])
def test_a_flag_that_is_none(value):
    with pytest.raises(VaerdiFejl, match="relativ: .* er hverken SAND eller FALSK"):
        arguments.flag(value, "relativ", False)


def test_a_factor_is_written_as_one_number():
    assert arguments.factor(1, "faktor") == 1
    assert arguments.factor([[20]], "faktor") == 20
    with refused(VaerdiFejl, "faktor: 0,99 er under 1; skriv 3, ikke 1:3"):
        arguments.factor(0.99, "faktor")
    with refused(VaerdiFejl, "faktor: -2 er under 1; skriv 3, ikke 1:3"):
        arguments.factor(-2, "faktor")
    with refused(VaerdiFejl, 'faktor: "1:3" er ikke et tal; skriv 3, ikke 1:3'):
        arguments.factor("1:3", "faktor")


def test_a_table_keeps_its_rows():
    assert arguments.table([[1, None], [3, 4]], "antal").tal.tolist() == [[1, 0], [3, 4]]
    assert arguments.table([1, 2], "antal").tal.tolist() == [[1], [2]]
    assert arguments.table([1, 2], "antal").form == (2,)
    assert arguments.table([[1, 2, 3]], "antal").tal.shape == (1, 3)
    assert arguments.table([[1, 2, 3]], "antal").form == (1, 1)
    with refused(VaerdiFejl, 'antal, række 2, kolonne 3: "<3" er ikke et tal') as caught:
        arguments.table([[1, 2, 3], [4, 5, "<3"]], "antal")
    assert caught.value.numre == (2,)
    with refused(VaerdiFejl, "antal, række 2, kolonne 1: -4 er negativ"):
        arguments.table([[1, 2, 3], [-4, 5, 6]], "antal")


def test_criteria_in_every_spelling():
    rows = [[1, 0], ["ja", "nej"], ["J", "n"], ["X", None], [True, False], [1.0, ""], [" x ", 0]]
    assert arguments.criteria(rows, "kriterier").tal.tolist() == [[1, 0]] * 7
    assert arguments.criteria(np.array([[1.0, 0.0]]), "kriterier").tal.tolist() == [[1, 0]]
    assert arguments.criteria(np.array([[True, False]]), "kriterier").tal.tolist() == [[1, 0]]
    assert arguments.criteria(["x", None], "kriterier").tal.tolist() == [[1], [0]]


@pytest.mark.parametrize(
    "cell, shown", [(2, "2"), (0.5, "0,5"), (-1, "-1"), ("måske", '"måske"'), ("1", '"1"'), (math.nan, "NaN")]
)
def test_other_criteria_are_refused(cell, shown):
    text = f"kriterier, række 2, kolonne 2: {shown} er ikke 1/0, ja/nej, j/n eller x"
    with refused(VaerdiFejl, text) as caught:
        arguments.criteria([["x", 0], [1, cell]], "kriterier")
    assert caught.value.numre == (2,)
    if not isinstance(cell, str):
        with refused(VaerdiFejl, text):
            arguments.criteria(np.array([[1, 0], [1, cell]], dtype=float), "kriterier")


def test_criteria_in_rows_of_different_lengths():
    with refused(LaengdeFejl, "kriterier: rækkerne er ikke lige lange"):
        arguments.criteria([[1, 0], [1]], "kriterier")


def test_weights_lie_either_way():
    rows = arguments.table([[1, 2], [3, 4]], "antal")
    for value in ([1, 0.5], [[1, 0.5]], [[1], [0.5]]):
        assert arguments.weights(value, "vaegte", rows).tolist() == [1, 0.5]
    for nothing in (None, [[None]], [None, ""]):
        assert arguments.weights(nothing, "vaegte", rows).tolist() == [1, 1]
    assert arguments.weights([None, 2], "vaegte", rows).tolist() == [0, 2]
    with refused(LaengdeFejl, "vægte har 3 tal, antal har 2 kolonner"):
        arguments.weights([1, 2, 3], "vaegte", rows)
    with refused(VaerdiFejl, "vægte, nr. 2: -1 er negativ"):
        arguments.weights([1, -1], "vaegte", rows)


def test_names_are_compared_without_case_blanks_and_no_break_spaces():
    typed = ["Solen", " SOLEN ", "Solen\xa0", "\u202fsolen", 4100, "4100", 4100.0, np.float64(4100), None, ""]
    read = arguments.names(typed, "institutioner")
    assert read.tal == ["solen"] * 4 + ["4100"] * 4 + ["", ""]
    assert read.vist[1] == " SOLEN "
    assert arguments.names(["Sol\xa0og måne", "4100.5", 4100.5], "institutioner").tal == [
        "sol og måne",
        "4100.5",
        "4100.5",
    ]


@pytest.mark.parametrize("cell, shown", [("#N/A", "fejlværdien #N/A"), (math.nan, "NaN")])
def test_an_error_value_is_no_name(cell, shown):
    with refused(VaerdiFejl, f"institutioner, nr. 2: {shown} er ikke et navn") as caught:
        arguments.names(["Solen", cell], "institutioner")
    assert caught.value.numre == (2,)


def test_a_number_for_all_or_one_each():
    key = arguments.numbers([1, 2, 3], "noegle")
    assert arguments.per_recipient(5, key, "minimum").tolist() == [5, 5, 5]
    assert arguments.per_recipient([[5]], key, "minimum").tolist() == [5, 5, 5]
    assert arguments.per_recipient([1, None, 3], key, "minimum").tolist() == [1, 0, 3]
    assert arguments.per_recipient([1, None, 3], key, "loft", blank=math.inf).tolist() == [1, math.inf, 3]
    assert arguments.per_recipient(None, key, "loft") is None
    assert arguments.per_recipient([[None], [""], [None]], key, "loft") is None
    with refused(LaengdeFejl, "områderne er ikke lige lange: loft har 2, nøgle har 3"):
        arguments.per_recipient([1, 2], key, "loft")


def test_noise_is_no_difference():
    x = np.array([0.3, 0.3 - 2e-9, 1e6 - 1e-4, 1e6 - 1e-2])
    limit = np.array([0.3 + 1e-12, 0.3, 1e6, 1e6])
    assert arguments.reaches(x, limit).tolist() == [True, False, True, False]

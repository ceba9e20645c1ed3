"""Every function for 1, 2 and 100,000 recipients, and on the columns of a data frame."""

import inspect
import math

import numpy as np
import pandas as pd
import pytest

from udfs.catalogue import FUNCTIONS

SIZES = [1, 2, 100_000]
PLACES = ("Solen", "Månen", "4100")


class Data:
    """The columns of n recipients, the same ones each time."""

    def __init__(self, n):
        rng = np.random.default_rng(n)
        self.boern = rng.integers(1, 99, n)
        self.antal = np.minimum(rng.integers(1, 30, n), self.boern)
        self.belastning = self.antal / self.boern
        self.foer = 1000.0 * rng.integers(1, 900, n)
        self.nyt = self.foer + rng.integers(-300, 300, n)
        self.aar = rng.integers(0, 60, (n, 3))
        self.maaneder = rng.integers(0, 60, (n, 12))
        self.kriterier = rng.integers(0, 2, (n, 3))
        self.kendetegn = rng.normal(size=(n, 3))
        self.score = rng.normal(size=n)
        self.barnets = np.array(PLACES, dtype=object)[rng.integers(0, 3, n)]
        self.navne = np.array([f"Institution {i}" for i in range(n)], dtype=object)
        self.prioritet = rng.integers(1, 4, n)


def total(expected, within=1e-6):
    return lambda done, d: abs(math.fsum(np.ravel(done)) - expected(d)) <= within


def alike(expected):
    return lambda done, d: np.allclose(np.ravel(done), np.ravel(expected(d)), rtol=1e-12, atol=1e-9)


def between(low, high):
    return lambda done, d: bool(((np.ravel(done) >= low(d) - 1e-9) & (np.ravel(done) <= high(d) + 1e-9)).all())


def shared(d, part=0.5):
    """A pool in whole kroner that is part of what was there before."""
    return math.floor(part * math.fsum(d.foer))


# function -> its arguments from the data, and what must hold for the result
CASES = {
    "FORDEL_BOERN": (lambda d: (d.antal, d.boern, 2), alike(lambda d: 2 * d.antal + d.boern)),
    "FORDEL_HELAAR": (lambda d: (d.maaneder,), alike(lambda d: d.maaneder.mean(axis=1))),
    "FORDEL_DISKRETION": (lambda d: (d.antal, 1), alike(lambda d: d.antal)),
    "FORDEL_UDSATTE": (lambda d: (d.kriterier, 2), alike(lambda d: d.kriterier.sum(axis=1) >= 2)),
    "FORDEL_OPTAEL": (
        lambda d: (PLACES, d.barnets, d.kriterier),
        alike(lambda d: [(d.kriterier.any(axis=1) & (d.barnets == place)).sum() for place in PLACES]),
    ),
    "FORDEL_KRITERIER": (lambda d: (d.aar,), alike(lambda d: d.aar.sum(axis=1))),
    "FORDEL_BELASTNING": (lambda d: (d.antal, d.boern), alike(lambda d: d.belastning)),
    "FORDEL_SCORE": (
        lambda d: (d.kendetegn, [1, -2, 0.5], 0.25),
        alike(lambda d: 1 / (1 + np.exp(-0.25 - d.kendetegn @ [1, -2, 0.5]))),
    ),
    "FORDEL_PROFIL": (
        lambda d: (PLACES, d.barnets, d.score),
        alike(lambda d: [d.score[d.barnets == p].mean() if (d.barnets == p).any() else 0 for p in PLACES]),
    ),
    "FORDEL_VURDERING": (
        lambda d: (d.aar, [1, 2, 0.5], d.boern),
        alike(lambda d: d.aar @ [1, 2, 0.5] * d.boern),
    ),
    "FORDEL_DISTRIKT": (lambda d: (d.aar, [0.1, 0.2, 0.35]), alike(lambda d: d.aar @ [0.1, 0.2, 0.35])),
    "FORDEL_UDJAEVN": (lambda d: (d.aar, "maks"), alike(lambda d: np.maximum(d.aar[:, 0], d.aar[:, 2]))),
    "FORDEL_NOEGLE": (lambda d: (d.belastning, d.boern), alike(lambda d: d.antal)),
    "FORDEL_SAMMENVEJ": (lambda d: (np.column_stack((d.antal, d.boern)), [3, 97]), total(lambda d: 1, 1e-12)),
    "FORDEL_ANDEL": (lambda d: (d.antal,), total(lambda d: 1, 1e-12)),
    "FORDEL_PULJE": (lambda d: (12_345_678, d.antal, d.boern, 0), total(lambda d: 12_345_678)),
    "FORDEL_SATS": (
        lambda d: (12_345_678, d.antal),
        lambda done, d: done == pytest.approx(12_345_678 / d.antal.sum(), rel=1e-14),
    ),
    "FORDEL_SPOR": (
        lambda d: (12_345_678, d.antal, d.boern),
        lambda done, d: (
            done.shape == (len(d.antal) + 2, 17)
            and math.fsum(done[1:-1, 13]) == done[-1, 13] == 12_345_678
            and list(done[1:-1, 1]) == d.antal.tolist()
        ),
    ),
    "FORDEL_FAST": (lambda d: (10**9, d.foer / 1000, d.antal), total(lambda d: 10**9)),
    "FORDEL_ANSOEGNING": (
        lambda d: (shared(d), d.foer, "prioritet", d.prioritet),
        lambda done, d: math.fsum(done) == shared(d) and bool((done <= d.foer).all()),
    ),
    "FORDEL_GARANTI": (
        lambda d: (d.nyt, d.foer, 0.5),
        lambda done, d: math.fsum(done) == math.fsum(d.nyt) and bool((done >= 0.5 * d.foer).all()),
    ),
    "FORDEL_OVERGANG": (
        lambda d: (d.nyt, d.foer, 5 / 12),
        lambda done, d: (
            abs(math.fsum(done) - (7 * math.fsum(d.foer) + 5 * math.fsum(d.nyt)) / 12) <= 0.5
            and bool((abs(done - (7 * d.foer + 5 * d.nyt) / 12) <= 1).all())
        ),
    ),
    "FORDEL_BESPARELSE": (
        lambda d: (shared(d, 0.03), d.foer, None, 0.04),
        lambda done, d: math.fsum(done) == shared(d, 0.03) and bool((done <= 0.04 * d.foer).all()),
    ),
    "FORDEL_AFRUND": (
        lambda d: (d.score,),
        lambda done, d: abs(math.fsum(done) - math.fsum(d.score)) <= 0.5 and bool((abs(done - d.score) <= 1).all()),
    ),
    "FORDEL_KONTROL": (lambda d: (d.foer, math.fsum(d.foer) + 12), lambda done, d: done == "mangler 12 kr."),
    "FORDEL_FAKTOR": (
        lambda d: (d.foer, d.boern),
        lambda done, d: done == pytest.approx((d.foer / d.boern).max() / (d.foer / d.boern).min()),
    ),
    "FORDEL_KVARTILFAKTOR": (
        lambda d: (d.foer, d.boern),
        lambda done, d: done == pytest.approx(math.prod(np.quantile(d.foer / d.boern, [0.75, 0.25]) ** [1, -1])),
    ),
    "FORDEL_GINI": (lambda d: (d.foer, d.boern), lambda done, d: 0 <= done < 1 and (done > 0) == (len(d.foer) > 1)),
    "FORDEL_TRAPPE": (lambda d: (d.belastning, 20), between(lambda d: 1, lambda d: 20)),
    "FORDEL_DIFFERENTIER": (
        lambda d: (d.belastning, 3),
        lambda done, d: max(done) == 1 and min(done) == (1 / 3 if len(done) > 1 else 1),
    ),
    "FORDEL_STILLINGER": (
        lambda d: (d.nyt, 500_000, 400_000, 0.6),
        lambda done, d: done.shape == (len(d.nyt), 2) and np.allclose(done @ [500_000, 400_000], d.nyt, rtol=1e-12),
    ),
    "FORDEL_KLASSER": (lambda d: (d.aar, [[26, 28, 28]]), alike(lambda d: -(-d.aar // [26, 28, 28]))),
    "FORDEL_PL": (lambda d: (d.foer, [0.25, -0.125]), alike(lambda d: d.foer * 1.09375)),
    "FORDEL_DEMOGRAFI": (lambda d: (500, 4, d.boern), alike(lambda d: 125 * d.boern)),
}
ONE_ANSWER = ("FORDEL_SATS", "FORDEL_KONTROL", "FORDEL_FAKTOR", "FORDEL_KVARTILFAKTOR", "FORDEL_GINI")
BY_PLACE = ("FORDEL_OPTAEL", "FORDEL_PROFIL")
TABLES = ("FORDEL_SPOR", "FORDEL_STILLINGER", "FORDEL_KLASSER")


def framed(argument):
    """A column as pandas has it, with an index that is no 0, 1, 2."""
    if not isinstance(argument, np.ndarray):
        return argument
    index = [f"r{i}" for i in range(len(argument))]
    kind = pd.Series if argument.ndim == 1 else pd.DataFrame
    return kind(argument, index=index)


def test_no_function_is_left_out():
    assert list(CASES) == list(FUNCTIONS)


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("name", CASES)
def test_so_many_recipients(name, n):
    arguments, holds = CASES[name]
    data = Data(n)
    done = FUNCTIONS[name](*arguments(data))
    assert holds(done, data)
    if name not in (*ONE_ANSWER, *BY_PLACE, *TABLES):
        assert np.size(done) == n


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("metode", ["forholdsmaessig", "lige", "lige_afslag"])
def test_so_many_applications_by_every_method(metode, n):
    d = Data(n)
    done = FUNCTIONS["FORDEL_ANSOEGNING"](shared(d), d.foer, metode)
    assert math.fsum(done) == shared(d)
    assert (done <= d.foer).all()


@pytest.mark.large
@pytest.mark.parametrize("n", SIZES)
def test_so_many_institutions_with_a_child_each(n):
    d = Data(n)
    assert FUNCTIONS["FORDEL_PROFIL"](d.navne, d.navne[::-1], d.score[::-1]).tolist() == d.score.tolist()
    counted = FUNCTIONS["FORDEL_OPTAEL"](d.navne, d.navne, d.kriterier, "kriterier")
    assert counted.tolist() == d.kriterier.sum(axis=1).tolist()


@pytest.mark.parametrize("name", CASES)
def test_arguments_have_the_names_of_the_manual(name):
    rule, data = FUNCTIONS[name], Data(2)
    given = CASES[name][0](data)
    named = dict(zip(inspect.signature(rule).parameters, given))
    assert np.array_equal(rule(**named), rule(*given))


@pytest.mark.parametrize("n", [1, 2, 50])
@pytest.mark.parametrize("name", CASES)
def test_series_and_frames_in_and_arrays_out(name, n):
    given = CASES[name][0](Data(n))
    done = FUNCTIONS[name](*map(framed, given))
    assert type(done) in ((float, str) if name in ONE_ANSWER else (np.ndarray,))
    assert np.array_equal(done, FUNCTIONS[name](*given))


@pytest.mark.parametrize("name", CASES)
def test_lists_and_tuples_are_as_good_as_arrays(name):
    given = CASES[name][0](Data(3))
    listed = [x.tolist() if isinstance(x, np.ndarray) else x for x in given]
    assert np.array_equal(FUNCTIONS[name](*listed), FUNCTIONS[name](*given))


@pytest.mark.parametrize("name", CASES)
def test_what_is_given_is_left_as_it_was(name):
    data = Data(5)
    FUNCTIONS[name](*CASES[name][0](data))
    fresh = vars(Data(5))
    assert all(np.array_equal(column, fresh[key]) for key, column in vars(data).items())

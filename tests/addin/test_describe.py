"""What hosts show of a function is what its manual says; a gap in a manual is refused."""

from __future__ import annotations

import inspect

import pytest

from addin.cells import incoming_all
from addin.describe import HELP_LIMIT, KINDS, describe, descriptions
from addin.reference.examples import calls
from udfs import catalogue
from udfs.errors import RegelFejl
from udfs.rules.fordel_boern import FORDEL_BOERN
from udfs.rules.fordel_pulje import FORDEL_PULJE

EVERY = [(found, place) for found in descriptions() for place in range(len(found.arguments))]


def example_arguments(name: str) -> list[object]:
    """What the first example of a rule calls it with, in order, defaults filled in."""
    bound = inspect.signature(catalogue.FUNCTIONS[name]).bind(**calls(name)[0])
    bound.apply_defaults()
    return list(bound.arguments.values())


def test_they_come_in_the_order_of_the_catalogue_with_its_groups() -> None:
    assert [found.name for found in descriptions()] == list(catalogue.FUNCTIONS)
    groups = {rule.__name__: group for group, rules in catalogue.GROUPS.items() for rule in rules}
    assert {found.name: found.group for found in descriptions()} == groups


def test_one_of_them_in_full() -> None:
    found = describe(FORDEL_BOERN)
    assert found.title == "Vægtet børnetal: de 0-2-årige gange en vægt plus de 3-5-årige."
    assert found.text == ""
    assert [a.name for a in found.arguments] == ["boern_0_2", "boern_3_5", "vaegt"]
    last = found.arguments[-1]
    assert last.help == ("Hvad et barn på 0-2 år tæller i forhold til et på 3-5 år. 1,8 som i KORA's tal, "
                         "hvis den udelades.")
    assert (last.optional, last.default, last.kind) == (True, 1.8, "tal")
    assert (found.arguments[0].optional, found.arguments[0].kind) == (False, "omraade")
    assert found.result == "Vægtede børn pr. institution, som boern_0_2 ligger."
    assert found.example == ">>> FORDEL_BOERN([20, 10], [40, 0], 2).tolist()\n[80.0, 20.0]"


@pytest.mark.parametrize("found", descriptions(), ids=lambda d: d.name)
def test_one_cell_is_said_where_the_result_is_one(found) -> None:
    for given in calls(found.name):
        result = catalogue.FUNCTIONS[found.name](**given)
        assert found.one_cell is isinstance(result, (float, str))


def test_what_follows_the_first_sentence_is_kept() -> None:
    assert describe(FORDEL_PULJE).text.startswith("Summen er aldrig over puljen. Det, et loft ")


@pytest.mark.parametrize("found, place", EVERY, ids=[f"{d.name}-{d.arguments[p].name}" for d, p in EVERY])
def test_the_kind_is_what_the_rule_takes(found, place) -> None:
    """Four cells in a square are refused where a number, a word or a column is wanted, each in its own words."""
    argument = found.arguments[place]
    assert argument.kind in KINDS
    given = example_arguments(found.name)
    given[place] = [[1, 1], [1, 1]]
    said = ""
    try:
        catalogue.FUNCTIONS[found.name](*incoming_all(given))
    except RegelFejl as refused:
        said = str(refused)
    if argument.kind == "omraade":
        assert "skal være én kolonne eller én række" in said
    elif argument.kind == "tal":
        assert "skal være ét tal" in said or "skal være SAND eller FALSK" in said
    elif argument.kind == "tekst":
        assert "skal være ét ord" in said
    else:
        assert "skal være" not in said


def FORDEL_MODEL(tal, enhed=1):
    """Kort sætning.

    Argumenter:
        tal: Tal i en kolonne eller række.
        enhed: En enhed,
            i kr.

    Resultat:
        Et.
    """


@pytest.mark.parametrize(
    "old, new",
    [
        ("Kort sætning.", ""),
        ("        tal: Tal i en kolonne eller række.\n", ""),
        ("enhed: En", "andet: En"),
        ("En enhed,", "E" * (HELP_LIMIT - 5)),
    ],
)
def test_a_gap_is_refused(old, new, monkeypatch) -> None:
    assert describe(FORDEL_MODEL).arguments[1].help == "En enhed, i kr."
    monkeypatch.setattr(FORDEL_MODEL, "__doc__", FORDEL_MODEL.__doc__.replace(old, new))
    with pytest.raises(ValueError, match="FORDEL_MODEL"):
        describe(FORDEL_MODEL)


def test_a_help_of_just_the_limit_is_taken(monkeypatch) -> None:
    monkeypatch.setattr(FORDEL_MODEL, "__doc__", FORDEL_MODEL.__doc__.replace("En enhed,", "E" * (HELP_LIMIT - 6)))
    assert len(describe(FORDEL_MODEL).arguments[1].help) == HELP_LIMIT

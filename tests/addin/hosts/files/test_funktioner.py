"""`fordel funktioner`: the reference in the terminal and as a file."""

from __future__ import annotations

import pytest

from addin.describe import descriptions


def flat(text: str) -> str:
    return " ".join(text.split())


def test_all_of_them_by_group(fordel) -> None:
    told = fordel("funktioner")
    assert told.code == 0
    for described in descriptions():
        assert described.name in told.out
    assert "Personale, skoler og priser" in told.out


@pytest.mark.parametrize("typed", ["FORDEL_NOEGLE", "noegle", "Nøgle", "fordel_noegle"])
def test_one_of_them_by_any_of_its_names(fordel, typed) -> None:
    told = fordel("funktioner", typed)
    assert told.code == 0
    assert told.out.startswith("FORDEL_NOEGLE\n")
    assert "=FORDEL_NOEGLE(belastning; boern)" in told.out
    assert "Eksempel: =FORDEL_NOEGLE(A2:A3;B2:B3)" in told.out


@pytest.mark.parametrize("described", descriptions(), ids=lambda d: d.name)
def test_each_says_all_of_its_manual(fordel, described) -> None:
    said = flat(fordel("funktioner", described.name).out)
    assert described.title in said and flat(described.result) in said
    for argument in described.arguments:
        assert flat(argument.help) in said


def test_a_name_that_is_not_there_gets_a_hint(fordel) -> None:
    told = fordel("funktioner", "puljer")
    assert (told.code, told.out) == (2, "")
    assert told.err == 'Der er ingen funktion, der hedder "puljer". Mente du PULJE?\n'
    assert "Se dem alle med fordel funktioner." in fordel("funktioner", "qqq").err


def test_a_wide_example_goes_on_below(fordel) -> None:
    said = fordel("funktioner", "spor").out
    assert "Før loft og minimum" in flat(said) and "Uden tærskel" in flat(said)
    assert said.index("   A ") < said.index("   H ")


def test_as_a_file(fordel, tmp_path) -> None:
    assert fordel("funktioner", "--ud", "o.xlsx").out == "Skrevet: o.xlsx\n"
    assert (tmp_path / "o.xlsx").read_bytes()[:2] == b"PK"
    assert fordel("funktioner", "--ud", "o.md").code == 0
    assert "### FORDEL_PULJE" in (tmp_path / "o.md").read_text(encoding="utf-8")


def test_nothing_is_written_over_and_no_other_type(fordel, tmp_path) -> None:
    (tmp_path / "o.md").write_text("mit")
    assert "findes allerede" in fordel("funktioner", "--ud", "o.md").err
    assert (tmp_path / "o.md").read_text() == "mit"
    assert "som .xlsx eller .md" in fordel("funktioner", "--ud", "o.docx").err
    assert "Mappen ikke-her findes ikke." in fordel("funktioner", "--ud", "ikke-her/o.md").err
    assert "uden navn" in fordel("funktioner", "pulje", "--ud", "ny.md").err
    assert [path.name for path in tmp_path.iterdir()] == ["o.md"]

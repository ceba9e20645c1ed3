"""FORDEL_SPOR: the whole calculation as a table."""

import math

import pytest

from udfs.errors import UmuligFejl
from udfs.rules.fordel_spor import FORDEL_SPOR

HEADINGS = [
    "Nr.", "Nøgle", "Børn", "Belastning", "Over tærskel", "Vægt", "Andel", "Før loft og minimum", "Minimum",
    "Loft", "Bundet af", "Før afrunding", "Afrunding", "Tildeling", "Pr. barn", "Uden tærskel", "Note",
]  # fmt: skip


def rows(*arguments):
    headings, *body = FORDEL_SPOR(*arguments).tolist()
    return [dict(zip(headings, row)) for row in body]


def column(name, *arguments):
    return [row[name] for row in rows(*arguments)]


def test_seventeen_headings_a_row_each_and_a_total():
    table = FORDEL_SPOR(1000, [5, 3, 2])
    assert table.dtype == object
    assert table.shape == (5, 17)
    assert table[0].tolist() == HEADINGS
    assert table[:, 0].tolist() == ["Nr.", 1, 2, 3, "I alt"]


def test_every_step_in_order():
    first, second, third, total = rows(1000, [5, 3, 1], [10, 10, 10], 0.2, 60, 50)
    assert first == {
        "Nr.": 1, "Nøgle": 5, "Børn": 10, "Belastning": 0.5, "Over tærskel": "ja", "Vægt": 5,
        "Andel": 0.625, "Før loft og minimum": pytest.approx(2000 / 3), "Minimum": 50, "Loft": 600,
        "Bundet af": "loft", "Før afrunding": 600, "Afrunding": 0, "Tildeling": 600, "Pr. barn": 60,
        "Uden tærskel": 556, "Note": "",
    }  # fmt: skip
    assert (second["Tildeling"], second["Bundet af"]) == (400, "")
    assert (third["Over tærskel"], third["Vægt"], third["Tildeling"]) == ("nej", 0, 0)
    assert (third["Minimum"], third["Note"]) == ("", "under tærsklen")
    assert (total["Nr."], total["Tildeling"], total["Over tærskel"], total["Andel"]) == ("I alt", 1000, 2, 1)
    assert total["Pr. barn"] == pytest.approx(1000 / 30)
    assert total["Uden tærskel"] == 1000


def test_steps_that_are_not_used_are_blank():
    for row in rows(1000, [5, 3]):
        for name in ("Børn", "Belastning", "Over tærskel", "Minimum", "Loft", "Bundet af", "Pr. barn"):
            assert row[name] == ""
        assert row["Uden tærskel"] == ""
        assert row["Note"] == ""


def test_each_row_can_be_done_again_on_a_calculator():
    for row in rows(1000, [5, 3, 1, 7], [10, 10, 10, 4], 0.05, 90, 120, 10)[:-1]:
        within = min(max(row["Før loft og minimum"], row["Minimum"]), row["Loft"])
        assert within == pytest.approx(row["Før afrunding"])
        assert row["Tildeling"] == pytest.approx(row["Før afrunding"] + row["Afrunding"])
        assert row["Belastning"] == row["Nøgle"] / row["Børn"]
        assert row["Pr. barn"] == row["Tildeling"] / row["Børn"]


def test_bound_by():
    assert column("Bundet af", 1000, [98, 1, 1], [1, 9, 9], None, 700, 100) == ["loft", "", "", ""]
    assert column("Bundet af", 1000, [98, 1, 1], None, None, None, 100) == ["", "minimum", "minimum", ""]
    assert column("Bundet af", 200, [1, 1], None, None, None, 100) == ["minimum", "minimum", ""]
    assert column("Bundet af", 201, [1, 1], None, None, None, 100) == ["", "", ""]
    assert column("Bundet af", 1000, [1, 1, 0], [1, 1, 1], None, 100) == ["loft", "loft", "", ""]


def test_without_the_threshold_beside_it():
    assert column("Uden tærskel", 1000, [6, 2, 2], [10, 10, 10], 0.3) == [600, 200, 200, 1000]


def test_where_it_cannot_be_computed_the_note_says_why():
    table = rows(1000, [6, 2, 2], [10, 10, 10], 0.3, None, 400)
    assert [row["Uden tærskel"] for row in table] == ["", "", "", ""]
    assert table[-1]["Note"] == "uden tærskel: minimum kræver 1.200 kr., puljen er 1.000 kr."


def test_blanks_are_counted():
    notes = column("Note", 1000, [5, None, ""], [10, None, 10])
    blank = "nøgle er tom og tæller 0"
    assert notes == [
        "",
        f"{blank}; børn er tom og tæller 0",
        blank,
        "nøgle: 2 tomme celler tæller 0; børn: 1 tom celle tæller 0",
    ]


def test_what_is_not_distributed_is_said():
    assert column("Note", 1500, [9, 1], [10, 10], None, 60)[-1] == "ikke fordelt: 300 kr."
    assert column("Note", 1000.75, [1, 1])[-1] == "ikke fordelt: 0,75 kr."
    assert column("Note", 1000, [1, 1])[-1] == ""


def test_a_cap_below_the_minimum_is_said():
    assert column("Note", 1000, [1, 1], [1, 100], None, 50, 100) == ["loft under minimum", "", ""]


def test_a_tie_decided_by_place_is_said():
    said = "ens rest og vægt: rækkefølgen afgjorde afrundingen"
    assert column("Note", 3, [1, 1]) == [said, said, ""]
    assert column("Note", 2, [1, 3]) == ["", "", ""]


def test_exactly_at_the_threshold():
    arguments = (90, [0.3, 0.9], [3, 3], 0.1, None, None, 1)
    assert column("Note", *arguments, "over")[0] == "lige på tærsklen"
    assert column("Note", *arguments, "fuld")[0] == ""


def test_a_key_without_children_has_no_burden():
    table = rows(100, [1, 1, 0], [0, 5, 0])
    assert [row["Pr. barn"] for row in table] == ["", 10, "", 20]
    assert [row["Belastning"] for row in table[:3]] == ["", 0.2, ""]


def test_no_cell_is_nan_or_infinite():
    for row in FORDEL_SPOR(100, [1, 1, 0], [0, 5, 0]).tolist():
        assert all(isinstance(cell, str) or math.isfinite(cell) for cell in row)


def test_refused_as_the_distribution_is():
    with pytest.raises(UmuligFejl, match="nøglen er nul for alle"):
        FORDEL_SPOR(10, [0, 0])

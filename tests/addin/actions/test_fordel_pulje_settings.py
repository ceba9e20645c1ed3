"""The action alone: where the settings come from, what is asked, and what is refused."""

from __future__ import annotations

import dataclasses

from addin.workbook import Name, Snapshot
from tests.addin.actions.acting import (
    CHILD_HEADS,
    CHILD_POOL,
    CHILD_ROWS,
    HOUSES,
    SIMPLE,
    amounts,
    asked,
    planned,
    refused,
)
from tests.builders import HEADINGS, POOL, ROWS, snapshot
from tests.planning import texts


def test_choices_go_before_cells_and_names_before_labels() -> None:
    named = dataclasses.replace(SIMPLE, names=(Name("Fordel_pulje", "Pulje!$B$2"),),
                                sheets=(SIMPLE.sheets[0], dataclasses.replace(
                                    SIMPLE.sheets[1], rows=[["Pulje", 100_000], ["En anden", 30_000]])))
    assert sum(amounts(planned(named)).values()) == 30_000
    assert sum(amounts(planned(named, pulje="15.000 kr.")).values()) == 15_000
    assert sum(amounts(planned(named, pulje="Pulje!B1")).values()) == 100_000


def test_a_pool_named_by_the_user_is_found() -> None:
    named = snapshot(Budget=[HEADINGS, *ROWS], Tal=[["Noget", 50_000]])
    named = dataclasses.replace(named, names=(Name("Pulje_2027", "Tal!$B$1"),))
    assert sum(amounts(planned(named)).values()) == 50_000
    two = dataclasses.replace(named, names=(*named.names, Name("pulje_2026", "Tal!$B$1")))
    assert [value for value, _ in asked(two)["pulje"].choices] == ["Tal!B1", "Tal!B1"]


def test_a_newer_schema_is_refused() -> None:
    newer = snapshot(Budget=[HEADINGS, *ROWS], Pulje=POOL, Op=[[99]])
    newer = dataclasses.replace(newer, names=(Name("Fordel_skemaversion", "Op!$A$1"),))
    assert "nyere udgave af Fordel (skemaversion 99)" in refused(newer)


def test_a_name_that_points_nowhere_is_refused() -> None:
    broken = dataclasses.replace(SIMPLE, names=(Name("Fordel_loft", "#REF!"),), ours={"opsaetning": "Et andet ark"})
    assert "Navnet Fordel_loft peger ikke længere på celler (#REF!)" in refused(broken)


def test_names_that_do_not_cover_the_same_rows_are_refused() -> None:
    crooked = dataclasses.replace(SIMPLE, names=(Name("Fordel_navn", "Budget!$A$2:$A$4"),
                                                 Name("Fordel_noegle", "Budget!$D$2:$D$3")))
    assert "skal dække de samme rækker" in refused(crooked)


def test_names_alone_are_enough_where_no_heading_is_known() -> None:
    odd = snapshot(Ark=[["Hus", "Score x"], ["A", 1], ["B", 3]], Tal=[["", 100]])
    odd = dataclasses.replace(odd, names=(Name("Fordel_navn", "Ark!$A$2:$A$3"), Name("Fordel_noegle", "Ark!$B$2:$B$3"),
                                          Name("Fordel_pulje", "Tal!$B$1")))
    assert amounts(planned(odd)) == {"A": 25, "B": 75}


def test_two_keys_are_asked_about_with_both_places() -> None:
    both = snapshot(Budget=[(*HEADINGS, "Nøgle"), *((*row, 1) for row in ROWS)], Pulje=POOL)
    assert asked(both)["grundlag"].choices == (("belastning", "belastning: Budget!D2:D4"),
                                               ("nøgle", "nøgle: Budget!E2:E4"))
    assert amounts(planned(both, grundlag="nøgle")) == {"Anemonen": 33_334, "Birken": 33_333, "Cikorien": 33_333}
    assert amounts(planned(both, grundlag="belastning")) == amounts(planned(SIMPLE))


def test_a_burden_without_children_and_half_of_the_children_are_refused() -> None:
    assert "ingen kolonne med børn" in refused(snapshot(B=[["Institution", "Belastning"], ["A", 0.1]], P=POOL))
    assert "med 0-2-årige, men ingen med 3-5-årige" in refused(
        snapshot(B=[["Institution", "0-2 år", "Nøgle"], ["A", 1, 0.1]], P=POOL))


def test_a_key_of_counts_needs_no_children_unless_a_threshold_or_cap_does() -> None:
    counts = snapshot(B=[["Institution", "Antal udsatte"], ["A", 3], ["B", 1]], P=[["Pulje", 100]])
    assert amounts(planned(counts)) == {"A": 75, "B": 25}
    assert "tærskel regnes pr. barn" in refused(counts, taerskel="8%")


def test_an_unlikely_pool_per_child_is_asked_about_unless_its_unit_is_told() -> None:
    """40 children at each of three: 1.000 kr. would be 8 kr. a child; 1.000 in 1.000 kr. is 8.065."""
    small = snapshot(Budget=[HEADINGS, *ROWS], Pulje=[("Pulje", 1000)])
    assert "10 kr. pr. barn" in asked(small)["enhed_pulje"].text
    assert sum(amounts(planned(small, enhed_pulje="1.000 kr.")).values()) == 1_000_000
    assert sum(amounts(planned(small, enhed_pulje="kr.")).values()) == 1000
    told = snapshot(Budget=[HEADINGS, *ROWS], Pulje=[("Pulje (kr.)", 1000)])
    assert sum(amounts(planned(told)).values()) == 1000
    assert sum(amounts(planned(snapshot(Budget=[HEADINGS, *ROWS], Pulje=[("Pulje", 2000)]))).values()) == 2000


def test_no_pool_is_asked_for() -> None:
    assert asked(snapshot(Budget=[HEADINGS, *ROWS]))["pulje"].choices == ()
    assert sum(amounts(planned(snapshot(Budget=[HEADINGS, *ROWS]), pulje="500")).values()) == 500


def test_a_hidden_sheet_is_not_searched_unless_it_is_named() -> None:
    hidden = dataclasses.replace(SIMPLE, sheets=(dataclasses.replace(SIMPLE.sheets[0], visible=False),
                                                 SIMPLE.sheets[1]))
    assert "Fandt ingen institutioner" in refused(hidden)
    assert amounts(planned(hidden, ark=("budget",))) == amounts(planned(SIMPLE))


def test_a_deleted_settings_sheet_is_made_again_and_told() -> None:
    """Excel leaves the names behind, pointing nowhere."""
    left = tuple(Name(f"Fordel_{key}", "#REF!") for key in ("loft", "taerskel", "skemaversion", "afrunding"))
    plan = planned(dataclasses.replace(SIMPLE, names=(*left, Name("Fordel_pulje", "Pulje!$B$1"))))
    assert amounts(plan) == amounts(planned(SIMPLE))
    assert any('"Fordel opsætning" er slettet' in warning for warning in texts(plan.warnings))
    assert plan.names["Fordel_loft"].startswith("'Fordel opsætning'!")


def test_a_name_of_a_column_that_points_nowhere_is_refused() -> None:
    assert "Navnet Fordel_navn peger ikke længere" in refused(
        dataclasses.replace(SIMPLE, names=(Name("Fordel_navn", "#REF!"),)))


def test_a_pool_written_as_text_is_used_and_told_where_it_can_be_read_in_one_way() -> None:
    def written(text: str) -> Snapshot:
        return snapshot(Budget=[HEADINGS, *ROWS], Pulje=[["Pulje", text]])

    plan = planned(written("1.000 kr."))
    assert sum(amounts(plan).values()) == 1000 and plan.names["Fordel_pulje"].startswith("'Fordel opsætning'!")
    assert any('Pulje!B1: "1.000 kr." er tekst og er læst som et tal' in warning for warning in texts(plan.warnings))
    assert asked(written("1.000"))["punktum"].choices == (("tusind", "1000"), ("decimal", "1,0"))
    assert sum(amounts(planned(written("1.000"), punktum="tusind")).values()) == 1000
    assert 'Pulje!B1: "1000 plus moms" er ikke et tal' in refused(written("1000 plus moms"))


def test_a_blank_that_is_no_blank_is_refused_with_its_cell() -> None:
    rows = [("Anemonen", " ", 20, 0.1), *ROWS[1:]]
    assert "Budget!B2: cellen er ikke tom, men har kun mellemrum" in refused(snapshot(Budget=[HEADINGS, *rows],
                                                                                      Pulje=POOL))


def test_a_key_beside_a_sheet_of_children_is_asked_about_unless_one_is_named() -> None:
    both = snapshot(I=[(*HOUSES[0], "Nøgle"), (*HOUSES[1], 1), (*HOUSES[2], 3)], Børn=[CHILD_HEADS, *CHILD_ROWS],
                    Pulje=CHILD_POOL)
    assert [value for value, _ in asked(both)["grundlag"].choices] == ["nøgle", "børneark"]
    key = dataclasses.replace(both, names=(Name("Fordel_noegle", "I!$D$2:$D$3"),))
    assert amounts(planned(key)) == {"A": 250, "B": 750}
    marks = dataclasses.replace(both, names=(Name("Fordel_barn_institution", "'Børn'!$A$2:$A$5"),
                                             Name("Fordel_barn_kriterier", "'Børn'!$C$2:$D$5")))
    assert amounts(planned(marks)) == {"A": 667, "B": 333}

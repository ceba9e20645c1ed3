"""Delivered counts: joined by name, suppressed cells only as the user has said, and proven cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.figures.delivered import Marks
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot as read
from addin.inputs import Texts
from addin.workbook import Name, Plan, Refusal, Sheet, Snapshot
from tests.builders import snapshot
from tests.calc.office import Office
from tests.conftest import WORKBOOKS
from tests.planning import (
    MADE,
    OK,
    WHY,
    Case,
    amounts,
    asked,
    case,
    cell_of,
    cells,
    planned,
    prove,
    refused,
    table,
    texts,
)

HOUSES = [["Navn", "Børn"], ["Anemonen", 20], ["Birken", 20], ["Cikorien", 40]]
COLUMNS = {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4"}
HEAD = ["Leverance", "Enlig", "Uden job"]
COUNTS: list[list[Any]] = [["birken ", 3, "-"], ["Cikorien", "<3", 8], ["Anemonen", 4, ".."]]


def delivery(rows: Sequence[Sequence[Any]], **values: Any) -> Case:
    last = len(rows) + 1
    names = {"antal_institution": f"DST!$A$2:$A${last}", "antal_kriterier": f"DST!$B$2:$C${last}"}
    return case({"Ark": HOUSES, "DST": [HEAD, *rows]}, {**COLUMNS, **names}, **{"pulje": 200, "erstat": 1, **values})


def test_counts_are_joined_by_name_and_suppressed_ones_count_what_is_said() -> None:
    """Anemonen 4 + 1, Birken 3 + 0, Cikorien 1 + 8: 5, 3, 9 of 17; 200 kr. is 58,82, 35,29 and 105,88."""
    plan = planned(delivery(COUNTS))
    assert amounts(plan) == {"Anemonen": 59, "Birken": 35, "Cikorien": 106}
    assert "2 skjulte antal (.. eller <3) tæller 1: DST!B3, DST!C4." in texts(plan.warnings)


def test_what_a_dash_counts_is_told() -> None:
    plan = planned(delivery(COUNTS))
    assert '"-" er læst som ingen børn (0) i 1 celle: DST!C2.' in texts(plan.warnings)
    assert '"-"' not in " ".join(texts(planned(delivery([["birken", 3, 0], *COUNTS[1:]])).warnings))


def test_what_hidden_counts_stand_for_is_checked_when_it_is_said() -> None:
    """Before other questions are asked, and when it is answered."""
    (question,) = fordel_pulje(delivery(COUNTS, erstat=None).snapshot(), {}, MADE, "0").questions
    assert question.check and [question.check(text) for text in ("0", "2,5")] == ["", ""]
    assert question.check("3") == question.check("-1") == (
        "Skriv et tal på mindst 0 og under 3: de er skjult, fordi de er mindre.")
    taken = delivery(COUNTS, erstat=None, pulje=None)
    assert {each.setting for each in fordel_pulje(taken.snapshot(), {}, MADE, "0").questions} == {"pulje", "erstat"}
    late = fordel_pulje(taken.snapshot(), {"erstat": "3"}, MADE, "0")
    assert "2 antal er skjult" in str(late) and "De kan ikke tælle 3" in str(late)


def test_a_total_that_is_hidden_is_not_asked_about() -> None:
    rows = [["birken", 3, 0], ["Cikorien", 2, 8], ["Anemonen", 4, 1], ["I alt", 9, ".."]]
    assert sum(amounts(planned(delivery(rows, erstat=None))).values()) == 200


def test_the_trail_shows_every_count_it_is_made_from() -> None:
    trail = table(planned(delivery(COUNTS)), "trin", "Leverede antal")
    assert [trail["Cikorien"][heading] for heading in ("Enlig", "Uden job", "Leverede antal", "Nøgle")] == [1, 8, 9, 9]


def test_it_is_asked_what_suppressed_cells_count() -> None:
    assert asked(delivery(COUNTS, erstat=None)) == {"erstat"}


def test_suppressed_cells_are_never_read_without_an_answer() -> None:
    sheet, marks = Sheet("DST", [[7, "<3"], ["..", 4]]), Marks(None, Texts())
    assert [marks.count(sheet, row, column).value for row in (0, 1) for column in (0, 1)] == [7, 0, 0, 4]
    with pytest.raises(Refusal) as refusal:
        marks.refuse_unsaid(sheet, [0, 1])
    assert str(refusal.value) == ('DST: 2 antal er skjulte (.. eller <3), det første i DST!B1 ("<3"). '
                                  "Sig, hvad de skal tælle, med --erstat, fx --erstat 1.")
    marks.refuse_unsaid(sheet, [2])  # rows that are not used need no answer


@pytest.mark.parametrize("instead", [3, -1])
def test_a_suppressed_count_cannot_be_what_it_is_said_not_to_be(instead: float) -> None:
    assert "--erstat skal være mindst 0 og under 3" in refused(delivery(COUNTS, erstat=instead))


def test_the_limit_is_the_smallest_in_use() -> None:
    rows = [["Birken", 3, "<2"], ["Cikorien", "<5", 8], ["Anemonen", 4, 1]]
    assert "under 2" in refused(delivery(rows, erstat=2))
    assert amounts(planned(delivery(rows, erstat=1.5)))["Anemonen"] > 0


def test_no_replacement_is_needed_where_nothing_is_suppressed() -> None:
    rows = [["Birken", 3, "-"], ["Cikorien", 2, 8], ["Anemonen", 4, None]]
    plan = planned(delivery(rows, erstat=None))
    assert amounts(plan) == {"Anemonen": 47, "Birken": 35, "Cikorien": 118}
    assert "Tomme celler i de leverede antal tæller 0 for 1 institution: Anemonen." in texts(plan.warnings)


TOTALS = [["Birken", 3, "-"], ["Cikorien", "<3", 8], ["Anemonen", 4, 1]]


@pytest.mark.parametrize(("total", "proven"), [
    (["I alt", 9, 9], True), (["I alt", 7, 9], True), (["I alt", 6, 9], False), (["I alt", 10, 9], False),
    ([None, 8, 9], True), ([None, 8, 8], False)])
def test_a_sum_row_is_skipped_only_where_its_counts_are_the_sums(total: list[Any], proven: bool) -> None:
    """7 known and one of 0 to 2 hidden: 7, 8 and 9 can be the sum."""
    taken = delivery([*TOTALS, total])
    if proven:
        lines = [value for value in cells(planned(taken), "bilag").values() if isinstance(value, str)]
        assert any("DST, række 5" in line and "sum af rækkerne over den" in line for line in lines)
    else:
        assert "DST!A5:" in refused(taken)


def test_notes_without_counts_are_told_and_blank_rows_are_nothing() -> None:
    plan = planned(delivery([["Nord", None, None], *TOTALS, [None, None, None], ["Kilde: DST", None, None]]))
    lines = [value for value in cells(plan, "bilag").values() if isinstance(value, str)]
    assert any("DST, række 2: Nord (ingen antal)" in line for line in lines)
    assert not any("række 6" in line for line in lines)


@pytest.mark.parametrize(("rows", "told"), [
    ([*TOTALS, ["Dueurten", 1, 1]], 'DST!A5: "Dueurten" er ikke blandt institutionerne (Anemonen, Birken, Cikorien)'),
    (TOTALS[:2], "1 institution har ingen række i leverancen: Anemonen"),
    ([*TOTALS, ["BIRKEN", 1, 1]], 'DST!A5: "BIRKEN" står allerede i række 2'),
    ([["Birken", "n/a", 1], *TOTALS[1:]], 'DST!B2: "n/a" er ikke et tal'),
    ([["Birken", -1, 1], *TOTALS[1:]], "DST!B2: antal børn kan ikke være negativ"),
    ([[None, 1, 1], *TOTALS], "DST!A2: her er antal, men intet navn"),
])
def test_what_cannot_be_joined_or_read_is_refused_with_its_cell(rows: list[list[Any]], told: str) -> None:
    assert told in refused(delivery(rows))


def test_both_areas_are_needed_on_the_same_rows() -> None:
    taken = delivery(TOTALS)
    assert "Fordel_antal_kriterier mangler" in refused(taken._replace(
        names={key: name for key, name in taken.names.items() if key != "antal_kriterier"}))
    assert "skal dække de samme rækker" in refused(taken._replace(
        names={**taken.names, "antal_kriterier": "DST!$B$2:$C$3"}))


def test_a_threshold_divides_the_counts_by_the_children() -> None:
    """Burdens 5/20, 3/20 and 9/40: at 20 % Birken is out, and 5 : 9 of 200 kr. is 71,43 and 128,57."""
    assert amounts(planned(delivery(COUNTS, taerskel=0.2))) == {"Anemonen": 71, "Birken": 0, "Cikorien": 129}


WEIGHTS = {"kriterievaegte": "Vægte!$A$1:$A$2"}


def weighted(weights: Sequence[float]) -> Case:
    taken = delivery(COUNTS)
    return Case({**taken.sheets, "Vægte": [[weight] for weight in weights]}, {**taken.names, **WEIGHTS})


def test_each_criterion_has_its_weight() -> None:
    """2 x 4 + 0,5, 2 x 3, 2 x 1 + 0,5 x 8: 8,5, 6, 6 of 20,5; 200 kr. is 82,93, 58,54 and 58,54."""
    plan = planned(weighted([2, 0.5]))
    assert amounts(plan) == {"Anemonen": 83, "Birken": 59, "Cikorien": 58}
    assert "vægt 0,5" in cells(plan, "trin").values()


def test_a_column_that_weighs_nothing_is_no_criterion_and_may_hold_anything() -> None:
    """The second column holds children, names, marks: 4, 3 and 1 of 8."""
    rows = [["Birken", 3, "?"], ["Cikorien", 1, ".."], ["Anemonen", 4, -7], ["Note", None, "alle"]]
    taken = delivery(rows)
    taken = Case({**taken.sheets, "Vægte": [[1], [0]]}, {**taken.names, **WEIGHTS})
    plan = planned(taken)
    assert amounts(plan) == {"Anemonen": 100, "Birken": 75, "Cikorien": 25}
    assert "vægt 0" not in cells(plan, "trin").values()
    assert not any("skjult" in warning for warning in texts(plan.warnings))


def test_criteria_that_all_weigh_nothing_are_refused() -> None:
    assert "alle kriterier har vægten 0" in refused(weighted([0, 0]))


def test_the_delivery_of_the_reference_workbook() -> None:
    """28 institutions, 15 suppressed cells; the key is the sum of the counts, here added by hand for two rows."""
    data = (WORKBOOKS / "boernetaelling_2026.xlsx").read_bytes()
    whole = read(Package(data, "b.xlsx"), data)
    last = len(whole.sheet("DST").rows)  # type: ignore[union-attr]
    names = {"navn": "Institutioner!$A$2:$A$30", "boern_0_2": "Institutioner!$B$2:$B$30",
             "boern_3_5": "Institutioner!$C$2:$C$30", "antal_institution": f"DST!$A$4:$A${last}",
             "antal_kriterier": f"DST!$B$4:$G${last}", "erstat": "Svar!$A$1"}
    answered = Snapshot("b.xlsx", (*whole.sheets, *case({"Svar": [[2]]}, {}).snapshot().sheets[:1]),
                        tuple(Name(f"Fordel_{key}", target) for key, target in names.items()))
    plan = fordel_pulje(answered, {"taerskel": "0", **WHY}, "", "0")
    assert isinstance(plan, Plan), plan
    trail = table(plan, "trin", "Leverede antal")
    assert trail["Østerbo"]["Nøgle"] == 2 + 2 + 3 + 2 + 3 + 2
    assert trail["Børnehuset Pilehytten"]["Nøgle"] == 25 + 28 + 42 + 27 + 33 + 30


@pytest.mark.soffice
def test_the_control_follows_every_cell_of_the_delivery(office: Office, tmp_path: Path) -> None:
    taken = delivery([*COUNTS, ["I alt", 8, 9]], taerskel=0.2)
    prove(office, taken, tmp_path, [
        ("DST!B2", 4), ("DST!C2", 1), ("DST!C2", ".."), ("DST!B3", 2), ("DST!B3", "-"), ("DST!A2", "Cikorien"),
        ("DST!A6", "Ny"), ("DST!C4", 3), ("DST!A5", None), (cell_of(taken, "erstat"), 2), ("Ark!B2", 21),
        ("Ark!A2", "Andet")])


@pytest.mark.soffice
def test_the_control_follows_a_column_that_weighs_nothing_no_further_than_its_weight(office: Office,
                                                                                     tmp_path: Path) -> None:
    taken = delivery([["Birken", "3\n", "?"], ["Cikorien", "<3\n", ".."], ["Anemonen", 4, -7]])
    taken = Case({**taken.sheets, "Vægte": [[2], [0]]}, {**taken.names, **WEIGHTS})
    second = cell_of(taken, "kriterievaegte", 1)
    prove(office, taken, tmp_path, [("DST!B2", 4), ("DST!B3", "-"), ("DST!B4", 5), (second, 1)])


@pytest.mark.soffice
def test_the_control_follows_the_weights(office: Office, tmp_path: Path) -> None:
    taken = weighted([2, 0.5])
    first, second = (cell_of(taken, "kriterievaegte", number) for number in (0, 1))
    prove(office, taken, tmp_path, [(first, 1), (second, 0.6), ("DST!B2", 4), ("DST!B4", 5)])


def test_the_status_points_straight_at_its_own_control_sheet() -> None:
    plan = planned(delivery(COUNTS))
    sheet = next(sheet for sheet in plan.sheets if sheet.key == "fordeling")
    texts = [getattr(cell.value, "text", "") for cell in sheet.cells if getattr(cell.value, "value", "") == OK]
    assert texts == ["='Fordeling kontrol'!$C$4"]


def test_a_row_that_is_answered_to_be_no_institution_is_left_in_the_delivery_too() -> None:
    rows = [["Institution", "Børn", "Grundbudget"], ["A", 40, 1000], ["B", 40, 1000], ["Privat pasning", 9, 500]]
    counts = [["Institution", "Enlige forsørgere"], ["A", 3], ["B", 5], ["Privat pasning", 2]]
    taken = snapshot(Budget=rows, DST=counts, Pulje=[["Pulje", 80_000]])
    said = {"grundlag": "leverede antal", "række Budget: Privat pasning": "spring over", **WHY}
    answer = fordel_pulje(taken, said, MADE, "0")
    assert isinstance(answer, Plan), answer
    assert amounts(answer) == {"A": 30_000, "B": 50_000}

"""The page for the committee, held to the project's own filled example; a saving and applications."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from addin.messages import warning
from addin.sheets import fordeling, sider
from addin.workbook import SheetPlan
from tests.addin.actions.acting import SIMPLE
from tests.addin.actions.acting import planned as of_simple
from tests.addin.sheets.committee import example
from tests.builders import POOL, snapshot
from tests.planning import calculated, case, cells, planned, result

EXAMPLE = {  # share, amount, kr. per child, last year in the new price level, change, change in per cent
    "Ellehuset": ("35 %", 432_000, 6_000, 401_964, 30_036, 7.5),
    "Skovbrynet": ("under 12 %", 77_760, 1_851, 60_991, 16_769, 27.5),
    "Tjørnen": ("21 %", 252_720, 4_076, 214_037, 38_683, 18.1),
    "Kløverstien": ("under 8 %", 0, 0, 47_988, -47_988, -100.0),
    "Nord i alt": (".", 762_480, 3_344, 724_980, 37_500, 5.2),
    "Havnehuset": ("35 %", 468_000, 6_000, 379_982, 88_018, 23.2),
    "Engblommen": ("14 %", 155_520, 2_681, 117_958, 37_562, 31.8),
    "Birkelunden": ("9 %", 116_640, 1_767, 95_976, 20_664, 21.5),
    "Svalereden": ("23 %", 136_080, 4_536, 98_040, 38_040, 38.8),
    "Midt i alt": ("21 %", 876_240, 3_777, 691_956, 184_284, 26.6),
    "Kastanjen": ("44 %", 528_000, 6_000, 559_963, -31_963, -5.7),
    "Møllevangen": ("15 %", 155_520, 2_991, 130_032, 25_488, 19.6),
    "Strandhuset": ("under 8 %", 0, 0, 72_034, -72_034, -100.0),
    "Lærken": ("under 11 %", 77_760, 1_690, 66_048, 11_712, 17.7),
    "Syd i alt": (".", 761_280, 3_095, 828_077, -66_797, -8.1),
    "Hele kommunen": ("21 %", 2_400_000, 3_399, 2_245_013, 154_987, 6.9)}
HEADINGS = ["Institution", "Børn", "Andel, der tæller med", "Tildeling, kr. *", "Kr. pr. barn",
            "Sidste år i nyt prisniveau, kr.", "Ændring, kr.", "Ændring, pct."]


def headings(page: SheetPlan) -> list[str]:
    head = next(cell.row for cell in page.cells if cell.column == 1 and cell.value in ("Institution", "Modtager"))
    return [str(cell.value) for cell in page.cells if cell.row == head and cell.value]


def words(plan: Any, key: str = "fordeling") -> list[str]:
    return [value for value in cells(plan, key).values() if isinstance(value, str)]


def test_the_filled_example_comes_out_as_it_is_printed() -> None:
    plan = planned(example())
    assert headings(plan.sheets[0]) == HEADINGS
    lines = result(plan)
    for name, (share, *numbers) in EXAMPLE.items():
        line = lines[name]
        assert line["Andel"] == share, name
        found = [line[heading.partition(", ")[0]] for heading in HEADINGS[3:7]]
        assert [round(each) for each in found] == numbers[:-1], name
        assert round(100 * line["Ændring, pct."], 1) == numbers[-1], name


def test_letters_stand_beside_the_amounts_and_are_explained() -> None:
    plan = planned(example())
    page = plan.sheets[0]
    looks = {row: cell.style for cell in page.cells for row in [cell.row] if cell.style.startswith("bogstav_")}
    names = {cell.row: cell.value for cell in page.cells if cell.column == 1}
    assert {names[row]: look for row, look in looks.items()} == {
        "Ellehuset": "bogstav_L", "Havnehuset": "bogstav_L", "Kastanjen": "bogstav_L", "Kløverstien": "bogstav_U",
        "Strandhuset": "bogstav_U"}
    told = "* U: under minimumsgrænsen (tærsklen) på 8 %, får intet; L: ved loftet på 6.000 kr. pr. barn."
    assert told in words(plan)


def test_what_gives_a_count_away_is_neither_on_the_page_nor_on_the_appendix() -> None:
    """Uden tærskel gives back those the threshold protects; keys are counts."""
    for key in ("fordeling", "bilag"):
        text = " ".join(words(planned(example()), key))
        assert "Uden tærskel" not in text and "Nøgle, " not in text and "Belastning" not in text


def test_headings_stand_again_only_where_the_table_goes_on_over_the_page() -> None:
    rows = [["Institution", "Nøgle"], *([f"Hus {number}", number] for number in range(1, 61))]
    long = planned(case({"Ark": rows}, {"navn": "Ark!$A$2:$A$61", "noegle": "Ark!$B$2:$B$61"}, pulje=1000)).sheets[0]
    headings = [cell.row for cell in long.cells if cell.value == "Institution"]
    names = [cell.row for cell in long.cells if str(cell.value).startswith("Hus ")]
    assert headings[1:] == [row for row in long.breaks if row < max(names)] != []
    assert min(names) == headings[0] + 1 and long.repeat_row is None  # else over the picture too
    assert [cell.value for cell in planned(example()).sheets[0].cells].count("Institution") == 1


def test_an_upright_page_for_few_and_a_lying_one_for_many() -> None:
    assert not planned(example()).sheets[0].landscape
    for n, landscape in ((15, False), (16, True)):
        rows = [["Institution", "Nøgle"], *([f"Hus {number}", number] for number in range(1, n + 1))]
        columns = {"navn": f"Ark!$A$2:$A${n + 1}", "noegle": f"Ark!$B$2:$B${n + 1}"}
        assert planned(case({"Ark": rows}, columns, pulje=1000)).sheets[0].landscape is landscape


def test_a_page_of_few_columns_is_as_wide_as_the_paper() -> None:
    """Or the words below its picture would be broken over the numbers of the axis."""
    rows = [["Institution", "Nøgle"], ["A", 1], ["B", 2]]
    page = planned(case({"Ark": rows}, {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$B$2:$B$3"}, pulje=1000)).sheets[0]
    across = (sider.SHORT - sider.BESIDE) / sider.LIBREOFFICE
    assert across - 1 < sider.width(page, len(page.widths)) <= across
    assert sider.scale(page, len(page.widths), sider.LIBREOFFICE) == 100


def test_what_counts_is_said_under_the_table_and_what_a_cap_of_weighted_children_means() -> None:
    def told(plan: Any) -> str:
        return " ".join(" ".join(words(plan)).split())

    assert "Andel, der tæller med, er den del af børnene, som nøglen tæller." in told(planned(example()))
    rows = [["Institution", "0-2 år", "3-5 år", "Sandsynlighed"], ["A", 24, 46, 0.0412], ["B", 30, 54, 0.0934]]
    shares = told(of_simple(snapshot(Budget=rows, Pulje=POOL)))
    assert 'Andel, der tæller med, er tallet i kolonnen "Sandsynlighed".' in shares
    weighed = told(of_simple(SIMPLE, loft="9000"))
    assert "Loftet er 9.000 kr. pr. vægtet barn, så den, der er ved loftet, kan have mere pr. hoved." in weighed
    without = told(of_simple(SIMPLE))
    assert "Loftet er" not in without and "Hvad børnene vejer, står i bilaget." in without


def test_those_under_the_threshold_are_only_said_to_get_nothing_where_they_do() -> None:
    assert "på 8 %, får intet; L: ved loftet" in " ".join(words(planned(example())))
    given = " ".join(words(planned(example(grundbeloeb=1_000))))
    assert "på 8 %; L: ved loftet" in given or "på 8 %." in given
    assert "får intet;" not in given


def test_the_heading_points_to_the_letters_only_where_there_are_any() -> None:
    for terms, told in (({}, True), ({"taerskel": None, "loft": None}, False)):
        plan = planned(example(budgetaar="2027", **terms))
        heading, = (each for each in headings(plan.sheets[0]) if each.startswith("Tildeling 2027, kr."))
        assert heading.endswith(" *") is told
        assert "Tildeling 2027, kr." in words(plan, "bilag") and not any(
            each.endswith(" *") for each in words(plan, "bilag"))  # no letters stand there


def test_at_most_three_warnings_and_where_the_others_are() -> None:
    run = calculated(example())
    for many, tail in ((3, []), (4, ["Mere står på arket Fordeling bilag."])):
        made = [warning("prøve", f"Advarsel {number}.") for number in range(1, many + 1)]
        told = fordeling.told(replace(run, warnings=tuple(made)))
        assert told == ["Advarsel 1.", "Advarsel 2.", "Advarsel 3.", *tail]


def test_where_figures_were_found_is_for_the_appendix() -> None:
    run = calculated(example())
    found = warning("fundet", "Fundet ved deres tekster.")
    assert fordeling.told(replace(run, warnings=(found,), messages=(found,))) == ["Mere står på arket Fordeling bilag."]


def test_children_that_are_weighted_already_are_headed_so() -> None:
    rows = [["Institution", "Vægtede børn", "Nøgle"], ["A", 12.8, 1], ["B", 20.4, 2]]
    found = headings(of_simple(snapshot(Budget=rows, Pulje=POOL)).sheets[0])
    assert found[:2] == ["Institution", "Vægtede børn"] and "Kr. pr. vægtet barn" in found


def test_heads_and_weighted_children_never_share_a_heading() -> None:
    plan = of_simple(SIMPLE)  # 0-2 år weigh 1,8
    lines = result(plan)
    assert (lines["Anemonen"]["Børn"], lines["Anemonen"]["Vægtede børn"]) == (30, 38)
    assert lines["Anemonen"]["Kr. pr. barn"] == pytest.approx(25_333 / 30)
    assert lines["Anemonen"]["Kr. pr. vægtet barn"] == pytest.approx(25_333 / 38)


MONEY = [["Institution", "Børn", "Grundbudget"], ["A", 10, 100_000], ["B", 20, 300_000]]


def test_a_saving_has_no_share_and_no_factor() -> None:
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "boern", "grundbudget"), "ABC")}
    plan = planned(case({"Ark": MONEY}, {**columns, "noegle": columns["grundbudget"]}, pulje=4_000,
                        retning="besparelse"))
    assert headings(plan.sheets[0]) == ["Institution", "Grundbudget, kr.", "Skal spare, kr.", "Pct. af budgettet",
                                        "Kr. pr. barn"]
    lines = result(plan)
    assert (lines["A"]["Skal spare"], lines["I alt"]["Pct. af budgettet"]) == (1000, pytest.approx(0.01))
    assert "Der skal findes 4.000 kr. hos 2 institutioner; det er 1 % af deres samlede budget på 400.000 kr." in words(
        plan)


def test_applications_show_what_is_refused_and_add_up() -> None:
    rows = [["Institution", "Nøgle", "Ansøgt"], ["A", 1, 100], ["B", 3, 1000]]
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "noegle", "ansoegt"), "ABC")}
    plan = planned(case({"Ark": rows}, columns, pulje=500))
    assert headings(plan.sheets[0]) == ["Institution", "Ansøgt, kr.", "Bevilget, kr. *",
                                        "Dækket, pct.", "Afslag, kr."]
    lines = result(plan)
    assert [lines["I alt"][heading] for heading in ("Ansøgt", "Bevilget", "Afslag")] == [1100, 500, 600]
    assert lines["A"]["Dækket, pct."] == 1 and lines["B"]["Dækket, pct."] == pytest.approx(0.4)

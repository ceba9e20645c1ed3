"""The picture: bars by share, the axis from 0, the numbers it is drawn from, and words for whom cannot see it."""

from __future__ import annotations

from addin.chart import ABOVE, BELOW, HATCHED
from addin.sheets import figur
from addin.sheets.andele import andele
from tests.addin.actions.acting import planned as of_workbook
from tests.addin.sheets.committee import example
from tests.builders import POOL, ROWS, snapshot
from tests.planning import calculated, case, cells, planned


def names_and_values(plan, chart) -> list[tuple[object, list[object]]]:
    found = cells(plan, "bilag")
    area = chart.categories
    return [(found[row, area.column], [found.get((row, series.values.column)) for series in chart.series])
            for row in range(area.row, area.last_row + 1)]


def test_bars_stand_by_share_and_those_that_are_hidden_last_by_name() -> None:
    plan = planned(example())
    chart, = plan.sheets[0].charts
    lines = names_and_values(plan, chart)
    assert [name for name, _ in lines] == [
        "Kastanjen", "Ellehuset", "Havnehuset", "Svalereden", "Tjørnen", "Møllevangen", "Engblommen", "Birkelunden",
        "Kløverstien", "Lærken", "Skovbrynet", "Strandhuset"]
    assert lines[0][1] == [None, 6000, 3399.43] and lines[3][1] == [4536, None, 3399.43]
    assert lines[-1][1] == [0, None, 3399.43] and chart.series[1].look == HATCHED
    assert chart.title == "Jo større andel, jo mere pr. barn, op til loftet på 6.000 kr."
    assert chart.axis == ("kr. pr. barn, størst andel øverst, skjulte nederst. Stregen: gennemsnittet, 3.399 kr. "
                          "Skraveret: ved loftet.")
    page = " ".join(map(str, cells(plan, "fordeling").values()))
    assert "eller det kan regnes ud af de andre. I figuren står de nederst, efter navn." in page
    assert chart.most == 8000
    assert "Kastanjen 6.000" in chart.alt and "Strandhuset 0" in chart.alt and "Gennemsnit 3.399" in chart.alt


def test_where_nobody_has_children_the_picture_is_of_kroner() -> None:
    rows = [(name, None, 0, need) for name, _, _, need in ROWS]
    plan = of_workbook(snapshot(Budget=[["Institution", "0-2 år", "3-5 år", "Nøgle"], *rows], Pulje=POOL))
    chart, = plan.sheets[0].charts
    assert chart.axis.startswith("kr., størst beløb øverst. ") and chart.title == "Cikorien får mest: 57.143 kr."
    values = [line[0] for _, line in names_and_values(plan, chart)]
    assert values == sorted(values, reverse=True)


def test_bars_are_in_the_order_the_title_tells_of() -> None:
    """With a minimum those with lower shares may get more per child: then the largest amount stands first."""
    plan = planned(example(minimum=190_000, taerskel=None, loft=None))
    chart, = plan.sheets[0].charts
    lines = names_and_values(plan, chart)
    assert chart.title.startswith(f"{lines[0][0]} får mest pr. barn") and ", størst beløb øverst." in chart.axis
    values = [max(each for each in line[:2] if each is not None) for _, line in lines]
    assert values == sorted(values, reverse=True)


def test_many_bars_stand_in_several_pictures_with_the_same_axis() -> None:
    rows = [["Institution", "Nøgle"], *([f"Hus {number}", number] for number in range(1, 61))]
    plan = planned(case({"Ark": rows}, {"navn": "Ark!$A$2:$A$61", "noegle": "Ark!$B$2:$B$61"}, pulje=1_000_000))
    charts = plan.sheets[0].charts
    assert len(charts) == 3 and len({chart.most for chart in charts}) == 1
    assert [chart.title.endswith("(fortsat)") for chart in charts] == [False, True, True]
    assert sum(chart.categories.last_row - chart.categories.row + 1 for chart in charts) == 60
    assert all(below.row > above.row for above, below in zip(charts, charts[1:]))


def test_each_bar_has_the_same_room_and_names_as_much_as_the_longest_takes() -> None:
    for many, least in ((3, figur.LEAST), (20, 0)):
        rows = [["Institution", "Nøgle"], *([f"Hus {number}", number] for number in range(1, many + 1))]
        area = {"navn": f"Ark!$A$2:$A${many + 1}", "noegle": f"Ark!$B$2:$B${many + 1}"}
        chart, = planned(case({"Ark": rows}, area, pulje=1000)).sheets[0].charts
        assert chart.height == (least or ABOVE + many * figur.BAR + BELOW)
        assert chart.names == round(figur.LETTER * (max(len(name) for name, *_ in rows[1:]) + 2))
    long = [["Institution", "Nøgle"], ["Den integrerede institution " * 5, 1], ["B", 2]]
    area = {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$B$2:$B$3"}
    chart, = planned(case({"Ark": long}, area, pulje=9)).sheets[0].charts
    assert chart.names == round(figur.MOST_NAMES * chart.width)


def test_a_title_of_the_picture_says_no_more_than_what_is_so() -> None:
    """With fixed amounts those with lower shares may get more per child: then there is no "jo større, jo mere"."""
    for minimum, is_so in ((None, True), (190_000, False)):
        result = calculated(example(minimum=minimum, taerskel=None, loft=None)).first
        assert figur.picture_title(result, andele(result), 760).startswith("Jo større") is is_so


def picture(*amounts: int, children: tuple[int, ...] = ()) -> str:
    rows = [["Institution", "Børn", "Nøgle"], *([f"Hus {at}", many, key] for at, (many, key) in enumerate(
        zip(children or (10,) * len(amounts), amounts), 1))]
    columns = {key: f"Ark!${letter}$2:${letter}${len(rows)}" for key, letter in
               zip(("navn", "boern", "noegle"), "ABC")}
    return figur.picture_title(calculated(case({"Ark": rows}, columns, pulje=8000)).first, None, 760)


def test_those_who_get_the_same_are_named_together_in_the_title() -> None:
    assert picture(1, 1, 1, 1) == "Alle får det samme pr. barn: 200 kr."
    assert picture(3, 1, 3, 1) == "Hus 1, Hus 3 får mest pr. barn: 300 kr."
    assert picture(1, 1, 1, 5) == "Hus 4 får mest pr. barn: 500 kr."
    assert picture(2, 2, 2, 2, 0, children=(10,) * 5) == (
        "Hus 1, Hus 2, Hus 3 og 1 til får mest pr. barn: 200 kr.")


def test_the_title_says_why_where_the_largest_share_also_has_most() -> None:
    def title(*shares: float, children: int = 40, name: str = "Hus") -> str:
        rows = [["Institution", "Børn", "Sandsynlighed"],
                *([f"{name} {at}", children, share] for at, share in enumerate(shares, 1))]
        return of_workbook(snapshot(Budget=rows, Pulje=POOL)).sheets[0].charts[0].title

    assert title(0.1, 0.05, 0.02) == "Hus 1 får mest pr. barn: 1.471 kr. Den har også den højeste andel, 10 %"
    assert "andel" not in title(0.1, 0.1, 0.02) and "andel" not in title(0.1, 0.05, 0.02, name="Et langt navn" * 3)
    assert "andel" not in title(0.1, 0.05, 0.02, children=9)  # the shares of so few are not shown

"""A user's charts in the copy: of cells that are there, with the numbers they have, and no text of their own."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
import xlsxwriter

from addin.filejobs.klargoer import Klargjort, klargoer
from addin.hosts.files import job
from tests.addin.filejobs.files import values
from tests.addin.hosts.files.workbook_files import altered, parts
from tests.builders import HEADINGS, POOL
from tests.planning import MADE, WHY
from tests.planted.book import NUMBER, ROWS, WORD
from tests.planted.search import found

KINDS = (("column", {}), ("bar", {"subtype": "stacked"}), ("line", {}), ("pie", {}), ("scatter", {}))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("figur")
    book = xlsxwriter.Workbook(str(folder / "ind.xlsx"))
    budget, pool, own = (book.add_worksheet(name) for name in ("Budget", "Pulje", "Figurer"))
    for number, row in enumerate((HEADINGS, *ROWS)):
        budget.write_row(number, 0, row)
    pool.write_row(0, 0, POOL[0])
    own.write_row(0, 0, ["Område", "Kroner", "Skjult"])
    for row in range(1, 5):
        own.write_row(row, 0, [f"Sted {row}", row * 1_000, row * 7_000])
    own.set_column("C:C", 9, None, {"hidden": True})
    for at, (kind, more) in enumerate(KINDS):
        put(book, own, kind, "B", at, more)
    put(book, own, "column", "C", len(KINDS), {})
    book.close()
    job.run(folder / "ind.xlsx", folder / "ud.xlsx", WHY)
    return (folder / "ud.xlsx").read_bytes()


def put(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, kind: str, column: str, at: int,
        more: dict[str, str]) -> None:
    chart = book.add_chart({"type": kind, **more})
    chart.add_series({"name": f"=Figurer!${column}$1", "categories": "=Figurer!$A$2:$A$5",
                      "values": f"=Figurer!${column}$2:${column}$5"})
    chart.set_title({"name": f"{WORD} {NUMBER}"})
    chart.set_x_axis({"name": WORD})
    sheet.insert_chart(f"E{2 + 16 * at}", chart, {"description": WORD})


def made(data: bytes) -> Klargjort:
    answer = klargoer("ud.xlsx", data, {"klargoer ark": ("Figurer",)}, MADE, "1")
    assert isinstance(answer, Klargjort), str(answer)
    return answer


def rules(done: Klargjort) -> list[str]:
    return [row[4] for row in values(done.list, "Udeladt af kopien") if row[0] == "Diagram"]


def test_charts_of_cells_that_are_there_are_drawn_again_without_their_texts(data: bytes) -> None:
    done = made(data)
    charts = openpyxl.load_workbook(io.BytesIO(done.copy))["Figurer"]._charts
    assert [type(chart).__name__ for chart in charts] == ["BarChart", "BarChart", "LineChart", "PieChart"]
    assert [chart.barDir for chart in charts[:2]] == ["col", "bar"] and charts[1].grouping == "stacked"
    assert [chart.anchor._from.row for chart in charts] == [1, 17, 33, 49]
    assert found(done.copy) == []
    drawings = [content for name, content in parts(done.copy).items() if "drawings/drawing" in name]
    assert any(b'descr="Diagram over tallene i ' in each for each in drawings)


def test_their_numbers_are_those_of_the_copy(data: bytes) -> None:
    cached = [re.findall(r"<c:v>([^<]*)</c:v>", content.decode()) for name, content in parts(made(data).copy).items()
              if "charts/chart" in name]
    own = [each for each in cached if "Sted 1" in each]
    assert len(own) == 4
    shown = ["Kroner", *(f"Sted {row}" for row in range(1, 5)), "1000", "2000", "3000", "4000"]
    assert all(each == shown for each in own)


def test_a_chart_of_what_does_not_go_or_of_an_unknown_kind_stays_with_its_rule(data: bytes) -> None:
    assert rules(made(data)) == ["er af en slags, der ikke tegnes igen", "bruger celler, der ikke er i kopien"]


def test_a_chart_with_other_numbers_than_the_cells_stays(data: bytes) -> None:
    """A number that was there once, and is kept in the chart only."""
    name = next(name for name, content in parts(data).items() if "charts/chart" in name and b"Figurer!$B$2" in content)
    other = altered(data, {name: parts(data)[name].replace(b"<c:v>3000</c:v>", b"<c:v>101901234</c:v>")})
    done = made(other)
    assert "viser andre tal, end cellerne har nu" in rules(done) and found(done.copy) == []


def test_nothing_is_drawn_that_nobody_chose(data: bytes) -> None:
    answer = klargoer("ud.xlsx", data, {}, MADE, "1")
    assert isinstance(answer, Klargjort)
    assert sum("charts/chart" in name for name in parts(answer.copy)) == 1

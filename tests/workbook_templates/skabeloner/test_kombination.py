"""Each element follows its own key, threshold, recipients and cap, and together they are the pool: on the plain sheets
before the cap, and by Fordel pulje, which reads them from the sheet "Fordel puljer"."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.filejobs.skabelon.write import made, workbook
from tests.workbook_templates.skabeloner.reading import book, changed, field, lines, with_cells
from workbook_templates import fordel_puljer
from workbook_templates.skabeloner import skabelon
from workbook_templates.skabeloner.eksempel import HUSE
from workbook_templates.skabeloner.form import Skabelon, Vaerdi
from workbook_templates.skabeloner.kombination import IKKE_HELE

NAVN = "kombination"
LOFT, BUNDET = 4_500, "Kastanjen"
OVER = [hus for hus in HUSE if hus.mindst[2] / (hus.smaa + hus.store) >= 0.08]


def table() -> dict[str, dict[str, Any]]:
    rows = [[cell.value for cell in line] for line in book(NAVN)["Institutioner"].iter_rows()]
    heading = next(row for row in rows if row[0] == "Dagtilbud")
    return {row[1]: dict(zip(heading, row)) for row in rows[rows.index(heading) + 1:] if row[1]}


def of_element(template: Skabelon, column: str) -> list[Any]:
    done = made(template)
    sheet, box = done.book.columns["el", column]
    return [done.values.value((sheet, row, box.column)) for row in range(box.row, box.last_row + 1)]


def test_an_element_goes_to_those_above_its_threshold_and_of_its_type() -> None:
    shown = table()
    counted = sum(hus.mindst[2] for hus in OVER)
    for hus in HUSE:
        wanted = 0.7 * 2_400_000 * hus.mindst[2] / counted if hus in OVER else 0
        assert shown[hus.navn]["Børnetælling før loft, kr."] == pytest.approx(wanted), hus.navn
    special = {name: line["Særlige opgaver før loft, kr."] for name, line in shown.items()
               if line["Særlige opgaver før loft, kr."]}
    assert special == {"Ellehuset": 60_000, "Kastanjen": 60_000}
    assert sum(line["Andel før loft"] for line in shown.values()) == pytest.approx(1)


def test_elements_that_are_not_the_pool_are_said() -> None:
    assert field(NAVN, "Elementer", "Hele puljen?") == "ja"
    done = made(changed(NAVN, pulje=3_000_000))
    assert done.values.value(done.book.fields["stemmer"]) == "NEJ"


def test_those_over_an_elements_cap_are_counted_and_their_amount_is_not_cut_on_the_plain_sheet() -> None:
    assert of_element(skabelon(NAVN), "over") == [1, "", "", ""]
    children = next(hus.smaa + hus.store for hus in HUSE if hus.navn == BUNDET)
    assert table()[BUNDET]["Børnetælling før loft, kr."] > LOFT * children
    assert of_element(changed(NAVN, til_kr="vægtet"), "over") == [0, "", "", ""]  # 88 children weigh 113,6
    per_point = 600_000 / sum(hus.mindst[1] for hus in HUSE)
    above = sum(per_point * hus.mindst[1] > 700 * (hus.smaa + hus.store) for hus in HUSE)
    assert of_element(changed(NAVN, loft=700.0), "over") == [1, above, 1, ""]  # those that have none of their own


@pytest.mark.parametrize(("cells", "said"), [
    ({"noegle": None}, "Vælg en nøgle"), ({"beloeb": 5.0}, "Andel eller beløb, ikke begge"),
    ({"andel": None}, "Skriv andel eller beløb"), ({"hvem": "privat"}, "Ingen får"), ({"navn": None}, "Skriv et navn")])
def test_an_element_that_is_not_as_it_should_be_is_marked_and_refused(cells: dict[str, Vaerdi], said: str, fordel: Any,
                                                                      tmp_path: Path) -> None:
    template = with_cells(skabelon(NAVN), "el", 2, **cells)
    assert of_element(template, "maerke") == ["", said, "", ""]
    (tmp_path / "ind.xlsx").write_bytes(workbook(template))
    answer = fordel("pulje", tmp_path / "ind.xlsx", "--ud", tmp_path / "ud.xlsx")
    told = "mangler et navn" if said == "Skriv et navn" else said
    assert answer.code == 2 and fordel_puljer.ARK in answer.err and told in answer.err


@pytest.mark.parametrize("andel, right", [(0.70, True), (0.60, False), (0.80, False)])
def test_elements_that_are_not_the_whole_pool_are_refused(andel: float, right: bool, fordel: Any, tmp_path: Path
                                                          ) -> None:
    (tmp_path / "ind.xlsx").write_bytes(workbook(with_cells(skabelon(NAVN), "el", 1, andel=andel)))
    answer = fordel("pulje", tmp_path / "ind.xlsx", "--ud", tmp_path / "ud.xlsx")
    assert (answer.code == 0) is right
    assert right or f'"{IKKE_HELE}" er ikke et beløb. Cellen er en formel' in answer.err


def test_fordel_pulje_gives_each_element_with_its_cap_and_their_sum(fordel: Any, tmp_path: Path) -> None:
    (tmp_path / "ind.xlsx").write_bytes(workbook(skabelon(NAVN)))
    assert fordel("pulje", tmp_path / "ind.xlsx", "--ud", tmp_path / "ud.xlsx").code == 0
    done = openpyxl.load_workbook(tmp_path / "ud.xlsx", data_only=True)

    def amounts(sheet: str, heading: str) -> dict[str, float]:
        rows = [[cell.value for cell in line] for line in done[sheet].iter_rows()]
        at = next(at for at, row in enumerate(rows) if heading in row and "Institution" in row)
        name, column = rows[at].index("Institution"), rows[at].index(heading)
        return {row[name]: row[column] or 0 for row in rows[at + 1:] if row[name] in {hus.navn for hus in HUSE}}

    first = {hus.navn: hus.mindst[2] for hus in OVER}
    bound = LOFT * 88
    rest = 1_680_000 - bound
    free = sum(first.values()) - first[BUNDET]
    element = amounts("Fordeling", "Børnetælling, kr.")
    assert element[BUNDET] == bound
    for hus in OVER:
        if hus.navn != BUNDET:
            assert element[hus.navn] == pytest.approx(rest * first[hus.navn] / free, abs=1), hus.navn
    assert sum(element.values()) == 1_680_000


def test_the_sheet_of_pools_says_what_the_elements_say() -> None:
    shown = lines(NAVN, fordel_puljer.ARK, "Pulje")
    assert list(shown) == [fordel_puljer.SOM_OPSAETNING, "Børnetælling", "Vurdering", "Særlige opgaver"]
    assert (shown["Børnetælling"]["Loft, kr. pr. barn"], shown["Børnetælling"]["Tærskel"]) == (LOFT, 0.08)
    assert shown["Særlige opgaver"]["Modtagere"] == "Type: kommunal"
    headings = [cell.value for line in openpyxl.load_workbook(io.BytesIO(workbook(skabelon(NAVN))))[
        fordel_puljer.ARK].iter_rows() for cell in line if cell.value in {c.heading for c in fordel_puljer.KOLONNER}]
    assert headings == [column.heading for column in fordel_puljer.KOLONNER]

"""Fixed amounts hold in their years, and the rest of the pool follows the key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.filejobs.skabelon.write import made, workbook
from tests.workbook_templates.skabeloner.reading import book, changed, field, with_cells
from workbook_templates.skabeloner import skabelon
from workbook_templates.skabeloner.eksempel import HUSE
from workbook_templates.skabeloner.fast_tildeling import IKKE_PAA_RESTEN, SE_UDVALGTE, TO_GANGE, UDEN_BELOEB
from workbook_templates.skabeloner.form import Skabelon, Vaerdi

NAVN = "fast-tildeling"


def of(name: str) -> dict[str, Any]:
    rows = [[cell.value for cell in line] for line in book(NAVN)["Resten"].iter_rows()]
    heading = next(row for row in rows if row[0] == "Dagtilbud")
    return dict(zip(heading, next(row for row in rows if row[1] == name)))


def test_the_rest_is_shared_by_all_but_those_that_get_a_fixed_amount_instead() -> None:
    assert field(NAVN, "Forudsætninger", "Resten efter nøglen, kr.") == 1_920_000
    assert field(NAVN, "Forudsætninger", "Stemmer det?") == "ja"
    heading = "Beløb før afrunding, kr."
    assert of("Havnehuset")[heading] == 180_000
    assert of("Kastanjen")[heading] == pytest.approx(300_000 + 1_920_000 * 39 / (148 - 27))
    assert of("Lærken")["Fast beløb, kr."] in (None, "")  # until 2026


def test_what_is_older_than_four_years_is_to_be_looked_at_again() -> None:
    marks = {line[1].value: line[12].value for line in book(NAVN)["Udvalgte"].iter_rows() if line[1].value}
    assert marks["Havnehuset"] == "Over 4 år: genbesøg" and marks["Kastanjen"] in (None, "")


def test_fixed_amounts_beyond_the_pool_are_said() -> None:
    done = made(changed(NAVN, pulje=400_000))
    assert done.values.value(done.book.fields["for_meget"]) == "NEJ"


def marks_and_recipient(template: Skabelon, name: str) -> tuple[list[Vaerdi], list[Vaerdi], Vaerdi]:
    """The marks of the first four lines of Udvalgte, what Resten has beside a recipient, and whether it is right."""
    done = made(template)
    sheet, box = done.book.columns["udv", "maerke"]
    marks = [done.values.value((sheet, row, box.column)) for row in range(box.row, box.row + 4)]
    line = [hus.navn for hus in HUSE].index(name)
    shown = [done.values.value((sheet, box.row + line, box.column))
             for sheet, box in (done.book.columns["res", key] for key in ("fast", "virkning", "grund"))]
    return marks, shown, done.values.value(done.book.fields["for_meget"])


AGAIN = {"navn": "Lærken", "beloeb": 50_000, "virkning": "oven i", "fra": 2027, "grund": "boligområde", "af": "byråd"}


def test_a_line_that_holds_no_more_leaves_room_for_a_new_one() -> None:
    template = with_cells(skabelon(NAVN), "udv", 4, **AGAIN)
    assert marks_and_recipient(template, "Lærken") == (["", "Over 4 år: genbesøg", "Gælder ikke mere", ""],
                                                       [50_000, "oven i", "boligområde"], "ja")


def test_one_that_stands_twice_in_a_year_is_marked_and_refused(fordel: Any, tmp_path: Path) -> None:
    template = with_cells(skabelon(NAVN), "udv", 4, **(AGAIN | {"navn": "Kastanjen"}))
    marks, shown, right = marks_and_recipient(template, "Kastanjen")
    assert (marks[0], marks[3], shown[1], right) == (TO_GANGE, TO_GANGE, TO_GANGE, "NEJ")
    (tmp_path / "ind.xlsx").write_bytes(workbook(template))
    answer = fordel("pulje", tmp_path / "ind.xlsx", "--ud", tmp_path / "ud.xlsx")
    assert answer.code == 2 and "Resten!G14" in answer.err


@pytest.mark.parametrize(("missing", "said"), [
    ("fra", "Skriv fra hvilket år"), ("beloeb", "Skriv beløb og virkning"), ("virkning", "Skriv beløb og virkning"),
    ("grund", "Skriv begrundelse og beslutning"), ("af", "Skriv begrundelse og beslutning")])
def test_what_a_decision_lacks_is_said(missing: str, said: str) -> None:
    template = with_cells(skabelon(NAVN), "udv", 4, **(AGAIN | {missing: None}))
    assert marks_and_recipient(template, "Lærken")[0][3] == said


@pytest.mark.parametrize(("cells", "mark"), [
    ({"navn": "Ukendt hus"}, IKKE_PAA_RESTEN), ({"beloeb": "300.000"}, UDEN_BELOEB), ({"virkning": None}, UDEN_BELOEB)])
def test_no_amount_is_given_while_one_of_the_chosen_has_none_or_nobody_to_give_it_to(
        cells: dict[str, Vaerdi], mark: str, fordel: Any, tmp_path: Path) -> None:
    template = with_cells(skabelon(NAVN), "udv", 1, **cells)
    assert marks_and_recipient(template, "Tjørnen") == (
        [mark, "Over 4 år: genbesøg", "Gælder ikke mere", ""], [SE_UDVALGTE, "", ""], "NEJ")
    (tmp_path / "ind.xlsx").write_bytes(workbook(template))
    answer = fordel("pulje", tmp_path / "ind.xlsx", "--ud", tmp_path / "ud.xlsx")
    assert answer.code == 2 and f'"{SE_UDVALGTE}" er ikke et tal' in answer.err


def test_one_that_is_not_yet_there_stops_nothing_before_its_year() -> None:
    template = with_cells(skabelon(NAVN), "udv", 4, **(AGAIN | {"navn": "Kommer senere", "fra": 2028}))
    assert marks_and_recipient(template, "Tjørnen")[2] == "ja"

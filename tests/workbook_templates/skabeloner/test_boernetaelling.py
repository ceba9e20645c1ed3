"""The page's example (12 institutions, 2,4 mio. kr.) comes out, from delivered counts and from a list of children."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.filejobs.skabelon.write import made, workbook
from tests.workbook_templates.skabeloner.reading import book, changed, lines, with_cells
from workbook_templates.skabeloner import skabelon
from workbook_templates.skabeloner.boernetaelling import BOERN, MANGLER, RET, UDEN_GRUPPE
from workbook_templates.skabeloner.eksempel import HUSE
from workbook_templates.skabeloner.form import RAEKKER, Vaerdi

NAVN = "boernetaelling"
AMOUNTS = {"Ellehuset": 432_000, "Skovbrynet": 77_760, "Tjørnen": 252_720, "Kløverstien": 0, "Havnehuset": 468_000,
           "Engblommen": 155_520, "Birkelunden": 116_640, "Svalereden": 136_080, "Kastanjen": 528_000,
           "Møllevangen": 155_520, "Strandhuset": 0, "Lærken": 77_760}


def counted(**values: Vaerdi) -> list[Any]:
    done = made(changed(NAVN, **values))
    sheet, box = done.book.columns["ber", "taeller"]
    return [done.values.value((sheet, row, box.column)) for row in range(box.row, box.row + 12)]


def test_fordel_pulje_gives_the_amounts_of_the_page(fordel: Any, tmp_path: Path) -> None:
    (tmp_path / "ind.xlsx").write_bytes(workbook(skabelon(NAVN)))
    answer = fordel("pulje", tmp_path / "ind.xlsx", "--ud", tmp_path / "ud.xlsx")
    shown = {line.split()[0]: int(line.split()[1].replace(".", "")) for line in answer.out.splitlines()
             if line.split() and line.split()[0] in AMOUNTS}
    assert shown == AMOUNTS


@pytest.mark.parametrize(("gone", "values", "missing"), [
    ("m3", {}, True), ("m4", {}, False), ("k1", {}, False), ("k1", {"optaelling": "begge"}, True),
    ("k6", {"optaelling": "kriterier"}, True), ("m3", {"optaelling": "kriterier"}, False)])
def test_a_count_that_is_not_delivered_is_not_nought(fordel: Any, tmp_path: Path, gone: str, values: dict[str, Vaerdi],
                                                     missing: bool) -> None:
    found = with_cells(changed(NAVN, **values), "dst", 1, **{gone: None})
    done = made(found)
    shown = [done.values.value((sheet, box.row, box.column)) for sheet, box in (
        done.book.columns["ber", key] for key in ("noegle", "af", "beloeb"))]
    assert (shown == [MANGLER, "", ""]) is missing
    (tmp_path / "ind.xlsx").write_bytes(workbook(found))
    answer = fordel("pulje", tmp_path / "ind.xlsx", "--ud", tmp_path / "ud.xlsx")
    assert (answer.code == 2 and MANGLER in answer.err and "Institutioner!N" in answer.err) is missing


@pytest.mark.parametrize(("key", "held", "wrong"), [
    ("m3", "x", True), ("k1", "1-2", True), ("m6", "se Filer", True), ("m3", "..", False), ("k1", "-", False)])
def test_a_count_that_is_neither_a_number_nor_a_mark_is_said(fordel: Any, tmp_path: Path, key: str, held: str,
                                                             wrong: bool) -> None:
    found = with_cells(skabelon(NAVN), "dst", 1, **{key: held})
    done = made(found)
    shown = [done.values.value((sheet, box.row, box.column)) for sheet, box in (
        done.book.columns["ber", key] for key in ("taeller", "noegle", "beloeb"))]
    assert (shown == [RET, RET, ""]) is wrong
    (tmp_path / "ind.xlsx").write_bytes(workbook(found))
    answer = fordel("pulje", tmp_path / "ind.xlsx", "--ud", tmp_path / "ud.xlsx")
    assert (answer.code == 2) is wrong
    assert not wrong or (f'"{RET}" er ikke et tal' in answer.err or f'der står "{held}"' in answer.err)


def test_the_plain_sheet_shows_who_is_over_the_limit_and_what_is_before_the_cap() -> None:
    shown = lines(NAVN, "Beregning", "Institution")
    assert {name for name, line in shown.items() if line["Over grænsen"] == "nej"} == {"Kløverstien", "Strandhuset"}
    heading = "Beløb før loft og afrunding, kr."
    assert shown["Tjørnen"][heading] == pytest.approx(2_400_000 * 13 / 141)


def test_hidden_counts_count_what_is_said_and_a_dash_is_none() -> None:
    assert counted(mindst=6)[:3] == [3, 0, 1.5]
    assert counted(mindst=6, erstat=1)[:3] == [3, 0, 1]


def test_unique_children_criteria_and_both_are_counted_in_either_source() -> None:
    unique, criteria, both = (counted(optaelling=word)[0] for word in ("unikke", "kriterier", "begge"))
    assert both == unique + criteria and unique == 25
    children = [sum((nr * k) % (3 + k) < 2 for k in range(1, 7)) for nr in range(1, 25)]
    assert counted(kilde=BOERN)[:2] == [sum(met >= 3 for met in children[1::2]), sum(met >= 3 for met in children[::2])]
    assert counted(kilde=BOERN, optaelling="kriterier")[0] == sum(children[1::2])


def test_the_trace_has_a_line_for_each_institution_that_is_there_and_sums_to_the_pool() -> None:
    shown = lines(NAVN, "Spor", "Navn")
    assert {name: line["Tildeling"] for name, line in shown.items()} == AMOUNTS
    assert {name for name, line in shown.items() if line["Bundet af"] == "loft"} == {
        "Ellehuset", "Havnehuset", "Kastanjen"}
    rows = [[cell.value for cell in row] for row in book(NAVN)["Spor"].iter_rows()]
    head = next(at for at, row in enumerate(rows) if row[0] == "Navn")
    blank = rows[head + 1 + len(AMOUNTS):head + 1 + RAEKKER]
    assert {value for row in blank for value in row} <= {None, ""}
    total = next(row for row in rows if row[0] == "I alt")
    assert total[rows[head].index("Tildeling")] == sum(AMOUNTS.values()) == 2_400_000


def test_delivered_counts_are_added_by_our_function_as_by_the_plain_sheet() -> None:
    done = made(changed(NAVN, optaelling="kriterier"))
    sheet, box = done.book.columns["dst", "taeller"]
    plain = [done.values.value((sheet, row, box.column)) for row in range(box.row, box.row + 12)]
    start = next(put for laid in done.book.sheets for put in laid.puts
                 if put.box and "FORDEL_KRITERIER" in str(put.value))
    assert [done.values.value(("Med funktioner", start.row + nr, 1)) for nr in range(12)] == plain


def test_an_institution_without_a_group_is_said_and_has_no_share() -> None:
    done = made(with_cells(changed(NAVN, paa="gruppe"), "inst", 1, gruppe=None))
    shown = [done.values.value((sheet, box.row, box.column)) for sheet, box in (
        done.book.columns["ber", key] for key in ("navn", "prove", "andel", "over"))]
    assert shown == ["Ellehuset", UDEN_GRUPPE, "", ""]


def test_a_group_is_tested_together_as_fordel_pulje_does(fordel: Any, tmp_path: Path) -> None:
    def of(column: str, **values: Vaerdi) -> dict[str, Any]:
        done = made(changed(NAVN, **values))
        sheet, box = done.book.columns["ber", column]
        return {hus.navn: done.values.value((sheet, box.row + nr, box.column)) for nr, hus in enumerate(HUSE)}

    north = [hus for hus in HUSE if hus.dagtilbud == "Nord"]
    share = sum(hus.mindst[2] for hus in north) / sum(hus.smaa + hus.store for hus in north)
    assert of("andel", paa="gruppe")["Kløverstien"] == pytest.approx(share)
    assert of("over", paa="gruppe")["Kløverstien"] == "ja" and of("over")["Kløverstien"] == "nej"
    limit = share + 0.005
    over = of("over", paa="gruppe", taerskel=limit)
    assert {hus.dagtilbud for hus in HUSE if over[hus.navn] == "nej"} == {"Nord"}

    (tmp_path / "ind.xlsx").write_bytes(workbook(changed(NAVN, paa="gruppe", taerskel=limit, loft=None)))
    answer = fordel("pulje", tmp_path / "ind.xlsx", "--ud", tmp_path / "ud.xlsx")
    told = {line.split()[0]: line.split()[1] for line in answer.out.splitlines() if line.split()[:1] and
            line.split()[0] in AMOUNTS}
    assert {name for name, amount in told.items() if amount == "0"} == {hus.navn for hus in north}

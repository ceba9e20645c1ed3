"""What the settings sheet remembers, and sheets written by older and newer versions."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import openpyxl
import pytest

from addin.settings import schema
from addin.workbook import Name, Refusal, Sheet, Snapshot
from tests.planning import texts
from workbook_templates.opsaetning import SKEMAVERSION

CASES = Path(__file__).parents[2] / "cases"


def remembered(rows: list[list[object]], **names: str) -> Snapshot:
    targets = tuple(Name("Fordel_" + name, f"'Op'!{place}") for name, place in names.items())
    return Snapshot("x.xlsx", (Sheet("Op", rows),), targets, {"opsaetning": "Op"})


def test_the_schema_of_a_workbook() -> None:
    assert schema.version(remembered([])) is None
    assert schema.version(remembered([[1.0]], skemaversion="$A$1")) == 1
    assert schema.version(remembered([[float(SKEMAVERSION)]], skemaversion="$A$1")) == SKEMAVERSION


@pytest.mark.parametrize(("written", "sentence"), [
    (SKEMAVERSION + 1.0, "nyere udgave af Fordel"), (0.0, "ikke kender"), (1.5, "ikke kender"), ("to", "ikke kender")])
def test_a_schema_that_is_not_known_is_refused(written: object, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        schema.version(remembered([[written]], skemaversion="$A$1"))


def test_every_older_schema_has_a_way_to_this_one() -> None:
    assert set(schema.MIGRATIONS) == set(range(1, SKEMAVERSION))
    values, changes = schema.migrated(1)
    assert values == {"boern_til_taerskel": "vægtet"}
    assert all("fra skemaversion 1 til 2" in text for text in texts(changes))
    assert schema.migrated(SKEMAVERSION) == schema.migrated(None) == ({}, [])


def test_answers_are_read_and_an_emptied_one_is_asked_again() -> None:
    taken = remembered([["række Ark: I alt", "spring over"], ["tabel", None]], svar="$A$1:$B$2")
    assert schema.answers(taken) == {"række Ark: I alt": "spring over"}
    assert schema.answers(remembered([])) == {}


def test_weights_are_read_and_all_ones_are_none() -> None:
    taken = remembered([[2.0], [None], [0.0]], kriterievaegte="$A$1:$A$3")
    assert schema.weights(taken, 3) == [2.0, 1.0, 0.0]
    assert schema.weights(remembered([[1.0], [None]], kriterievaegte="$A$1:$A$2"), 2) is None
    with pytest.raises(Refusal, match="3 vægte, men 2 kriterier"):
        schema.weights(taken, 2)


def test_a_name_left_behind_by_a_deleted_sheet_is_no_memory() -> None:
    gone = dataclasses.replace(remembered([]), ours={}, names=(Name("Fordel_svar", "#REF!"),))
    assert schema.answers(gone) == {}


def test_a_workbook_of_schema_1_gives_the_amounts_it_gave(fordel, tmp_path: Path) -> None:
    """Made with the first version: threshold 3 %, weight 1,8, so C is 1 of 46 weighted and 1 of 30 counted children."""
    source = CASES / "schema_1.xlsx"
    done = fordel("pulje", source, "--ud", tmp_path / "ny.xlsx")
    assert (done.code, "fra skemaversion 1 til 2" in done.out) == (0, True)

    def amounts(path: Path) -> dict[str, float]:
        """From "Fordeling" as it is, or as the first version laid it out."""
        rows = list(openpyxl.load_workbook(path, data_only=True)["Fordeling"].iter_rows(values_only=True))
        head = next(row for row in rows if row[1] == "Institution")
        column = next(at for at, text in enumerate(head) if str(text).partition(", ")[0] == "Tildeling")
        return {row[1]: row[column] for row in rows if row[1] in ("A", "B", "C")}

    assert amounts(tmp_path / "ny.xlsx") == amounts(source) and len(amounts(source)) == 3
    again = fordel("pulje", tmp_path / "ny.xlsx", "--ud", tmp_path / "igen.xlsx")
    assert (again.code, "skemaversion" in again.out) == (0, False)

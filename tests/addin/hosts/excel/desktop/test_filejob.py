"""The buttons *Klargør*, *Udmelding* and *Efterse* of Fordel.xlam: what the command makes of the same workbook."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from addin import until_answered
from addin.hosts.excel.desktop import button, filejob, talk
from addin.hosts.files import klargoer
from tests.addin.filejobs.files import distributed, texts, values
from tests.addin.filejobs.test_tidligere import two_editions
from tests.addin.hosts.excel.desktop.process import Process
from tests.addin.sheets.committee import example
from tests.hosts_agree.test_excel_button import calculated
from tests.planning import MADE, Case
from tests.pools import RANDERS, houses

NAME, COPY, LIST = "Huse fordelt.xlsx", "Huse klargjort.xlsx", "Huse klargjort udeladt.xlsx"
REASON, WHO = "Udvalget kender tallene", "Børneudvalget"
NO = ("1", "1")  # nothing was sent before, and no own sheet goes
Fordel = Callable[..., Any]


@pytest.fixture
def one_time(excel: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command runs in this process, the button in its own."""
    monkeypatch.setattr(klargoer, "now", lambda: MADE)
    monkeypatch.setattr(until_answered, "now", lambda: MADE)
    excel.ask("at", made=MADE)


def opened(excel: Process, data: bytes, folder: Path, name: str = NAME) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    excel.open(path)
    return path


def said(boxes: list[list[str]]) -> str:
    return "\n".join(box[2] for box in boxes)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def saved(excel: Process) -> bytes:
    """What Excel's copy was, after seeing that it is gone and that no macro heard of it."""
    place, data, heard = excel.ask("copies")[-1]
    assert not Path(place).parent.exists() and not heard
    return base64.b64decode(data)


def by_command(fordel: Fordel, data: bytes, folder: Path, *arguments: str) -> dict[str, bytes]:
    """The files the command makes of a workbook of the same name."""
    folder.mkdir()
    (folder / NAME).write_bytes(data)
    done = fordel(arguments[0], folder / NAME, *arguments[1:])
    assert done.code == 0, done.err
    return {name: (folder / name).read_bytes() for name in files(folder) if name != NAME}


def made(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in files(folder) if name != NAME}


def parts(data: bytes) -> dict[str, bytes]:
    """All of a file but the second it was written in."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if name != "docProps/core.xml"}


@pytest.mark.usefixtures("one_time")
def test_the_copy_and_its_list_are_those_of_the_command_and_the_workbook_is_as_it_was(
        excel: Process, fordel: Fordel, tmp_path: Path, plain: bytes) -> None:
    path = opened(excel, plain, tmp_path / "excel")
    before = excel.book()
    told = said(excel.press("klargoer", *NO))
    assert made(path.parent) == by_command(fordel, saved(excel), tmp_path / "fil", "klargoer")
    assert files(path.parent) == sorted([NAME, COPY, LIST])
    assert f"Kopien, der må sendes: {path.with_name(COPY)}" in told and str(path.with_name(LIST)) in told
    assert path.read_bytes() == plain and excel.book() == before
    state = excel.ask("state")
    assert state["settings"] == [True, True, -4105, True] and state["bar"][-1] is False


@pytest.mark.usefixtures("one_time")
def test_it_is_of_what_is_on_the_screen_and_not_of_what_is_saved(excel: Process, tmp_path: Path) -> None:
    path = calculated("dagtilbud_budget_2023", tmp_path)
    before = path.read_bytes()
    excel.open(path)
    assert "Kør først fordel pulje." in said(excel.press("klargoer")) and files(tmp_path) == [path.name]
    excel.press("fordel_pulje")
    excel.press("klargoer", *NO)
    copy = tmp_path / "dagtilbud_budget_2023 klargjort.xlsx"
    assert texts(copy.read_bytes(), "Fordeling")[0].startswith("Fordeling af pulje")
    assert path.read_bytes() == before


@pytest.mark.usefixtures("one_time")
def test_small_counts_are_asked_about_in_boxes_and_the_reason_stands_on_the_copy(
        excel: Process, fordel: Fordel, tmp_path: Path, small: bytes) -> None:
    folder = opened(excel, small, tmp_path / "excel").parent
    asked = excel.press("klargoer", *NO)
    assert "Skovbrynet (4 børn)" in said(asked) and asked[-1][2] == button.STOPPED
    assert "--" not in said(asked) and all(len(box[2]) <= talk.MOST for box in asked)
    assert excel.press("klargoer", *NO, REASON)[-1][2] == button.STOPPED and files(folder) == [NAME]
    assert "! Små antal kan regnes ud af beløbene." in said(excel.press("klargoer", *NO, REASON, WHO))
    assert made(folder) == by_command(fordel, saved(excel), tmp_path / "fil", "klargoer", "--alligevel", REASON,
                                      "--valgt-af", WHO)
    assert any(REASON in text for text in texts((folder / COPY).read_bytes(), "Fordeling"))


@pytest.mark.usefixtures("one_time")
def test_own_sheets_and_editions_before_are_asked_for_in_boxes_as_the_options_of_the_command(
        excel: Process, fordel: Fordel, tmp_path: Path, plain: bytes) -> None:
    folder = opened(excel, plain, tmp_path / "excel").parent
    (folder / "Sidste år.xlsx").write_bytes(plain)
    boxes = excel.press("klargoer", "2", "1", "2", "1")
    asked = [box[2] for box in boxes if box[0] == talk.ASK]
    assert '1: nej: der er ingen sendt før\n2: ja, "Sidste år.xlsx"\n3: en anden' in asked[0]
    assert '"Sidste år.xlsx" er valgt. Er der sendt flere udgaver før?' in asked[1]
    assert '1: nej: kun Fordels side og bilag\n2: ja, "Ark"' in asked[2] and '"Ark" er valgt.' in asked[3]
    arguments = ("klargoer", "--ark", "Ark", "--tidligere", folder / "Sidste år.xlsx")
    assert {name: data for name, data in made(folder).items() if "klargjort" in name} == by_command(
        fordel, saved(excel), tmp_path / "fil", *arguments)


def test_who_chose_the_least_count_is_written_where_the_user_says_so_and_then_not_asked_again(
        excel: Process, tmp_path: Path) -> None:
    (tmp_path / "to").mkdir()
    opened(excel, two_editions(tmp_path / "to").read_bytes(), tmp_path / "excel")
    names = excel.names()
    assert "Hvem har valgt det?" in said(excel.press("klargoer", *NO, WHO, "2")) and excel.names() == names
    asked = said(excel.press("klargoer", *NO, WHO, "1"))
    assert "Skal det stå på arket Fordel opsætning" in asked and "Skrevet: Fordel opsætning." in asked
    again = said(excel.press("klargoer", *NO))
    assert "Hvem har valgt det?" not in again and "Huse klargjort (3).xlsx" in again


def test_an_edition_that_lies_elsewhere_is_typed_and_one_that_is_not_there_is_asked_for_again(
        excel: Process, tmp_path: Path, plain: bytes) -> None:
    opened(excel, plain, tmp_path / "excel")
    (tmp_path / "før.xlsx").write_bytes(plain)
    boxes = excel.press("klargoer", "2", f"{tmp_path}/intet.xlsx", f'"{tmp_path}/før.xlsx"', "1", "1")
    told = said(boxes)
    assert f"Filen {tmp_path}/intet.xlsx findes ikke." in told and '"før.xlsx" er valgt.' in told
    assert files(tmp_path / "excel") == sorted([NAME, COPY, LIST])


@pytest.mark.usefixtures("one_time")
@pytest.mark.parametrize("taken, small", [(example(budgetaar=2027), "Skovbrynet (4 børn)"),
                                          (houses(*RANDERS, budgetaar=2027), "Druen (2 børn)")], ids=["one", "several"])
def test_the_statements_are_those_of_the_command(
        excel: Process, fordel: Fordel, tmp_path: Path, taken: Case, small: str) -> None:
    data = taken.file(tmp_path / "x.xlsx").read_bytes()
    folder = opened(excel, data, tmp_path / "excel").parent
    boxes = excel.press("udmeld", "1", "3", WHO + ", 3. november 2026")
    assert "udkast eller endelig" in said(boxes) and small in said(boxes) and "--" not in said(boxes)
    assert f"Udmelding, et ark til hver modtager: {folder / 'Huse udmelding.xlsx'}" in said(boxes)
    wanted = by_command(fordel, saved(excel), tmp_path / "fil", "udmelding", "--udgave", "endelig", "--accepteret",
                        WHO + ", 3. november 2026")
    ours = made(folder)
    assert list(ours) == list(wanted) == ["Huse udmelding.xlsx"]
    assert parts(ours["Huse udmelding.xlsx"]) == parts(wanted["Huse udmelding.xlsx"])


@pytest.mark.usefixtures("one_time")
def test_the_edition_they_replace_is_asked_for_as_the_option_of_the_command(
        excel: Process, fordel: Fordel, tmp_path: Path) -> None:
    folder = opened(excel, example(budgetaar=2027).file(tmp_path / "x.xlsx").read_bytes(), tmp_path / "excel").parent
    (folder / "høring.xlsx").write_bytes(distributed(example(budgetaar=2027, pulje=2_000_000), tmp_path))
    boxes = excel.press("udmeld", "2", "3", WHO)
    assert '1: nej: den erstatter ingen\n2: ja, "høring.xlsx"' in boxes[0][2] and "flere udgaver" not in said(boxes)
    wanted = by_command(fordel, saved(excel), tmp_path / "fil", "udmelding", "--udgave", "endelig", "--accepteret", WHO,
                        "--tidligere", folder / "høring.xlsx")
    assert parts(made(folder)["Huse udmelding.xlsx"]) == parts(wanted["Huse udmelding.xlsx"])


@pytest.mark.parametrize("folder", ["", "https://kommune.sharepoint.com/sites/budget/"])
def test_what_a_workbook_holds_is_told_wherever_it_lies_and_nothing_is_made(
        excel: Process, tmp_path: Path, plain: bytes, folder: str) -> None:
    path = opened(excel, plain, tmp_path)
    excel.ask("lies", folder=folder)
    told = said(excel.press("efterse"))
    assert "Synlige ark: " in told and "Ikke fundet: " in told and "Makroer" in told
    assert "Det her tager Klargør ikke med" in told and "fordi det er kun til intern brug" in told
    assert saved(excel) and files(tmp_path) == [NAME] and path.read_bytes() == plain


def test_nothing_is_written_over(excel: Process, tmp_path: Path, plain: bytes) -> None:
    path = opened(excel, plain, tmp_path)
    path.with_name(LIST).write_bytes(b"mit")
    assert "Huse klargjort (2).xlsx" in said(excel.press("klargoer", *NO))
    assert path.with_name(LIST).read_bytes() == b"mit" and not path.with_name(COPY).exists()


# ------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize("action", list(filejob.JOBS))
@pytest.mark.parametrize("folder, told", [
    ("", "Projektmappen er ikke gemt endnu"),
    ("https://kommune.sharepoint.com/sites/budget/", "(https://kommune.sharepoint.com/sites/budget)"),
    ("https://d.docs.live.net/1A2B/", "Gem en kopi af den i sådan en mappe")])
def test_a_workbook_that_lies_in_no_folder_is_told_what_to_do(
        excel: Process, tmp_path: Path, plain: bytes, action: str, folder: str, told: str) -> None:
    opened(excel, plain, tmp_path)
    excel.ask("lies", folder=folder)
    answer = excel.press(action)[-1][2]
    assert told in answer and button.UNTOUCHED in answer and files(tmp_path) == [NAME]
    assert excel.ask("copies") == []


@pytest.mark.parametrize("action, answers", [("klargoer", NO), ("udmeld", ["1", "3"])])
def test_a_folder_that_cannot_be_written_in_is_told(excel: Process, tmp_path: Path, plain: bytes, action: str,
                                                    answers: Sequence[str]) -> None:
    opened(excel, plain, tmp_path)
    excel.ask("lies", folder=f"{tmp_path}/intet/")
    told = excel.press(action, *answers)[-1][2]
    assert f"Gem {NAME} i en mappe, du må skrive i" in told and "Der er en fejl i Fordel" not in told
    assert saved(excel) and files(tmp_path) == [NAME]


def test_where_excel_saves_no_copy_it_is_told(excel: Process, tmp_path: Path, plain: bytes) -> None:
    opened(excel, plain, tmp_path)
    excel.ask("cannot_copy")
    assert filejob.NOT_COPIED in excel.press("klargoer")[-1][2] and files(tmp_path) == [NAME]
    assert excel.ask("state")["settings"] == [True, True, -4105, True]


def test_a_changed_page_is_refused_and_nothing_is_written(excel: Process, tmp_path: Path, plain: bytes) -> None:
    opened(excel, plain, tmp_path)
    place = next((row, column) for row, line in enumerate(values(plain, "Fordeling"))
                 for column, value in enumerate(line) if isinstance(value, (int, float)))
    excel.ask("set", sheet="Fordeling", row=place[0], column=place[1], value=1.0)
    answer = excel.press("klargoer", *NO)[-1][2]
    assert "Fordeling" in answer and button.UNTOUCHED in answer and files(tmp_path) == [NAME]


@pytest.mark.parametrize("action", list(filejob.JOBS))
def test_without_a_workbook_it_is_said(excel: Process, action: str) -> None:
    excel.ask("close")
    assert excel.press(action)[-1][2] == button.NO_BOOK

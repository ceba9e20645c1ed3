"""The button *Klargør* in a LibreOffice with the extension installed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.addin.filejobs.files import distributed, made, texts, values
from tests.addin.filejobs.test_koersel import LARGE, PAGES
from tests.addin.filejobs.test_tidligere import two_editions
from tests.addin.hosts.calc.conftest import Open
from tests.calc.office import Office
from tests.pools import RANDERS
from tests.pools import houses as pools

pytestmark = pytest.mark.soffice
CALLS, INSIDE = "tests.hosts_agree.calc_calls", "tests.addin.hosts.calc.inside"
Show = Callable[[Path], Open]


def press(office: Office, button: str = "klargoer", **answers: object) -> str:
    return office.call(CALLS, "press", button, answers)


def test_the_copy_is_of_what_is_on_the_screen_and_lies_beside_the_document(office: Office, budget_2023: Path) -> None:
    before = budget_2023.read_bytes()
    assert "sat at sende" not in press(office, "pulje", pulje="9000000")
    said = press(office)
    copy, listed = (budget_2023.with_name(f"Budget 2023 klargjort{end}.xlsx") for end in ("", " udeladt"))
    assert f"Kopien, der må sendes: {copy}" in said and str(listed) in said, said
    assert texts(copy.read_bytes(), "Fordeling")[0].startswith("Fordeling af pulje")
    assert any(9_000_000 in row for row in values(copy.read_bytes(), "Fordeling"))
    assert "Udeladt af kopien" in texts(listed.read_bytes())[0]
    assert budget_2023.read_bytes() == before and office.call(INSIDE, "undo") == ["|", "Fordel pulje"]


def test_a_document_that_is_not_distributed_is_refused(office: Office, budget_2023: Path) -> None:
    assert "Kør først fordel pulje." in press(office)
    assert not list(budget_2023.parent.glob("*klargjort*"))


def test_small_counts_are_asked_about_with_the_ways_out_and_a_second_copy_has_a_number(
        office: Office, opened: Show, tmp_path: Path, small: bytes) -> None:
    path = tmp_path / "Huse fordelt.xlsx"
    path.write_bytes(small)
    opened(path)
    asked = press(office)
    assert "klargoer alligevel: " in asked and "Skovbrynet (4 børn)" in asked
    reason = {"klargoer alligevel": "Udvalget kender tallene", "klargoer valgt af": "Børneudvalget"}
    assert [f"{name}.xlsx" in press(office, **reason) for name in ("Huse klargjort", "Huse klargjort (2)")] == [
        True, True]
    copy = (tmp_path / "Huse klargjort.xlsx").read_bytes()
    by_file = made(small, alligevel="Udvalget kender tallene", valgt_af="Børneudvalget").copy
    assert figures(copy) == figures(by_file)


def figures(data: bytes) -> list[float]:
    cells = [cell for row in values(data, "Fordeling") for cell in row]
    return [round(float(cell), 6) for cell in cells if isinstance(cell, (int, float))]


def test_the_copy_of_several_pools_has_the_sum_and_each_of_them(
        office: Office, opened: Show, tmp_path: Path) -> None:
    data = distributed(pools(*RANDERS, table=LARGE), tmp_path)
    path = tmp_path / "Puljer fordelt.xlsx"
    path.write_bytes(data)
    opened(path)
    said = press(office, **{"klargoer valgt af": "Børneudvalget"})
    copy = path.with_name("Puljer klargjort.xlsx")
    assert copy.exists(), said
    assert openpyxl.load_workbook(copy).sheetnames == PAGES
    assert figures(copy.read_bytes()) == figures(made(data).copy)


def test_what_is_not_computed_is_computed_first(office: Office, opened: Show, tmp_path: Path, plain: bytes) -> None:
    """Where the user has turned that off, a formula shows an old value, and the page is no longer of the figures."""
    path = tmp_path / "Huse fordelt.xlsx"
    path.write_bytes(plain)
    opened(path)
    office.call(INSIDE, "automatic", False)
    office.set("Ark!J2", office.get("Ark!D2"))
    office.set("Ark!D2", "=J2")
    assert "Kopien, der må sendes" in press(office)
    office.set("Ark!J2", 1)
    assert "Kopien, der må sendes" not in press(office) and len(list(tmp_path.glob("*klargjort.xlsx"))) == 1


def test_a_macro_is_not_asked_and_may_say_which_own_sheet_and_which_edition_before(
        office: Office, opened: Show, tmp_path: Path, plain: bytes) -> None:
    for name in ("Huse fordelt.xlsx", "før.xlsx"):
        (tmp_path / name).write_bytes(plain)
    opened(tmp_path / "Huse fordelt.xlsx")
    said = press(office, **{"klargoer ark 1": "Ark", "klargoer tidligere 1": "før.xlsx"})
    assert "Kopien, der må sendes" in said, said
    copy = openpyxl.load_workbook(tmp_path / "Huse klargjort.xlsx")
    assert copy.sheetnames == ["Fordeling", "Fordeling bilag", "Ark"]
    assert "væk.xlsx findes ikke" in press(office, **{"klargoer tidligere 1": "væk.xlsx"})


@pytest.mark.parametrize(
    "key", ["klargoer tidligere1", "klargoer tidligere 2", "mindste_antl", "udmelding tidligere 2"])
def test_an_answer_of_a_macro_that_no_job_reads_is_refused(office: Office, budget_2023: Path, key: str) -> None:
    """Else a copy could be sent without having been held against the edition before."""
    press(office, "pulje")
    for button in ("klargoer", "udmelding"):
        assert f'der hedder "{key}"' in press(office, button, **{key: "før.xlsx"})
    assert [*budget_2023.parent.glob("*udmelding*"), *budget_2023.parent.glob("*klargjort*")] == []


def test_who_chose_the_least_count_is_written_where_the_user_says_so_and_then_not_asked_again(
        office: Office, opened: Show, tmp_path: Path) -> None:
    source = two_editions(tmp_path)
    opened(source)
    no = {"klargoer tidligere 1": "nej:", "klargoer ark 1": "nej:"}
    who = {**no, "klargoer valgt af": "Børneudvalget"}
    told, *asked = office.call(INSIDE, "pressed", "klargoer", {**who, "gem svaret": "nej"})
    assert asked == [*who, "gem svaret"] and "Kopien, der må sendes" in told, told
    assert office.call(INSIDE, "steps") == ["|"]
    told, *asked = office.call(INSIDE, "pressed", "klargoer", {**who, "gem svaret": "ja"})
    assert "Kopien, der må sendes" in told and 'Se arkene "Fordel opsætning"' in told
    told, *asked = office.call(INSIDE, "pressed", "klargoer", no)
    assert asked == list(no) and "Kopien, der må sendes" in told
    assert len(list(tmp_path.glob("*klargjort*).xlsx"))) + len(list(tmp_path.glob("nu klargjort.xlsx"))) == 3

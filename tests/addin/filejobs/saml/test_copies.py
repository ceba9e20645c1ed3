"""`fordel saml` over twelve returned copies of a template that is sent to many: what is said of each, what is filled
in, and that it can be distributed without being typed again."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest
from openpyxl.workbook import Workbook

from addin import libreoffice
from addin.filejobs.saml.indsendt import TWICE
from addin.filejobs.saml.known import Aside
from addin.filejobs.saml.returned import Fault
from addin.hosts.files import terminal_saml
from tests.addin.filejobs.saml.copies import HOUSES, NAVN, POOL, answer, hand_made, points, roster
from tests.addin.filejobs.saml.folder import (
    CPR,
    Line,
    Made,
    cell,
    copy,
    field,
    filled,
    gathered,
    open_document,
    units,
    without,
)
from tests.addin.filejobs.skabelon.test_templates import differences
from tests.calc.office import Office
from workbook_templates.samling import FILER, SE_FILER
from workbook_templates.skabeloner.boernetaelling import MANGLER as NO_COUNT
from workbook_templates.skabeloner.vurdering_og_ansoegning import MANGLER, RET, UKENDT

SENDER = {"kommune": "Solrød", "pulje": POOL}
COUNTED = {**SENDER, "taerskel": 0.08, "loft": 6000}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return gathered(tmp_path_factory.mktemp("kopier"), hand_made, values=True)


def lines(book: Any, sheet: str, name: int, *columns: int) -> dict[Any, tuple[Any, ...]]:
    """Some columns of the lines with a name, by the name."""
    return {row[name]: tuple(row[at] for at in columns) for row in book[sheet].iter_rows(min_row=6, values_only=True)
            if row[name]}


def put(folder: Path, **files: bytes) -> Path:
    folder.mkdir()
    for name, data in files.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    return folder


def test_every_fault_is_said_with_its_file_and_its_cell_and_nothing_else_is(made: Made) -> None:
    found = list(made.book["Filer"].iter_rows(min_row=4, values_only=True))
    said = [(row[0] or row[1], row[3] or "") for row in found if row[4]]
    aside = ("gammel.xlsx", "Gl.xlsx", "Ho igen.xlsx", "Ho.xlsx", "Kopi af Aa (2).xlsx")
    assert sorted(said) == sorted([
        *((file, "") for file in aside), ("De 1.xlsx", cell(NAVN, "inst", "ledelse", 4)),
        ("De 2.xlsx", cell(NAVN, "inst", "ledelse", 4)), ("Fa.xlsx", "Ansøgninger"),
        *(("Fa.xlsx", cell(NAVN, "inst", key, 6)) for key in ("samarbejde", "tilsyn", "begrundelse")),
        ("svar endelig ny.xlsx", field(NAVN, "pulje")), ("svar endelig ny.xlsx", "Vores vurdering"),
        *((name, "") for name in ("Eg", "Gl", "Ho"))])
    assert {row[0] for row in found if row[2] == "tæller ikke"} == set(aside)
    assert len({row[0] for row in found if row[0]}) == 12
    assert {row[0]: row[1] for row in found if row[0] in ("Aa.xlsx", "ce.ods", "De 2.xlsx", "ny.xlsx")} == {
        "Aa.xlsx": "Aa", "ce.ods": "Ce", "De 2.xlsx": "De", "ny.xlsx": "Ny"}


def test_all_answers_stand_in_the_template_and_what_is_not_known_says_where_to_look(made: Made) -> None:
    found = lines(made.book, "Vurdering", 1, 0, 3, 4, 5, 6, 7, 11)
    assert found == {
        "Aa": ("Nord", 10, 2, 2, 2, 2, 20), "Bo": ("Nord", 10, 1, 1, 1, 1, 10), "Ce": ("Nord", 10, 3, 3, 3, 3, 30),
        "De": ("Nord", 10, 2, 2, 2, SE_FILER, RET), "Eg": ("Syd", 10, None, None, None, None, MANGLER),
        "Fa": ("Syd", 10, 2, SE_FILER, SE_FILER, 2, RET), "Gl": ("Syd", 10, None, None, None, None, MANGLER),
        "Ho": ("Syd", 10, None, None, None, None, MANGLER), "Ny": ("Syd", 10, 2, 2, 2, 2, 20)}
    assert lines(made.book, "Ansøgninger", 1, 2, 3, 7) == {
        "Aa": ("sprog", 60_000, 40_000), "Ce": ("sprog", 90_000, 60_000)}
    assert made.book["Forudsætninger"]["B3"].value == POOL  # the one that most of the files have
    assert "Eksempel" not in {name for sheet in made.book for name in sheet.defined_names}


@pytest.mark.soffice
def test_it_is_distributed_as_soon_as_what_is_not_known_is_typed(made: Made, fordel: Any, tmp_path: Path) -> None:
    refused = fordel("pulje", made.folder / "ud.xlsx", "--ud", tmp_path / "ud.xlsx")
    held = ", ".join(cell(NAVN, "inst", *place) for place in (("ledelse", 4), ("samarbejde", 6), ("tilsyn", 6)))
    assert refused.code == 2 and refused.err.startswith(f'{held}: der står "{SE_FILER}".') and FILER in refused.err
    office = libreoffice.program()
    assert office
    book = openpyxl.load_workbook(made.folder / "ud.xlsx")
    for row in book["Vurdering"].iter_rows(min_row=5):
        if row[1].value in (*HOUSES, "Ny"):
            for at in range(4, 8):
                row[at].value = row[at].value if isinstance(row[at].value, (int, float)) else 0
    book.save(tmp_path / "rettet.xlsx")
    computed = libreoffice.converted(office, (tmp_path / "rettet.xlsx").read_bytes(), "rettet.xlsx", "xlsx")
    assert computed
    (tmp_path / "rettet.xlsx").write_bytes(computed)
    done = fordel("pulje", tmp_path / "rettet.xlsx", "--ud", tmp_path / "fordelt.xlsx")
    assert done.code == 0, done.err
    shown = {line.split()[0]: int(line.split()[1].replace(".", "")) for line in done.out.splitlines()
             if line.split() and line.split()[0] in (*HOUSES, "Ny")}
    # De has 2 2 2 0, weighed 2 2 1 1: 10/6; Fa 2 0 0 2: 1.  Keys 20 10 30 16,67 0 10 0 0 20 of 106,67.
    assert shown == {"Aa": 11_250, "Bo": 5_625, "Ce": 16_875, "De": 9_375, "Eg": 0, "Fa": 5_625, "Gl": 0, "Ho": 0,
                     "Ny": 11_250} and sum(shown.values()) == POOL


def test_nothing_is_shown_of_what_is_personal(made: Made) -> None:
    with zipfile.ZipFile(made.folder / "ud.xlsx") as package:
        shown = b"".join(map(package.read, package.namelist())).decode(errors="replace")
    shown += (made.folder / "ud.csv").read_text("utf-8-sig")
    assert "Ho.xlsx" in shown
    assert [text for text in (CPR, CPR.replace("-", ""), "mor til", "Solen", "Et barn har", "mega") if text in shown
            ] == []


def test_the_figures_are_the_same_on_the_sheet_and_in_both_files(made: Made) -> None:
    parquet = pandas.read_parquet(made.folder / "ud.parquet")
    csv = pandas.read_csv(made.folder / "ud.csv", sep=";", decimal=",", encoding="utf-8-sig",
                          dtype=dict(parquet.dtypes))
    pandas.testing.assert_frame_equal(parquet, csv)
    sheet = list(made.book["Tal"].iter_rows(values_only=True))
    assert list(sheet[0]) == list(parquet.columns) and len(sheet) == 1 + len(parquet)
    points = parquet[(parquet["Institution"] == "Ce") & (parquet["Nøgle"] == "sprog")]
    assert points["Tal"].tolist() == [3] and points["Ark"].tolist() == ["Vurdering"]


@pytest.mark.soffice
def test_each_with_its_own_line_alone_is_more_than_the_template_has_room_for(fordel: Any, tmp_path: Path,
                                                                             office: Office) -> None:
    def alone(name: str) -> bytes:
        return copy(NAVN, {"inst": [{"gruppe": "Nord", "navn": name, "b02": 0, "b35": 10, **points(1)}]}, SENDER)

    names = [f"Hus {nr:02}" for nr in range(40)]
    folder = put(tmp_path / "svar", **{name: alone(name) for name in reversed(names)})
    done = fordel("saml", folder, "--ud", tmp_path / "ud.xlsx")
    assert done.code == 0 and "40 udfyldte skabeloner af 40 filer" in done.out
    assert f'fordel pulje "{tmp_path / "ud.xlsx"}"' in done.out
    assert list(lines(openpyxl.load_workbook(tmp_path / "ud.xlsx"), "Vurdering", 1)) == names
    told = fordel("pulje", tmp_path / "ud.xlsx", "--ud", tmp_path / "fordelt.xlsx")
    assert told.code == 0 and told.out.count("Hus") == 40 and told.out.count(" 1.500 ") == 40
    assert differences(tmp_path / "ud.xlsx", office) == {}


def test_where_the_files_have_other_assumptions_and_none_are_most_nothing_is_written(fordel: Any, tmp_path: Path
                                                                                   ) -> None:
    def of(pool: float, name: str) -> bytes:
        return copy(NAVN, {"inst": roster(**{name: points(1)})}, {**SENDER, "pulje": pool})

    folder = put(tmp_path / "svar", a=of(1.0, "Aa"), b=of(2.0, "Bo"))
    done = fordel("saml", folder, "--ud", tmp_path / "ud.xlsx")
    assert done.code == 2 and "Forudsætninger, Pulje, kr.: siger noget andet i a.xlsx end i b.xlsx" in done.err
    assert not (tmp_path / "ud.xlsx").exists()
    (folder / "c.xlsx").write_bytes(of(2.0, "Ce"))
    assert fordel("saml", folder, "--ud", tmp_path / "ud.xlsx").code == 0
    assert openpyxl.load_workbook(tmp_path / "ud.xlsx")["Forudsætninger"]["B3"].value == 2


def test_assumptions_that_no_file_says_are_not_guessed_and_the_sender_s_own_file_says_them(fordel: Any, tmp_path: Path
                                                                                         ) -> None:
    folder = put(tmp_path / "svar", a=answer("Aa", 2, change=without("Forudsætninger")),
                      b=answer("Bo", 2, change=unweighted))
    done = fordel("saml", folder, "--ud", tmp_path / "ud.xlsx")
    assert done.code == 2 and "Forudsætninger, Vægt 0-2-årige: kan ikke læses i nogen fil" in done.err
    (folder / "min egen.xlsx").write_bytes(copy(NAVN, {"inst": roster()}, {**SENDER, "til_ansoegning": 100_000}))
    assert fordel("saml", folder, "--ud", tmp_path / "ud.xlsx").code == 0
    sheet = openpyxl.load_workbook(tmp_path / "ud.xlsx")["Forudsætninger"]
    assert [sheet[cell].value for cell in ("B3", "B4", "B12")] == [POOL, 1.8, 2]


def unweighted(book: Workbook) -> None:
    book["Forudsætninger"]["B4"].value = "cirka to"


def test_applications_of_one_that_are_others_in_two_files_hold_back_all_amounts(fordel: Any, tmp_path: Path) -> None:
    folder = put(tmp_path / "svar", a=answer("Aa", 2, applied=60_000), b=answer("Aa", 2, applied=70_000),
                      c=answer("Bo", 2, applied=50_000))
    done = fordel("saml", folder, "--ud", tmp_path / "ud.xlsx")
    assert done.code == 0 and "Puljen kan ikke fordeles endnu." in done.out and "fordel pulje" not in done.out
    book = openpyxl.load_workbook(tmp_path / "ud.xlsx", data_only=True)
    found = lines(book, "Ansøgninger", 1, 3, 7)
    assert found == {"Aa": (SE_FILER, UKENDT), "Bo": (50_000, UKENDT)}


def test_a_contested_recipient_holds_back_the_numbers_of_the_line(fordel: Any, tmp_path: Path) -> None:
    folder = put(tmp_path / "svar", a=answer("Aa", 2), b=answer("Bo", 1, gruppe="Vest"), c=answer("Ce", 1))
    assert fordel("saml", folder, "--ud", tmp_path / "ud.xlsx").code == 0
    found = lines(openpyxl.load_workbook(tmp_path / "ud.xlsx", data_only=True), "Vurdering", 1, 0, 3, 4, 11)
    assert found["Bo"] == (SE_FILER, SE_FILER, SE_FILER, RET) and found["Aa"] == ("Nord", 10, 2, 20)


def test_one_who_stands_twice_in_a_file_is_one_line_and_that_is_said(tmp_path: Path) -> None:
    applied: Line = {"nr": 1, "navn": "Aa", "formaal": "sprog", "beloeb": 1_000, "prioritet": 1}
    (tmp_path / "a.xlsx").write_bytes(copy(NAVN, {"inst": [*roster(), roster()[0], {"gruppe": " "}],
                                            "ans": [applied, applied]}, SENDER))
    _, (found,) = terminal_saml.read_one(tmp_path / "a.xlsx")
    said = TWICE.format("Aa", cell(NAVN, "inst", "navn", 1))
    assert found.faults == (Fault("a.xlsx", cell(NAVN, "inst", "navn", 9), said, True),)


@pytest.mark.soffice
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_the_round_trip_by_libreoffice_gives_the_same(fordel: Any, tmp_path: Path, kind: str) -> None:
    assert fordel("skabelon", NAVN, tmp_path / "tom.xlsx", "--tom").code == 0
    office, plain = libreoffice.program(), answer("Aa", 2, applied=60_000)
    assert office
    (tmp_path / "a.xlsx").write_bytes(plain)
    saved = libreoffice.converted(office, plain, "a.xlsx", kind)
    assert saved
    (tmp_path / f"b.{kind}").write_bytes(saved)
    (_, (before,)), (_, (after,)) = (terminal_saml.read_one(tmp_path / name) for name in ("a.xlsx", f"b.{kind}"))
    assert before.says() == after.says() and before.faults == after.faults == ()


def test_the_kinds_are_not_mixed_and_one_that_is_gathered_is_no_copy(made: Made, fordel: Any, tmp_path: Path) -> None:
    folder = put(tmp_path / "svar", **{name: answer("Aa", 2) for name in "acdefg"},
                      b=filled("Aaby", {"s8": "ja"}, units(10)))
    done = fordel("saml", folder)
    assert done.code == 2 and (f"1 på netvaerksmaaling (b.xlsx) og 6 på {NAVN} (a.xlsx, c.xlsx, d.xlsx, e.xlsx, "
                               "f.xlsx og 1 til)") in " ".join(done.err.split())
    (folder / "b.xlsx").write_bytes((made.folder / "ud.xlsx").read_bytes())
    assert "er selv en samling" in fordel("saml", folder).out


# ------------------------------------------------------------------------------------- counts of children


def counts(name: str, **given: Any) -> Line:
    """Four of ten meet at least three criteria."""
    return {"navn": name, "boern": 10, **{f"k{nr}": 5 for nr in range(1, 7)}, "m1": 9, "m2": 6, "m3": 4, "m4": "<3",
            "m5": "..", "m6": "-", **given}


def counted(name: str, change: Any = None, children: tuple[Line, ...] = (), **given: Any) -> bytes:
    fields = {**COUNTED, **({"kilde": given.pop("kilde")} if "kilde" in given else {})}
    return copy("boernetaelling", {"inst": [{"nr": 1, "navn": name, "b02": 0, "b35": 10}],
                                   "dst": [counts(name, **given)], "boern": list(children)}, fields, change)


@pytest.mark.soffice
def test_counts_of_children_are_gathered_and_distributed(fordel: Any, tmp_path: Path, office: Office) -> None:
    folder = put(tmp_path / "svar", Aa=counted("Aa"), Bo=counted("Bo", m3=8, change=lambda book: book.remove(
        book["Børn"])))
    assert fordel("saml", folder, "--ud", tmp_path / "ud.xlsx").code == 0
    assert differences(tmp_path / "ud.xlsx", office) == {}
    done = fordel("pulje", tmp_path / "ud.xlsx", "--ud", tmp_path / "fordelt.xlsx")
    told = {line.split()[0]: line.split()[1] for line in done.out.splitlines() if line.split()[:1] in (["Aa"], ["Bo"])}
    assert done.code == 0 and told == {"Aa": "20.000", "Bo": "40.000"}


def test_an_institution_without_counts_stops_the_distribution(fordel: Any, tmp_path: Path) -> None:
    lines_of_a = {"inst": [{"nr": 1, "navn": "Aa", "b02": 0, "b35": 10}]}
    folder = put(tmp_path / "svar", Aa=copy("boernetaelling", lines_of_a, COUNTED), Bo=counted("Bo"))
    done = fordel("saml", folder, "--ud", tmp_path / "ud.xlsx")
    assert done.code == 0
    assert 'mangler på Antal fra Danmarks Statistik: "Børn i alt", "K1"' in " ".join(done.out.split())
    refused = fordel("pulje", tmp_path / "ud.xlsx", "--ud", tmp_path / "fordelt.xlsx")
    assert refused.code == 2 and NO_COUNT in refused.err


@pytest.mark.parametrize(("given", "why"), [
    ({"children": ({"nr": 1},)}, "lagt til side"),
    ({"children": ({"navn": "Solen", "k1": 1},)}, "lagt til side"),
    ({"change": lambda book: book["Børn"].cell(600, 20, "0")}, "lagt til side"),
    ({"kilde": "Børn"}, "har en række pr. barn og samles ikke")],
    ids=["one child", "no number", "far below", "counted there"])
def test_one_with_a_row_for_a_child_is_put_aside_unread(tmp_path: Path, given: Line, why: str) -> None:
    data = counted("Aa", **given)
    for name, bytes_ in (("a.xlsx", data), ("a.ods", open_document(data))):
        (tmp_path / name).write_bytes(bytes_)
        with pytest.raises(Aside, match=why) as told:
            terminal_saml.read_one(tmp_path / name)
        assert "Solen" not in str(told.value)

"""The copy that may leave the house: what is on it, what it says of itself, and when there is none."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import openpyxl
import pytest

from addin.filejobs.klargoer import asking, klargoer
from addin.workbook import Questions, Refusal
from tests.addin.checks.test_published import UNDER
from tests.addin.filejobs.files import asked, distributed, houses, large, made, refused, texts, values
from tests.planning import MADE

WAYS = ("Vej: Pengene gives til de 3 grupper", "Vej: Alle antal under 5", "Vej: Tærskeltype over", "Vej: Tærskel på",
        "Vej: Minimum på")


def test_the_copy_is_the_page_and_its_appendix_as_values(plain: bytes) -> None:
    copy = made(plain).copy
    book = openpyxl.load_workbook(io.BytesIO(copy))
    assert book.sheetnames == ["Fordeling", "Fordeling bilag"]
    assert not [cell for sheet in book.worksheets for row in sheet for cell in row if cell.data_type == "f"]
    assert len(book["Fordeling"]._charts) == 1
    assert [name for sheet in book.worksheets for name in sheet.defined_names] == []
    assert list(book.defined_names) == []


def test_every_amount_is_the_one_in_the_workbook(plain: bytes) -> None:
    before, after = (sorted(cell for row in values(data, "Fordeling") for cell in row if isinstance(cell, (int, float)))
                     for data in (plain, made(plain).copy))
    assert after == pytest.approx(before, rel=1e-15) and len(after) > 40


def test_it_looks_as_the_page_does(plain: bytes) -> None:
    """Widths, number formats, print set-up; no more."""
    before, after = (openpyxl.load_workbook(io.BytesIO(data))["Fordeling"] for data in (plain, made(plain).copy))
    assert {key: column.width for key, column in before.column_dimensions.items()} == {
        key: column.width for key, column in after.column_dimensions.items()}
    assert before.page_setup.orientation == after.page_setup.orientation and after.page_setup.paperSize == 9
    there, here = ({cell.number_format for row in sheet for cell in row} for sheet in (before, after))
    assert len(here) > 3 and here <= there


def test_it_says_when_and_of_which_file_the_control_answered(plain: bytes) -> None:
    said = " ".join(line.strip() for line in texts(made(plain).copy, "Fordeling"))
    assert f"Kontrol: OK. Beløbene er regnet igen af projektmappen {MADE} og er de samme." in said
    assert hashlib.sha256(plain).hexdigest() in said
    assert "ud.xlsx" not in said and f"Kopi · lavet {MADE}" in said


def test_nothing_says_who_made_it(plain: bytes) -> None:
    properties = openpyxl.load_workbook(io.BytesIO(made(plain).copy)).properties
    assert not properties.creator and not properties.lastModifiedBy and properties.subject == "Klargjort med Fordel"
    assert properties.title == "Fordeling af pulje"


def test_the_same_workbook_at_the_same_time_gives_the_same_bytes(plain: bytes) -> None:
    assert made(plain).copy == made(plain).copy and made(plain).list == made(plain).list


def test_what_is_only_for_the_house_is_not_there(plain: bytes) -> None:
    before, after = texts(plain, "Fordeling bilag"), texts(made(plain).copy, "Fordeling bilag")
    assert any("SHA-256 af den læste fil" in line for line in before)
    assert not any("SHA-256 af den læste fil" in line or "Ark!" in line for line in after)


def test_the_list_is_a_file_of_its_own_with_room_for_a_legal_basis(plain: bytes) -> None:
    done = made(plain)
    rows = values(done.list, "Udeladt af kopien")
    assert rows[0][0] == "Udeladt af kopien · Kun til intern brug" and "aktindsigt" in rows[3][0]
    assert rows[4] == ["Del", "Ark", "Kolonne eller celle", "Hvad", "Regel", "Hjemmel"]
    assert all(row[5] is None and row[0] and row[4] for row in rows[5:])
    assert {row[1] for row in rows[5:] if row[0] == "Ark"} == {"Ark", "Valg", "Fordeling trin", "Fordeling kontrol",
                                                               "Fordel opsætning"}
    assert not any("aktindsigt" in text or "Hjemmel" in text for text in texts(done.copy))


# ------------------------------------------------------------------------------------- small counts


def test_where_small_counts_are_given_back_there_is_no_copy(small: bytes) -> None:
    said = refused(small)
    assert said.startswith("Kopien er ikke lavet: antal børn under 5 kan regnes ud af den.")
    assert "Skovbrynet (4 børn)" in said and "Lærken (4 børn)" in said
    at = [said.index(way) for way in WAYS]
    assert at == sorted(at) and "At runde beløbene af skjuler intet." in said


def test_it_goes_on_with_a_reason_and_who_and_when_on_the_copy(small: bytes) -> None:
    assert asked(small, alligevel="Udvalget kender tallene") == ["klargoer valgt af"]
    done = made(small, alligevel="Udvalget kender tallene", valgt_af="Børneudvalget")
    for sheet in ("Fordeling", "Fordeling bilag"):
        said = " ".join(line.strip() for line in texts(done.copy, sheet))
        assert ("Små antal kan regnes ud af beløbene. De er sendt alligevel, fordi: Udvalget kender tallene. Besluttet "
                f"af Børneudvalget den {MADE}.") in said


def test_a_reason_that_is_not_needed_does_not_stand_on_the_copy(plain: bytes) -> None:
    assert made(plain, alligevel="for en sikkerheds skyld").copy == made(plain).copy


def test_who_chose_another_limit_is_asked_once(tmp_path: Path) -> None:
    unsaid = distributed(large(mindste_antal=4), tmp_path)
    assert asked(unsaid) == ["klargoer valgt af"]
    assert made(unsaid, valgt_af="Børneudvalget").copy
    assert made(distributed(large(mindste_antal=4, mindste_valgt_af="Udvalget"), tmp_path), valgt_af=None).copy


def test_who_chose_the_usual_limit_is_asked_where_it_hides_a_count_and_can_be_kept(tmp_path: Path) -> None:
    unsaid = distributed(houses(UNDER), tmp_path)
    assert asked(unsaid) == ["klargoer valgt af"] and asked_nothing(distributed(large(), tmp_path))
    done = made(unsaid, valgt_af="Børneudvalget")
    told = f"Mindste antal, der vises, er 5, valgt af Børneudvalget, {MADE}."
    assert any(str(message).startswith(told) for message in done.messages)
    assert any(text.startswith(told) for text in texts(done.list))
    kept = made(distributed(houses(UNDER, mindste_valgt_af="Børneudvalget"), tmp_path), valgt_af=None)
    assert not any("Mindste antal" in str(message) for message in kept.messages)
    assert (done.keep, kept.keep) == ({"mindste_valgt_af": "Børneudvalget"}, {})


def asked_nothing(data: bytes) -> bool:
    return bool(made(data, valgt_af=None).copy)


def test_what_was_published_before_is_known_to_the_attack(tmp_path: Path) -> None:
    """Under the threshold an amount says nothing; an edition without one has said it."""
    counts = [6, 7, 3, 9, 11, 13, 8, 12, 10, 9, 14, 7]
    now, before = (distributed(houses(counts, loft=None, taerskel=limit), tmp_path) for limit in (0.08, None))
    assert made(now).copy
    assert "sammen med den tidligere udgave, foer.xlsx" in refused(now, [("foer.xlsx", before)])
    assert "Tjørnen (3 børn)" in refused(now, [("other.xlsx", now), ("foer.xlsx", before)])
    assert "foer.xlsx er ikke en Excel-projektmappe" in refused(now, [("foer.xlsx", b"x")])


def test_amounts_rounded_to_thousands_give_back_what_the_printed_sats_says(tmp_path: Path) -> None:
    data = distributed(houses(afrunding=5_000), tmp_path)
    assert "Kan regnes ud af beløbene og satsen: " in refused(data)  # by anybody: no count of one's own is needed


def test_whoever_sits_there_is_asked_instead_of_refused(small: bytes, plain: bytes) -> None:
    answer = asking(klargoer("ud.xlsx", small, {}, MADE, "1"))
    assert isinstance(answer, Questions)
    question, = answer.questions
    assert question.setting == "klargoer alligevel" and "Skovbrynet (4 børn)" in question.text
    assert "--" not in question.text  # how it is answered is the host's
    assert question.check is not None and question.check("...") and not question.check("Udvalget kender tallene")
    assert not isinstance(asking(klargoer("ud.xlsx", plain, {}, MADE, "1")), (Questions, Refusal))


# ------------------------------------------------------------------------------------- what is not there


def test_a_workbook_without_a_page_is_refused(tmp_path: Path) -> None:
    data = large().file(tmp_path / "ind.xlsx").read_bytes()
    assert refused(data) == ("Der er ingen fordeling i ud.xlsx at sende: arket Fordeling mangler. Kør først fordel "
                             "pulje.")


@pytest.mark.parametrize("cut", [0, 2, 900, -10])
def test_a_file_that_cannot_be_read_is_refused(plain: bytes, cut: int) -> None:
    assert "ud.xlsx" in refused(plain[:cut] if cut else b"")


def test_no_key_figure_tells_of_those_under_the_threshold_together(tmp_path: Path) -> None:
    """3 and 4 of them get nothing: that they are 7 together would tell both."""
    lines = {row[1]: row[2:4] for row in values(made(distributed(houses(UNDER), tmp_path)).copy, "Fordeling bilag")}
    assert lines["Tærsklen flytter, kr."][0] is None and lines["Tærsklen flytter, kr."][1].startswith("Vises ikke")

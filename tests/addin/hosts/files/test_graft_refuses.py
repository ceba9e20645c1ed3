"""What the graft refuses to write to, each in its own words."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from addin.hosts.files import refusals
from addin.hosts.files.graft import graft
from addin.hosts.files.package import Package
from addin.workbook import Refusal
from tests.addin.hosts.files.workbook_files import (
    BUDGET,
    KEYS,
    altered,
    edited,
    grafted,
    scratch,
    sheet_names,
    users_own,
)

BOOK, RELS, STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"


def test_a_name_the_user_has_given_a_sheet_is_not_taken() -> None:
    original = edited(
        BUDGET.read_bytes(), BOOK, (f'name="{sheet_names(BUDGET.read_bytes())[0]}"', 'name="FORDELING"')
    )
    with pytest.raises(Refusal, match="Der er allerede et ark i budget.xlsx, som hedder Fordeling"):
        graft(Package(original, "budget.xlsx"), scratch(), KEYS)


def test_a_workbook_is_not_left_without_a_visible_sheet() -> None:
    hidden = edited(users_own(), BOOK, ('name="Budget"', 'name="Budget" state="hidden"'))
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("Vist")
    book.add_worksheet("Ny").hide()
    book.close()
    new = edited(out.getvalue(), BOOK, ('name="Vist"', 'name="Vist" state="hidden"'))
    with pytest.raises(Refusal, match="uden et synligt ark"):
        graft(Package(hidden), new, {"Vist": "v", "Ny": "n"}, drop=["resultat", "data"])


def test_locked_signed_and_shared_workbooks_are_read_but_not_written() -> None:
    data = BUDGET.read_bytes()
    locked = edited(data, BOOK, ("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'))
    signed = altered(data, {"_xmlsignatures/origin.sigs": b""})
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/revisionHeaders"
    line = f'<Relationship Id="rId99" Type="{kind}" Target="revisions/revisionHeaders.xml"/></Relationships>'
    shared = edited(data, RELS, ("</Relationships>", line))
    for file, sentence in (
        (locked, refusals.LOCKED),
        (signed, refusals.SIGNED),
        (shared, refusals.CHANGE_HISTORY),
    ):
        package = Package(file, "budget.xlsx")
        with pytest.raises(Refusal) as refusal:
            graft(package, scratch(), KEYS)
        assert str(refusal.value) == sentence.format(file="budget.xlsx", part="")


def test_styles_that_are_promised_but_missing_are_damage() -> None:
    with pytest.raises(Refusal, match="formaterne mangler"):
        grafted(altered(BUDGET.read_bytes(), {STYLES: None}))

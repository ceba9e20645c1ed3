"""The button *Ny fra skabelon* in a LibreOffice with the extension: a new document, whose functions are live."""

from __future__ import annotations

import pytest

from tests.calc.office import Office
from workbook_templates.skabeloner import NAVNE

pytestmark = pytest.mark.soffice
INSIDE = "tests.addin.hosts.calc.inside"
CALLS = "tests.hosts_agree.calc_calls"


def test_a_template_is_opened_as_a_new_document_with_live_functions(office: Office) -> None:
    office.show_new()
    try:
        said = office.call(CALLS, "press", "skabelon", {"skabelon": "kora-beregningseksempel"})
        assert "er åbnet som et nyt dokument" in said
        seen = office.call(INSIDE, "newest", ["Med funktioner", "B27"])
        assert seen["sheets"][:2] == ["Vejledning", "Sagsoplysninger"] and seen["url"] == ""
        assert seen["value"] == 1_523_759 and "FORDELPULJE" in seen["formula"].upper()
        assert not seen["modified"]
    finally:
        office.close()


def test_without_a_name_it_says_which_there_are(office: Office) -> None:
    office.show_new()
    try:
        said = office.call(CALLS, "press", "skabelon", {})
        assert all(navn in said for navn in NAVNE)
    finally:
        office.close()

"""What is made beside the document, by every button that makes such: where it lies nowhere, it is to be saved first."""

from __future__ import annotations

import pytest

from tests.calc.office import Office

pytestmark = pytest.mark.soffice
CALLS = "tests.hosts_agree.calc_calls"


@pytest.mark.parametrize("button, what", [("klargoer", "kopien"), ("udmelding", "udmeldingen"),
                                          ("sagsbilag", "sagsbilaget")])
def test_a_document_that_lies_nowhere_is_to_be_saved_first(office: Office, button: str, what: str) -> None:
    office.show_new()
    try:
        assert f"Gem dokumentet først: {what} bliver lagt ved siden af det." in office.call(CALLS, "press", button, {})
    finally:
        office.close()

"""The toolbar Fordel in a real window, on a screen of its own: what a user sees who has added the extension."""

from __future__ import annotations

import pytest

from addin.packaging import registry
from tests.calc.office import Office
from tests.calc.screen import Screen
from tests.conftest import WORKBOOKS

pytestmark = [pytest.mark.soffice, pytest.mark.screen]
INSIDE = "tests.addin.hosts.calc.inside"


@pytest.fixture
def window(on_screen: Office) -> Office:
    assert on_screen.show(str(WORKBOOKS / "dagtilbud_budget_2023.xlsx"))
    return on_screen


def test_it_is_there_with_its_title_and_every_button_and_is_drawn(window: Office, screen: Screen) -> None:
    bar = window.call(INSIDE, "toolbar")
    assert bar["shown"] and bar["title"] == "Fordel"
    assert bar["buttons"] == [button.label for button in registry.BUTTONS]
    x, y, width, height = bar["place"]
    assert width > 200 and height > 20
    letters = screen.colours(x, y, width, height) - screen.colours(x, y, 1, height)
    assert len(letters) > 50, "the buttons' texts are not drawn"

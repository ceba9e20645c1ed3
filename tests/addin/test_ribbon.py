"""The one list of buttons: complete, and every action of ours has its button."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin import ribbon
from addin.hosts.excel import scripts

ROOT = Path(__file__).parents[2]
NOT_IN_EXCEL = {"udmeld"}  # a workbook of its own beside the open one, and Excel's hosts write in the open one alone
PARTS = {"flere_puljer"}  # what "Fordel pulje" does where there are several pools
TIP, LABEL = 250, 25  # characters: what Office takes of a screentip, and what a large button shows


def test_names_labels_and_actions_are_each_there_once() -> None:
    for field in ("name", "label", "action", "help"):
        told = [getattr(button, field) for button in ribbon.BUTTONS]
        assert len(set(told)) == len(told) and all(told), field


@pytest.mark.parametrize("button", ribbon.BUTTONS, ids=lambda button: button.name)
def test_a_button_is_whole(button: ribbon.Button) -> None:
    assert button.name.isascii() and button.name.isidentifier() and button.action.isidentifier()
    assert button.group in ribbon.GROUPS
    assert len(button.label) <= LABEL and len(button.help) <= TIP and button.help.endswith(".")


def test_every_action_there_is_has_a_button() -> None:
    actions = {path.stem for path in (ROOT / "addin" / "actions").glob("*.py")} - {"__init__", *PARTS}
    assert actions <= {button.action for button in ribbon.BUTTONS}
    assert actions - NOT_IN_EXCEL == set(scripts.ACTIONS)


def test_a_host_shows_what_it_can_do_in_the_order_of_the_list() -> None:
    assert [button.name for button in ribbon.shown({"fordel_pulje", "opret_opsaetning"})] == ["pulje", "opsaetning"]
    assert ribbon.shown(()) == ()


def test_a_group_with_nothing_in_it_is_not_shown() -> None:
    some = ribbon.shown({"fordel_pulje", "fordel_tjek"})
    assert list(ribbon.by_group(some)) == [ribbon.PULJE]
    assert [button.name for button in ribbon.by_group(some)[ribbon.PULJE]] == ["pulje", "tjek"]
    assert list(ribbon.by_group(ribbon.BUTTONS)) == list(ribbon.GROUPS)

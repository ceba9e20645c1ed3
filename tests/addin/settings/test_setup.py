"""The settings of a run are settled in addin.settings, and nowhere changed after that."""

from __future__ import annotations

import ast
from pathlib import Path

from addin.settings.setup import Setup
from addin.workbook import Area
from workbook_templates.indstillinger import BELOEBET, PR_BARN

ADDIN = Path(__file__).parents[3] / "addin"


def changed(code: str) -> list[str]:
    """The fields of a setup that some code assigns to, adds to or takes from."""
    found = []
    for node in ast.walk(ast.parse(code)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(
            node, (ast.AugAssign, ast.AnnAssign)) else [node.func.value] if isinstance(node, ast.Call) and isinstance(
            node.func, ast.Attribute) and node.func.attr in ("append", "pop", "update", "setdefault", "extend") else []
        for target in targets:
            target = target.value if isinstance(target, ast.Subscript) else target
            if isinstance(target, ast.Attribute) and ast.unparse(target.value).split(".")[-1] == "setup":
                found.append(target.attr)
    return found


def test_nothing_changes_the_settings_once_they_are_settled() -> None:
    found = {path.relative_to(ADDIN).as_posix(): changed(path.read_text(encoding="utf-8"))
             for path in ADDIN.rglob("*.py") if ADDIN / "settings" not in path.parents}
    assert {path: fields for path, fields in found.items() if fields} == {}


def test_a_change_would_be_seen() -> None:
    code = "setup.messages = []\nself.setup.areas['x'] = 1\nsetup.remarks.append(2)\nsetup.kept |= {}"
    assert sorted(changed(code)) == ["areas", "kept", "messages", "remarks"]
    assert changed("setup = 1\nother.areas = 2\nsetup.said('x')") == []


def test_a_setting_says_something_where_it_is_another_than_its_default_and_a_column_where_it_is() -> None:
    setup = Setup(areas={"sidste_aar": Area("Ark", 1, 1, 2, 1), "garanti": Area("Ark", 8, 1, 8, 1)},
                  values={"garanti": None, "hoejst": 0.0, "garanti_gaelder": BELOEBET})
    assert [key for key in ("sidste_aar", "boern_foer", "garanti", "hoejst", "garanti_gaelder", "andel_nyt")
            if setup.says(key)] == ["sidste_aar", "hoejst"]
    assert setup.but(garanti_gaelder=PR_BARN).says("garanti_gaelder")

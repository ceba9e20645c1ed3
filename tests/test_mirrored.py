"""Each module of the sheets, checks, parts and runs has its test at the same path, and each part is in the list."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterable
from pathlib import Path

import pytest

from addin.dele import DELE
from addin.dele.form import Del

ROOT = Path(__file__).parents[1]
FOLDERS = ("sheets", "sheets/kontrol", "sheets/puljer", "checks", "dele", "regn", "run")
# Modules that are types, or a list of names, and hold nothing that can go wrong by itself.
WITHOUT = {
    "dele/form.py": "what a part may say: empty hooks, which each part's own test fills",
    "dele/kerne.py": "who owns the settings that no part does: all of it is held against the settings in test_ejere.py",
    "run/laest.py": "a frozen record",
    "run/noegletal.py": "records that the parts fill, and a sum",
    "sheets/run.py": "a frozen record",
}


def modules() -> list[str]:
    """Those of addin that must have a test, by path."""
    found = [f"{folder}/{path.name}" for folder in FOLDERS for path in sorted((ROOT / "addin" / folder).glob("*.py"))]
    return [path for path in found if not path.endswith("/__init__.py") and path not in WITHOUT]


def untested(paths: Iterable[str], tests: Path) -> list[str]:
    """The modules without a file of tests that has one."""
    places = {path: (tests / path).with_name(f"test_{Path(path).name}") for path in paths}
    return [path for path, place in places.items()
            if not place.is_file() or "\ndef test_" not in place.read_text(encoding="utf-8")]


def unlisted(modules: Iterable[str], parts: Iterable[Del]) -> list[str]:
    """The parts that are defined in some modules and are not among those listed."""
    listed = {type(part) for part in parts}
    return [part.__name__ for module in modules
            for _, part in inspect.getmembers(importlib.import_module(module), inspect.isclass)
            if part.__module__ == module and issubclass(part, Del) and part is not Del and part not in listed]


PARTS = [f"addin.dele.{Path(path).stem}" for path in modules() if path.startswith("dele/")]


def test_every_module_has_its_test_at_the_same_path() -> None:
    assert untested(modules(), ROOT / "tests" / "addin") == []


def test_every_part_is_in_the_list_of_them() -> None:
    assert unlisted(PARTS, DELE) == []
    assert len(PARTS) == len(DELE)  # a file is a part, and nothing else


def test_what_needs_no_test_is_there() -> None:
    assert [path for path in WITHOUT if not (ROOT / "addin" / path).is_file()] == []


@pytest.mark.parametrize(("text", "missing"), [("def other() -> None:\n    pass\n", True),
                                               ("\n\ndef test_it() -> None:\n    pass\n", False)])
def test_a_file_without_tests_is_none(tmp_path: Path, text: str, missing: bool) -> None:
    (tmp_path / "sheets").mkdir()
    assert untested(["sheets/ark.py"], tmp_path) == ["sheets/ark.py"]
    (tmp_path / "sheets" / "test_ark.py").write_text(text, encoding="utf-8")
    assert untested(["sheets/ark.py"], tmp_path) == (["sheets/ark.py"] if missing else [])


def test_a_part_that_is_not_listed_would_be_seen() -> None:
    assert len(unlisted(PARTS, DELE[1:])) == 1

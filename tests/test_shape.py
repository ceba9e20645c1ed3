"""What keeps the code easy to read: short files, short functions, types that say something."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = [path for top in ("udfs", "addin", "workbook_templates") for path in sorted((ROOT / top).rglob("*.py"))]
LINES, BODY = 300, 40
# Counted as the word in the code, imports and all; where a spreadsheet or a library really gives anything.
MOST_ANY = 185
# File -> the code set aside, and what it is that has no types for it.
IGNORED = {
    "addin/hosts/excel/office_js.py": ("arg-type", "sys.modules: None keeps a module from being looked for"),
    "addin/hosts/files/reading/by_calamine.py": ("assignment", "python_calamine, which may be missing"),
}
_IGNORE = re.compile(r"#\s*type:\s*ignore(\[[\w, -]+\])?")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Every function with how many lines it has from its first statement on, without its docstring."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            yield node.name, (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def anys(path: Path) -> int:
    """How often the word Any stands in the code: not in comments or texts."""
    return sum((isinstance(node, ast.Name) and node.id == "Any") or (isinstance(node, ast.alias) and node.name == "Any")
               for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_and_its_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES
    assert [(function, lines) for function, lines in functions(path) if lines > BODY] == []


def test_types_are_only_set_aside_where_a_library_has_none() -> None:
    found = [(name(path), ignored[1]) for path in FILES
             for ignored in _IGNORE.finditer(path.read_text(encoding="utf-8"))]
    assert [each for each in found if each not in [(path, f"[{code}]") for path, (code, _) in IGNORED.items()]] == []
    assert len(found) <= len(IGNORED)


def test_any_is_rare() -> None:
    counts = {name(path): anys(path) for path in FILES if name(path).startswith("addin/")}
    assert sum(counts.values()) <= MOST_ANY, sorted(counts.items(), key=lambda each: -each[1])[:10]


def test_what_is_wrong_would_be_seen(tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    head = 'from typing import Any  # Any\n\n\ndef long(a: Any) -> str:\n    """Any.\n\n    Any."""\n'
    path.write_text(head + "    a += 1\n" * 41, encoding="utf-8")
    assert list(functions(path)) == [("long", 41)] and anys(path) == 2
    path.write_text("def short(a):\n" + "    a += 1\n" * 40, encoding="utf-8")
    assert list(functions(path)) == [("short", 40)]
    assert [found[1] for found in _IGNORE.finditer("x  # type: ignore\ny  # type: ignore[misc]")] == [None, "[misc]"]

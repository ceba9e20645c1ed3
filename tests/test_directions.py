"""Who may import whom: udfs <- workbook_templates <- addin; in addin finding <- settings <- figures <- run <- dele <-
regn <- checks <- sheets <- actions <- told <- filejobs <- hosts; and smaa_antal: figures in and answers out, below
checks."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = [path for top in ("udfs", "workbook_templates", "addin") for path in sorted((ROOT / top).rglob("*.py"))]

# The libraries each part may use besides the standard library.
LIBRARIES = {
    "udfs": {"numpy"},
    "workbook_templates": {"xlsxwriter"},
    "addin": {"numpy"},
    "addin/reference": {"xlsxwriter"},
    "addin/filejobs": {"numpy", "xlsxwriter"},
    "addin/filejobs/saml": {"pandas"},
    "addin/hosts/files": {"numpy", "xlsxwriter", "python_calamine", "click", "rich", "pandas", "pyarrow"},
    "addin/packaging/web": {"numpy", "cryptography"},
    "addin/packaging/release": {"cyclonedx"},
    "addin/packaging/xlam": {"pyopenvba"},
    "addin/sagsbilag": {"pypdf"},
    "addin/hosts/calc": {"uno", "unohelper", "com", "dk"},  # what LibreOffice brings, and our own compiled types
    "addin/hosts/excel": {"xlwings", "pythoncom", "win32com"},
}
# What the parts of addin may import of each other; hosts may import everything but another host.
SETTLED = {"addin", "addin/finding", "addin/settings", "addin/figures"}
INSIDE = {
    "addin": {"addin/finding"},
    "addin/finding": {"addin"},
    "addin/settings": {"addin", "addin/finding", "addin/smaa_antal"},
    "addin/figures": {"addin", "addin/finding", "addin/settings"},
    "addin/smaa_antal": set(),  # pure: not even the addin's own words
    "addin/run": SETTLED,
    "addin/dele": {*SETTLED, "addin/run"},
    "addin/regn": {*SETTLED, "addin/run", "addin/dele"},
    "addin/checks": {*SETTLED, "addin/smaa_antal", "addin/run", "addin/regn"},
    "addin/sheets": {*SETTLED, "addin/smaa_antal", "addin/run", "addin/dele", "addin/checks"},
    "addin/sagsbilag": {"addin"},
    "addin/packaging": {"addin"},
    "addin/packaging/web": {"addin", "addin/filejobs"},  # templates, as Excel binds our functions
    "addin/packaging/release": {"addin", "addin/packaging", "addin/packaging/web", "addin/packaging/xlam"},
    "addin/packaging/xlam": {"addin", "addin/packaging/web"},
    "addin/reference": {"addin"},
    "addin/actions": {*SETTLED, "addin/smaa_antal", "addin/run", "addin/regn", "addin/checks", "addin/sheets"},
    "addin/told": {*SETTLED, "addin/run", "addin/checks", "addin/sheets", "addin/actions"},
    # from bytes to bytes: what reads and writes a file is the file host's, and a job is for every host
    "addin/filejobs": {*SETTLED, "addin/smaa_antal", "addin/run", "addin/checks", "addin/sheets", "addin/actions",
                       "addin/told", "addin/reference", "addin/hosts/files"},
    "addin/filejobs/saml": {"addin", "addin/finding", "addin/smaa_antal", "addin/run", "addin/sheets"},
    **{f"addin/hosts/{host}": {*SETTLED, "addin/smaa_antal", "addin/sheets", "addin/actions", "addin/filejobs",
                               "addin/filejobs/saml", "addin/sagsbilag",
                               "addin/packaging", "addin/packaging/web", "addin/packaging/xlam", "addin/reference",
                               "addin/told",
                               f"addin/hosts/{host}"}
       for host in ("files", "excel", "calc")},
}
ORDER = ("udfs", "workbook_templates", "addin")


def part_of(path: Path) -> str:
    folder = path.relative_to(ROOT).parent.as_posix()
    return max((part for part in (*INSIDE, *LIBRARIES) if f"{folder}/".startswith(f"{part}/")), key=len)


def imports(path: Path) -> list[tuple[str, int]]:
    """The modules a file imports, and whether relatively."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, 0) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            found += [(f"{base}.{alias.name}", node.level) for alias in node.names]
    return found


def module_part(name: str) -> str:
    """The part a module of ours lies in: addin.sheets.trin is in addin/sheets."""
    path = ROOT / Path(*name.split("."))
    while not (path.is_dir() or path.with_suffix(".py").exists()):
        path = path.parent
    return part_of(path / "x.py" if path.is_dir() else path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_imports_only_what_lies_below_it(path: Path) -> None:
    part, top = part_of(path), path.relative_to(ROOT).parts[0]
    for name, level in imports(path):
        first = name.split(".")[0]
        if top == "udfs":
            assert level or first in sys.stdlib_module_names | LIBRARIES["udfs"], f"{name} in udfs"
            continue
        assert not level, f"relative import of {name}"
        if first in ORDER:
            assert ORDER.index(first) <= ORDER.index(top), f"{path.name} imports {name}"
            if first == top == "addin":
                assert module_part(name) in INSIDE[part] | {part}, f"{path.name} imports {name}"
        else:
            assert first in sys.stdlib_module_names | LIBRARIES.get(part, LIBRARIES[top]), f"{name} in {part}"


def test_a_wrong_import_would_be_seen() -> None:
    assert module_part("addin.hosts.files.graft.graft") == "addin/hosts/files"
    assert module_part("addin.sheets.trin") == "addin/sheets"
    assert module_part("addin.workbook.Plan") == "addin"
    assert "addin/hosts/files" not in INSIDE["addin/actions"]


def test_the_overview_names_every_folder() -> None:
    text = (ROOT / "addin" / "README.md").read_text(encoding="utf-8")
    folders = {folder.split("/")[1] for folder in INSIDE if "/" in folder} - {"packaging", "reference"}
    assert {folder for folder in folders if f"| `{folder}` |" not in text} == set()

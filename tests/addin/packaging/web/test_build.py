"""The folder as `fordel byg web` makes it, from a real Pyodide."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from addin.packaging.web import archive, build, headers, pyodide
from tests.addin.hosts.excel.web import prepare
from tests.conftest import WEB_BASE

pytestmark = pytest.mark.chromium


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def found(web_site: Path) -> dict[str, bytes]:
    return files(web_site)


def test_the_command_makes_the_same_bytes_again(fordel, tmp_path, found) -> None:
    folder = tmp_path / "web v. 2"
    answer = fordel("byg", "web", folder, "--base", WEB_BASE, "--pyodide", prepare.PYODIDE)
    size = f"{sum(map(len, found.values())) / 1_000_000:.1f}".replace(".", ",")
    assert (answer.code, answer.out.splitlines()[0]) == (0, f"Skrevet: {folder} ({size} MB)")
    assert f'fordel web "{folder}"' in answer.out
    assert files(folder) == found


def test_it_is_no_larger_than_promised(found) -> None:
    assert sum(map(len, found.values())) <= build.MOST == 20_000_000


def test_what_it_consists_of(found) -> None:
    tops = {path.partition("/")[0] for path in found}
    (name,) = [top for top in tops if len(top) == 12 and set(top) <= set("0123456789abcdef")]
    assert tops == {name, "manifest.xml", "manifest-funktioner.xml", "index.html", "sw.js", "pane.html",
                    "funktioner.html", "funktioner.js", "funktioner.json", "ikoner", "licenser", "server", "SHA256SUMS"}
    inside = {path.removeprefix(f"{name}/") for path in found if path.startswith(f"{name}/")}
    assert {path for path in inside if path.startswith("pyodide/")} == {
        f"pyodide/{each}" for each in ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip",
                                       "pyodide-lock.json")}
    assert not any("micropip" in path for path in found)
    assert {path for path in found if path.startswith("server/")} == {
        f"server/{each}" for each in ("web.config", "nginx.conf", "apache.conf", "TIL-IT.md", "FOERSTE-EXCEL.md")}


def test_the_page_for_it_says_what_the_folder_is(found) -> None:
    told = found["server/TIL-IT.md"].decode()
    assert f"\n       {headers.ALWAYS['Content-Security-Policy']}\n" in told
    assert all(address.removeprefix("https://") in told for address in headers.OFFICE_JS)
    assert f"faste filer på {round(sum(map(len, found.values())) / 1e6)} MB" in told
    assert f"pyodide-{pyodide.VERSION}.tar.bz2" in told and "ReadWriteDocument" in found["manifest.xml"].decode()


def test_the_sums_are_of_every_file(found) -> None:
    lines = dict(line.split("  ")[::-1] for line in found["SHA256SUMS"].decode().splitlines())
    assert lines == {path: hashlib.sha256(data).hexdigest() for path, data in found.items() if path != "SHA256SUMS"}


def test_xlwings_own_javascript_is_unchanged(found) -> None:
    folder = archive.package_folder("xlwings_server") / "static" / "js"
    copied = {path.rpartition("/")[2]: data for path, data in found.items() if "/xlwings/" in path}
    assert set(copied) == {"config.js", "utils.js", "custom-functions-code.js"}
    for name in build.XLWINGS_JS:
        assert copied[name.rpartition("/")[2]] == (folder / name).read_bytes()


def test_the_python_is_compiled_and_names_no_folder_of_this_machine(found) -> None:
    (data,) = [data for path, data in found.items() if path.endswith("/fordel.zip")]
    with zipfile.ZipFile(io.BytesIO(data)) as outer:
        assert outer.namelist() == ["moduler.zip"]
        inner = outer.read("moduler.zip")
    with zipfile.ZipFile(io.BytesIO(inner)) as packed:
        names = [name for name in packed.namelist() if name.endswith(".pyc")]
        others = {name: packed.read(name) for name in set(packed.namelist()) - set(names)}
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        heads = {packed.read(name)[:8] for name in names}
        whole = b"".join(packed.read(name) for name in names)
    assert heads == {b"\xcb\r\r\n\x01\x00\x00\x00"}  # Python 3.12; never compared with a source that is not there
    assert str(Path(__file__).parents[4]).encode() not in whole and b"/tmp/in" not in whole
    assert {name.split("/")[0] for name in names} == {"addin", "udfs", "workbook_templates", "xlwings", "xlsxwriter",
                                                      "numpy"}
    assert not [name for name in names if name.startswith((
        "addin/hosts/files/terminal", "addin/hosts/files/job", "addin/hosts/files/options", "addin/hosts/calc",
        "addin/packaging", "xlwings/_xlwindows", "xlwings/_xlmac", "xlwings/cli", "numpy/random", "numpy/f2py"))]
    with zipfile.ZipFile(io.BytesIO(pyodide.numpy(prepare.PYODIDE))) as wheel:  # what is compiled already is unchanged
        assert others and all(name.startswith("numpy/") and name.endswith(".so") for name in others)
        assert others == {name: wheel.read(name) for name in others}


def test_of_pythons_own_what_a_start_imports_is_compiled_and_the_rest_unchanged(found) -> None:
    """Else each browser compiles it anew, the first time it is there."""
    (data,) = [data for path, data in found.items() if path.endswith(f"/pyodide/{pyodide.STANDARD}")]
    (worker,) = [data.decode() for path, data in found.items() if path.endswith("/worker.js")]
    assert f'"{archive.imports()}"' in worker
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(prepare.PYODIDE / pyodide.STANDARD) as published:
        compiled = {name for name in made.namelist() if name.endswith(".pyc")}
        assert {name.removesuffix("c") if name in compiled else name for name in made.namelist()} == set(
            published.namelist())
        assert all(made.read(name) == published.read(name) for name in set(made.namelist()) - compiled)
        assert {made.read(name)[:8] for name in compiled} == {b"\xcb\r\r\n\x01\x00\x00\x00"}
        assert not any(b"/tmp/own" in made.read(name) for name in compiled)
        assert {info.date_time for info in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    modules = {name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".") for name in compiled}
    assert {*archive.STANDARD, "encodings", "pyodide"} <= modules


def test_what_keeps_the_page_keeps_all_it_needs_and_nothing_else(found) -> None:
    """Of the build: whatever the page or its worker asks for; the pages of Excel are not kept."""
    script = found["sw.js"].decode()
    kept = json.loads(re.search(r"const FILES = (\[[^]]*\]);", script)[1])
    (name,) = {path.partition("/")[0] for path in found if path.endswith("/page.js")}
    assert f'"side-{name}"' in script and set(kept) - {"./"} <= set(found)
    assert {path for path in found if path.startswith((f"{name}/", "ikoner/"))} <= set(kept)
    assert not {"pane.html", "funktioner.html", "manifest.xml", "sw.js"} & set(kept)
    page = found["index.html"].decode()
    assert set(re.findall(r'(?:src|href)="([^":]+)"', page)) - {"licenser/LAES-MIG.txt"} <= set(kept)


def test_the_pages_of_excel_are_kept_by_nobody(found) -> None:
    assert not [path for path in found if path.endswith((".js", ".html")) and b"serviceWorker" in found[path]
                and not path.endswith("/offline.js")]


def test_the_licences_of_all_that_is_inside(found) -> None:
    texts = {path.partition("/")[2]: data.decode() for path, data in found.items() if path.startswith("licenser/")}
    begins = {"Fordel-MIT.txt": "MIT License", "xlwings-BSD.txt": "BSD 3-clause",
              "MPL-2.0.txt": "Mozilla Public License", "XlsxWriter-BSD.txt": "BSD 2-Clause License",
              "xlwings-server-PolyForm.md": "PolyForm Noncommercial License 1.0.0", "numpy-BSD.txt": "NumPy Developers",
              "Python-3.12.txt": "PYTHON SOFTWARE FOUNDATION LICENSE", "Emscripten.txt": "Emscripten authors"}
    assert set(texts) == {*begins, "LAES-MIG.txt"}
    for name, words in begins.items():
        assert words in texts[name] and name in texts["LAES-MIG.txt"]
    assert "En kommune må altså\nbruge det" in texts["LAES-MIG.txt"]


def test_a_folder_of_another_build_is_replaced(found, tmp_path) -> None:
    target = tmp_path / "web"
    build.write_whole(target, {build.SUMS: b"", build.OURS: b"", "gammel/x.js": b""})
    build.build(target, "https://andet.dk", prepare.PYODIDE)
    assert not (target / "gammel").exists() and (target / "pane.html").exists()
    made = files(target)
    assert {path for path in made if made[path] != found.get(path)} == {  # all that tells of the address
        "manifest.xml", "manifest-funktioner.xml", "SHA256SUMS"}
    assert set(made) == set(found)

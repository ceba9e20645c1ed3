"""Which Pyodide is taken, and that no other is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from addin.packaging.web import build, pyodide
from addin.workbook import Refusal


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose every file is x, with sums that fit."""
    import hashlib

    sha = hashlib.sha256(b"x").hexdigest()
    for names in (pyodide.CORE, pyodide.FOR_NODE):
        for name in list(names):
            monkeypatch.setitem(names, name, sha)
            (tmp_path / name).write_text("x")
    (tmp_path / "numpy.whl").write_text("x")
    put_lock(tmp_path)
    return tmp_path


def put_lock(folder: Path, version: str = pyodide.VERSION, **packages: str) -> None:
    import hashlib

    numpy = {"file_name": "numpy.whl", "sha256": hashlib.sha256(b"x").hexdigest()}
    lock = {"info": {"version": version}, "packages": {"numpy": numpy, "micropip": {}, **packages}}
    (folder / pyodide.LOCK).write_text(json.dumps(lock))


def taken(folder: Path) -> dict[str, bytes]:
    return {**pyodide.files(folder), "numpy": pyodide.numpy(folder)}


def test_the_list_is_cut_to_what_is_used(folder) -> None:
    found = taken(folder)
    assert set(found) == {*pyodide.CORE, pyodide.LOCK, "numpy"} and found["numpy"] == b"x"
    assert json.loads(found[pyodide.LOCK])["packages"] == {}


@pytest.mark.parametrize("name", [*pyodide.CORE, *pyodide.FOR_NODE, "numpy.whl"])
def test_a_file_that_is_another_is_refused(folder, name) -> None:
    (folder / name).write_text("y")
    with pytest.raises(Refusal, match=f"{name} er ikke den fil, der hører til Pyodide 0.27.7: SHA-256 passer ikke"):
        taken(folder)


@pytest.mark.parametrize("name", [*pyodide.CORE, *pyodide.FOR_NODE, "numpy.whl", pyodide.LOCK])
def test_a_file_that_is_missing_is_refused_with_where_to_get_it(folder, name) -> None:
    (folder / name).unlink()
    with pytest.raises(Refusal, match=f"{name} findes ikke .* Hent pyodide-0.27.7.tar.bz2 fra github.com/pyodide"):
        taken(folder)


def test_another_version_is_refused(folder) -> None:
    put_lock(folder, "0.28.0")
    with pytest.raises(Refusal, match="har Pyodide 0.28.0; Fordel er prøvet med 0.27.7"):
        pyodide.files(folder)


def test_the_small_release_is_refused(folder) -> None:
    (folder / pyodide.LOCK).write_text(json.dumps({"info": {"version": pyodide.VERSION}, "packages": {}}))
    with pytest.raises(Refusal, match="mangler numpy: det er den lille udgave"):
        pyodide.files(folder)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"info": {}}'])
def test_a_list_that_is_none_is_refused(folder, text) -> None:
    (folder / pyodide.LOCK).write_text(text)
    with pytest.raises(Refusal, match="kan ikke læses som Pyodides liste"):
        pyodide.files(folder)


# ------------------------------------------------------------------------------------- where it is put


@pytest.mark.parametrize("base, made", [("https://a.dk", "https://a.dk/"), (" https://a.dk:8443/x/y/ ", "https://a.dk:8443/x/y/")])
def test_an_address(base, made) -> None:
    assert build.checked_base(base) == made


@pytest.mark.parametrize("base", ["http://a.dk", "a.dk", "https://", "https://a.dk/?x", "https://a.dk/#x", "ftp://a.dk",
                                  "https://navn@a.dk", ""])
def test_what_is_no_address(base) -> None:
    with pytest.raises(Refusal, match="kan ikke være adressen"):
        build.checked_base(base)


def test_nothing_is_written_over_what_is_not_ours(tmp_path) -> None:
    build.check_target(tmp_path / "ny")
    build.check_target(tmp_path)  # empty
    (tmp_path / "mit.txt").write_text("mit")
    with pytest.raises(Refusal, match="er ikke tom, og Fordel har ikke lavet den"):
        build.check_target(tmp_path)
    with pytest.raises(Refusal, match="er en fil"):
        build.check_target(tmp_path / "mit.txt")


def test_a_folder_is_written_whole_or_not_at_all(tmp_path, monkeypatch) -> None:
    target = tmp_path / "web"
    build.write_whole(target, {"a/b.txt": b"1", build.SUMS: b""})
    build.write_whole(target, {"c.txt": b"2"})
    assert [path.name for path in target.rglob("*")] == ["c.txt"] and list(tmp_path.iterdir()) == [target]

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Refusal, match="kan ikke skrives"):
        build.write_whole(target, {"d.txt": b"3"})
    assert [path.name for path in target.rglob("*")] == ["c.txt"] and list(tmp_path.iterdir()) == [target]

"""What a release is made of: who it is about, every licence, every hash."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from addin.packaging.release import bill
from addin.packaging.release.artefacts import ARTEFACTS, NotMade, Wanted
from addin.packaging.zipped import zipped

LOCK = ("# a comment\nnumpy==2.4.6 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
        "python-calamine==0.9.1 ; sys_platform != 'emscripten' \\\n    --hash=sha256:cc\n"
        "pytest==9 \\\n    --hash=sha256:dd\n")


def document() -> bill.Document:
    parts = [("fordel", {"id": "MIT"}), ("Python_Calamine", {"name": "Fri til alt"}), ("numpy", {"id": "BSD-3-Clause"})]
    components = [{"name": name, "version": "1", "type": "library", "bom-ref": name, "licenses": [{"license": licence}],
                   "externalReferences": [{"url": "file:///home/nogen"}]} for name, licence in parts]
    components[2]["licenses"] = [{"expression": "BSD-3-Clause AND MIT"}]
    return {"components": components, "metadata": {"tools": {}}, "dependencies": []}


def test_it_is_about_us_and_tells_no_folder() -> None:
    made = bill.about_us(document())
    assert made["metadata"]["component"]["name"] == "fordel" and made["metadata"]["component"]["type"] == "application"
    assert "externalReferences" not in made["metadata"]["component"] and "tools" in made["metadata"]
    assert [part["name"] for part in made["components"]] == ["Python_Calamine", "numpy"]


def test_every_licence_is_told_by_name() -> None:
    table = bill.licences(bill.about_us(document()))
    assert "| numpy | 1 | BSD-3-Clause AND MIT |\n| Python_Calamine | 1 | Fri til alt |" in table
    assert bill.licences_of({"name": "x"}) == []


def test_what_is_needed_is_pinned_with_its_hashes_and_nothing_else() -> None:
    pinned = bill.pinned(bill.about_us(document()), LOCK)
    assert pinned.count("--hash") == 3 and "pytest" not in pinned and "emscripten" in pinned
    assert bill.constraints(LOCK).splitlines() == [
        "numpy==2.4.6", "python-calamine==0.9.1 ; sys_platform != 'emscripten'", "pytest==9"]
    with pytest.raises(ValueError, match="not locked: python-calamine"):
        bill.pinned(bill.about_us(document()), LOCK.replace("calamine", "other"))


def test_every_artefact_is_made_or_says_why_not() -> None:
    extension, site = ARTEFACTS[0], next(each for each in ARTEFACTS if each.file == "fordel-web.zip")
    assert extension.made(Wanted("", None)) == extension.made(Wanted("", None))
    with pytest.raises(NotMade, match="--pyodide"):
        site.made(Wanted("https://server.dk/fordel", None))
    assert len({each.file for each in ARTEFACTS}) == len(ARTEFACTS)


def test_a_zip_has_the_same_bytes_every_time(tmp_path: Path) -> None:
    files = {"b": b"2", "a": b"1"}
    assert zipped(files) == zipped(dict(files))
    with zipfile.ZipFile(io.BytesIO(zipped(files))) as made:
        assert made.namelist() == ["b", "a"] and made.read("a") == b"1"

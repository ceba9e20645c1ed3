"""`fordel diagnose`: what support asks for, and nothing about whoever is helped."""

from __future__ import annotations

import getpass
import os
import platform
from pathlib import Path

import pytest

from addin.hosts.files import diagnose
from addin.version import VERSION


def test_it_tells_versions_programs_and_fonts(fordel) -> None:
    answer = fordel("diagnose")
    assert answer.code == 0 and answer.err == ""
    told_of = (VERSION, platform.python_version(), "XlsxWriter", "Terminalens tegn", "LibreOffice", "Excel", "Calibri")
    for told in told_of:
        assert told in answer.out


def test_it_tells_nothing_of_the_user_the_machine_or_a_folder(fordel, tmp_path: Path) -> None:
    tmp_path.joinpath("Hemmelig mappe.xlsx").write_bytes(b"x")
    said = fordel("diagnose").out
    user = [] if getpass.getuser() == "root" else [getpass.getuser()]
    assert [each for each in (*user, platform.node(), str(tmp_path), os.fspath(Path.home()), "Hemmelig")
            if len(each) > 3 and each in said] == []


def test_what_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(diagnose.libreoffice, "_PLACES", ())
    facts = dict(diagnose.rows())
    assert facts["LibreOffice"] == facts["Skriften Calibri"] == diagnose.MISSING
    assert diagnose.version_of("no-such-library") == "ikke installeret"


@pytest.mark.parametrize(("script", "said"), [("exit 0", "findes, men siger ikke sin version"),
                                              ("echo 'LibreOffice 24.2'", "LibreOffice 24.2")])
def test_a_program_that_does_not_say_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str,
                                                said: str) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert diagnose.office() == said

"""What is told of a fault of our own holds nothing of the user's."""

from __future__ import annotations

from addin.bugs import report


def told(source: str, file: str) -> list[str]:
    try:
        exec(compile(source, file, "exec"))
    except Exception as bug:
        return report(bug, "Der er en fejl.").splitlines()
    raise AssertionError("no bug")


def test_where_it_happened_and_what_kind_it_was_but_no_message_and_no_folders() -> None:
    lines = told("raise KeyError('Anemonen')", "C:\\Users\\Anna\\fordel\\addin\\job.py")
    assert lines[:2] == ["Der er en fejl.", ""] and lines[2].startswith("Fordel ")
    assert lines[3] == "KeyError" and lines[-1] == "  addin/job.py:1 <module>"
    assert not any(secret in line for line in lines for secret in ("Anemonen", "Anna"))


def test_code_that_lies_in_no_file() -> None:
    assert told("1 / 0", "<string>")[-1] == "  <string>:1 <module>"

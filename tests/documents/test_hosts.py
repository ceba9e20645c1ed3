"""Each program's own document says what leaves the PC, what is refused and what is not shown; and the codes are those
the command ends with."""

from __future__ import annotations

import re

import pytest

from addin.hosts.files import command_line
from tests.documents.read import ROOT

HOSTS = ROOT / "addin" / "hosts"
STOPPED = 130  # as the shell has it of a program that is stopped
NOTHING_LEAVES = "forlader intet pc'en"


@pytest.mark.parametrize("host", ["files", "calc", "excel"])
def test_each_says_what_leaves_what_is_refused_and_what_is_not_shown(host: str) -> None:
    text = " ".join((HOSTS / host / "README.md").read_text(encoding="utf-8").split())
    for said in (NOTHING_LEAVES, "## Hvad der bliver afvist", "rigtigt Excel" if host != "calc" else "## Ikke vist"):
        assert said in text, said


def test_the_first_page_says_it_of_all_of_them() -> None:
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert NOTHING_LEAVES in text and "## Hvad der forlader pc'en" in text and "**Ikke bevist.**" in text


def test_the_codes_are_those_the_command_ends_with() -> None:
    text = (HOSTS / "files" / "README.md").read_text(encoding="utf-8")
    table = text.partition("## Slutkoder")[2].partition("\n## ")[0]
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)}
    ends = {getattr(command_line, name) for name in ("RED", "REFUSED", "NOT_PRINTED", "BUG")}
    assert told == {0, STOPPED, *ends}

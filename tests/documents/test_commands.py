"""Every command in a document does what it says: those shown on a line of their own are run, those in a sentence are
parsed, and what is not ours is at least there."""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import shlex
from pathlib import Path

import click
import pytest

from addin.hosts.files import command_line
from tests.documents import workbooks
from tests.documents.read import ROOT, blocks, documents, inline, name
from udfs.catalogue import FUNCTIONS

# Not of this project, or of the shell.
FOREIGN = {"unopkg", "curl", "sha256sum", "source", "py"}
# What needs Pyodide or wheels, serves until it is stopped, or puts something into an Excel: other tests run these.
ELSEWHERE = (("byg", "web"), ("web",), ("byg", "windows"), ("excel",))
PAGES = [path for path in documents() if path.name != "CHANGELOG.md"]  # what was true of an older version


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def commands(line: str) -> list[list[str]]:
    """The commands of a line, each as its words."""
    return [shlex.split(part.replace("\\", "/")) for part in line.split(" && ")]


def ours(line: str) -> list[str] | None:
    """The arguments of `fordel`, where the line is that and no more."""
    words = commands(line)[0] if line.startswith("fordel ") else []
    return words[1:] or None


def parsed(arguments: list[str], whole: bool) -> str:
    """What is wrong with a command; a mention that is not `whole` may leave out what it is about."""
    command: click.Command = command_line.fordel
    rest = list(arguments)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        found = command.commands.get(rest[0])
        if found is None:
            return f"fordel {' '.join(arguments)}: no such command"
        command, rest = found, rest[1:]
    try:
        command.make_context("fordel", rest)
    except click.exceptions.Exit:
        return ""
    except click.MissingParameter as missing:
        return str(missing) if whole else ""
    except click.UsageError as wrong:
        return f"fordel {' '.join(arguments)}: {wrong.format_message()}"
    return ""


def options() -> set[str]:
    """Every option of `fordel`, of what is run by python -m, and those tests/run gives to others."""
    found: set[str] = set()
    todo: list[click.Command] = [command_line.fordel]
    for command in todo:
        found |= {name for parameter in command.params for name in parameter.opts}
        todo += command.commands.values() if isinstance(command, click.Group) else []
    others = [ROOT / "tests" / "run", *(ROOT / "tests").glob("*/__main__.py"),
              *(ROOT / "addin" / "packaging").glob("*/__main__.py")]
    return found | {option for path in others for option in re.findall(r"""["\s](--[a-z-]+)["\s]""", read(path))}


def wrong(words: list[str]) -> str:
    """What is wrong with a command that is not `fordel` alone."""
    program, rest = words[0].rsplit("/", 1)[-1], words[1:]
    if program in FOREIGN:
        return ""
    if program == "fordel":
        return parsed(rest, whole=True)
    if program == "pip" and rest[:1] == ["install"] and rest[1].startswith("--"):  # what a release holds
        return "" if rest[1] in ("--require-hashes", "--no-deps") else f"{rest}: not how it is installed"
    if program == "pip" and rest[:1] == ["install"]:
        return "" if extras(rest[-1]) else f"{rest[-1]}: no such extra"
    if program in ("python", "python3") and rest[:1] == ["-m"]:
        return "" if rest[1] == "venv" or importlib.util.find_spec(rest[1]) else f"no module {rest[1]}"
    if program == "bash":
        lanes = read(ROOT / rest[0]) if (ROOT / rest[0]).is_file() else ""
        return "" if lanes and all(lane in lanes or lane.startswith("-") for lane in rest[1:2]) else f"no {rest}"
    return f"{words}: not known to be there"


def extras(what: str) -> bool:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    named = re.fullmatch(r"(?:\.|fordel)(?:\[(.+)\])?", what)
    return bool(named) and set((named[1] or "test").split(",")) <= set(setup["options.extras_require"])


def is_command(code: str) -> bool:
    first = code.split(" ")[0]
    return " " in code and (first in FOREIGN | {"fordel", "pip", "bash", "python", "python3"} or "/bin/" in first)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_command_of_ours_is_run(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                      capsys: pytest.CaptureFixture[str]) -> None:
    lines = [arguments for line in blocks(read(path)) if (arguments := ours(line))]
    if not lines:
        return
    workbooks.put(tmp_path)
    monkeypatch.chdir(tmp_path)
    for arguments in lines:
        assert parsed(arguments, whole=True) == ""
        if not any(tuple(arguments[:len(each)]) == each for each in ELSEWHERE):
            code = command_line.run(arguments)
            assert code == 0, (arguments, capsys.readouterr().err)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_command_that_is_mentioned_is_there(path: Path) -> None:
    text = read(path)
    found = [parsed(arguments, whole=False) if (arguments := ours(code)) else wrong(each)
             for code in [*inline(text), *blocks(text)] if is_command(code) for each in commands(code)]
    known = options()
    found += [code for code in inline(text) if code.startswith("--") and code.split(" ")[0] not in known]
    assert [each for each in found if each] == []


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_function_that_is_mentioned_is_there(path: Path) -> None:
    assert set(re.findall(r"\bFORDEL_[A-Z]+\b", read(path))) <= {*FUNCTIONS, "FORDEL_SOFFICE"}


def test_every_file_that_is_mentioned_is_there() -> None:
    """As code that begins with one of our folders."""
    missing = []
    for path in PAGES:
        for code in inline(read(path)):
            place = code.split(" ")[0].rstrip("/")
            if re.match(r"(addin|udfs|workbook_templates|tests|dele|sheets|regn)/[\w/.-]+$", place):
                near = [ROOT / place, path.parent / place, ROOT / "addin" / place]
                missing += [] if any(each.exists() for each in near) else [f"{name(path)}: {code}"]
    assert missing == []


def test_what_is_wrong_is_seen() -> None:
    assert parsed(["pulj"], whole=False) and parsed(["pulje", "F.xlsx", "--lofft", "1"], whole=False)
    assert parsed(["pulje"], whole=True) and not parsed(["pulje"], whole=False)
    assert not parsed(["--version"], whole=True)
    assert wrong(["pip", "install", ".[nothing]"]) and not wrong(["pip", "install", ".[web]"])
    assert wrong(["python", "-m", "tests.nothing"]) and wrong(["bash", "tests/nothing"]) and wrong(["rm", "-r"])
    assert wrong(["bash", "tests/run", "nowhere-lane"]) and not wrong(["bash", "tests/run", "hurtig"])
    assert os.access(ROOT / "tests" / "mutation" / "run", os.X_OK)

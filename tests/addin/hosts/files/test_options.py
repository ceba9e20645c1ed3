"""Every setting is an option of both commands, and the help can be read."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from addin.hosts.files import job, options
from addin.hosts.files.command_line import fordel as commands
from addin.workbook import Refusal
from tests.builders import budget
from workbook_templates.opsaetning import SETTINGS, VALG

BEFORE = ("--ud", "--ark", "--pulje", "--vaegt", "--taerskel", "--taerskeltype", "--loft", "--minimum", "--afrunding",
          "--metode", "--mindst")
ADDED = ("--svar", "--grundlag", "--erstat", "--enhed", "--enhed-grundbudget", "--udgave", "--taerskel-paa",
         "--boern-til-taerskel", "--boern-til-kr", "--pulje-2", "--pulje-3", "--noegle", "--belastning", "--punktum")
# For what is red, and for the PDF; for a sheet of several pools.
OWN = {"pulje": ("begrundelse", "sagsbilag"), "opsaet": ("puljer",)}


def of(command: str) -> list[click.Option]:
    return [parameter for parameter in commands.commands[command].params if isinstance(parameter, click.Option)]


@pytest.mark.parametrize("command", ["pulje", "opsaet"])
def test_every_setting_is_an_option_once_and_options_keep_their_names(command: str) -> None:
    names = [name for option in of(command) for name in option.opts]
    assert len(names) == len(set(names))
    assert {*BEFORE, *ADDED} <= set(names)
    assert [option.name for option in of(command) if option.name in SETTINGS].count("mindst_kriterier") == 1
    assert {option.name for option in of(command)} == {*SETTINGS, "ud", "svar", "ark", "genberegn", *OWN[command]}


def test_both_commands_take_the_same() -> None:
    pulje, opsaet = ([(option.opts, option.metavar) for option in of(command)
                      if option.name not in OWN[command]] for command in ("pulje", "opsaet"))
    assert pulje == opsaet


@pytest.mark.parametrize("command", ["pulje", "opsaet"])
@pytest.mark.parametrize("columns", ["80", "200"])
def test_the_help_is_narrow_and_says_every_choice(fordel, monkeypatch, command: str, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    page = fordel(command, "--help").out
    assert max(map(len, page.splitlines())) <= 80
    words = " ".join(page.split())
    assert all(f'"{word}"' in words for choices in VALG.values() for word in choices)
    for sentence in ("Vægt for 0-2-årige: vægtede børn = vægt x 0-2-årige + 3-5-årige. ",
                     "--taerskel ANDEL Tærskel: institutioner med lavere belastning får intet. ",
                     'Tærskeltype: "fuld" eller "over". ', "Pulje: beløbet, der skal fordeles. ",
                     "--noegle CELLER Nøgle. ", "--erstat TAL Skjulte antal (.. og <3) tæller: det tal, der regnes med",
                     "CELLER er et område som Budget!D5:D55:"):
        assert sentence in words
    assert ".." not in words.replace("(.. og <3)", "") and "Options" not in words and " FIL --ud" not in words


def test_what_is_typed_becomes_the_choice_of_the_setting(fordel, monkeypatch) -> None:
    """Under the setting's own key, as it was typed; what is not typed is no choice."""
    source, typed = budget(Path("b.xlsx")), {}

    def see(snapshot: object, choices: dict[str, object], made: str, version: str) -> Refusal:
        typed.update(choices)
        return Refusal("set")

    monkeypatch.setattr(job, "opret_opsaetning", see)
    wanted = {key: f"værdi {number}" for number, key in enumerate(SETTINGS)}
    arguments = [part for key, value in wanted.items() for part in (options.option_name(key), value)]
    assert fordel("opsaet", source, *arguments, "--ark", "A", "--ark", "B").err == "set\n"
    assert typed == {**wanted, "ark": ("A", "B"), "puljer": False}
    typed.clear()
    fordel("opsaet", source)
    assert typed == {**dict.fromkeys(SETTINGS), "ark": (), "puljer": False}

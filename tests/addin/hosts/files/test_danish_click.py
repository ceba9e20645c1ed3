"""Click speaks Danish by a catalogue: every sentence of it that can reach a user, whatever the machine is set to."""

from __future__ import annotations

import ast
import gettext
import io
import os
import string
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from addin.hosts.files.danish_click import LOCALE, danish

PO = LOCALE / "da" / "LC_MESSAGES" / "messages.po"
# What only who writes a command is told, and what we ask for nowhere: prompts, editors, shells' completion.
MODULES = ("core.py", "exceptions.py", "formatting.py", "parser.py", "types.py", "decorators.py")
NOT_USERS = ("Could not determine name for", "No options defined but a name", "Arguments take exactly one", "Name '",
             "Boolean option", "DeprecationWarning", "Invalid start character", "Do you want to continue?",
             "Confirm the action")


def catalogue() -> Catalog:
    return read_po(io.BytesIO(PO.read_bytes()))


def said_by_click() -> set[str]:
    """The first form of every sentence click has translated."""
    found = set()
    for name in MODULES:
        for node in ast.walk(ast.parse(Path(click.__file__).with_name(name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                found |= {part.value for part in node.args[:1] if isinstance(part, ast.Constant)}
    return {text for text in found if not text.startswith(NOT_USERS)}


def test_every_sentence_that_can_reach_a_user_is_in_danish() -> None:
    known = {message.id[0] if isinstance(message.id, tuple) else message.id: message.string
             for message in catalogue() if message.id}
    assert said_by_click() - set(known) == set(), "put them in messages.po, then: pybabel compile"
    assert [text for text, danish in known.items() if not all(danish)] == []


def test_the_danish_has_no_fields_that_the_english_has_not() -> None:
    for message in catalogue():
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        told = message.string if isinstance(message.string, tuple) else (message.string,)
        fields = {field for text in english for _, field, *_ in string.Formatter().parse(text)}
        used = {field for text in told for _, field, *_ in string.Formatter().parse(text)}
        assert used - {None} <= fields, english  # None: a text without any


def test_the_compiled_catalogue_says_what_the_text_does() -> None:
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    how = "pybabel compile -d addin/hosts/files/locale"
    for message in catalogue():
        if isinstance(message.id, tuple):
            assert (compiled.ngettext(*message.id, 1), compiled.ngettext(*message.id, 2)) == message.string, how
        elif message.id:
            assert compiled.gettext(message.id) == message.string, how


@pytest.mark.parametrize("language", ["en_US.UTF-8", "C", None])
def test_it_is_danish_on_any_machine_and_leaves_it_as_it_was(fordel, monkeypatch: pytest.MonkeyPatch,
                                                             language: str | None) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    if language:
        monkeypatch.setenv("LC_ALL", language)
        monkeypatch.setenv("LANGUAGE", language)
    assert "Brug: fordel" in fordel("--help").out and "Kommandoer:" in fordel("--help").out
    assert fordel("pulje").err == "Der mangler 'FIL'. Se fordel --help.\n"
    assert os.environ.get("LANGUAGE") == language


def test_only_meanwhile() -> None:
    with pytest.raises(click.MissingParameter) as outside:
        click.Command("x", params=[click.Argument(["fil"])]).make_context("x", [])
    assert "Missing argument" in outside.value.format_message()
    with danish():
        assert "Der mangler" in outside.value.format_message()

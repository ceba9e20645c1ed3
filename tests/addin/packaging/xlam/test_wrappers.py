"""The VBA that is made: what is committed is what the catalogue gives."""

from __future__ import annotations

import re

import pytest

from addin.describe import Description, descriptions
from addin.packaging.xlam import wrappers
from addin.packaging.xlam.build import modules


@pytest.mark.parametrize("file", wrappers.generated())
def test_what_is_committed_is_what_is_made(file: str) -> None:
    assert modules()[file.removesuffix(".bas")] == wrappers.generated()[file], (
        "run python -m addin.packaging.xlam.wrappers")


@pytest.mark.parametrize("found", descriptions(), ids=lambda found: found.name)
def test_a_wrapper_takes_what_its_rule_takes(found: Description) -> None:
    text = wrappers.functions([found])
    head = re.search(r"Public Function (\w+)\((.*)\) As Variant", text)
    assert head and head[1] == found.name
    taken = [re.fullmatch(r"(Optional )?ByVal (\w+) As Variant", each) for each in head[2].split(", ")]
    assert [(each[2], bool(each[1])) for each in taken if each] == [(a.name, a.optional) for a in found.arguments]
    assert f'{found.name} = FordelKald("{found.name}", Array({", ".join(a.name for a in found.arguments)}))' in text


@pytest.mark.parametrize("found", descriptions(), ids=lambda found: found.name)
def test_the_wizard_gets_the_help_of_every_argument_and_an_empty_text_last(found: Description) -> None:
    texts = [text.replace('""', '"') for text in re.findall(r'"((?:[^"]|"")*)"', wrappers.helps([found]))]
    start = texts.index(found.name)
    assert texts[start + 1] == found.title[:255]
    assert texts[start + 2:start + 3 + len(found.arguments)] == [*(a.help for a in found.arguments), ""]


def test_every_help_is_asked_for() -> None:
    text = modules()["FordelHjaelp"]
    asked = re.search(r"Public Sub SkrivHjaelp\(\)\n(.*?)End Sub", text, re.DOTALL)
    assert asked and asked[1].split() == [f"Hjaelp_{found.name}" for found in descriptions()]

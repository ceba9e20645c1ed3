"""What another program has put into a part, in a namespace of its own, is no cell and no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.hosts.files import markup
from addin.hosts.files.markup import BadXml
from addin.hosts.files.reading.own_elements import COMPATIBILITY, own_elements
from tests.addin.hosts.files.reading.agreement import disagreements
from tests.addin.hosts.files.workbook_files import edited
from tests.addin.settings.seen.owners import RIGHT, amounts, owned, run

SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
SEVEN, OTHER = '<c r="D6"><v>7</v></c>', '<c r="D6"><v>99</v></c>'
ELSE = '<z:c xmlns:z="urn:z" r="D6"><z:v>99</z:v></z:c>'


def told(text: str) -> str:
    """What is told of a part, < before each beginning and > before each end."""
    found: list[str] = []
    markup.parse(text.encode(), own_elements(lambda name, _: found.append(f"<{name}"),
                                             lambda name: found.append(f">{name}")))
    return "".join(found)


@pytest.mark.parametrize(("text", "said"), [
    ("<a><b/></a>", "<a<b>b>a"), ('<a xmlns="urn:a"><b/></a>', "<a<b>b>a"),
    ('<x:a xmlns:x="urn:a"><x:b/></x:a>', "<a<b>b>a"),
    ('<a xmlns="urn:a" xmlns:x="urn:a"><x:b/><c/></a>', "<a<b>b<c>c>a"),  # two names for one
    ('<a xmlns="urn:a"><z:b xmlns:z="urn:z"><b/></z:b><c/></a>', "<a<c>c>a"),
    ('<a xmlns="urn:a"><b xmlns="urn:z"><b/></b><c/></a>', "<a<c>c>a"),  # and what comes after is our own again
    ('<x:a xmlns:x="urn:a" xmlns="urn:a"><x:b xmlns="urn:z"><b/></x:b><b/></x:a>', "<a<b>b<b>b>a"),
    ('<a xmlns="urn:a"><b xmlns:y="urn:a"><y:c/></b></a>', "<a<b<c>c>b>a"),
    ('<a xmlns="urn:a"><z:b/></a>', "<a<b>b>a"),  # of nobody knows what: as it would be without a prefix
    (f'<a xmlns="urn:a" xmlns:m="{COMPATIBILITY}"><m:AlternateContent><m:Choice Requires="z"><b/></m:Choice>'
     "<m:Fallback><c/></m:Fallback></m:AlternateContent></a>", "<a<c>c>a"),
])
def test_what_is_told(text: str, said: str) -> None:
    assert told(text) == said


def test_what_is_not_well_formed_is_refused() -> None:
    with pytest.raises(BadXml):
        told('<a xmlns="urn:a"><z:b xmlns:z="urn:z"></a>')


@pytest.mark.parametrize("held", [
    SEVEN + ELSE, SEVEN.replace("</c>", '<z:v xmlns:z="urn:z">99</z:v></c>'),
    SEVEN.replace("</c>", "<extLst><ext><v>99</v></ext></extLst></c>"),
    SEVEN.replace("<v>", "<extLst><ext><v>99</v><f>9</f></ext></extLst><v>"),
    SEVEN.replace("<v>", "<is><t>99</t></is><v>"),
    f'<m:AlternateContent xmlns:m="{COMPATIBILITY}"><m:Choice Requires="z">{OTHER}</m:Choice><m:Fallback>{SEVEN}'
    "</m:Fallback></m:AlternateContent>",
    f'<m:AlternateContent xmlns:m="{COMPATIBILITY}"><m:Fallback>{SEVEN}</m:Fallback><m:Choice Requires="z">{OTHER}'
    "</m:Choice></m:AlternateContent>"])
def test_the_number_is_the_one_in_the_cell(tmp_path: Path, held: str) -> None:
    path = owned(tmp_path / "b.xlsx")
    path.write_bytes(edited(path.read_bytes(), SHEET, (SEVEN, held)))
    plan, questions = run(path)
    assert questions == {} and amounts(plan) == RIGHT and disagreements(path.read_bytes()) == []


def test_a_text_of_another_is_none_of_the_shared_ones(tmp_path: Path) -> None:
    path = owned(tmp_path / "b.xlsx")
    path.write_bytes(edited(path.read_bytes(), TEXTS, ("<si><t>Anemonen</t></si>", (
        '<z:si xmlns:z="urn:z"><z:t>nej</z:t></z:si><si><t>Anemonen</t><z:t xmlns:z="urn:z">nej</z:t></si>'))))
    plan, _ = run(path)
    assert amounts(plan) == RIGHT

"""Which lists of cells are believed to be values alone."""

from __future__ import annotations

import pytest

from addin.hosts.files.reading.shapes import are_values_alone

NUMBER = '<c r="A1" s="3"><v>12.5</v></c>'


def alone(body: str, wide: int = 1, long: int = 1) -> bool:
    return are_values_alone(body.encode(), wide, long)


@pytest.mark.parametrize("cell", [
    NUMBER, '<c r="A1" t="n"><v>1E-07</v></c>', '<c r="A1" t="s"><v>7</v></c>', '<c r="A1" s="2" t="b"><v>1</v></c>',
    '<c r="A1" t="str"><v>Ål</v></c>', '<c r="A1" t="inlineStr"><is><t>Ål</t></is></c>', '<c r="A1" s="9"/>' + NUMBER,
    '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>'])
def test_values_as_they_are_mostly_written(cell: str) -> None:
    assert alone(f'<row r="1" spans="1:9" x14ac:dyDescent="0.25">{cell}</row>')
    assert alone(f'<row r="1"/><row r="2"></row><row r="3" hidden="false">{cell}</row><row r="4" ht="15">{cell * 2}'
                 f'<c r="B4"/></row><row r="5"/>')


@pytest.mark.parametrize("cell", [
    '<c r="A1"><f>1+1</f><v>2</v></c>', '<c r="A1" t="e"><v>#N/A</v></c>', '<c r="A1" t="s"><v>x</v></c>',
    '<c r="A1" t="s"/>', '<c r="A1" t="n" t="n"><v>1</v></c>', '<c r="A1" r="A1"><v>1</v></c>',
    '<c r="AA1"><v>1</v></c>',
    '<c r="A12"><v>1</v></c>', '<c r="A1"><v>&#49;</v></c>', '<c r="A1"><v><![CDATA[1]]></v></c>',
    '<c r="A1"><!-- 7 --><v>1</v></c>', "<c r='A1'><v>1</v></c>", '<c r="A1"><v>1</v><v>1</v></c>',
    '<c r="A1"><is><t>a</t></is></c>', '<c r="A1" t="inlineStr"><is><t>_x0041_</t></is></c>',
    '<c r="A1" t="inlineStr"><is><t>a\x01</t></is></c>', "</row><c r=\"A1\"><v>1</v></c>", NUMBER + "</c>"])
def test_anything_else_is_looked_at_in_another_way(cell: str) -> None:
    assert not alone(f'<row r="1">{cell}</row>') and not alone(f'<row r="1">{NUMBER}{cell}{NUMBER}</row>')


@pytest.mark.parametrize("body", [
    "", NUMBER, f'<row r="1" hidden="1">{NUMBER}</row>', f'<row r="1" hidden="0">{NUMBER}</row>',
    f'<row r="1" ht="0">{NUMBER}</row>', f'<row r="1" ht="0.0">{NUMBER}</row>',
    f'<row r="1" ht="1" ht="1">{NUMBER}</row>', f'<row r="1">{NUMBER}', f'<row r="1"><row r="2">{NUMBER}</row></row>',
    f'<row r="1">{NUMBER}</row></row>', f'<row r="1">{NUMBER}</row><x/>', f'<row r="1">{NUMBER}</row>{NUMBER}'])
def test_rows_are_in_their_order(body: str) -> None:
    assert not alone(body)


def test_an_address_has_as_many_letters_and_digits_as_the_sheet_has() -> None:
    body = '<row r="12"><c r="AB12"><v>1</v></c></row>'
    assert alone(body, 2, 2) and not alone(body, 1, 2) and not alone(body, 2, 1)


GOOD = f'<row r="1" spans="1:2">{NUMBER}</row>'


@pytest.mark.parametrize("bad", [
    f'<row r="1"><row r="2">{NUMBER}</row>', f'{NUMBER}</row>', '</row>', f'<row r="1">{NUMBER}<x/></row>',
    f'<row r="1" hidden="1">{NUMBER}</row>', f'<row r="1">{NUMBER}<c r="A1"><v>1</v></row>'])
@pytest.mark.parametrize("before", [0, 1, 4])
def test_one_row_among_many_that_are_alike_is_enough(bad: str, before: int) -> None:
    """Rows that are alike are looked at once, and so in another order than they stand in."""
    assert alone(GOOD * 9 + '<row r="1"/>' + GOOD * 9)
    assert not alone(GOOD * before + bad + GOOD * 4)

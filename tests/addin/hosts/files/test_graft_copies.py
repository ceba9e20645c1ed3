"""A user's copy of a sheet of ours, after LibreOffice has numbered all sheets anew."""

from __future__ import annotations

import re

import pytest

from addin.hosts.files.graft import our_sheets
from addin.hosts.files.package import Package
from addin.workbook import Refusal
from tests.addin.hosts.files.workbook_files import altered, grafted, one_sheet, parts

BOOK, RELS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def _copied_in_calc(order: list[int], application: bytes) -> bytes:
    """A budget of one sheet and two of ours, and a copy of our first, numbered anew in the order of the tabs as
    LibreOffice does when it saves; 0 is the budget, 1 and 2 ours, 3 the copy."""
    once = grafted(one_sheet("Budget"))
    sheets = [("Budget", ""), ("Fordeling", "resultat|2"), ("Fordeling data", "data|3"), ("Min kopi", "resultat|2")]
    parts_ = ["rId1", *(f"rId{n}" for n in (90, 91, 92))]
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    ours = [sheet.part.removeprefix("xl/") for sheet in Package(once).sheets[1:]]
    lines = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{part}"/>'
                    for i, part in zip(parts_[1:], [*ours, "worksheets/sheet92.xml"], strict=True))
    listed = "".join(f'<sheet name="{sheets[which][0]}" sheetId="{n}" r:id="{parts_[which]}"/>'
                     for n, which in enumerate(order, 1))
    marks = "".join(f'<definedName name="_fordel" localSheetId="{n}">"{sheets[which][1]}"</definedName>'
                    for n, which in enumerate(order) if sheets[which][1])
    text = parts(once)[BOOK].decode()
    text = re.sub(r"<sheets>.*</sheets>", f"<sheets>{listed}</sheets>", text)
    text = re.sub(r"<definedNames>.*</definedNames>", f"<definedNames>{marks}</definedNames>", text)
    rels = re.sub(r'<Relationship Id="rId[0-9]+" [^>]*/worksheet" Target="worksheets/sheet[23].xml"/>', "",
                  parts(once)[RELS].decode())
    rels = rels.replace("</Relationships>", lines + "</Relationships>")
    properties = b"<Properties><Application>" + application + b"</Application></Properties>"
    return altered(once, {BOOK: text.encode(), RELS: rels.encode(), "docProps/app.xml": properties,
                          "xl/worksheets/sheet92.xml": parts(once)[Package(once).sheets[1].part]})


@pytest.mark.parametrize("order", [[0, 3, 1, 2], [0, 1, 3, 2], [3, 0, 1, 2], [0, 3, 2, 1]])
def test_a_copy_made_in_calc_is_never_overwritten(order: list[int]) -> None:
    with pytest.raises(Refusal, match='"Min kopi".* i Filen er begge mærket|"Min kopi" i Filen er begge mærket'):
        grafted(_copied_in_calc(order, b"LibreOffice/7.4"))


def test_a_copy_put_last_in_excel_is_still_the_users() -> None:
    data = _copied_in_calc([0, 1, 2, 3], b"Microsoft Excel")
    assert our_sheets(Package(data)) == {"resultat": "Fordeling", "data": "Fordeling data"}
    copy = parts(data)["xl/worksheets/sheet92.xml"]
    assert parts(grafted(data, first=99.0))["xl/worksheets/sheet92.xml"] == copy
    moved = _copied_in_calc([0, 3, 1, 2], b"Microsoft Excel")  # Excel saved what Calc had numbered
    with pytest.raises(Refusal, match="begge mærket"):
        grafted(moved)


# ------------------------------------------------------------------------------------- sheets made in an open Excel


def _made_in_excel(*marks: str) -> bytes:
    """A budget and two sheets of ours whose marks hold these, with sheet numbers as Excel leaves them."""
    once = grafted(one_sheet("Budget"))
    text = parts(once)[BOOK].decode()
    for old, new in zip(("resultat|2", "data|3"), marks, strict=True):
        text = text.replace(f'"{old}"', f'"{new}"')
    return altered(once, {BOOK: text.replace('sheetId="3"', 'sheetId="17"').encode()})


def test_a_sheet_without_a_number_is_known_where_no_other_claims_its_key() -> None:
    data = _made_in_excel("resultat|0", "data|0")
    assert our_sheets(Package(data)) == {"resultat": "Fordeling", "data": "Fordeling data"}
    again = Package(grafted(data, first=99.0))
    assert [sheet.name for sheet in again.sheets] == ["Budget", "Fordeling", "Fordeling data"]


@pytest.mark.parametrize("marks", [("resultat|0", "resultat|0"), ("resultat|2", "resultat|0")])
def test_where_another_claims_it_none_is_believed(marks: tuple[str, str]) -> None:
    with pytest.raises(Refusal, match="begge mærket"):
        our_sheets(Package(_made_in_excel(*marks)))

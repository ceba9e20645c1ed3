"""Merging styles: ours are appended, the same is used again, nothing of theirs moves."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
import xlsxwriter
from lxml import etree

from addin.hosts.files.package import Package
from addin.hosts.files.styles import EMPTY_STYLES, merge
from addin.workbook import Refusal
from tests.addin.hosts.files.workbook_files import WORKBOOKS, parts, prefixed, scratch

OURS = parts(scratch())["xl/styles.xml"]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def styles_of(*formats: Mapping[str, object]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    for row, wanted in enumerate(formats):
        sheet.write(row, 0, 1, book.add_format(dict(wanted)))
    book.close()
    return parts(out.getvalue())["xl/styles.xml"]


def items(data: bytes, tag: str) -> list[etree._Element]:
    found = etree.fromstring(data).find(f"{{{MAIN}}}{tag}")
    return [] if found is None else list(found)


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.name)
def test_theirs_stay_in_place_and_a_second_time_adds_nothing(path: Path) -> None:
    part = Package(path.read_bytes()).styles_part
    assert part is not None
    theirs = parts(path.read_bytes())[part]
    merged = merge(theirs, OURS)
    for tag in ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"):
        before, after = items(theirs, tag), items(merged.data, tag)
        assert [etree.tostring(e) for e in after[: len(before)]] == [etree.tostring(e) for e in before]
        parent = etree.fromstring(merged.data).find(f"{{{MAIN}}}{tag}")
        assert parent is None or parent.get("count", str(len(after))) == str(len(after))
    again = merge(merged.data, OURS)
    assert again.data is merged.data and again[1:] == merged[1:]


def test_our_formats_say_the_same_in_their_new_place() -> None:
    theirs = styles_of({"num_format": "0.0000", "font_name": "Arial"}, {"bg_color": "yellow"}, {"border": 2})
    ours = styles_of({"num_format": "0 kr."}, {"bold": True, "bg_color": "red"}, {"num_format": "0.0000"})
    merged = merge(theirs, ours)
    assert merged.cells[0] == 0
    for index, place in enumerate(merged.cells[1:], 1):
        assert meaning(ours, index) == meaning(merged.data, place)


def meaning(data: bytes, index: int) -> tuple[object, ...]:
    xf = items(data, "cellXfs")[index]
    codes = {e.get("numFmtId"): e.get("formatCode") for e in items(data, "numFmts")}
    looks = [
        etree.tostring(items(data, tag)[int(xf.get(attribute, "0"))])
        for tag, attribute in (("fonts", "fontId"), ("fills", "fillId"), ("borders", "borderId"))
    ]
    return codes.get(xf.get("numFmtId")), *looks


def test_number_formats_get_a_free_number() -> None:
    theirs = styles_of({"num_format": "0.0000"})
    merged = merge(theirs, styles_of({"num_format": "0 kr."}))
    assert [e.get("numFmtId") for e in items(merged.data, "numFmts")] == ["164", "165"]


def test_prefixed_styles_get_prefixed_items() -> None:
    theirs = prefixed(styles_of({"bold": True}))
    merged = merge(theirs, OURS)
    assert merged[1:] == merge(styles_of({"bold": True}), OURS)[1:]
    assert b"<x:numFmts count=" in merged.data and b"<numFmt" not in merged.data


def test_a_workbook_without_styles_gets_them() -> None:
    merged = merge(EMPTY_STYLES.encode(), OURS)
    assert merged.cells == list(range(len(merged.cells))) and len(items(merged.data, "dxfs")) == 1
    order = [e.tag.rpartition("}")[2] for e in etree.fromstring(merged.data)]
    assert order == ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"]


def test_our_formats_build_on_the_style_called_normal() -> None:
    theirs = EMPTY_STYLES.replace(
        '<cellStyleXfs count="1"><xf/>', '<cellStyleXfs count="2"><xf fontId="0"/><xf/>'
    )
    theirs = theirs.replace('xfId="0" builtinId', 'xfId="1" builtinId')
    assert {e.get("xfId") for e in items(merge(theirs.encode(), OURS).data, "cellXfs")[1:]} == {"1"}


def test_more_formats_than_excel_holds_are_refused() -> None:
    theirs = EMPTY_STYLES.replace('<cellXfs count="1"><xf/>', "<cellXfs>" + "<xf/>" * 63_999)
    with pytest.raises(Refusal, match="budget.xlsx har så mange celleformater"):
        merge(theirs.encode(), OURS, "budget.xlsx")


@pytest.mark.parametrize("many, refused", [(205, False), (206, True)])
def test_number_formats_are_counted_with_theirs(many: int, refused: bool) -> None:
    own = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="0.0&quot; k{n}&quot;"/>' for n in range(many))
    theirs = EMPTY_STYLES.replace("<fonts", f'<numFmts count="{many}">{own}</numFmts><fonts', 1).encode()
    ours = styles_of({"num_format": "0 kr."}, {"num_format": "#,##0.00"}, {"num_format": '0.0" k0"'})
    if refused:
        with pytest.raises(Refusal, match=r"budget.xlsx har så mange egne talformater.*højst 206 i alt"):
            merge(theirs, ours, "budget.xlsx")
    else:
        assert len(items(merge(theirs, ours).data, "numFmts")) == 206
    assert len(items(merge(theirs, styles_of({"num_format": "0%"})).data, "numFmts")) == many  # one that is built in


@pytest.mark.parametrize("many, refused", [(1_023, False), (1_024, True)])
def test_fonts_are_counted_with_theirs(many: int, refused: bool) -> None:
    own = "".join(f'<font><sz val="{n}"/><name val="Georgia"/></font>' for n in range(2, many + 1))
    theirs = EMPTY_STYLES.replace("</font></fonts>", f"</font>{own}</fonts>").encode()
    ours = styles_of({"bold": True})
    bold = EMPTY_STYLES.replace("<font>", "<font><b/>").encode()
    if refused:
        with pytest.raises(Refusal, match=r"budget.xlsx har så mange skrifttyper.*højst 1024 i alt"):
            merge(theirs, ours, "budget.xlsx")
    else:
        assert len(items(merge(theirs, bold).data, "fonts")) == 1_024


@pytest.mark.parametrize("code, number", [("#,##0", "3"), ("0.00%", "10"), ("@", "49")])
def test_a_format_that_is_built_in_is_no_format_of_ones_own(code: str, number: str) -> None:
    merged = merge(EMPTY_STYLES.encode(), styles_of({"num_format": code}))
    assert items(merged.data, "numFmts") == [] and items(merged.data, "cellXfs")[-1].get("numFmtId") == number
    other = f'<numFmts count="1"><numFmt numFmtId="{number}" formatCode="0.0000"/></numFmts><fonts'
    again = merge(EMPTY_STYLES.replace("<fonts", other, 1).encode(), styles_of({"num_format": code}))
    assert [e.get("formatCode") for e in items(again.data, "numFmts")] == ["0.0000", code]
    assert items(again.data, "cellXfs")[-1].get("numFmtId") == "164"

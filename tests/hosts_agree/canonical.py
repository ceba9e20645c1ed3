"""A workbook open in LibreOffice, told in plain words: what two hosts must agree on. Runs under its Python."""

from __future__ import annotations

from typing import Any

# Of cells; what is not among them is left to the user's own default style.
LOOKS = ("CharWeight", "CharPosture", "CharHeight", "CharColor", "CellBackColor", "IsTextWrapped", "VertJustify",
         "HoriJustify", "ParaIndent")
SIDES = ("TopBorder", "BottomBorder", "LeftBorder", "RightBorder")
PAGE = ("IsLandscape", "Width", "Height", "LeftMargin", "RightMargin", "TopMargin", "BottomMargin", "ScaleToPagesX",
        "ScaleToPagesY", "FooterIsOn", "FooterHeight", "HeaderIsOn")
CONTENT = 23


def workbook(office: Any, formats: bool = True) -> dict[str, Any]:
    """All there is, sheet by sheet."""
    document = office.document
    document.calculateAll()
    return {"sheets": [sheet(document, each, formats) for each in document.Sheets],
            "names": names(document.NamedRanges)}


def names(found: Any) -> dict[str, str]:
    return {name: found.getByName(name).Content for name in sorted(found.ElementNames)}


def sheet(document: Any, each: Any, formats: bool) -> dict[str, Any]:
    told = {"name": each.Name, "visible": each.IsVisible, "names": names(each.NamedRanges), **cells(each),
            "charts": [chart(each, name) for name in each.Charts.ElementNames]}
    if formats:
        told |= {"looks": looks(document, each), "page": page(document, each), "rules": rules(each),
                 "choices": choices(each), "widths": widths(each)}
    return told


def box(each: Any) -> Any:
    found = each.queryContentCells(CONTENT).getRangeAddresses()
    if not found:
        return None
    return each.getCellRangeByPosition(0, 0, max(a.EndColumn for a in found), max(a.EndRow for a in found))


def cells(each: Any) -> dict[str, Any]:
    area = box(each)
    if area is None:
        return {"values": [], "formulas": []}
    return {"values": [list(row) for row in area.getDataArray()],
            "formulas": [[text if text[:1] in "={" else "" for text in row] for row in area.getFormulaArray()]}


def looks(document: Any, each: Any) -> list[list[str]]:
    """How each cell looks, as one line of text a cell."""
    area = box(each)
    if area is None:
        return []
    end = area.RangeAddress
    told = [[""] * (end.EndColumn + 1) for _ in range(end.EndRow + 1)]
    groups = each.getUniqueCellFormatRanges()
    for index in range(groups.Count):
        ranges = groups.getByIndex(index)
        line = look(document, ranges.getByIndex(0))
        for place in ranges.getRangeAddresses():
            for row in range(place.StartRow, min(place.EndRow, end.EndRow) + 1):
                for column in range(place.StartColumn, min(place.EndColumn, end.EndColumn) + 1):
                    told[row][column] = line
    return told


def look(document: Any, cell: Any) -> str:
    said = {name: getattr(cell, name) for name in LOOKS}
    said = {name: getattr(value, "value", value) for name, value in said.items()}
    said |= {side: border(getattr(cell, side)) for side in SIDES}
    said["NumberFormat"] = document.NumberFormats.getByKey(cell.NumberFormat).FormatString
    return "; ".join(f"{name} {value}" for name, value in sorted(said.items()))


def border(line: Any) -> str:
    width = line.OuterLineWidth + line.InnerLineWidth
    return f"{width}/{line.Color:06x}" if width else "-"


def page(document: Any, each: Any) -> dict[str, Any]:
    style = document.StyleFamilies.getByName("PageStyles").getByName(each.PageStyle)
    told = {name: getattr(style, name) for name in PAGE}
    if style.FooterIsOn:
        footer = style.RightPageFooterContent
        told["Footer"] = [part.String for part in (footer.LeftText, footer.CenterText, footer.RightText)]
    told["Areas"] = [(a.StartRow, a.StartColumn, a.EndRow, a.EndColumn) for a in each.getPrintAreas()]
    told["Repeat"] = each.getTitleRows().StartRow if each.getPrintTitleRows() else None
    return told


def rules(each: Any) -> list[str]:
    """Rule by rule and cell by cell: equal rules on neighbours are joined by undo and by saving."""
    told = []
    for rule in each.ConditionalFormats.getConditionalFormats():
        for index in range(rule.getCount()):
            entry = rule.getByIndex(index)
            what = f"{entry.Operator} {entry.Formula1}" if hasattr(entry, "Operator") else f"type {entry.Type}"
            for place in rule.Range.getRangeAddresses():
                told += [f"{row},{column} {what}" for row in range(place.StartRow, place.EndRow + 1)
                         for column in range(place.StartColumn, place.EndColumn + 1)]
    return sorted(told)


def choices(each: Any) -> list[str]:
    told = []
    groups = each.getUniqueCellFormatRanges()
    for index in range(groups.Count):
        ranges = groups.getByIndex(index)
        rule = ranges.getByIndex(0).Validation
        if rule.Type.value != "ANY":
            for place in ranges.getRangeAddresses():
                told.append(f"{place.StartRow},{place.StartColumn},{place.EndRow},{place.EndColumn} {rule.Type.value} "
                            f"{rule.getFormula1()} {rule.ErrorMessage}")
    return sorted(told)


def widths(each: Any) -> list[int]:
    area = box(each)
    end = area.RangeAddress.EndColumn if area else -1
    return [each.Columns.getByIndex(column).Width for column in range(end + 1)]


def chart(each: Any, name: str) -> dict[str, Any]:
    drawn = each.Charts.getByName(name)
    inside = drawn.EmbeddedObject
    shapes = [each.DrawPage.getByIndex(index) for index in range(each.DrawPage.Count)]
    alt = [shape.Description for shape in shapes if getattr(shape, "PersistName", None) == name]
    cells = drawn.getRanges()  # one or several beside each other
    return {"ranges": (cells[0].Sheet, min(r.StartRow for r in cells), min(r.StartColumn for r in cells),
                       max(r.EndRow for r in cells), max(r.EndColumn for r in cells)),
            "title": inside.Title.String if inside.HasMainTitle else "", "legend": inside.HasLegend,
            "axis": inside.Diagram.YAxisTitle.String if inside.Diagram.HasYAxisTitle else "", "alt": alt,
            "most": inside.Diagram.YAxis.Max, "lines": lines(inside)}


def lines(inside: Any) -> int:
    """How many are drawn through bars."""
    kinds = inside.FirstDiagram.CoordinateSystems[0].ChartTypes
    return sum(len(series.getRegressionCurves()) for kind in kinds for series in kind.DataSeries)

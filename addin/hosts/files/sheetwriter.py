"""Our sheets from a Plan: a scratch workbook by XlsxWriter, which the graft moves into the user's."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.worksheet import Worksheet

from addin.chart import ABOVE, BARS, BELOW, HATCHED, MEAN, Chart
from addin.hosts.files.forms import define, validation
from addin.hosts.files.splice import as_content
from addin.places import last_row
from addin.reference.worksheet import PlainWorksheet
from addin.workbook import Area, Block, Cell, Formula, Input, Plan, SheetPlan, a1, column_letters, column_number, quoted
from workbook_templates.styles import ROED, STYLES, properties

Looks = Mapping[str, Mapping[str, Mapping[str, object]]]
A4 = 9
_DATE = (1980, 1, 1, 0, 0, 0)  # of every part, whenever it is made
BLUE, GREY, GAP = "#1F4E79", "#7F7F7F", 40
RIGHT = 20  # pixels beside the bars
LETTERS = {"size": 11}  # as in the cells: in print they are as much smaller
_LABELS = {"value": True, "font": LETTERS, "fill": {"color": "white"}}
LOOKS: dict[str, dict[str, object]] = {
    BARS: {"fill": {"color": BLUE}},
    HATCHED: {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": BLUE, "bg_color": "#FFFFFF"},
              "border": {"color": BLUE}},
    MEAN: {"fill": {"none": True}, "border": {"none": True},  # bars nobody sees, under the line through their ends
           "trendline": {"type": "linear", "name": "Gennemsnit", "forward": 0.5, "backward": 0.5,
                         "line": {"color": GREY, "width": 1.5, "dash_type": "dash"}}}}
_DIMENSION = re.compile(rb'<dimension ref="(?:[A-Z]+[0-9]+:)?([A-Z]+)([0-9]+)"/>')
_ESCAPE = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PIECES = re.compile(r'("(?:[^"]|"")*")')


def scratch_workbook(plan: Plan, font: tuple[str, float] | None = None, date1904: bool = False,
                     properties: Mapping[str, object] | None = None, looks: Looks | None = None,
                     merged: Mapping[str, Sequence[Area]] | None = None,
                     more: Callable[[Workbook], None] | None = None, packed: bool = True) -> bytes:
    """A workbook with the sheets of a plan and nothing else; `font` is the user's own, `properties` what it says of
    itself. `looks` are the styles of sheets that are not ours, by sheet and style, and `merged` their merged cells;
    `more` is done at last. What is only to be taken apart again need not be `packed`."""
    book = _TakenApart("", {"in_memory": True, "date_1904": date1904, "strings_to_formulas": False})
    if properties:
        book.set_properties(dict(properties))
    writer = _Writer(book, font, looks or {}, merged or {})
    for sheet in plan.sheets:
        writer.write(sheet)
    for name, target in plan.names.items():
        define(book, name, taken_as_it_is(target))
    if more:
        more(book)
    return _zipped(_with_blocks(book.parts(), plan), packed)


class _TakenApart(Workbook):
    """Gives its parts as they are, where XlsxWriter would pack them into a file; without signs that XML has not, which
    it writes in an attribute as they stand (in the words about a picture, when a name has one)."""

    def parts(self) -> dict[str, bytes]:
        self.packager = _NotPacked()
        self.filename = io.BytesIO()  # where nothing comes
        self.close()
        return {name: part.getvalue() if binary else _NO_XML.sub("", part.getvalue()).encode()
                for part, name, binary in self.packager.made}

    def _get_packager(self) -> Packager:
        return self.packager


class _NotPacked(Packager):
    def _create_package(self) -> list[Any]:
        self.made = super()._create_package()
        return []


def _zipped(parts: Mapping[str, bytes], packed: bool) -> bytes:
    """As XlsxWriter packs them, or not."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            made.writestr(info, data)
    return out.getvalue()


class _Writer:
    def __init__(self, book: Workbook, font: tuple[str, float] | None, looks: Looks,
                 merged: Mapping[str, Sequence[Area]]):
        self.book, self.looks, self.merged = book, looks, merged
        self.font: dict[str, object] = {"font_name": font[0], "font_size": font[1]} if font else {}
        self.formats: dict[tuple[str, str], Format] = {}

    def format(self, style: str, sheet: str = "") -> Format:
        """The format of a style, or of several joined by a blank; on a sheet with looks of its own, of one of those."""
        key = style, sheet if sheet in self.looks else ""
        if key not in self.formats:
            look = self.looks[sheet][style] if key[1] else properties(style)
            self.formats[key] = self.book.add_format({**self.font, **look})
        return self.formats[key]

    def write(self, plan: SheetPlan) -> None:
        sheet = self.book.add_worksheet(plan.name, PlainWorksheet)
        for column, width in plan.widths.items():
            sheet.set_column(column, column, width)
        for row, height in plan.heights.items():
            sheet.set_row(row, height)
        for box in self.merged.get(plan.name, ()):
            sheet.merge_range(box.row, box.column, box.last_row, box.last_column, "")
        for put in plan.inputs:
            self.make_input(sheet, put)
        for cell in plan.cells:
            self.write_cell(sheet, cell)
        for mark in plan.highlights:
            area = mark.area
            rule = {"type": "cell", "criteria": "==", "value": f'"{mark.text}"',
                    "format": self.book.add_format(STYLES[mark.style])}
            sheet.conditional_format(area.row, area.column, area.last_row, area.last_column, rule)
        for choice in plan.choices:
            rule = {"validate": "list", "source": list(choice.words), "error_title": "Fordel",
                    "error_message": "Vælg " + " eller ".join(choice.words) + "."}
            sheet.data_validation(choice.area.row, choice.area.column, choice.area.last_row, choice.area.last_column,
                                  rule)
        for chart in plan.charts:
            self.write_chart(sheet, chart)
        self.set_up(sheet, plan)

    def write_cell(self, sheet: Worksheet, cell: Cell) -> None:
        row, column, value, style = cell
        look = self.format(style, sheet.name)
        if isinstance(value, Formula):
            if value.value is None:
                raise ValueError(f"{sheet.name}!{a1(row, column)}: a formula without its value: {value.text}")
            sheet.write_formula(row, column, taken_as_it_is(value.text), look, value.value)
        elif value is None or value == "":
            sheet.write_blank(row, column, None, look)
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value, look)
        elif isinstance(value, str):
            sheet.write_string(row, column, value, look)
        else:
            sheet.write_number(row, column, value, look)

    def make_input(self, sheet: Worksheet, put: Input) -> None:
        box = put.area
        if box.last_column > box.column:
            sheet.merge_range(box.row, box.column, box.last_row, box.last_column, "")
        if put.rule is not None:
            sheet.data_validation(box.row, box.column, box.row, box.column,
                                  validation(put.rule, put.label, a1(box.row, box.column)))

    def write_chart(self, sheet: Worksheet, chart: Chart) -> None:
        drawn = self.book.add_chart({"type": "bar"})
        for series in chart.series:
            drawn.add_series({"name": series.name, "categories": "=" + chart.categories.formula(),
                              "values": "=" + series.values.formula(), "gap": GAP, "overlap": 100,
                              **look(series.look, chart.digits)})
        drawn.set_title({"name": chart.title, "name_font": {"size": 12}, "overlay": False})
        drawn.set_legend({"none": True})
        drawn.set_x_axis({"name": chart.axis, "num_format": chart.digits, "name_font": {**LETTERS, "bold": False},
                          "min": 0, "max": chart.most, "num_font": LETTERS, "label_position": "high",
                          "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}})
        drawn.set_y_axis({"reverse": True, "num_font": LETTERS, "major_gridlines": {"visible": False},
                          "interval_unit": 1})  # every name, also where they are close
        drawn.set_size({"width": chart.width, "height": chart.height})
        if chart.names:
            drawn.set_plotarea({"layout": parted(chart)})
        sheet.insert_chart(chart.row, chart.column, drawn, {"description": chart.alt, "object_position": 2})

    def set_up(self, sheet: Worksheet, plan: SheetPlan) -> None:
        """A4, headings repeated, page numbers; names too, where it takes several pages beside each other."""
        sheet.set_paper(A4)
        if plan.landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(plan.pages_wide, plan.pages_tall)
        sheet.set_h_pagebreaks(list(plan.breaks))
        if plan.pages_wide > 1:
            sheet.repeat_columns(0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
        if plan.header:  # in the margin: the page has as much room as without
            sheet.set_header(f'&C&"-,Bold"&14&K{ROED.lstrip("#")}{plan.header}', {"margin": 0.25})
        sheet.set_footer("&L&8&F, &A&R&8Side &P af &N")
        sheet.hide_gridlines(2)
        if plan.freeze:
            sheet.freeze_panes(*plan.freeze)
        if plan.repeat_row is not None:
            sheet.repeat_rows(plan.repeat_row)
        for name, text in plan.hidden.items():
            define(self.book, f"{quoted(plan.name)}!{name}", taken_as_it_is(text), hidden=True)
        if plan.print_columns:
            sheet.print_area(0, 0, last_row(plan), plan.print_columns - 1)


def look(name: str, digits: str) -> dict[str, object]:
    """How a series looks, and its numbers where it has any."""
    labels = {"data_labels": {**_LABELS, "num_format": digits}} if name != MEAN else {}
    return LOOKS[name] | labels


def parted(chart: Chart) -> dict[str, float]:
    """Where the bars stand in the picture, so that they have as much room in every program."""
    return {"x": chart.names / chart.width, "y": ABOVE / chart.height,
            "width": 1 - (chart.names + RIGHT) / chart.width, "height": 1 - (ABOVE + BELOW) / chart.height}


def taken_as_it_is(formula: str) -> str:
    """A formula in which no program takes _x0020_ for a blank: a sheet's name is the same with a capital X.

    >>> taken_as_it_is("='Ark_x0020_1'!A1")
    "='Ark_X0020_1'!A1"
    >>> taken_as_it_is('="Ark_x0020_1!A"&1')
    '="Ark_"&"x0020_1!A"&1'
    """
    if "_x" not in formula:
        return formula
    return "".join(_ESCAPE.sub('_"&"x' if piece.startswith('"') else "_X", piece) for piece in _PIECES.split(formula))


# ------------------------------------------------------------------------------------- long columns


def _with_blocks(parts: Mapping[str, bytes], plan: Plan) -> dict[str, bytes]:
    """The long columns as rows of text: sixty thousand cells one by one would take longer than all else."""
    long = {f"xl/worksheets/sheet{number}.xml": sheet.blocks
            for number, sheet in enumerate(plan.sheets, 1) if sheet.blocks}
    return {name: _insert_rows(data, long[name]) if name in long else data for name, data in parts.items()}


def _insert_rows(xml: bytes, blocks: list[Block]) -> bytes:
    """A sheet's XML with the blocks, which start on the same row, below what is there."""
    first, length = blocks[0].row, len(blocks[0].values)
    numbers = range(first + 1, first + length + 1)
    line = "".join(f'<c r="{column_letters(block.column)}%d">{{}}<v>%s</v></c>' for block in blocks)
    row = f'<row r="%d">{line}</row>'
    figures = [figure for block in blocks for figure in (numbers, _figures(block))]
    plain = row.replace("{}", "")
    rows = [plain % each for each in zip(numbers, *figures, strict=True)]
    if rows:  # the formulas stand in the first cells of their ranges
        formulas = [_array(block).replace("%", "%%") for block in blocks]
        rows[0] = row.format(*formulas) % next(zip(numbers, *figures))
    xml = _DIMENSION.sub(lambda said: _dimension(said, first + length - 1, max(block.column for block in blocks)), xml,
                         count=1)
    return xml.replace(b"</sheetData>", "".join(rows).encode() + b"</sheetData>", 1)


def _dimension(said: re.Match[bytes], row: int, column: int) -> bytes:
    """All that the sheet said it covers, and the blocks, which end in this cell."""
    last = a1(max(row, int(said[2]) - 1), max(column, column_number(said[1].decode())))
    return f'<dimension ref="A1:{last}"/>'.encode()


def _figures(block: Block) -> list[str]:
    """The numbers of a block as a file has them: few are different."""
    shown = {value: f"{value:.17g}" for value in set(block.values)}
    return [shown[value] for value in block.values]


def _array(block: Block) -> str:
    """The array formula of a block over all of it; "" where it has none."""
    if not block.formula:
        return ""
    letters = column_letters(block.column)
    reference = f"{letters}{block.row + 1}:{letters}{block.row + len(block.values)}"
    return f'<f t="array" ref="{reference}">{as_content(taken_as_it_is(block.formula).removeprefix("="))}</f>'


def keys_of(plan: Plan) -> Mapping[str, str]:
    """Sheet name -> key, as the graft wants it."""
    return {sheet.name: sheet.key for sheet in plan.sheets}

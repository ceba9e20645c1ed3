"""Adding the formats of our sheets to a workbook's styles: at the end, and only those it does not have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from addin.hosts.files import markup, refusals
from addin.hosts.files.markup import elements, is_index
from addin.hosts.files.package import parse
from addin.hosts.files.refusals import refuse
from addin.hosts.files.splice import Splice, as_attribute, as_content

# As the schema wants the children of the styles.
STYLES_ORDER = """
    numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst
""".split()  # noqa: SIM905 - a list of words reads better as words
# Excel's own limits, for theirs and ours together. Past the first it says nothing and leaves formats out.
MAX_NUMBER_FORMATS, MAX_FONTS, MAX_CELL_FORMATS = 206, 1_024, 64_000
FIRST_NUMBER_FORMAT = 164  # those below are built in
# The built-in ones that our cells may have. A few programs give the numbers other formats.
BUILT_IN = {"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%",
            "11": "0.00E+00", "49": "@"}

# What a workbook without styles gets. Excel insists on the two fills.
EMPTY_STYLES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="1"><xf/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class Merged(NamedTuple):
    """The styles with ours added, and where each of our cell formats and differential formats is in them."""

    data: bytes
    cells: list[int]
    differential: list[int]


def merge(theirs: bytes, ours: bytes, file: str = "") -> Merged:
    """`theirs` with what `ours` has and it lacks; the very same bytes when it lacks nothing."""
    root = parse(theirs, file, "styles.xml")
    sections = [markup.local(section) for section in elements(root)]
    if len(set(sections)) < len(sections):  # which of them the numbers in cells mean, nobody can know
        raise refuse(refusals.DAMAGED, file, "formaterne")
    work = _Merge(theirs, root, parse(ours, file, "styles.xml"), file)
    numbers = work.number_formats()
    parts = {
        kind + "Id": work.append(kind + "s", work.ours(kind + "s")) for kind in ("font", "fill", "border")
    }
    formats = work.ours("cellXfs")
    unformatted = work.unformatted(numbers)
    if len(work.theirs("cellXfs")) + len(formats) > MAX_CELL_FORMATS:
        raise refuse(refusals.TOO_MANY_FORMATS, file)
    style = work.normal_style()
    for cell_format in formats:
        _move(cell_format, numbers, parts, style)
    # Our unformatted cells shall look like theirs, so ours number 0 is theirs.
    cells = [0, *work.append("cellXfs", formats[1:])] if unformatted is None else (
        work.append("cellXfs", [unformatted, *formats[1:]]))
    differential = work.ours("dxfs")
    for entry in differential:
        for number in entry.iterfind("{*}numFmt"):
            number.set("numFmtId", numbers.get(number.get("numFmtId", ""), number.get("numFmtId", "")))
    dxfs = work.append("dxfs", differential)
    return Merged(work.result(), cells, dxfs)


def _move(
    cell_format: markup.Element, numbers: dict[str, str], parts: dict[str, list[int]], style: str | None
) -> None:
    """Let a cell format point at the places its font, fill, border and number format have got.

    It says outright that it applies each: LibreOffice otherwise takes them from the style.
    """
    number = cell_format.get("numFmtId", "0")
    cell_format.set("numFmtId", numbers.get(number, number))
    for attribute, places in parts.items():
        cell_format.set(attribute, str(places[int(cell_format.get(attribute, "0"))]))
        cell_format.set("apply" + attribute[0].upper() + attribute[1:-2], "1")
    if style is not None:
        cell_format.set("xfId", style)
    elif "xfId" in cell_format.attrib:
        del cell_format.attrib["xfId"]


class _Merge:
    """The user's styles, ours, and the text being added; the text is only looked into when something is."""

    def __init__(self, data: bytes, theirs: markup.Element, ours: markup.Element, file: str) -> None:
        self._data, self._theirs, self._ours, self._file = data, theirs, ours, file
        self._splice: Splice | None = None

    def theirs(self, tag: str) -> list[markup.Element]:
        return elements(self._theirs.find("{*}" + tag))

    def ours(self, tag: str) -> list[markup.Element]:
        return elements(self._ours.find("{*}" + tag))

    def result(self) -> bytes:
        return self._splice.result() if self._splice else self._data

    def normal_style(self) -> str | None:
        """The style our formats build on: theirs called Normal, or none where they have no styles."""
        if not self.theirs("cellStyleXfs"):
            return None
        styles = self.theirs("cellStyles")
        return next((s.get("xfId", "0") for s in styles if s.get("builtinId") == "0"), "0")

    def number_formats(self) -> dict[str, str]:
        """Our number format ids -> theirs, by the format itself, built in where it is; ids need not be in order or
        follow on."""
        others = {e.get("numFmtId", ""): e.get("formatCode", "") for e in self.theirs("numFmts")}
        used = {cell_format.get("numFmtId") for cell_format in self.ours("cellXfs")}
        kept = {code: number for number, code in BUILT_IN.items()
                if others.get(number, "").lower() in ("", code.lower())}
        redefined = [markup.Element("numFmt", {"numFmtId": number, "formatCode": code})
                     for number, code in BUILT_IN.items()
                     if number in used and number not in kept.values()]
        have = {code: number for number, code in others.items()} | kept
        taken = [int(number) for number in others if is_index(number)]
        free = max([FIRST_NUMBER_FORMAT - 1, *taken]) + 1
        moved: dict[str, str] = {}
        fresh: list[markup.Element] = []
        for element in [*self.ours("numFmts"), *redefined]:
            code, number = element.get("formatCode", ""), element.get("numFmtId", "")
            if code not in have:
                have[code] = str(free)
                free += 1
                element.set("numFmtId", have[code])
                fresh.append(element)
            moved[number] = have[code]
        self._refuse_more("numFmts", fresh, MAX_NUMBER_FORMATS, refusals.TOO_MANY_NUMBER_FORMATS)
        self._write("numFmts", fresh)
        return moved

    def _refuse_more(self, tag: str, fresh: list[markup.Element], most: int, sentence: str) -> None:
        """Raises Refusal where their list has no room for what is to be added."""
        if fresh and len(self.theirs(tag)) + len(fresh) > most:
            raise refuse(sentence, self._file, str(most))

    def unformatted(self, numbers: dict[str, str]) -> markup.Element | None:
        """Their cell format number 0 with the format General, where they have made something else of that."""
        first = next(iter(self.theirs("cellXfs")), None)
        number = "0" if first is None else first.get("numFmtId", "0")
        if first is None or number not in numbers or BUILT_IN.get(number) is None:
            return None
        known = {key: value for key, value in first.attrib.items() if "}" not in key}
        changed = markup.Element("xf", {**known, "numFmtId": numbers[number], "applyNumberFormat": "1"})
        changed.extend(child for child in first if markup.local(child) in ("alignment", "protection"))
        return changed

    def append(self, tag: str, wanted: Iterable[markup.Element]) -> list[int]:
        """The place of each wanted element in their list, after adding those that are not there."""
        theirs = self.theirs(tag)
        places: dict[object, int] = {}
        for place, element in enumerate(theirs):
            places.setdefault(_identity(element), place)
        fresh: list[markup.Element] = []
        found = []
        for element in wanted:
            key = _identity(element)
            if key not in places:
                places[key] = len(theirs) + len(fresh)
                fresh.append(element)
            found.append(places[key])
        if tag == "fonts":
            self._refuse_more(tag, fresh, MAX_FONTS, refusals.TOO_MANY_FONTS)
        self._write(tag, fresh)
        return found

    def _write(self, tag: str, fresh: list[markup.Element]) -> None:
        if not fresh:
            return
        if self._splice is None:
            self._splice = Splice(self._data, STYLES_ORDER)
        for element in fresh:
            self._splice.append(tag, _written(element, self._splice.prefix), f' count="{len(fresh)}"')
        existing, parent = self._splice.find(tag), self._theirs.find("{*}" + tag)
        if existing is not None and parent is not None and parent.get("count") is not None:
            self._splice.set(existing, "count", len(self.theirs(tag)) + len(fresh))


def _identity(element: markup.Element) -> object:
    """Equal for elements that say the same, whatever their prefixes and the order of their attributes."""
    name = markup.local(element)
    children = tuple(_identity(child) for child in elements(element))
    return name, tuple(sorted(element.items())), (element.text or "").strip(), children


def _written(element: markup.Element, prefix: str) -> str:
    """An element of ours as text with their prefix. XlsxWriter's styles hold no other namespace."""
    name = prefix + markup.local(element)
    attributes = "".join(f" {key!s}={as_attribute(str(value))}" for key, value in element.items())
    body = as_content((element.text or "").strip()) + "".join(
        _written(child, prefix) for child in elements(element)
    )
    return f"<{name}{attributes}>{body}</{name}>" if body else f"<{name}{attributes}/>"

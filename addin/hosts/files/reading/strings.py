"""The texts of a workbook: shared ones, and those in the cells themselves, with the runs they are written in."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import NamedTuple

from addin.hosts.files import markup
from addin.hosts.files.markup import BadXml
from addin.hosts.files.reading.marks import lifted, strikes
from addin.hosts.files.reading.own_elements import own_elements
from addin.hosts.files.reading.values import trimmed, unescaped
from addin.runs import Run, mark_of

PREFIX = re.compile(rb"<[\w.-]+:")  # which may be another program's, and calamine takes for its own
_PLAIN = re.compile(r'<si><t( xml:space="preserve")?>([^<]*)</t></si>|<si><t/></si>|<si/>')
ONLY_OURS = re.compile(b"_x(?!00)[0-9A-Fa-f]{4}_")  # calamine knows but the first 256 characters
AS_CELL = "som cellen"  # the mark of a run of no look of its own: it looks as the cell it stands in


class Strings(NamedTuple):
    """The shared texts by their number; of those written in several ways, the runs; whether all is as it looks."""

    texts: list[str]
    runs: dict[int, tuple[Run, ...]]
    plain: bool


def shared(data: bytes) -> Strings:
    """All shared strings; raises BadXml."""
    data = markup.utf8(data)
    markup.check(data)
    if b"<!" in data or b"&#" in data or b":si" in data:
        return _Shared().read(data, False)
    text = data.decode()
    plain = not ONLY_OURS.search(data)
    found = _PLAIN.findall(text)
    if len(found) != text.count("<si") or text.count("</sst>") > 1:
        return _Shared().read(data, plain and not PREFIX.search(data))
    return Strings([(unescaped if kept else trimmed)(plain_text(each)) for kept, each in found], {}, plain)


def plain_text(text: str) -> str:
    """A text between two tags, as an XML parser gives it; without numbered characters."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return html.unescape(text) if "&" in text else text


class Text:
    """One text as its elements come: all its runs, but not how it is pronounced."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.pieces: list[str] | None = None  # of the <t> that is open
        self.keep = False
        self.mark = ""
        self.struck = self.in_runs = False
        self.phonetic = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "t":
            self.pieces = [] if not self.phonetic else None
            self.keep = attributes.get("xml:space") == "preserve"
        elif name == "rPh":
            self.phonetic += 1
        elif name == "r":
            self.mark, self.struck, self.in_runs = AS_CELL, False, True
        elif name == "rPr":
            self.mark = ""
        elif name == "strike":
            self.struck = strikes(attributes)
        elif name == "vertAlign":
            self.mark = lifted(attributes)

    def end(self, name: str) -> None:
        if name == "t" and self.pieces is not None:
            text = "".join(self.pieces)
            self.runs.append(Run((unescaped if self.keep else trimmed)(text), self.mark if self.mark == AS_CELL else
                                 mark_of(self.struck, self.mark)))
            self.pieces = None
        elif name == "rPh":
            self.phonetic -= 1
        elif name == "r":
            self.mark, self.struck = "", False

    def chars(self, text: str) -> None:
        if self.pieces is not None:
            self.pieces.append(text)

    @property
    def whole(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def told(self) -> tuple[Run, ...]:
        """The runs of a text that is written in runs; a text that is not looks as its cell."""
        return tuple(run for run in self.runs if run.text) if self.in_runs else ()


def as_seen(runs: Iterable[Run], cell: str) -> tuple[Run, ...]:
    """The runs in a cell whose own look has this mark; neighbours that look the same are one.

    >>> as_seen([Run("12", AS_CELL), Run("7")], "streget over")
    (Run(text='12', mark='streget over'), Run(text='7', mark=''))
    """
    found: list[Run] = []
    for run in runs:
        mark = cell if run.mark == AS_CELL else run.mark
        if found and found[-1].mark == mark:
            found[-1] = Run(found[-1].text + run.text, mark)
        else:
            found.append(Run(run.text, mark))
    return tuple(found)


class _Shared:
    """The shared strings by expat."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.runs: dict[int, tuple[Run, ...]] = {}
        self.text: Text | None = None

    def read(self, data: bytes, plain: bool) -> Strings:
        parser = own_elements(self.start, self.end)
        parser.CharacterDataHandler = self.chars
        markup.parse(data, parser)
        return Strings(self.texts, self.runs, plain)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self.text = Text()
        elif self.text is not None:
            self.text.start(name, attributes)

    def end(self, name: str) -> None:
        if self.text is None:
            return
        if name != "si":
            self.text.end(name)
            return
        if self.text.told:
            self.runs[len(self.texts)] = self.text.told
        self.texts.append(self.text.whole)
        self.text = None

    def chars(self, text: str) -> None:
        if self.text is not None:
            self.text.chars(text)


def index(text: str, texts: list[str]) -> int:
    """The number of a shared string; raises BadXml where there is none."""
    bare = text.strip().removeprefix("+")
    if not (bare.isascii() and bare.isdigit() and int(bare) < len(texts)):
        raise BadXml(f"shared string {text}")
    return int(bare)

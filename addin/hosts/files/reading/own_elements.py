"""The elements of a part that are its own, not those another program has put between them in a namespace of its own."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from addin.hosts.files import markup

COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
FOR_OTHERS = ("AlternateContent", "Fallback")  # what is there for those who do not know the other program
Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


def own_elements(start: Start, end: End) -> expat.XMLParserType:
    """A parser that tells of the elements in the root's namespace, by their names without a prefix; any other is passed
    over with all that is in it. A prefix that nobody has declared is taken for the part's own."""
    own = _Own(start, end)
    return markup.parser(StartElementHandler=own.start, EndElementHandler=own.end)


class _Own:
    def __init__(self, start: Start, end: End) -> None:
        self.tell_start, self.tell_end = start, end
        self.spaces: dict[str, str] = {}  # by prefix; "" is that of what has none
        self.outside: list[dict[str, str]] = []  # what they were around each element that is open
        self.space: str | None = None  # the root's
        self.passed_over = 0  # how deep in what is not our own

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.passed_over:
            self.passed_over += 1
            return
        said = {key[6:]: attributes[key] for key in attributes if key.startswith("xmlns")}
        spaces = {**self.spaces, **said} if said else self.spaces
        prefix, _, local = name.rpartition(":")
        if self.space is None:
            self.space = spaces.get(prefix, "")
        space = spaces.get(prefix, self.space)
        if space != self.space and (space != COMPATIBILITY or local not in FOR_OTHERS):
            self.passed_over = 1
            return
        self.outside.append(self.spaces)
        self.spaces = spaces
        if space == self.space:
            self.tell_start(local, attributes)

    def end(self, name: str) -> None:
        if self.passed_over:
            self.passed_over -= 1
            return
        prefix, _, local = name.rpartition(":")
        if self.spaces.get(prefix, self.space) == self.space:
            self.tell_end(local)
        self.spaces = self.outside.pop()

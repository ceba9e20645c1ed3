"""The cells that a sentence names, so that a screen can lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from addin.told.shapes import Piece, Sentence
from addin.workbook import quoted

_CELLS = r"\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?(?!\w)(?!:\w)"
_ALONE = re.compile(rf"(?<=[(, ])(?<![\w!]){_CELLS}(?=[),. ;]|$)")


class Links:
    """Knows the sheets of a workbook by their names.

    >>> Links(["Ark 1", "Ark"]).sentence("Ark 1!B2:B9 og Ark!C3 er tomme.")
    [Piece(text='Ark 1!B2:B9', place='Ark 1!B2:B9'), Piece(text=' og ', place=''), \
Piece(text='Ark!C3', place='Ark!C3'), Piece(text=' er tomme.', place='')]
    """

    def __init__(self, sheets: Iterable[str]):
        self.sheets = sorted(sheets, key=lambda name: -len(name))
        names = "|".join(f"{re.escape(quoted(name))}|{re.escape(name)}" for name in self.sheets)
        self.named = re.compile(rf"(?<!\w)(?P<sheet>{names})!(?P<cells>{_CELLS})") if names else None

    def sentence(self, text: str) -> Sentence:
        """A text with the cells it names; those in brackets after "Ark: ..." lie on that sheet."""
        pieces: Sentence = []
        at = 0
        for start, end, place in self._places(text):
            if start > at:
                pieces.append(Piece(text[at:start]))
            pieces.append(Piece(text[start:end], place))
            at = end
        return [*pieces, Piece(text[at:])] if at < len(text) else pieces

    def lines(self, text: str) -> list[Sentence]:
        return [self.sentence(line) for line in text.split("\n") if line.strip()]

    def first(self, text: str) -> str:
        """The first cells it names; "" where it names none."""
        return next((place for _, _, place in self._places(text)), "")

    def _places(self, text: str) -> list[tuple[int, int, str]]:
        if self.named is None:
            return []
        found = [(each.start(), each.end(), f"{self._plain(each['sheet'])}!{each['cells']}".replace("$", ""))
                 for each in self.named.finditer(text)]
        about = next((name for name in self.sheets if text.startswith((f"{name}: ", f"Arket {name}: "))), None)
        if about is not None:
            taken = [range(start, end) for start, end, _ in found]
            found += [(each.start(), each.end(), f"{about}!{each[0]}") for each in _ALONE.finditer(text)
                      if not any(each.start() in part for part in taken)]
        return sorted(found)

    def _plain(self, sheet: str) -> str:
        return sheet if sheet in self.sheets else sheet[1:-1].replace("''", "'")

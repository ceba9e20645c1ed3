"""Which form of ours a returned file is, by its hidden name; and why one is put aside."""

from __future__ import annotations

import re

from addin.filejobs.saml.returned import Returned

MARK, GATHERED = "fordel_skabelon", "fordel_samling"  # hidden names: of a template, and of what is gathered
_CALLED = re.compile(r'(?:of:)?=?"([a-z-]+) (\d{1,6})"')


class Aside(Exception):  # noqa: N818 - an answer: the file does not count, and why
    """Why a file is put aside, in the words after its name."""


def template(book: Returned) -> tuple[str, int] | None:
    """The template a file was made from and its edition, by the hidden name; None where it was made from none."""
    names = {name.name.casefold(): name.target for name in book.names if name.scope is None}
    if GATHERED in names:
        return GATHERED, 0
    called = _CALLED.fullmatch(names.get(MARK, "").strip())
    return (called[1], int(called[2])) if called else None


def refuse_edition(edition: int, ours: int) -> None:
    if edition != ours:
        older = "en ældre" if edition < ours else "en nyere"
        raise Aside(f"er udgave {edition} af skabelonen, {older} end udgave {ours}, som samles. "
                    + ("Send den nye, og bed om svar i den" if edition < ours else "Opdatér Fordel"))

"""A sentence in the words of a screen: no options of a command line."""

from __future__ import annotations

import re

from workbook_templates.indstillinger import NAVN

_ASIDE, _OPTION = re.compile(r" \(--[\w-]+\)"), re.compile(r"--(\w[\w-]*)")


def plain(text: str) -> str:
    """Options of the command line are names here.

    >>> plain("Pulje: er det B2? (--pulje)"), plain("så vælg --grundlag.")
    ('Pulje: er det B2?', 'så vælg navnet Fordel_grundlag.')
    """
    return _OPTION.sub(lambda found: f"navnet {NAVN}{found[1].replace('-', '_')}", _ASIDE.sub("", text))

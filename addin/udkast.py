"""Whether an edition is a draft, and what stands over it then."""

from __future__ import annotations

import re

IN_HEARING, DRAFT = "UDKAST I HØRING", "UDKAST"
_HEARING = re.compile(r"\bhøring|\bhoering")
_OVER = re.compile(r"\befter\b|\bendelig|\bvedtag")


def draft(edition: str) -> str:
    """"" of a final one.

    >>> draft("høring 2"), draft(""), draft("efter høring"), draft("2. udkast")
    ('UDKAST I HØRING', '', '', 'UDKAST')
    """
    said = edition.casefold()
    if _OVER.search(said):
        return ""
    return IN_HEARING if _HEARING.search(said) else DRAFT if "udkast" in said else ""


def final(edition: str) -> bool:
    """Whether an edition is said to be the last word: one that is neither is neither.

    >>> final("endelig"), final("vedtaget"), final("høring"), final("2")
    (True, True, False, False)
    """
    return bool(_OVER.search(edition.casefold()))

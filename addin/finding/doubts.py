"""What speaks against a row of figures being an institution: its name, or figures unlike those of the others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from addin.finding.so_far import SoFar
from addin.finding.sums import figure
from addin.finding.words import plain, whole
from addin.workbook import Sheet
from workbook_templates.overskrifter import (
    INGEN_INSTITUTION_SOM,
    NEDLAGT_SOM,
    PRIVATE_SOM,
    STATISTIK,
    SUMORD,
    TVIVLSOMME_NAVNE,
    TVIVLSOMME_ORD,
)

GIANT = 20  # how many times the largest figure of a column one may be before it is something else, perhaps
_UNCLEAR = re.compile(r"\b(gennemsnit|gns|gnsn|snit|median|heraf|forskel|difference|procent|pct|maksimum)\b")
_SUM_WORD = re.compile(r"\b(" + "|".join(map(re.escape, SUMORD)) + r")\b")


def is_unclear(words: str) -> bool:
    """Whether a name holds a word that tells of the others: a mean, a share, a difference."""
    return bool(_UNCLEAR.search(words))


def is_sum(words: str) -> bool:
    """Whether a name holds a word for a sum."""
    return bool(_SUM_WORD.search(words))


def is_total(words: str) -> bool:
    """Whether a name says that it is the sum of all, and nothing else."""
    return words in SUMORD


def is_statistic(words: str) -> bool:
    return words in STATISTIK


def is_doubtful(words: str, name: str = "") -> bool:
    """Whether a name may well be something else than an institution's; as it stands it has its years."""
    if is_unclear(words) or words in TVIVLSOMME_NAVNE or any(word in words for word in TVIVLSOMME_ORD):
        return True
    return any(re.fullmatch(INGEN_INSTITUTION_SOM, form) or re.fullmatch(PRIVATE_SOM, form)
               for form in (words, re.sub(r"[()]", " ", whole(name))))


def is_closed(name: str) -> bool:
    """Whether a name says that its institution is there no more."""
    return bool(re.fullmatch(NEDLAGT_SOM, whole(name)))


def is_private(name: str) -> bool:
    """Whether a name is that of private institutions or private care."""
    return bool(re.fullmatch(PRIVATE_SOM, plain(name)))


def is_thin(sheet: Sheet, row: int, columns: Sequence[int], others: SoFar) -> bool:
    """Whether a row lacks more than half of the figures that the others mostly have."""
    usual = [column for column in columns if 2 * others.columns[column].filled > len(others.rows)]
    there = [column for column in usual if sheet.value(row, column) is not None]
    return 2 * len(there) <= len(usual) > 1


def is_giant(sheet: Sheet, row: int, columns: Sequence[int], others: SoFar) -> bool:
    """Whether a figure is many times the largest of its column so far."""
    return any(abs(figure(sheet, row, column) or 0.0) > GIANT * largest for column in columns
               if (largest := others.columns[column].largest))


def is_mean(sheet: Sheet, row: int, additive: Sequence[int], others: SoFar) -> bool:
    """Whether a row's figures are means of the rows: those that can be added roughly, the others (which may be
    weighted) between the least and the most."""
    right = []
    for column, found in others.columns.items():
        value = figure(sheet, row, column)
        if value is not None and found.numbers:
            mean = found.total / found.numbers
            near = abs(value - mean) <= max(0.05 * abs(mean), 0.5)
            right.append(near if column in additive else found.least <= value <= found.most)
    return bool(right) and all(right)

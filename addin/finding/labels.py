"""What a label beside a number means: the settings it may be, and how surely it is each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from addin.finding.words import LONGEST, forms, matches, whole
from workbook_templates.overskrifter import (
    BESPARELSE_SOM,
    ETIKETTER,
    ETIKETTER_SOM,
    INTET_TAL,
    NAERE_ORD,
    PULJE_NETTO,
    VAEGT_STORE,
    VAGE_ETIKETTER,
)

# How sure a label is: what is left to distribute, its own words, words for much else, a word that is near.
NETTO, SURE, VAGUE, NEAR = range(4)
_LEFT = re.compile(r"\b(?:ekskl|excl|eksklusive?|efter|netto|uden|rest|fratrukket)\b")
_SAVING = re.compile(r"\b\w*(?:besparelse|reduktion|effektivisering|nedskæring|sparekrav)\w*")
_EVERY = tuple(word for words in (*ETIKETTER.values(), *VAGE_ETIKETTER.values()) for word in words)
_ANY = re.compile("|".join(f"(?:{near})" for near in NAERE_ORD.values()))
_ANY_WHOLE = re.compile("|".join(f"(?:{each})" for each in (BESPARELSE_SOM, *ETIKETTER_SOM.values())))
_SPAN = re.compile(r"\b(20\d\d)\s?[-–—/]\s?((?:20)?\d\d)\b")


def ranks(text: str) -> tuple[tuple[str, int], ...]:
    """The settings a label may mean, and how surely it means each; a long text is no label.

    >>> ranks("Pulje til fordeling 2027"), ranks("Loft pr. barn"), ranks("Heraf til vuggestuer")
    ((('pulje', 0),), (('loft', 1),), (('centralt', 3),))
    """
    return said(text) if len(text) <= LONGEST else ()


@lru_cache(maxsize=8192)
def said(text: str) -> tuple[tuple[str, int], ...]:
    """The same of a text of any length: of a sentence that says an amount."""
    written = forms(text)
    if not any(map(may_be_one, written)):
        return ()
    found = [(key, rank) for key in ETIKETTER if (rank := rank_of(key, written)) is not None]
    if any(rank < NEAR for _, rank in found):
        found = [(key, rank) for key, rank in found if rank < NEAR]
    elif ("centralt", NEAR) in found:  # a part of a pool is no pool
        found = [(key, rank) for key, rank in found if key != "pulje"]
    return tuple(found)


def may_be_one(form: str) -> bool:
    """Whether a label, in a plain form, may mean any setting at all; the names of all institutions are asked."""
    return matches(form, _EVERY) or bool(_ANY.search(form) or _ANY_WHOLE.fullmatch(form))


def rank_of(key: str, written: Iterable[str]) -> int | None:
    """How surely a label, in its plain forms, means a setting; None where it does not."""
    if any(is_called(form, key) for form in written):
        return NETTO if key == "pulje" and any(PULJE_NETTO in form for form in written) else SURE
    if key == "pulje" and any(re.fullmatch(BESPARELSE_SOM, form) for form in written):
        return SURE
    if any(matches(form, VAGE_ETIKETTER.get(key, ())) for form in written):
        return VAGUE
    near = NAERE_ORD.get(key)
    return NEAR if near and any(re.search(near, form) for form in written) else None


def is_called(form: str, key: str) -> bool:
    """Whether a label says just this setting."""
    return matches(form, ETIKETTER[key]) or bool(key in ETIKETTER_SOM and re.fullmatch(ETIKETTER_SOM[key], form))


def is_setting(label: object) -> bool:
    """Whether a cell holds the label of a single setting, such as the pool."""
    return isinstance(label, str) and any(rank < VAGUE for _, rank in ranks(label))


def is_pool(label: str) -> bool:
    """Whether a label is that of the pool, and of nothing that may be a row among institutions."""
    return any(key == "pulje" and rank < VAGUE for key, rank in ranks(label)) and not is_saving(label)


def is_saving(label: str) -> bool:
    """Whether what stands beside it is to be found, not given."""
    return any(re.fullmatch(BESPARELSE_SOM, form) for form in forms(label))


def is_left(label: str) -> bool:
    """Whether a label says that something has been taken off already.

    >>> is_left("Til fordeling"), is_left("Pulje (ekskl. central pulje)"), is_left("Pulje")
    (True, True, False)
    """
    return any(rank == NETTO for _, rank in ranks(label)) or bool(_LEFT.search(whole(label)))


def says_saving(text: str) -> bool:
    """Whether a title speaks of a saving: what stands under it may be to find, not to give."""
    return bool(_SAVING.search(whole(text)))


def is_weight_of_older(label: str) -> bool:
    """Whether it is what 3-5-year-olds weigh."""
    return any(re.fullmatch(VAEGT_STORE, form) for form in forms(label))


def is_no_figure(label: str) -> bool:
    """Whether the number beside it is a year, a page, a telephone: nothing to count with."""
    return bool(re.match(INTET_TAL, whole(label)))


def years_of(text: str) -> int:
    """How many years a text says an amount is for; 0 where it says none, 1 for a school year.

    >>> years_of("Pulje 2025-2028"), years_of("Pulje, skoleåret 2026/27"), years_of("Pulje 2027")
    (4, 1, 0)
    """
    found = _SPAN.search(whole(text))
    if not found:
        return 0
    last = int(found[2]) if len(found[2]) == 4 else 2000 + int(found[2])
    years = last - int(found[1]) + 1
    return 1 if years == 2 else years if 2 < years <= 12 else 0

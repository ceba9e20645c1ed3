"""The words over and beside figures, compared in plain form with the tables in workbook_templates.overskrifter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from workbook_templates.overskrifter import (
    ANDRE_ENHEDER,
    ENHEDSORD,
    IKKE_ENHED,
    KENDTE_UDEN_BRUG,
    KOLONNER,
    KRITERIEORD,
)

_DATE = re.compile(r"\s*\b(?:pr|per|den|ultimo|primo)?\.?\s*\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})\b"
                   r"|\s*\bpr\.?\s*\d{1,2}\.?\s*(?:[./]\s?\d{1,2}\.?|[a-zæøå]{3,9}\.?(?:\s*(?:19|20)\d\d)?)(?!\w)")
_YEAR = re.compile(r"\s*\b(?:år|skoleår(?:et)?|i|for)?\s*(?:19|20)\d\d(?:\s?[/-]\s?(?:19|20)?\d\d)?$")
_FOOTNOTE = re.compile(r"(?:\s*[*¹²³⁴⁵⁶⁷⁸⁹†]+|\s+\d{1,2}\))+$")
_AGES = re.compile(r"(\d)\s*[-–—]\s*(\d)")
_UNITS = "|".join(map(re.escape, sorted(ENHEDSORD, key=len, reverse=True)))
_UNIT_AT_END = re.compile(rf"[\s,:;/-]*\b(?:i\s+)?(?:hele\s+)?(?:{_UNITS})$")
_KRONER = re.compile(r"\bkr\b\.?|,-")
# of each unit the last word: a text with none of them names no unit
_IN_A_UNIT = tuple({"kr", ",-", *(word.split()[-1] for words in ANDRE_ENHEDER.values() for word in words)})
LONGEST = 255  # letters of a heading or a label; what is longer is a text about something


@lru_cache(maxsize=4096)
def plain(text: object) -> str:
    """A heading or label in the form patterns are written in: "Sandsyn-\\nlighed" is "sandsynlighed".

    >>> plain("Soc.øk. tildeling 2022"), plain("Pulje 2026:"), plain("0–2-årige (antal)"), plain("Børn pr. 5.9.2025")
    ('socøk tildeling', 'pulje', '0-2 årige', 'børn')
    """
    if not isinstance(text, str):
        return ""
    text = whole(text)
    text = re.sub(r"\s*\([^)]*\)$", "", text)
    return re.sub(r"\s+", " ", _YEAR.sub("", text)).strip(" :,-")


@lru_cache(maxsize=8192)
def whole(text: str) -> str:
    """Plain, but with its years and with what stands in brackets."""
    text = _FOOTNOTE.sub("", text.replace("\u00a0", " ").strip())
    text = re.sub(r"-\s*\n\s*", "", text.casefold()).replace("[", "(").replace("]", ")")
    text = _DATE.sub("", text).replace(".", "")
    text = _AGES.sub(r"\1-\2", re.sub(r"\s+", " ", text)).replace("-år", " år")
    return text.strip(" :*,")


@lru_cache(maxsize=4096)
def keys(text: str) -> tuple[str, ...]:
    """The settings a column with this heading may answer.

    >>> keys("Børn (0-2 år)"), keys("Budget 2026, kr."), keys("Farve")
    (('boern_0_2',), ('grundbudget',), ())
    """
    if len(text) > LONGEST:
        return ()
    written = tuple(forms(text))
    in_full = (tuple(key for key, patterns in KOLONNER.items() if form in patterns) for form in written)
    begun = (tuple(key for key, patterns in KOLONNER.items() if matches(form, patterns)) for form in written)
    return next(filter(None, chain(in_full, begun)), ())  # "udmeldt i år" before "udmeldt*"


@lru_cache(maxsize=4096)
def forms(text: str) -> tuple[str, ...]:
    """A heading with what stands in brackets, without, without a unit at its end, without "antal" before it."""
    with_brackets = _YEAR.sub("", re.sub(r"[()]", " ", whole(text)))
    found = [re.sub(r"\s+", " ", with_brackets).strip(" :,-"), plain(text)]
    found += [_UNIT_AT_END.sub("", form).strip(" :,-") for form in found]
    found += [re.sub(r"^(antal |heraf (?=\d))", "", form) for form in found]
    return tuple(form for form in dict.fromkeys(_YEAR.sub("", form).strip() for form in found) if form)


def matches(text: str, patterns: Iterable[str]) -> bool:
    """Whether a plain text is one of the patterns; "*" at a pattern's end stands for any rest."""
    whole_ones, beginnings = _parted(tuple(patterns))
    return text in whole_ones or text.startswith(beginnings)


@lru_cache(maxsize=512)
def _parted(patterns: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Those that are the whole of a text, and those it may begin with."""
    return (frozenset(pattern for pattern in patterns if not pattern.endswith("*")),
            tuple(pattern[:-1] for pattern in patterns if pattern.endswith("*")))


def known_unused(text: str) -> bool:
    """Whether a heading is one of those that never are a figure to distribute by."""
    return any(matches(form, KENDTE_UDEN_BRUG) for form in forms(text))


def is_criterion(text: str) -> bool:
    """Whether a heading names one of the criteria kommuner use."""
    return any(word in plain(text) for word in KRITERIEORD)


def one_line(text: object) -> str:
    return re.sub(r"\s+", " ", re.sub(r"-\s*\n\s*", "", str(text))).strip()


def name_of(value: object) -> str:
    """A name as shown: text without surrounding blanks, a number without decimals it does not have."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).replace("\u00a0", " ").strip()


def without_footnote(name: str) -> str:
    """A name without the mark that points to a note: "Anemonen 1)" and "Birken *" are Anemonen and Birken."""
    return _FOOTNOTE.sub("", name)


def is_unit(text: str) -> bool:
    """Whether a text under a heading only says what the column is measured in."""
    if len(text) > LONGEST:
        return False
    bare = re.sub(r"^i\s+", "", whole(text).strip("() "))
    return bare in ENHEDSORD or bool(re.fullmatch(r"(?:19|20)\d\d", bare))


def unit_of(text: object) -> str | None:
    """The unit of amounts that a text names, None where it names none.

    >>> unit_of("Budget (1.000 kr.)"), unit_of("beløb i mio. kr."), unit_of("Grundbudget, kr."), unit_of("Grundbudget")
    ('1.000 kr.', 'mio. kr.', 'kr.', None)
    """
    if not isinstance(text, str):
        return None
    small = text.casefold()
    if not any(word in small for word in _IN_A_UNIT):
        return None  # most texts, and some of them are long
    small = re.sub(r"\s+", " ", small.replace("\u00a0", " "))
    brackets = " ".join(re.findall(r"\(([^)]*)\)", small))
    if any(word in small for word in IKKE_ENHED):  # "11.000 kr. pr. barn" is an amount: only brackets name a unit there
        small = brackets
    for unit, words in ANDRE_ENHEDER.items():
        if any(word in small and re.search(rf"(?<![\w.,]){re.escape(word)}", small) for word in words):
            return unit
    return "kr." if _KRONER.search(small) else None

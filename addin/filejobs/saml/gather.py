"""All returned files together: each counts once, and nothing is guessed where two of one kommune disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from addin.filejobs.saml.returned import Fault, Gathered, Reply

SAME = "siger det samme som {} og tæller ikke en gang til"


def gather(replies: Iterable[Reply], aside: Iterable[Fault], files: int) -> Gathered:
    """`aside` are those of the `files` that could not be read, each with why."""
    replies, aside = list(replies), list(aside)
    by_name: dict[str, list[Reply]] = defaultdict(list)
    for reply in replies:
        by_name[comparable(reply.kommune)].append(reply)
    counted, doubles = [], []
    for same in by_name.values():
        first, *more = same
        if all(reply.says() == first.says() for reply in more):
            counted.append(first)
            doubles += [Fault(reply.file, "", SAME.format(first.file)) for reply in more]
        else:
            doubles += [Fault(reply.file, "", f"er fra {reply.kommune} og siger noget andet end "
                              f"{next(other.file for other in same if other is not reply)}. Ingen af dem tæller, før "
                              "den, der gælder, er alene i mappen") for reply in same]
    said = [fault for reply in replies for fault in reply.faults]
    out = frozenset(fault.file for fault in [*aside, *doubles])
    return Gathered(tuple(sorted(counted, key=lambda reply: comparable(reply.kommune))), (*aside, *doubles, *said),
                    files, out)


def once(replies: Iterable[Reply]) -> tuple[list[Reply], list[Fault]]:
    """Those that say something else than all before them, and what is said of the rest."""
    counted: dict[tuple[object, ...], Reply] = {}
    doubles = []
    for reply in replies:
        first = counted.setdefault(reply.says(), reply)
        if first is not reply:
            doubles.append(Fault(reply.file, "", SAME.format(first.file)))
    return list(counted.values()), doubles


def comparable(kommune: str) -> str:
    """A kommune's name, with or without the word.

    >>> comparable("Randers  Kommune") == comparable("randers")
    True
    """
    return " ".join(kommune.split()).casefold().removesuffix(" kommune")

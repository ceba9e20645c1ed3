"""What an institution counts with after the threshold, in plain formulas: tested on it, or on its group."""

from __future__ import annotations

from collections.abc import Callable


def on_institution(key: str, children: str, limit: str, over: str) -> str:
    """Its key where it reaches the threshold's share of its children; where `over` is 1, only what lies above."""
    noise, above = f"1E-9*MAX(1,ABS({key}))", f"{key}-{limit}*{children}"
    return f"IF({over}=1,IF({above}<={noise},0,{above}),IF({above}<-{noise},0,{key}))"


def on_group(key: str, group: str, groups: str, columns: tuple[str, str], limit: str) -> str:
    """Its key where all keys of its group reach the threshold's share of all the group's children."""
    whole, children = (f"SUMIF({groups},{group},{column})" for column in columns)
    return f"IF({whole}-{limit}*{children}<-1E-9*MAX(1,ABS({whole})),0,{key})"


def formula(cell: Callable[[str], str], whole: Callable[[str], str], measured: str, by_group: bool, limit: str,
            over: str) -> str:
    """The one of them that is used; `cell` and `whole` are the institution's cells and the columns, by key."""
    if by_group:
        columns = whole("noegle"), whole(measured)
        return on_group(cell("noegle"), cell("gruppe_nr"), whole("gruppe_nr"), columns, limit)
    return on_institution(cell("noegle"), cell(measured), limit, over)

"""What the examples in a manual call the function with, so that they can be shown, and tried, in a spreadsheet."""

from __future__ import annotations

import contextlib
import doctest
import inspect
import io

from udfs import catalogue


def calls(name: str) -> list[dict[str, object]]:
    """Argument -> value of each example, in order, only those that are given.

    >>> calls("FORDEL_ANDEL")
    [{'tal': [1, 3]}]
    """
    rule, seen = catalogue.FUNCTIONS[name], []

    def watched(*given: object, **named: object) -> object:
        seen.append(dict(inspect.signature(rule).bind(*given, **named).arguments))
        return rule(*given, **named)

    with contextlib.redirect_stdout(io.StringIO()):  # one example prints its rows
        for example in doctest.DocTestParser().get_examples(rule.__doc__ or ""):
            exec(compile(example.source, name, "exec"), {name: watched})  # our own manual, not anybody's text
    return seen

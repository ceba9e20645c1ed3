"""A finished key with changes by hand: each added to the key of the table, with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from addin.inputs import Column


@dataclass(frozen=True)
class Adjusted:
    """One entry an institution; a change is 0 where there is none."""

    before: Column  # as the table has it
    changes: list[float]
    reasons: list[str]
    noegle: Column  # both together

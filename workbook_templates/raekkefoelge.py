"""In which order the sheets show what the calculation and its parts give them: each by its key."""

from __future__ import annotations

# The key figures.
NOEGLETAL = ("penge", "normering", "efterregulering", "modtagere", "differentiering", "budget")
# Under the table, before what has changed since last year.
AFSNIT = ("efterregulering",)

"""The sheet with the statement to one recipient."""

from __future__ import annotations

NOEGLE = "udmelding"
HOVED = ("Nr.", "Linje", "Regn", "Tal", "")
BREDDER = (5, 58, 14, 17, 5)  # of the columns: as wide together as an upright page
TEGN = 62  # of a label on one line

"""Every difference between LibreOffice and the other hosts that is known and allowed, by name and with its reason."""

from __future__ import annotations

from typing import NamedTuple

# ------------------------------------------------------------------------------------- the buttons

DIGITS = 1e-14  # relatively: a workbook file holds 16 digits of a number, LibreOffice all 17
FINGERPRINT = "SHA-256 "  # there is no file to take it of, when the document is open and perhaps changed
MADE = r"\d\d\.\d\d\.\d{4} kl\. \d\d\.\d\d"  # when it was made
BUILT_IN_NAMES = "_xlnm."  # print areas are read from a file as names too
TEXT_FORMAT = "NumberFormat @"  # LibreOffice marks a text that could be read as a number
# A per cent that is built into the file format is shown as the language has it, one that is written out as it says.
BUILT_IN_PER_CENT = ('NumberFormat 0,00"\xa0"%', "NumberFormat 0,00%")
# Widths are counted in digits, and how wide one is when a file is read is rounded to pixels; Calibri may be missing.
WIDTHS_DIFFER_AT_MOST = 0.15

# ------------------------------------------------------------------------------------- functions

ERRORS_ARE_PASSED_ON = ("A range with an error value is an error without the function being asked: SUM is an error all "
                        "the same, but there is no sentence of ours.")


class SingleCell(NamedTuple):
    """A formula in which a single empty cell (D9), or a typed 0, arrives as 0; as a range (D9:D9) it is empty."""

    typed: str
    refused: bool
    value: str = ""
    why: str = ""


SINGLE_CELLS = (
    SingleCell("=FORDEL_PULJE(C1;A1:A3;B1:B3;0,1;;;D9)", True, why="0 would not round, empty rounds to kroner"),
    SingleCell("=FORDEL_PULJE(C1;A1:A3;B1:B3;0,1;;;0)", True, why="the same 0 to us"),
    SingleCell("=SUM(FORDEL_PULJE(C1;A1:A3;B1:B3;0,1;;;D9:D9))", False, "1000"),
    SingleCell("=SUM(FORDEL_PULJE(C1;A1:A3;B1:B3;D9;;D9))", False, "1000", "no threshold and no minimum are 0 and 0"),
    SingleCell("=SUM(FORDEL_PULJE(C1;A1:A3;B1:B3;0,1;D9:D9))", False, "1000"),
    SingleCell("=SUM(FORDEL_PULJE(D9;A1:A3))", False, "0", "an empty pool is no money, as everywhere in LibreOffice"),
    SingleCell("=SUM(FORDEL_BOERN(A1:A3;B1:B3;D9))", True, why="0 would leave the youngest out, empty is 1,8"),
)

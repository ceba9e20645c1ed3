"""How each program stores a function of ours in a formula, by the names in the catalogue; and which it is stored as.

Excel's web add-ins bind `_xldudf_FORDEL_PULJE` in a cell that is an array with cm="1"; the .xlam binds
`[1]!FORDEL_PULJE`, where 1 is the workbook's link to it; LibreOffice the plain name.
"""

from __future__ import annotations

import re

from udfs.catalogue import FUNCTIONS

WEB, DESKTOP, CALC, VAERDIER = "web", "desktop", "calc", "vaerdier"
FORMS = (WEB, DESKTOP, CALC, VAERDIER)
# a text or a sheet's name in quotes, which is left alone, or a call of a function of ours as any program stores it
_CALL = re.compile(r"""(?P<quoted>"(?:[^"]|"")*"|'(?:[^']|'')*')"""
                   r"|(?<![\w.])(?:_xldudf_|_xll\.|\[\d+\]!)?(?P<name>FORDEL_[A-Z0-9_]+)(?=\s*\()", re.IGNORECASE)


def stored(formula: str, form: str, link: int = 0) -> str:
    """The formula as a program stores it; a name that is not in the catalogue stays as it is.

    >>> stored('IF(A1="FORDEL_PULJE(",1,FORDEL_PULJE(A1,B1:B3))', "web")
    'IF(A1="FORDEL_PULJE(",1,_xldudf_FORDEL_PULJE(A1,B1:B3))'
    >>> stored("_xldudf_FORDEL_PL(1,2)", "desktop", 2), stored("[2]!fordel_pl(1,2)", "calc")
    ('[2]!FORDEL_PL(1,2)', 'FORDEL_PL(1,2)')
    """
    before = {WEB: "_xldudf_", DESKTOP: f"[{link}]!", CALC: "", VAERDIER: ""}[form]

    def one(found: re.Match[str]) -> str:
        name = (found["name"] or "").upper()
        return before + name if name in FUNCTIONS else found[0]

    return _CALL.sub(one, formula)


def has_ours(formula: str) -> bool:
    """Whether a formula calls a function of ours.

    >>> has_ours("[1]!FORDEL_PULJE(A1)"), has_ours('"FORDEL_PULJE("'), has_ours("FORDEL_UKENDT(1)")
    (True, False, False)
    """
    return any((found["name"] or "").upper() in FUNCTIONS for found in _CALL.finditer(formula))

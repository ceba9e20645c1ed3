"""Asks whether those who only get a fixed amount are in the key figures: KORA counts no special institutions."""

from __future__ import annotations

from addin.danish import listed
from addin.finding.sums import figure
from addin.finding.table import CHILDREN
from addin.finding.words import name_of, plain
from addin.inputs import where
from addin.settings.setup import sheet_of
from addin.settings.tables import TableSettler
from workbook_templates.indstillinger import BESPARELSE, I_STEDET_FOR, MED, UDEN

KEY = "fast_i_noegletal"
COLUMNS = ("noegletal_med", "noegletal_uden")  # what they say of each goes first


def ask(tables: TableSettler) -> None:
    """Where there is such an amount, and children to measure it by, and no column that says it."""
    setup = tables.setup
    fixed, effect = setup.areas.get("fast"), setup.areas.get("fast_virkning")
    explained = "fast_grund" in setup.areas  # without it is refused
    said = setup.values.get(KEY) or any(key in setup.areas for key in COLUMNS)
    measured = any(key in setup.areas for key in CHILDREN) and setup.values.get("retning") != BESPARELSE
    if fixed is None or effect is None or said or not (explained and measured):
        return
    sheet = sheet_of(tables.snapshot, fixed)
    rows = [recipient for recipient in setup.rows.recipients if (figure(sheet, recipient.row, fixed.column) or 0) > 0
            and plain(name_of(sheet.value(recipient.row, effect.column))) == I_STEDET_FOR]
    if not rows:
        return
    names = listed([f"{each.name} ({where(sheet, each.row, fixed.column)})" for each in rows])
    get = "får et fast beløb" if len(rows) == 1 else "får faste beløb"
    tables.asker.ask(KEY, f"{names} {get} i stedet for nøglen. Skal det tælle med i faktor, kvartilfaktor og figur? "
                     "KORA tæller ikke specialinstitutioner med. Beløbene er de samme.",
                     [(UDEN, "nej, uden for nøgletal"), (MED, "ja, med i nøgletal")], where(sheet, rows[0].row,
                                                                                            fixed.column))

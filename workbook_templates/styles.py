"""How cells of our sheets look: a style's name -> properties, in XlsxWriter's words. Number formats are en-US codes."""

from __future__ import annotations

from typing import Any

BLAA = "#1F4E79"
LYS = "#DDEBF7"
ROED = "#C00000"

KR = "#,##0"
KR_OERE = "#,##0.00"
PCT = "0.0%"
_TOP = {"valign": "vcenter"}
_SUM = {"bold": True, "top": 1, "bg_color": LYS}

STYLES: dict[str, dict[str, Any]] = {
    "tekst": {},
    "brudt": {"text_wrap": True, **_TOP},
    "fed": {"bold": True},
    "titel": {"bold": True, "font_size": 16, "font_color": BLAA},
    "afsnit": {"bold": True, "font_size": 12, "font_color": BLAA, "bottom": 1},
    "lille": {"font_size": 9, "font_color": "#595959"},
    "daempet": {"font_color": "#595959"},
    "lille_brudt": {"font_size": 9, "font_color": "#595959", "text_wrap": True, **_TOP},
    "hoved": {"bold": True, "font_color": "white", "bg_color": BLAA, "text_wrap": True, "valign": "vcenter",
              "align": "center", "border": 1, "border_color": "white"},
    "hoved_venstre": {"bold": True, "font_color": "white", "bg_color": BLAA, "valign": "vcenter"},
    "enhed": {"italic": True, "font_size": 9, "align": "center", "bg_color": LYS},
    "gruppe": {"bold": True, "bg_color": "#F2F2F2"},
    "tal": {"align": "right"},  # with all its digits: "#,##0.######" would show 5 as "5,"
    "helt": {"num_format": "0", "align": "center"},
    "midt": {"align": "center"},
    "indrykket": {"indent": 1},
    "boern": {"num_format": "#,##0.0"},
    "noegle": {"num_format": "#,##0.0000"},
    "noegle_fin": {"num_format": "#,##0.0000####"},  # as many decimals as it takes to do the step again
    "faktor": {"num_format": "#,##0.00"},
    "normering": {"num_format": "#,##0.00"},
    "sats": {"num_format": "#,##0.0000"},
    "pct": {"num_format": PCT, "align": "right"},
    "pct2": {"num_format": "0.00%"},
    "kr": {"num_format": KR},
    "en_decimal": {"num_format": "#,##0.0"},
    "kr_fed": {"num_format": KR, "bold": True},
    "hoejre": {"align": "right", "num_format": "@"},  # texts, also "35 %"
    "kr_oere": {"num_format": KR_OERE, "align": "right"},
    "kr_fin": {"num_format": "#,##0.000000"},
    "kr_aendring": {"num_format": "+#,##0;-#,##0;0"},
    "kr_oere_aendring": {"num_format": "+#,##0.00;-#,##0.00;0.00"},
    "pct_aendring": {"num_format": "+0.0%;-0.0%;0.0%"},
    "sum_tekst": _SUM,
    "advarsel": {"font_color": ROED, "text_wrap": True, **_TOP},
    "advarsel_linje": {"font_color": ROED},
    "ok": {"bold": True, "align": "center", "border": 1},
    "status": {"bold": True, "font_size": 16, "align": "center", "border": 2},
    "god": {"bg_color": "#C6EFCE", "font_color": "#006100"},
    "daarlig": {"bg_color": "#FFC7CE", "font_color": "#9C0006"},
    "fortalt": {"bg_color": "#FFEB9C", "font_color": "#7F6000"},
    "skjult": {"font_color": "#F2F2F2", "bg_color": "#F2F2F2"},
    "stoerre": {"valign": "vcenter"},
    "antal": {"num_format": KR, "align": "right"},
    "fritekst": {"text_wrap": True},
    "dato": {"num_format": "dd.mm.yyyy"},
    "valg": {"num_format": "@"},  # "1.000 kr." picked from a list stays what it says, and is no 1000
    "input": {"valign": "vcenter", "bg_color": "#FFF2CC", "border": 1, "border_color": "#BFBFBF", "align": "right"},
    "hoejre_tal": {"align": "right", "num_format": "#,##0.0"},
    "sum_tal": {"num_format": "#,##0.0;-#,##0.0;0.0"},
    "indtast": {"valign": "vcenter", "bg_color": "#FFF2CC", "border": 1, "border_color": "#BFBFBF"},
    "regnet": {"valign": "vcenter", "bg_color": "#F2F2F2", "border": 1, "border_color": "#BFBFBF"},
}


MOST_DECIMALS = 20  # that LibreOffice shows


def decimals(least: int, most: int) -> str:
    """The style of a number with at least and at most so many decimals."""
    return f"decimaler_{least}_{most}"


STYLES |= {decimals(least, most): {"num_format": f"#,##0.{'0' * least}{'#' * (most - least)}"}
           for least in (1, 2, 4) for most in range(least, MOST_DECIMALS + 1)}


def faste_decimaler(many: int) -> str:
    """The style of a number with so many decimals, also where they are 0."""
    return f"faste_decimaler_{many}"


STYLES |= {faste_decimaler(many): {"num_format": f"#,##0.{'0' * many}".rstrip(".")}
           for many in range(MOST_DECIMALS + 1)}


# Amounts with letters beside them (workbook_templates.fordeling), in columns that stay straight.
LETTERS = [below + bound + new + fixed for below in ("", "U") for bound in ("", "M", "L", "G", "H", "A")
           for new in ("", "N") for fixed in ("", "F")]


def med_bogstaver(style: str, letters: str) -> str:
    """The style of an amount with letters.

    >>> med_bogstaver("bogstav", "U")
    'bogstav_U'
    """
    return f"{style}_{letters}" if letters else style


STYLES |= {med_bogstaver(name, letters): {"num_format": f'{code}" {letters}"' if letters else f"{code}_ _U",
                                          "bold": True, "align": "right"}
           for name, code in (("bogstav", KR), ("oere_bogstav", KR_OERE)) for letters in LETTERS}


_PRINTED = "_paa_papir"
STYLES |= {name + _PRINTED: {**look, "num_format": look["num_format"].replace("%", r"\ %")}
           for name, look in STYLES.items() if "%" in look.get("num_format", "")}
STYLES |= {name + _PRINTED: {"bg_color": STYLES[name]["bg_color"]} for name in ("god", "daarlig", "fortalt")}


def on_paper(style: str) -> str:
    """A style as it is printed: programs show 2,5% in a cell, a text has 2,5 %; and a rule leaves the letters alone,
    whose colour says in the PDF which cell they are of.

    >>> on_paper("pct fed")
    'pct_paa_papir fed'
    """
    return " ".join(part + _PRINTED if part + _PRINTED in STYLES else part for part in style.split())


def properties(style: str) -> dict[str, Any]:
    """The properties of a style, or of several joined by a blank; "#C00000" among them is the colour of the letters."""
    found: dict[str, Any] = {}
    for part in style.split():
        found |= {"font_color": part} if part.startswith("#") else STYLES[part]
    return found

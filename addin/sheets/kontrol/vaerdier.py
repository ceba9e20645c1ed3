"""The values the control's formulas have now, from the calculation itself: what is shown before any recalculation."""

from __future__ import annotations

import math
from typing import Any

from addin.figures.read import Figures
from addin.run.regnet import Regnet
from addin.sheets.kontrol.dele import Samlet
from addin.workbook import CellValue
from udfs.rounding import decimals
from workbook_templates import fordeling_kontrol as spec
from workbook_templates.opsaetning import OWN_BOUNDS

NOBODY, EVERYBODY = 2.0, -1.0  # neutral in MIN and MAX over remainders and shares
LAST_PLACE = 999999999
# Settings as they stand, blank where not in use.
SHOWN = ("taerskel", "loft", "minimum", "garanti", "hoejst", "pl", "andel_nyt")


def columns(result: Regnet, parts: Samlet) -> dict[str, list[CellValue]]:
    """The cells of the table, by column."""
    done, figures, n = result.fordeling, result.figures, result.n
    found: dict[str, Any] = {
        **dict.fromkeys(("samme", "samme_tal", "baand", "beloeb"), [1] * n), **order(result),
        "nr": range(1, n + 1),
        "navn": [" ".join(part for part in recipient.name.split(" ") if part) for recipient in figures.recipients],
        "navn_da": [recipient.name for recipient in figures.recipients],
        "boern": [children or 0.0 for children in figures.boern] if figures.boern else [None] * n,
        "boern_taerskel": figures.boern_taerskel,
        "noegle": done.noegle, "vaegt": done.vaegt, "andel": shares(result),
        **per_child(figures),
        "foer": [before or 0.0 for before in figures.foer or ()],
        **parts.vaerdier,
        **{OWN_BOUNDS[key]: ["" if value is None else value for value in values]
           for key, values in figures.own_bounds.items()},
        "lo": done.lo, "hi": done.hi,
        "bundet": sets(result), "foer_afrunding": done.foer_afrunding, "blandet": done.blandet,
        "tildeling": done.tildeling, "enheder": (done.gulv + done.rest), "rest": done.rest, "ekstra": done.ekstra,
    }
    return {key: [plain(value) for value in values] for key, values in found.items() if values is not None}


def per_child(figures: Figures) -> dict[str, list[float]]:
    """What last year's amounts are made of, where they are of this year's children."""
    made = figures.pr_barn
    return {} if made is None else {"foer_kr": [before or 0.0 for before in made.kr], "boern_nu": made.nu,
                                    "boern_foer": made.foer}


def sets(result: Regnet) -> list[str]:
    """Free, at minimum, at cap, or nothing: what the certificate takes as given and then proves."""
    weighed = zip(result.fordeling.bundet, result.fordeling.vaegt.tolist())
    return [spec.INTET if weight <= 0 else spec.BUNDET.get(bound, spec.FRI) for bound, weight in weighed]


def shares(result: Regnet) -> list[float]:
    """What decides a tie, as shares to the decimals in which it is one: weights, or after a transition the amounts."""
    done = result.fordeling
    units = done.gulv + done.rest
    found = units / (units.sum() or 1.0) if result.transition else done.andel
    return [round(share, 12) for share in found.tolist()]


def order(result: Regnet) -> dict[str, list[float]]:
    """The columns that decide whether the extra units went to the right recipients."""
    done, share = result.fordeling, shares(result)
    most = done.ekstra == done.ekstra.max()
    able = most if result.transition else most & (done.tildeling > done.lo)  # one at its minimum has none to give back
    rests = done.rest.tolist()
    rest_with = [rest if has else NOBODY for rest, has in zip(rests, able.tolist())]
    rest_without = [EVERYBODY if has else rest for rest, has in zip(rests, most.tolist())]
    edge = min(rest_with)
    share_with = [each if rest == edge else NOBODY for rest, each in zip(rest_with, share)]
    edge_share = min(share_with)

    def places(column: list[float], otherwise: int) -> list[float]:
        return [number if rest == edge and each == edge_share else otherwise
                for number, (rest, each) in enumerate(zip(column, share), 1)]

    return {
        "rest_med": rest_with, "rest_uden": rest_without, "andel_med": share_with,
        "andel_uden": [each if rest == edge else EVERYBODY for rest, each in zip(rest_without, share)],
        "plads_med": places(rest_with, 0), "plads_uden": places(rest_without, LAST_PLACE),
    }


def parameters(result: Regnet, parts: Samlet) -> dict[str, CellValue]:
    """The values above the table."""
    settings, done, ranked = result.setup.settings, result.fordeling, order(result)
    values = {**{key: settings.vaerdi(key) for key in SHOWN}, "hoejst": settings.vaerdi(result.retning.hoejst)}
    shown = {key: "" if value is None else value for key, value in values.items()}
    return {**shown, "pulje": done.pulje, "over": int(settings.taerskeltype == "over"),
            "enhed": done.afrunding, "vaegt_0_2": settings.vaegt, "mindst": settings.mindst_kriterier,
            "sats": done.sats, "ikke_fordelt": result.left_over, "decimaler": decimals(done.pulje, done.afrunding),
            "decimaler_efter": done.decimaler, "flest": done.ekstra.max().item(), "hoejeste": max(ranked["rest_uden"]),
            "mindste": min(ranked["rest_med"]), "andel_med": min(ranked["andel_med"]),
            "andel_uden": max(ranked["andel_uden"]), **parts.parametervaerdier}


def plain(value: Any) -> CellValue:
    """A value a cell can hold: no numpy number, and no cap where there is none."""
    value = value.item() if hasattr(value, "item") else value
    return "" if isinstance(value, float) and math.isinf(value) else value

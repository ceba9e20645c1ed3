"""The key figures of a distribution."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from addin.checks.outside import tells_of_few
from addin.danish import ended, listed, percent
from addin.dele import i_brug
from addin.figures import units
from addin.finding.words import one_line
from addin.inputs import Column
from addin.run.differentiering import Differentiering, Maal, differentiering
from addin.run.noegletal import KeyFigure
from addin.run.regnet import Regnet
from addin.sheets import digits
from udfs.catalogue import FUNCTIONS
from udfs.distribution import LOFT, MINIMUM
from udfs.errors import RegelFejl, kroner, tal
from workbook_templates import raekkefoelge
from workbook_templates.fordeling import AFSLAGSNAVN, SATSNAVN
from workbook_templates.kora_2017 import VAEGT_DIFFERENTIERING

HELD_BACK = "Vises ikke: et antal børn under {limit} kunne regnes ud af tallet. Kun den, der fordeler, får det at se."
BOUNDS = {"loft": (LOFT, "loftet"), "minimum": (MINIMUM, "minimum")}  # what those it decides for are called


def key_figures(result: Regnet) -> list[KeyFigure]:
    """All of them, in the order they are read."""
    there = {"pulje": list(pool(result)), "fordelt": list(given(result)), "modtagere": list(recipients(result)),
             "taerskel": list(threshold(result)), "differentiering": list(differentiation(result)),
             "budget": list(totals(result)),
             "landet": list(national(result))}
    for part, data in i_brug(result):
        there |= part.noegletal(result, data)
    return [figure for key in raekkefoelge.NOEGLETAL for figure in there.get(key, ())]


def on_paper(result: Regnet) -> list[KeyFigure]:
    """The same as they may leave the house: those of all keys together only where they tell of no few children."""
    found = key_figures(result)
    if not any(is_held_back(figure) for figure in found) or not tells_of_few(result):
        return found
    note = HELD_BACK.format(limit=tal(result.setup.settings.mindste_antal))
    return [figure._replace(value=None, note=note) if is_held_back(figure) else figure for figure in found]


def is_held_back(figure: KeyFigure) -> bool:
    return figure.of_all and figure.value is not None


def pool(result: Regnet) -> Iterator[KeyFigure]:
    style = result.money_style
    yield KeyFigure(result.retning.pulje, units.whole(result.setup), f"{style} fed", note=other_unit(result))
    parts = units.pools(result.setup)
    if len(parts) > 1:
        for key, amount in parts.items():
            yield KeyFigure(f"Heraf {key.replace('_', ' ')}, kr.", amount, style)
    central = units.central(result.setup)
    if central:
        yield KeyFigure("Central pulje, af toppen, kr.", central, style, note=central_is(result, central))
        yield KeyFigure("Til fordeling, kr.", units.pool(result.setup), style)


def central_is(result: Regnet, amount: float) -> str:
    """The share of it, and what it is for."""
    purpose = result.setup.settings.centralt_formaal
    share = tal(round(100 * amount / units.whole(result.setup), 2))
    return ended(f"{share} % af puljen{f', til {one_line(purpose)}' if purpose else ''}")


def given(result: Regnet) -> Iterator[KeyFigure]:
    done, style = result.fordeling, result.money_style
    yield KeyFigure(result.retning.fordelt, math.fsum(result.tildeling), f"{style} fed")
    yield KeyFigure(result.retning.ikke_fordelt, result.left_over, style, note=why_left(result), key="rest")
    look = digits.look([done.sats], 4, digits.sats(result, digits.HALF_OERE))
    if result.equal_losses:
        yield KeyFigure(AFSLAGSNAVN, done.sats, look.style, key="sats",
                        note="Det samme til alle; den, der har ansøgt om mindre, får intet.")
    else:
        yield KeyFigure(SATSNAVN, done.sats, look.style, key="sats")


def other_unit(result: Regnet) -> str:
    """What was turned into kr."""
    unit = result.setup.settings.enhed_pulje
    return "" if units.factor(result.setup, "pulje") == 1 else f"Puljen står i {unit} og er omregnet til kr."


def why_left(result: Regnet) -> str:
    """Why something was not distributed."""
    done = result.fordeling
    if not result.left_over:
        return ""
    if done.deling and result.left_over >= done.afrunding:
        return "Alle får det, de har ansøgt om."
    if result.left_over >= done.afrunding:
        return "Alle med vægt er ved deres loft."
    return f"Beløbene er hele antal af {tal(done.afrunding)} kr."


def recipients(result: Regnet) -> Iterator[KeyFigure]:
    yield KeyFigure("Institutioner i alt", result.figures.institutions.n)
    if result.figures.grouped:
        yield KeyFigure("Modtagere i alt", result.n)
    yield KeyFigure(result.retning.med_penge[result.recipients], int((result.tildeling > 0).sum()))
    for key, (bound, label) in BOUNDS.items():
        if result.setup.settings.vaerdi(key) is not None:
            yield KeyFigure(f"{result.recipients} ved {label}", result.fordeling.bundet.count(bound))


def threshold(result: Regnet) -> Iterator[KeyFigure]:
    limit, without = result.fordeling.taerskel, result.uden_taerskel
    if limit is not None:
        weighed = result.figures.weighed
        note = "" if weighed is None else "Prøvet pr. institution." if weighed.groups is None else "Prøvet på gruppen."
        yield KeyFigure("Tærskel", limit, result.setup.style("taerskel"), note=note)
    if without is not None:  # in all only: each amount without it says how few the threshold protects
        many = int((without > 0).sum())
        yield KeyFigure("Tærsklen flytter, kr.", result.moved(without), "kr", of_all=True,
                        note=f"Uden den fik {tal(many)} af {result.many(result.n)}.")


def differentiation(result: Regnet) -> Iterator[KeyFigure]:
    """KORA's two measures of how far apart the amounts per child are; also by KORA's weight, where that is another."""
    found = differentiering(result)
    if found is None:
        return
    yield from measures(found.eget, "", f"{found.barn}, {of_whom(found)}")
    if not found.er_kora and not found.kora.hvorfor:
        yield from measures(found.kora, ", KORA's vægt", f"barn, hvor 0-2-årige vejer {tal(VAEGT_DIFFERENTIERING)}")


def of_whom(found: Differentiering) -> str:
    return f"uden {listed(list(found.uden))}" if found.uden else "af dem, der får noget"


def measures(maal: Maal, how: str, child: str) -> Iterator[KeyFigure]:
    for label, value, of in (("Differentieringsfaktor", maal.faktor, "Højeste / laveste beløb"),
                             ("Kvartilfaktor", maal.kvartilfaktor, "Øvre / nedre kvartil af beløbene")):
        yield KeyFigure(f"{label}{how}", value, "faktor", note=maal.hvorfor or f"{of} pr. {child}.")


def measured(rule: str, amounts: object, boern: object) -> tuple[float | None, str]:
    """A measure, or nothing and why."""
    try:
        return float(FUNCTIONS[rule](amounts, boern)), ""
    except RegelFejl as refused:
        return None, f"Kan ikke beregnes: {refused}"


def national(result: Regnet) -> Iterator[KeyFigure]:
    """The burden of the whole kommune, held against that of the country, where that is said."""
    land, measured_by = result.setup.settings.landsgennemsnit, result.figures.boern_taerskel or result.figures.boern
    if land is None:
        return
    children = math.fsum(many or 0.0 for many in measured_by or ())
    if not children or result.burden_is_of_money:
        yield KeyFigure("Indeks, hvor landet er 1", None, note="Der er ingen belastning pr. barn at sammenligne.")
        return
    burden = math.fsum(each or 0.0 for each in result.figures.noegle) / children
    yield KeyFigure("Indeks, hvor landet er 1", burden / land, "faktor", of_all=True,
                    note=f"Belastningen {tal(round(burden, 6))} / landsgennemsnittet {tal(land)}.")


def totals(result: Regnet) -> Iterator[KeyFigure]:
    """The pool's weight in the whole budget, where the base budget is known for all."""
    base, boern = result.figures.column("grundbudget"), result.figures.boern
    if not base:
        return
    if missing(result, "grundbudget"):
        yield KeyFigure("Grundbudget i alt, kr.", None, note="Mangler for en eller flere institutioner.")
        return
    yield from share_of(result, "grundbudget", "Grundbudget i alt, kr.", result.retning.andel_af_budget)
    if result.figures.column("grundbudget_andet") and not missing(result, "grundbudget_andet"):
        yield from share_of(result, "grundbudget_andet", "Grundbudget, opgjort anderledes, kr.",
                            f"{result.retning.andel_af_budget}, opgjort anderledes")
    if boern is not None:
        yield highest_to_lowest(result, base, boern)


def missing(result: Regnet, key: str) -> bool:
    return None in (result.figures.institutions.column(key) or ())


def share_of(result: Regnet, key: str, label: str, share: str) -> Iterator[KeyFigure]:
    """A budget, and what is given as a share of the whole; which budget, where there are two."""
    given, budget = math.fsum(result.tildeling), math.fsum(amount or 0.0 for amount in result.figures.column(key) or ())
    whole = budget if result.saving else budget + given
    which = heading(result, key) if result.figures.column("grundbudget_andet") else ""
    yield KeyFigure(label, budget, "kr", note=which)
    yield KeyFigure(share, given / whole if whole else None, "pct2")


def heading(result: Regnet, key: str) -> str:
    """What stands over a column in the user's table."""
    place = result.setup.areas[key]
    text = result.figures.sheet.value(place.row - 1, place.column)
    return one_line(text) if isinstance(text, str) else ""


def highest_to_lowest(result: Regnet, base: Column, boern: Column) -> KeyFigure:
    """Of the whole amount per child, of those that are in the key figures."""
    sign, found = -1 if result.saving else 1, differentiering(result)
    total = [((b or 0.0) + sign * a, many) for at, (b, a, many) in
             enumerate(zip(base, result.tildeling.tolist(), boern)) if found is None or found.med[at]]
    value, why = measured("FORDEL_FAKTOR", *zip(*total)) if total else (None, "")
    left_out = f"Uden {listed(list(found.uden))}." if found and found.uden else ""
    return KeyFigure(result.retning.hoejeste_laveste, value, "faktor", note=why or left_out)


def shown(figure: KeyFigure) -> str:
    """A key figure as a line of text has it."""
    if figure.value is None:
        return "-"
    if figure.style.startswith("kr"):
        return kroner(figure.value)
    if figure.style.startswith("pct"):
        return percent(figure.value)
    shown_to = re.fullmatch(r"decimaler_\d+_(\d+)", figure.style)
    return tal(round(figure.value, int(shown_to[1]) if shown_to else 4))

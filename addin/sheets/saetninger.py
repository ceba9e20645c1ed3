"""What the page says in sentences, made from the run: what is done and how, what matters most."""

from __future__ import annotations

import math
from collections.abc import Iterator

from addin.danish import ended, listed
from addin.dele import i_brug
from addin.figures import units
from addin.finding.words import one_line
from addin.run.differentiering import in_key_figures, shown
from addin.run.regnet import Regnet
from addin.settings.setup import sheet_of
from addin.settings.typer import words_of
from udfs.distribution import LOFT
from udfs.errors import antal, kroner, tal
from udfs.rounding import half_up
from workbook_templates.indstillinger import BEGGE, UNIKKE
from workbook_templates.opsaetning import SETTINGS

MILLION, TENTH = 1_000_000, 0.1
MOST = 4  # lines of what matters most


def hvad_og_hvordan(result: Regnet) -> list[str]:
    """Two sentences: how much, and by what; before them the frame and what is kept centrally of it."""
    pool, verb = units.pool(result.setup), "skal findes" if result.saving else "fordeles"
    where = "hos" if result.saving else "til"
    left = 0.0 if result.saving else result.left_over
    given = pool - left
    found = f"Der {verb} {kroner(given)} {f'af {kroner(pool)} ' if left else ''}{where} {result.many(result.n)}"
    budget = base_budget(result)
    if budget:
        whole, more = (budget, "") if result.saving else (budget + given, ", når puljen er med")
        found += f"; det er {percent(given / whole)} af deres samlede budget på {millions(whole)}{more}"
    own = result.setup.pulje.tekst if result.setup.pulje else ""
    how = f"{follows(result)}{conditions(result)}"
    return [*ramme(result), *(ended(said) for said in (found, how, own) if said)]


def ramme(result: Regnet) -> list[str]:
    """The whole amount, and what of it is kept centrally, its share and what it is for; nothing where none is."""
    whole, central = units.whole(result.setup), units.central(result.setup)
    if not central:
        return []
    purpose = result.setup.settings.centralt_formaal
    to = f" til {' '.join(purpose.split())}" if purpose else ""
    return [ended(f"Rammen er {kroner(whole)}"),
            ended(f"Heraf centralt {kroner(central)} ({percent(central / whole)}){to}")]


def base_budget(result: Regnet) -> float:
    """Of all together; 0 where it is not known for all."""
    base = result.figures.column("grundbudget")
    return math.fsum(amount or 0.0 for amount in base) if base and None not in base else 0.0


def follows(result: Regnet) -> str:
    """What the amounts are in proportion to, by what the key is made from."""
    setup, given = result.setup, "Besparelsen følger" if result.saving else "Pengene følger"
    if result.equal_losses:
        return "Ansøgningerne får alle samme afslag i kr.; den, der har ansøgt om mindre end det, får intet"
    if result.fordeling.deling:
        return ("Ansøgningerne får det hele i den rækkefølge, de er prioriteret, til puljen slipper op; med samme "
                "prioritet deles der forholdsmæssigt")
    heading = of_key(result)
    if setup.key == "barn_institution":
        criteria = len(setup.criteria)
        if setup.settings.metode == UNIKKE:
            return (f"{given} antallet af børn, der opfylder mindst {tal(setup.settings.mindst_kriterier or 1)} af "
                    f"{antal(criteria, 'kriterium', 'kriterier')}")
        both = "antallet af børn, der opfylder et kriterium, lagt sammen med " if setup.settings.metode == BEGGE else ""
        return f"{given} {both}antallet af opfyldte kriterier, {tal(criteria)} i alt"
    if setup.key == "antal_institution":
        delivered = result.figures.institutions.delivered
        names = [criterion.heading for criterion in delivered.used] if delivered else [heading]
        return f"{given} det antal, der er leveret: {listed(names, 3)}"
    if setup.is_burden:
        return f'{given} "{heading}" pr. barn gange antallet af {"vægtede " if result.weighs_children else ""}børn'
    return f'{given} tallene i kolonnen "{heading}"'


def of_key(result: Regnet) -> str:
    """What the key is called in the workbook."""
    setup = result.setup
    return setup.headings.get(setup.key) or heading_above(result) or SETTINGS[setup.key].label


def heading_above(result: Regnet) -> str:
    """The text over the key's first cell, where the user has pointed at the cells alone."""
    place = result.setup.areas[result.setup.key]
    found = sheet_of(result.snapshot, place).value(place.row - 1, place.column)
    return " ".join(found.split()) if isinstance(found, str) else ""


def conditions(result: Regnet) -> str:
    """What bounds them, as clauses."""
    settings, said = result.setup.settings, []
    if settings.med is not None:
        said.append(f"kun dem, der er {' eller '.join(words_of(one_line(settings.med)).values())}, er med")
    if settings.taerskel is not None:
        what = "gives der intet" if not result.saving else "skal intet spares"
        at = "højst" if settings.taerskeltype == "over" else "under"
        share = percent(settings.taerskel) if settings.taerskel < 1 else tal(settings.taerskel)
        weighed = result.figures.weighed
        together = " i gruppen som helhed" if weighed and weighed.groups is not None else ""
        said.append(f"er {measured_by(result, at, share)}{together}, {what}")
    if settings.loft is not None:
        said.append(f"ingen {'sparer' if result.saving else 'får'} over {kroner_per_child(result, settings.loft)}")
    if settings.minimum is not None:
        said.append(f"ingen, der er med, får under {kroner(settings.minimum)}".rstrip("."))
    said += [clause for part, data in i_brug(result) for clause in part.vilkaar(result, data)]
    return "".join(f"; {clause.rstrip('.')}" for clause in said)


def measured_by(result: Regnet, at: str, share: str) -> str:
    """What is held against the threshold."""
    if result.setup.is_burden or result.figures.boern is None:
        return f"det {at} {share} pr. barn"
    weighed = result.weighs_children and result.figures.boern_taerskel is None
    return f"det {at} {share} af {'de vægtede børn' if weighed else 'børnene'}"


def kroner_per_child(result: Regnet, amount: float) -> str:
    return f"{tal(amount)} kr. pr. {child(result)}"


def about_per_child(result: Regnet) -> str:
    """Where a cap is of other children than those kroner per child are of; "" where it is of the same."""
    cap = cap_of_weighted(result) if result.weighs_children and any(per_child(result)) else ""
    return f"Kr. pr. barn er pr. hoved. {cap}".rstrip() if cap else ""


def by_weighted(result: Regnet) -> str:
    """Why those with the same share differ per head, where the key is of children that weigh differently."""
    return "" if not result.setup.is_burden else (
        "Pengene følger vægtede børn, så to med samme andel kan have forskelligt pr. hoved. ")


def cap_of_weighted(result: Regnet) -> str:
    """Of children that weigh differently; "" where there is no cap."""
    loft = result.setup.settings.loft
    return "" if loft is None else (f"Loftet er {kroner_per_child(result, loft)}, så den, der er ved loftet, kan have "
                                    "mere pr. hoved. ")


def child(result: Regnet) -> str:
    return "vægtet barn" if result.weighs_children else "barn"


# ------------------------------------------------------------------------------------- what matters most


def det_vigtigste(result: Regnet) -> list[str]:
    """Who gets, how different it is, the whole of it, against last year: in this order, at most four."""
    lines = [*who(result), *how_different(result), *whole(result), *against_last_year(result)]
    return [ended(line) for line in lines[:MOST]]


def who(result: Regnet) -> Iterator[str]:
    paid = int((result.tildeling > 0).sum())
    verb = "skal spare" if result.saving else "får penge"
    below = len(result.under_threshold)
    many = f"{tal(paid)} af {tal(result.n)}" if paid < result.n else f"Alle {tal(result.n)}"
    line = f"{many} {verb}{applied(result)}"
    if below:
        line += f". {tal(below)} ligger under minimumsgrænsen på {limit(result)}{lost(result)}"
    yield line


def applied(result: Regnet) -> str:
    """Of applications: how much in all, and what part of it is given."""
    asked = math.fsum(amount or 0.0 for amount in result.applied or ())
    if not asked:
        return ""
    return f". Der er ansøgt om {kroner(asked)}; {percent(math.fsum(result.tildeling) / asked)} er dækket"


def lost(result: Regnet) -> str:
    """That those under the threshold get nothing, where none does by another rule, and what they had last year."""
    below = result.under_threshold
    if any(result.tildeling[at] for at in below):
        return ""
    before = result.figures.column("sidste_aar")
    had = 0.0 if result.saving else math.fsum((before[at] or 0.0) for at in below) if before else 0.0
    level = " i det nye prisniveau" if result.setup.settings.pl is not None else ""
    return f" og {result.retning.faar_intet}" + (f" (sidste år {kroner(round(had))}{level})" if had else "")


def limit(result: Regnet) -> str:
    at = result.fordeling.taerskel or 0.0
    return percent(at) if at < 1 else tal(at)


def how_different(result: Regnet) -> Iterator[str]:
    """The lowest and the highest per child of those who get anything, and are in the key figures."""
    per = [kr for kr in compared(result) if kr is not None and kr > 0]
    if not per:
        return
    low, high = min(per), max(per)
    if round(low) == round(high):
        yield f"{'Der spares' if result.saving else 'De, der får, får'} {tal(round(high))} kr. pr. barn"
        return
    times = "" if result.saving else f" ({tal(round(high / low, 1))} gange så meget)"
    capped = result.fordeling.bundet.count(LOFT)
    at_cap = f". {tal(capped)} er ved loftet" if capped else ""
    verb = "Der spares" if result.saving else "De, der får, får"
    yield f"{verb} mellem {tal(round(low))} og {tal(round(high))} kr. pr. barn{times}{at_cap}"


def whole(result: Regnet) -> Iterator[str]:
    """How far apart they are with the whole budget, per child as the budget weighs them."""
    base, boern = result.figures.column("grundbudget"), result.figures.boern
    if result.saving or not base or None in base or boern is None:
        return
    each = [(budget + kr) / children for budget, kr, children, there in
            zip(base, result.tildeling.tolist(), boern, in_key_figures(result))
            if budget is not None and children and there]
    if len(each) > 1 and min(each) > 0:
        low, high = min(each), max(each)
        more = percent(high / low - 1) if high < 2 * low else f"{tal(round(high / low, 1))} gange"
        yield (f"Regnes hele budgettet med, er forskellen på højest og lavest {more} pr. {child(result)} "
               f"({tal(round(low))} til {tal(round(high))} kr.)")


def against_last_year(result: Regnet) -> Iterator[str]:
    before = result.figures.column("sidste_aar")
    if result.saving or not before or not any(before):
        return
    known = [(now, then) for now, then in zip(result.tildeling.tolist(), before) if then is not None]
    then, now = math.fsum(then for _, then in known), math.fsum(result.tildeling)
    more, less = (sum((a - b) * sign > 0.5 for a, b in known) for sign in (1, -1))
    change, new = now - then, result.n - len(known)
    level = "I det nye prisniveau fordeles der" if result.setup.settings.pl is not None else "Der fordeles"
    share = f" ({'+' if change >= 0 else '-'}{percent(abs(change) / abs(then))})" if then else ""
    which = f"{kroner(round(abs(change)))} {'mere' if change >= 0 else 'mindre'} end sidste år{share}"
    tail = f", og {tal(new)} er nye" if new else ""
    yield (f"{level} {which if round(change) else 'det samme som sidste år'}. {tal(more)} får mere, {tal(less)} får "
           f"mindre{tail}")


def per_child(result: Regnet) -> list[float | None]:
    heads = result.hoveder or [None] * result.n
    return [kr / children if children else None for kr, children in zip(result.tildeling.tolist(), heads)]


def compared(result: Regnet) -> list[float | None]:
    """The same of the children that are in the key figures, and None for those who are outside them."""
    return [kr / children if there and children else None
            for kr, children, there in zip(*shown(result), in_key_figures(result))]


def percent(share: float) -> str:
    return f"{tal(half_up(100 * share, TENTH))} %"


def millions(amount: float) -> str:
    return f"{tal(round(amount / MILLION, 1))} mio. kr." if amount >= MILLION else kroner(amount)

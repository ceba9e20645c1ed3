"""What a careful colleague would say before the result is sent on: the lines under "Det skal du vide"."""

from __future__ import annotations

import math
import re

from addin.danish import ended, listed
from addin.dele import i_brug
from addin.figures import bounds
from addin.finding.table import FIGURES
from addin.finding.words import whole
from addin.run.regnet import Regnet
from addin.settings.seen.merges import is_covered
from addin.settings.setup import STANDARD
from addin.workbook import column_letters
from udfs import distribution
from udfs.errors import antal, kroner, tal
from workbook_templates import opsaetning as opsaetning_ark
from workbook_templates.opsaetning import UNIKKE, VAEGTET
from workbook_templates.overskrifter import LUKKET

# Told in the terminal, but no warning on the result.
QUIET = re.compile(r"ikke brugt|er talt med|er ikke rørt: |er skjult og er ikke læst")
HELD = {distribution.GARANTI: "får deres garanti", distribution.HOEJST: "holdes på højst af sidste år"}
IN_THE_NEW = " i den nye fordeling"  # where it is not all that is given


def told(result: Regnet, messages: list[str]) -> list[str]:
    """All of it, the most important first; last what else the user is told, of `messages`."""
    done, read = result.fordeling, result.figures
    found = []
    found += left_over(result)
    if not done.pulje and not read.fixed:
        found.append("Puljen er 0 kr., så ingen får noget.")
    found += [*unsaid_weight(result), *changed_keys(result)]
    if read.fixed:
        found += exceptions(result)
    found += kept_within(result)
    found += phased_in(result)
    if done.taerskel is not None:
        found += below_threshold(result)
    over_one = [r.name for r, burden in zip(read.recipients, done.belastning if done.belastning is not None else ())
                if burden > 1]
    counted_once = result.setup.key == "barn_institution" and result.setup.values["metode"] == UNIKKE
    if counted_once and over_one:
        found.append(f"Der er talt flere børn, end der går i {listed(over_one)}: se børnetallet og børnearket.")
    elif done.taerskel is not None and over_one and result.setup.key in (*opsaetning_ark.BURDENS, "noegle"):
        found.append(f"Belastningen er over 1 for {result.many(len(over_one))} ({listed(over_one)}), og tærsklen er "
                     f"{tal(done.taerskel)}. Er belastningen skrevet som 12 for 12 %, er tærsklen 100 gange for lav.")
    hidden = [r.name for r in read.institutions.rows if r.row in read.sheet.hidden_rows]
    if hidden:
        found.append(f"{antal(len(hidden), 'skjult række', 'skjulte rækker')} er med i fordelingen: {listed(hidden)}.")
    covered = [r.name for r in read.institutions.rows if is_covered(read.sheet, result.setup, r.row)]
    if covered:
        found.append(f"{antal(len(covered), 'række', 'rækker')} med tal, der er skjult under flettede celler, er med i "
                     f"fordelingen: {listed(covered)}.")
    found += [*hidden_columns(result), *closed(result)]
    found += [*blanks(result), *partly_blank(result), *read.institutions.warnings(), *read.skewed]
    for part, data in i_brug(result):
        found += part.bemaerkninger(result, data)
    if done.uden_taerskel is None and done.uden_taerskel_hvorfor:
        found.append(f"Fordelingen uden tærskel kan ikke vises: {done.uden_taerskel_hvorfor}.")
    return [*found, *(message for message in messages if not QUIET.search(message))]


def left_over(result: Regnet) -> list[str]:
    """What is not given of the pool, or not found of a saving, and why."""
    left, unit = result.left_over, result.fordeling.afrunding
    whole = f"fordi beløbene er hele antal af {kroner(unit)}"
    if not left:
        return []
    if left < 0:
        return [f"Der er fundet {kroner(-left)} mere end besparelsen, {whole}"]
    if left >= unit:
        return [f"{kroner(left)} af puljen kan ikke fordeles: alle med vægt er ved deres loft eller grænse."]
    return [f"{kroner(left)} er ikke {'fundet' if result.saving else 'fordelt'}, {whole}"]


def exceptions(result: Regnet) -> list[str]:
    """Fixed amounts are told by name, each with its reason in the table."""
    read, (_, why) = result.figures, result.uden_faste
    assert read.fixed is not None
    names = [r.name for r, amount in zip(read.institutions.rows, read.fixed.kr) if amount is not None]
    found = [ended(f"{antal(len(names), 'institution', 'institutioner')} har et fast beløb, i alt "
                   f"{kroner(read.fixed.sum)}, som er betalt først: {listed(names)}")]
    return found + ([f"Fordelingen uden faste beløb kan ikke vises: {why}."] if why else [])


def unsaid_weight(result: Regnet) -> list[str]:
    """A weight that moves money and that nobody has chosen."""
    setup = result.setup
    weight, chosen = setup.values["vaegt"], setup.sources["vaegt"] != STANDARD
    if chosen or weight == 1 or "boern_0_2" not in setup.areas or setup.values["boern_til_kr"] != VAEGTET:
        return []
    return [f"0-2-årige vejer {tal(weight)} (KORA 2017), for der står ikke andet. Skal alle børn tælle ens, så sæt "
            f"{opsaetning_ark.SETTINGS['vaegt'].label} til 1."]


def changed_keys(result: Regnet) -> list[str]:
    """Keys changed by hand are told by name, each with its reason in the table."""
    adjusted, (_, why) = result.figures.institutions.adjusted, result.uden_aendringer
    if adjusted is None:
        return []
    found = [adjusted.told(result.figures.institutions.rows)]
    return found + ([f"Fordelingen uden ændring af nøglen kan ikke vises: {why}."] if why else [])


def kept_within(result: Regnet) -> list[str]:
    """Who is held up or down by last year (or by the budget), and who had nothing to compare with."""
    if not bounds.is_bound(result.setup):
        return []
    names = [recipient.name for recipient in result.figures.recipients]
    before = result.figures.foer or []
    where = IN_THE_NEW if result.transition else ""
    found = []
    for bound, what in HELD.items():
        held = [name for name, by in zip(names, result.fordeling.bundet) if by == bound]
        if held:
            found.append(ended(f"{len(held)} af {result.many(result.n)} {what}{where}: {listed(held)}"))
    paid = [name for name, by, weight in zip(names, result.fordeling.bundet, result.fordeling.vaegt.tolist())
            if by == distribution.GARANTI and not weight]
    if paid:
        found.append(ended(f"{result.many(len(paid))} får kun sin garanti{where}, for nøglen tæller ikke: "
                           f"{listed(paid)}"))
    if result.figures.institutions.months is not None and result.setup.values["garanti"] is not None:
        found.append("Måneder i drift nedsætter ikke garantien: den er en andel af hele sidste års tildeling.")
    new = [name for name, amount, paid in zip(names, before, result.figures.only_fixed) if not amount and not paid]
    if new and result.saving:
        found.append(ended(f"{result.many(len(new))} har intet grundbudget (0 eller en tom celle) og kan intet spare: "
                           f"{listed(new)}"))
    elif new:
        found.append(ended(f"{result.many(len(new))} uden tildeling sidste år er ikke bundet af den: {listed(new)}"))
    return found


def phased_in(result: Regnet) -> list[str]:
    """What a transition does to the total, and to those whom the two distributions treat differently."""
    if not result.transition:
        return []
    blended = result.transition
    difference = blended.given - math.fsum(result.fordeling.foer_afrunding)
    found = [f"Indfasning: {blended.told()}"]
    if abs(difference) >= result.fordeling.afrunding:
        more = "mere" if difference > 0 else "mindre"
        found.append(f"Der uddeles {kroner(abs(difference))} {more}, end der fordeles af puljen, fordi sidste års "
                     "tildeling var en anden i alt.")
    return found + told_apart(result, blended.part)


def told_apart(result: Regnet, part: float) -> list[str]:
    """Those who are in one of the two distributions only, and those whom last year's part lifts over their cap."""
    done, before = result.fordeling, result.figures.column("sidste_aar") or []
    names = [recipient.name for recipient in result.figures.recipients]
    rows = list(zip(names, before, done.foer_afrunding.tolist(), done.hi.tolist(), result.tildeling.tolist()))
    groups = (
        ([name for name, then, now, _, _ in rows if now and not then],
         f"uden tildeling sidste år får kun {percent(part)} af den nye fordeling"),
        ([name for name, then, now, _, _ in rows if then and not now],
         f"uden penge i den nye fordeling får {percent(1 - part)} af sidste års tildeling"),
        ([name for name, _, _, most, given in rows if given > most],
         "får mere end sit loft, fordi sidste års tildeling tæller med"))
    return [ended(f"{result.many(len(who))} {what}: {listed(who)}") for who, what in groups if who]


def percent(share: float) -> str:
    return f"{tal(round(100 * share, 2))} %"


def below_threshold(result: Regnet) -> list[str]:
    """Who the threshold leaves out; not those whose key is 0 because a fixed amount stands instead of it."""
    read, found = result.figures, []
    if read.weighed:
        instead = read.fixed.instead if read.fixed else [False] * read.institutions.n
        out = [r.name for r, reached, paid in zip(read.institutions.rows, read.weighed.reached, instead)
               if not reached and not paid]
        if out:
            found.append(ended(f"{len(out)} af {read.institutions.n} institutioner ligger under tærsklen og tæller "
                               f"ikke med: {listed(out)}"))
    instead = read.only_fixed
    below = [r.name for r, over, paid in zip(read.recipients, result.fordeling.over_taerskel.tolist(), instead)
             if not over and not paid]
    if below and not (read.weighed and not read.grouped):
        other = read.fixed or result.setup.values["garanti"] is not None
        gets = "får intet efter nøglen" if other else "får intet"
        gets += IN_THE_NEW if result.transition else ""
        found.append(ended(f"{len(below)} af {result.many(result.n)} ligger under tærsklen og {gets}: {listed(below)}"))
    return found


def partly_blank(result: Regnet) -> list[str]:
    """Amounts of a recipient that are the sum of some of its institutions only."""
    read, found = result.figures, []
    for key in ("grundbudget", "sidste_aar"):
        sums, each = read.column(key), read.institutions.column(key)
        names = [row.name for row, value, place in zip(read.institutions.rows, each or (), read.members.of)
                 if value is None and sums and sums[place] is not None and read.grouped]
        if names:
            label = opsaetning_ark.SETTINGS[key].label
            found.append(ended(f"{label} mangler for {antal(len(names), 'institution', 'institutioner')}; modtagerens "
                               f"tal er summen af de øvrige: {listed(names)}"))
    return found


def hidden_columns(result: Regnet) -> list[str]:
    """Hidden columns are used like others, and told."""
    sheet, areas = result.figures.sheet, result.setup.areas
    used = [f'{column_letters(place.column)} ({result.setup.headings.get(key, opsaetning_ark.SETTINGS[key].label)})'
            for key, place in areas.items() if place.sheet == sheet.name and place.column in sheet.hidden_columns
            and opsaetning_ark.SETTINGS[key].kind == opsaetning_ark.OMRAADE]
    return [ended(f"Skjulte kolonner på arket {sheet.name} er brugt: {listed(used)}")] if used else []


def closed(result: Regnet) -> list[str]:
    """Names that say that an institution is not open all year, where nothing says how many months it is."""
    names = [row.name for row in result.figures.institutions.rows if any(word in whole(row.name) for word in LUKKET)]
    if not names or "maaneder" in result.setup.areas:
        return []
    return [f"Navnet siger, at institutionen åbner eller lukker: {listed(names)}. Den får penge for et helt år. Brug "
            "en kolonne med Måneder i drift, hvis den ikke skal det."]


def blanks(result: Regnet) -> list[str]:
    """Blank cells among the figures the amounts depend on: they count as zero, and that is said."""
    read = result.figures.institutions
    found = []
    for key in (*FIGURES, "udmeldt", "ansoegt"):
        column = read.column(key)
        blank = [r.name for r, value in zip(read.rows, column or []) if value is None]
        if blank:
            heading = result.setup.headings.get(key, opsaetning_ark.SETTINGS[key].label)
            many = antal(len(blank), "institution", "institutioner")
            found.append(f'Tomme celler i "{heading}" tæller 0 for {many}: {listed(blank)}.')
    return list(dict.fromkeys(found))  # one column may be both key and children

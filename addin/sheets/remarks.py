"""What a careful colleague would say before the result is sent on: the lines under "Det skal du vide"."""

from __future__ import annotations

from addin.danish import ended, listed
from addin.dele import i_brug
from addin.dele.form import IN_THE_NEW
from addin.finding.source import Origin
from addin.finding.table import FIGURES
from addin.finding.words import whole
from addin.messages import Kind, Message, warning
from addin.run.differentiering import differentiering
from addin.run.regnet import Regnet
from addin.settings.seen import number_formats
from addin.settings.seen.merges import is_covered
from addin.settings.seen.used_cells import used_cells
from addin.workbook import column_letters
from udfs.errors import antal, kroner, tal
from workbook_templates import opsaetning as opsaetning_ark
from workbook_templates import raekkefoelge
from workbook_templates.indstillinger import OMRAADE, UNIKKE, VAEGTET
from workbook_templates.overskrifter import LUKKET


def told(result: Regnet, messages: list[Message]) -> list[Message]:
    """All of it, the most important first; last what else the user is told, of `messages`."""
    read = result.figures
    there = {"tilbage": left_over(result), "pulje": nothing(result), "vaegt": unsaid_weight(result),
             "loft": moved_by_cap(result), "taerskel": below_threshold(result), "belastning": over_one(result),
             "skjult": [*hidden_rows(result), *covered(result), *hidden_columns(result), *unseen(result),
                        *closed(result)],
             "tal": [*blanks(result), *partly_blank(result), *read.institutions.warnings(), *read.skewed],
             "uden_taerskel": without_threshold(result), "noegletal": outside(result),
             **{part.key: part.bemaerkninger(result, data) for part, data in i_brug(result)}}
    found = [warning(key, sentence) for key in raekkefoelge.BEMAERKNINGER for sentence in there.get(key, ())]
    return [*found, *(message for message in messages if message.kind is Kind.WARNING)]


def nothing(result: Regnet) -> list[str]:
    paid = result.fordeling.pulje or result.figures.forud
    return [] if paid else ["Puljen er 0 kr., så ingen får noget."]


def over_one(result: Regnet) -> list[str]:
    """Burdens that no share of children can be."""
    done = result.fordeling
    burdens = [] if done.belastning is None else done.belastning.tolist()
    names = [r.name for r, burden in zip(result.figures.recipients, burdens) if burden > 1]
    if not names:
        return []
    if result.setup.key == "barn_institution" and result.setup.settings.metode == UNIKKE:
        return [f"Der er talt flere børn, end der går i {listed(names)}: se børnetallet og børnearket."]
    if done.taerskel is None or (result.setup.in_points and done.taerskel > 1) or (
            result.setup.key not in (*opsaetning_ark.BURDENS, "noegle")):
        return []
    return [f"Belastningen er over 1 for {result.many(len(names))} ({listed(names)}), og tærsklen er "
            f"{tal(done.taerskel)}. Er belastningen skrevet som 12 for 12 %, er tærsklen 100 gange for lav."]


def hidden_rows(result: Regnet) -> list[str]:
    read = result.figures
    names = [r.name for r in read.institutions.rows if r.row in read.sheet.hidden_rows]
    return [f"{antal(len(names), 'skjult række', 'skjulte rækker')} er med i fordelingen: "
            f"{listed(names)}."] if names else []


def covered(result: Regnet) -> list[str]:
    read = result.figures
    names = [r.name for r in read.institutions.rows if is_covered(read.sheet, result.setup, r.row)]
    return [f"{antal(len(names), 'række', 'rækker')} med tal, der er skjult under flettede celler, er med i "
            f"fordelingen: {listed(names)}."] if names else []


def outside(result: Regnet) -> list[str]:
    """Who is not in the key figures."""
    found = differentiering(result)
    return found.sagt() if found else []


def without_threshold(result: Regnet) -> list[str]:
    done = result.fordeling
    shown = done.uden_taerskel is not None or not done.uden_taerskel_hvorfor
    return [] if shown else [f"Fordelingen uden tærskel kan ikke vises: {done.uden_taerskel_hvorfor}."]


def left_over(result: Regnet) -> list[str]:
    """What is not given of the pool, or not found of a saving, and why."""
    left, unit = result.left_over, result.fordeling.afrunding
    whole, bound = f"fordi beløbene er hele antal af {kroner(unit)}", "alle med vægt er ved deres loft eller grænse"
    if not left:
        return []
    if to := result.setup.goes_on_to:
        return [ended(f"{kroner(left)} går videre til {to}{f': {bound}' if left >= unit else f', {whole}'}")]
    if left < 0:
        return [f"Der er fundet {kroner(-left)} mere end besparelsen, {whole}"]
    if left >= unit:
        return [f"{kroner(left)} af puljen kan ikke fordeles: {bound}."]
    return [f"{kroner(left)} er ikke {result.retning.er_ikke}, {whole}"]


def unsaid_weight(result: Regnet) -> list[str]:
    """A weight that moves money and that nobody has chosen; on our own sheet it may be what stood there from the
    beginning. A pool with a key of its own has the weight of the workbook's key."""
    setup = result.setup
    weight, place, source = setup.settings.vaegt, setup.areas.get("vaegt"), setup.sources["vaegt"].kind
    ours = place is not None and place.sheet in result.snapshot.ours.values() and (
        weight == opsaetning_ark.WEIGHT[setup.general.key])
    usual = opsaetning_ark.WEIGHT[setup.key] if setup.is_burden else 1
    if not (ours or source is Origin.STANDARD) or weight == usual == 1 or "boern_0_2" not in setup.areas or (
            setup.settings.boern_til_kr != VAEGTET):
        return []
    why = f"som der står på arket {opsaetning_ark.ARK}" if ours else "for der står ikke andet"
    if weight == 1:
        return [f"Alle børn tæller ens, {why}. Skal 0-2-årige veje {tal(usual)} (KORA 2017), så sæt "
                f"{opsaetning_ark.SETTINGS['vaegt'].label} til det."]
    return [f"0-2-årige vejer {tal(weight)} (KORA 2017), {why}. Skal alle børn tælle ens, så sæt "
            f"{opsaetning_ark.SETTINGS['vaegt'].label} til 1."]


def below_threshold(result: Regnet) -> list[str]:
    """Who the threshold leaves out; not those whose key is 0 because a fixed amount stands instead of it."""
    read, found = result.figures, []
    if read.weighed:
        instead = read.ved_siden.instead if read.ved_siden else [False] * read.institutions.n
        out = [r.name for r, reached, paid in zip(read.institutions.rows, read.weighed.reached, instead)
               if not reached and not paid]
        if out:
            many = antal(read.institutions.n, "institution", "institutioner")
            under = "ligger under tærsklen" if read.weighed.groups is None else "ligger i en gruppe under tærsklen"
            found.append(ended(f"{len(out)} af {many} {under} og tæller ikke med: {listed(out)}"))
    instead = read.only_fixed
    below = [r.name for r, over, paid in zip(read.recipients, result.fordeling.over_taerskel.tolist(), instead)
             if not over and not paid]
    if below and not (read.weighed and not read.grouped):
        other = read.forud or result.setup.settings.garanti is not None
        gets = result.retning.faar_intet + (" efter nøglen" if other else "")
        gets += IN_THE_NEW if result.transition else ""
        found.append(ended(f"{len(below)} af {result.many(result.n)} ligger under tærsklen og {gets}: {listed(below)}"))
    return found


def moved_by_cap(result: Regnet) -> list[str]:
    """What those at the cap would have had more of."""
    without, given = result.uden_loft, result.tildeling
    if without is None or result.saving:
        return []
    unit, names = result.fordeling.afrunding, [r.name for r in result.figures.recipients]
    less = {name: more for name, more in zip(names, (without - given).tolist()) if more >= unit}
    if not less:
        return []
    whole, to_others = sum(less.values()), float((given - without).clip(0).sum())
    who = f"fra {result.many(len(less))}, der ellers havde fået mere: {listed(list(less))}"
    if result.left_over < unit:
        return [ended(f"Loftet flytter {kroner(whole)} til de andre {who}")]
    return [ended(f"Loftet tager {kroner(whole)} {who}" + (f". {kroner(to_others)} af det går til de andre"
                                                           if to_others else ""))]


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
            and opsaetning_ark.SETTINGS[key].kind == OMRAADE]
    return [ended(f"Skjulte kolonner på arket {sheet.name} er brugt: {listed(used)}")] if used else []


def unseen(result: Regnet) -> list[str]:
    """Numbers whose format shows nothing at all are used like others, and told."""
    cells = number_formats.hidden(used_cells(result.snapshot, result.setup))
    return [f"{len(cells)} tal, som talformatet skjuler, er brugt: {listed(cells)}."] if cells else []


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

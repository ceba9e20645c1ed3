"""What the button "Fordel pulje" writes where the workbook has several pools: sheets for each, and for the sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from addin.actions import fordel_pulje as single
from addin.checks import personal_data, several
from addin.checks import run as checks
from addin.checks.same_counts import same_counts
from addin.checks.subject import Subject
from addin.messages import Message
from addin.regn.puljer import regn_puljer
from addin.regn.regn import laes
from addin.run import celler
from addin.run.puljer import Delt, Puljer
from addin.settings import en_pulje
from addin.settings.puljer import Raekke
from addin.settings.setup import Setup
from addin.sheets import boernelinjer, opsaetning, resultat, sagen, tjek, trin
from addin.sheets import remarks as of_calculation
from addin.sheets.keyfigures import shown
from addin.sheets.kontrol import ark as kontrol
from addin.sheets.kontrol.liste import Own
from addin.sheets.naming import naming, of_pools
from addin.sheets.puljer import bilag
from addin.sheets.puljer.kontrol import Arket, Kontrol
from addin.sheets.puljer.side import Side
from addin.sheets.run import Run
from addin.sheets.tabel import Places
from addin.until_answered import Choices
from addin.who import Who
from addin.workbook import Plan, SheetPlan, Snapshot
from workbook_templates import fordel_tjek, fordeling_kontrol
from workbook_templates import opsaetning as opsaetning_ark
from workbook_templates.fordel_tjek import BEGRUNDELSE
from workbook_templates.indstillinger import NAVN


class Beregnet(NamedTuple):
    """A run of each pool, and one of the sum, before anything is laid out."""

    runs: list[Run]
    sum: Run


class Made(NamedTuple):
    """The sheets of one pool, and where they have what is added up."""

    sheets: list[SheetPlan]
    at: Arket


def calculate(snapshot: Snapshot, setup: Setup, rows: Sequence[Raekke], choices: Choices, made: str,
              version: str) -> Beregnet:
    """Every pool and the sum; raises Refusal, and Asked where a check is red."""
    for row in rows:
        if not row.is_garanti:
            single.look(snapshot, en_pulje.of_row(snapshot, setup, row), choices)
    puljer = regn_puljer(laes(snapshot, setup), rows)
    reason = str(choices.get(BEGRUNDELSE) or "").strip()
    checked = several.gate(snapshot, several.subjects(puljer), several.of_the_sum(puljer), reason)
    written = checks.is_written(snapshot, checked)
    others = beside(puljer)
    runs = [replace(run_of(snapshot, number, pool, made, version), earlier=others[number - 1])
            for number, pool in enumerate(puljer.delt, 1)]
    named = naming(snapshot, setup.settings.udgave)
    used = named.told(fordel_tjek.NOEGLE if written else "")
    seen = [*single.noticed(snapshot, named), *used, *single.untouched(snapshot, named), *setup.messages]
    messages = [*seen, *setup.aside, *sagen.hearing_over(puljer.sum, made),
                *personal_data.told(snapshot, setup, reason)]
    whole = Run(puljer.sum.laest, (puljer.sum,), named.names, named.keys, made, version,
                (*checks.set_aside(checked), *checks.on_the_page(checked), *remarks(runs, puljer.delt)),
                tuple(messages), tuple(checked) if written else (), tuple(seen), puljer=puljer)
    return Beregnet(runs, whole)


def beside(puljer: Puljer) -> list[tuple[Subject, ...]]:
    """Of each pool those others that are shared by the same counts: its shares stand beside their amounts too."""
    all_of_them = [Subject(pool.regnet.laest, pool.regnet.figures, pool.regnet) for pool in puljer.delt]
    return [tuple(other for other in all_of_them if other is not each and same_counts(each, other))
            for each in all_of_them]


def run_of(snapshot: Snapshot, number: int, pool: Delt, made: str, version: str) -> Run:
    """One pool's run, with what is to be known of it alone."""
    regnet = pool.regnet
    named = naming(snapshot, regnet.setup.settings.udgave, number)
    return Run(regnet.laest, (regnet,), named.names, named.keys, made, version, tuple(of_calculation.told(regnet, [])))


def remarks(runs: Sequence[Run], delt: Sequence[Delt]) -> list[Message]:
    """What is to be known of the pools, each with its name; what is the same of all, once."""
    of_all = set.intersection(*(set(run.warnings) for run in runs))
    found = [message for message in runs[0].warnings if message in of_all]
    return found + [replace(message, text=f"{pool.navn}: {message}") for run, pool in zip(runs, delt)
                    for message in run.warnings if message not in of_all]


# ------------------------------------------------------------------------------------- the plan


def plan_of(done: Beregnet, words: Who) -> Plan:
    """The sheets of the sum first, then each pool's, and the settings where they are new."""
    run, puljer, made = done.sum, done.sum.puljer, list[Made]()
    assert puljer is not None, "a sum is of pools"
    for each, pool in zip(done.runs, puljer.delt):
        made.append(sheets_of(each, pool, made, words))
    places = Places()
    page, appendix = Side(run, puljer, places).build(), bilag.sheet(run, puljer)
    for sheet in (page, appendix):
        words.sheet(sheet)
    control = Kontrol(run, puljer, places, [each.at for each in made], [page, appendix])
    of_sum = [page, appendix, control.build()]
    for sheet in of_sum:
        sheet.key = run.keys[sheet.key]
    sheets = [*of_sum, *(sheet for each in made for sheet in each.sheets)]
    names = {fordeling_kontrol.STATUSNAVN: control.status}
    general, snapshot = done.runs[0].first.setup.general, run.laest.snapshot
    setup_sheet, setup_names = opsaetning.sheet(general, run.names[opsaetning_ark.NOEGLE], run.seen)
    if not general.known or any(snapshot.global_name(name) is None for name in setup_names):
        sheets.append(setup_sheet)
        names |= setup_names
    if run.checked:
        source = f"{snapshot.file_name} · tjekket {run.made} med Fordel {run.version}"
        sheets.append(tjek.sheet(run.names[fordel_tjek.NOEGLE], list(run.checked), source))
    used = {sheet.key for sheet in sheets}
    old = [key for kind, key in run.keys.items() if kind not in single.STAY and key not in used]
    drop = tuple(key for key in (*old, *of_pools(snapshot, run.keys)) if key in snapshot.ours and key not in used)
    told = single.summary(run)
    figures = [figure for figure in bilag.of_the_sum(puljer) if figure.value is not None]
    told |= {"noegletal": [(each.label, shown(each)) for each in figures], "noter": [each.note for each in figures]}
    return Plan(sheets, names, drop, list(run.messages), list(run.warnings), told)


def sheets_of(run: Run, pool: Delt, before: Sequence[Made], words: Who) -> Made:
    """The page, appendix, trail and control of one pool, as those of a workbook that has no other."""
    helper = boernelinjer.sheet(run)
    result = resultat.sheets(run)
    trail = trin.sheet(run)
    trin.register(run, result.places)
    for sheet in (result.side, result.bilag, trail):
        words.sheet(sheet)
    control = kontrol.Control(run, result.places, helper, Own(result.side, result.bilag, trail, None))
    sheets = [result.side, result.bilag, trail, control.build(), *([helper] if helper else [])]
    instead = instead_of_names(pool, before)
    for sheet in sheets[3:]:
        celler.point(sheet, instead)
    for sheet in sheets:
        sheet.key = run.keys[sheet.key]
    places = result.places
    return Made(sheets, Arket(control.status, places.totals["tildeling"], places.kept["rest"],
                              places.columns["tildeling"]))


def instead_of_names(pool: Delt, before: Sequence[Made]) -> dict[str, str]:
    """What stands instead of the name of a setting: the pool's own cell; and of its amount what has come on, too."""
    setup = pool.regnet.setup
    found = dict(setup.pulje.instead) if setup.pulje else {}
    if pool.ind:
        came = "+".join(before[place].at.rest for place in pool.ind)
        found["pulje"] = f"({found.get('pulje', f'{NAVN}pulje')}+({came}){divided(setup)})"
    return found


def divided(setup: Setup) -> str:
    """Kr. in the unit the pool stands in."""
    times = opsaetning_ark.ENHEDER[setup.settings.enhed_pulje]
    return "" if times == 1 else f"/{times}"


"""The button "Fordel pulje": distributes a pool to the krone, and writes result, trail, control and settings."""

from __future__ import annotations

from dataclasses import replace

from addin import who
from addin.checks import personal_data
from addin.checks import run as checks
from addin.checks.subject import Subject
from addin.danish import ended, listed
from addin.finding.asking import Asked, Asker
from addin.messages import Message, quiet
from addin.regn.regn import laes, regn
from addin.run import celler
from addin.run.regnet import Regnet
from addin.settings import puljer, schema
from addin.settings import settle as settings
from addin.settings.seen import book
from addin.settings.seen.book import prepared
from addin.settings.setup import Setup
from addin.sheets import boernelinjer, flyttet, fundet, opsaetning, remarks, resultat, saetninger, sagen, tjek, trin
from addin.sheets.keyfigures import key_figures, shown
from addin.sheets.kontrol import ark as kontrol
from addin.sheets.kontrol.liste import Own
from addin.sheets.naming import Naming, naming, of_pools, others, without_staying
from addin.sheets.run import Run
from addin.until_answered import Choices
from addin.who import Who
from addin.workbook import Plan, Questions, Refusal, SheetPlan, Snapshot
from workbook_templates import fordel_tjek, fordeling_kontrol
from workbook_templates import opsaetning as opsaetning_ark
from workbook_templates.fordel_tjek import BEGRUNDELSE

STAY = (opsaetning_ark.NOEGLE, fordel_tjek.NOEGLE)  # kinds of sheets that stay where a run does not make them


def fordel_pulje(snapshot: Snapshot, choices: Choices, made: str,
                 version: str) -> Plan | Questions | Refusal:
    """What to write. `choices` are settings chosen for this run; `made` is when, as it shall be shown."""
    words = who.of(snapshot, choices)
    try:
        return words.answer(planned(snapshot, choices, made, version, words))
    except Refusal as refusal:
        return words.answer(refusal)
    except Asked as asked:
        return words.answer(Questions(asked.questions))


def planned(snapshot: Snapshot, choices: Choices, made: str, version: str, words: Who) -> Plan:
    """The plan of one pool, or of several."""
    snapshot, setup, rows = settled(snapshot, choices)
    if len(rows) <= 1:
        return plan_of(run_of(snapshot, alone(snapshot, setup, rows, choices), choices, made, version), words)
    from addin.actions import flere_puljer  # only here: it is made from what stands here

    return flere_puljer.plan_of(flere_puljer.calculate(snapshot, setup, rows, choices, made, version), words)


def settled(snapshot: Snapshot, choices: Choices) -> tuple[Snapshot, Setup, list[puljer.Raekke]]:
    """The workbook as it is read, its settings, and the rows of its pools where it has any."""
    snapshot = prepared(snapshot, choices)
    return snapshot, settings.settle(snapshot, choices), puljer.read(snapshot)


def calculate(snapshot: Snapshot, choices: Choices, made: str, version: str) -> Run:
    """Settings, figures and the distribution itself, of several pools that of their sum; raises Refusal, and Asked
    where a check is red."""
    snapshot, setup, rows = settled(snapshot, choices)
    if len(rows) > 1:
        from addin.actions import flere_puljer  # only here: it is made from what stands here

        return flere_puljer.calculate(snapshot, setup, rows, choices, made, version).sum
    return run_of(snapshot, alone(snapshot, setup, rows, choices), choices, made, version)


def alone(snapshot: Snapshot, setup: Setup, rows: list[puljer.Raekke], choices: Choices) -> Setup:
    """The settings where there is one pool: what its row says of it, where it has one."""
    if not rows:
        return setup
    from addin.settings import en_pulje  # only here: most workbooks have no such sheet

    one = en_pulje.one(snapshot, setup, rows)
    if one.pulje:
        look(snapshot, one, choices)
    return one


def look(snapshot: Snapshot, pool: Setup, choices: Choices) -> None:
    """The cells that a pool's own row points at are looked at as those of the settings are; raises Asked."""
    asker, general = Asker(choices, schema.answers(snapshot)), pool.general
    seen = replace(pool, aside=[])
    book.look(snapshot, seen, asker)
    asker.stop_if_asked()
    general.answers.update(asker.answers)
    general.aside += [message for message in seen.aside if message not in general.aside]


def run_of(snapshot: Snapshot, setup: Setup, choices: Choices, made: str, version: str) -> Run:
    named = naming(snapshot, setup.settings.udgave)
    laest = laes(snapshot, setup)
    regnet = regn(laest)
    reason = str(choices.get(BEGRUNDELSE) or "").strip()
    checked = checks.gate(snapshot, Subject(laest, regnet.figures, regnet), reason)
    by_child = fordeling_kontrol.BOERNELINJER if regnet.figures.by_child else ""
    written = checks.is_written(snapshot, checked)
    used = named.told(fordel_tjek.NOEGLE if written else "", by_child)
    seen = [*noticed(snapshot, named), *used, *untouched(snapshot, named), *setup.messages]
    messages = [*seen, *setup.aside, *sagen.hearing_over(regnet, made), *personal_data.told(snapshot, setup, reason)]
    warnings = [*checks.set_aside(checked), *checks.on_the_page(checked), *remarks.told(regnet, messages)]
    return Run(laest, (regnet,), named.names, named.keys, made, version, tuple(warnings), tuple(messages),
               tuple(checked) if written else (), tuple(seen))


def noticed(snapshot: Snapshot, named: Naming) -> list[Message]:
    """What the host has noticed of the sheets that are written anew."""
    return without_staying(snapshot, others(snapshot, named.keys))


def untouched(snapshot: Snapshot, named: Naming) -> list[Message]:
    """The sheets of other editions stay as they were; their control says so when what they were made from changes."""
    sheets = others(snapshot, named.keys)
    return [quiet("udgave", ended(f"Arkene fra andre udgaver er ikke rørt: {listed(sheets, 9)}"))] if sheets else []


# ------------------------------------------------------------------------------------- the plan


def plan_of(run: Run, words: Who) -> Plan:
    """Our sheets, in the order they are read; what the control compares is in the workbook's words before."""
    result = run.first
    helper = boernelinjer.sheet(run)
    made = resultat.sheets(run)
    trail = trin.sheet(run)
    trin.register(run, made.places)
    general = result.setup.general
    setup_sheet, setup_names = opsaetning.sheet(general, run.names[opsaetning_ark.NOEGLE], run.seen)
    is_new = not general.known or any(result.snapshot.global_name(name) is None for name in setup_names)
    for sheet in (made.side, made.bilag, trail, setup_sheet):
        words.sheet(sheet)
    own = Own(made.side, made.bilag, trail, setup_sheet if is_new else None)
    control = kontrol.Control(run, made.places, helper, own)
    sheets: list[SheetPlan] = [made.side, made.bilag, trail, control.build()]
    if result.setup.pulje:
        for sheet in (sheets[-1], *([helper] if helper else [])):
            celler.point(sheet, result.setup.pulje.instead)
    names = {fordeling_kontrol.STATUSNAVN: control.status}
    if is_new:
        sheets.append(setup_sheet)
        names |= setup_names
    if helper:
        sheets.append(helper)
    if run.checked:
        source = f"{result.snapshot.file_name} · tjekket {run.made} med Fordel {run.version}"
        sheets.append(tjek.sheet(run.names[fordel_tjek.NOEGLE], list(run.checked), source))
    used = {sheet.key for sheet in sheets} | {opsaetning_ark.NOEGLE}
    drop = tuple(key for kind, key in run.keys.items() if kind not in used and key in result.snapshot.ours)
    drop += tuple(of_pools(result.snapshot, run.keys))
    for sheet in sheets:
        sheet.key = run.keys[sheet.key]
    moved = flyttet.told(run, made.bilag, made.places)
    return Plan(sheets, names, drop, [*run.messages, *moved], list(run.warnings), summary(run))


def summary(run: Run) -> dict[str, object]:
    """What a terminal or a task pane shows at once."""
    result = run.first
    heads = result.hoveder or [None] * result.n
    rows = [(r.name, amount, amount / children if children else None) for r, amount, children
            in zip(result.figures.recipients, result.tildeling.tolist(), heads)]
    figures = [figure for figure in key_figures(result) if figure.value is not None]
    heads_shown = (result.recipient, "kr.", "kr. pr. barn")
    return {"hoved": heads_shown, "tabel": rows, "noegletal": [(each.label, shown(each)) for each in figures],
            "noter": [each.note for each in figures], "om_tabel": saetninger.about_per_child(result),
            "ark": dict(run.names), "aendring": changed(result), "fundet": fundet.found(result.setup),
            "bemaerkninger": [tuple(remark) for remark in result.setup.remarks]}


def changed(result: Regnet) -> list[float | None] | None:
    """What each is given more than last year, None where that is not known; None of a saving, and without last year."""
    before = result.figures.column("sidste_aar")
    if result.saving or not before:
        return None
    return [None if then is None else now - then for then, now in zip(before, result.tildeling.tolist())]

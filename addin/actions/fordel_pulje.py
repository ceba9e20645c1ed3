"""The button "Fordel pulje": distributes a pool to the krone, and writes result, trail, control and settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from addin.checks import personal_data
from addin.checks import run as checks
from addin.checks.subject import Subject
from addin.danish import ended, listed
from addin.figures import culprits, units
from addin.figures import read as figures
from addin.finding.asking import Asked
from addin.settings import settle as settings
from addin.settings.seen.book import prepared
from addin.settings.setup import Setup
from addin.sheets import besparelse, boernelinjer, fordeling, opsaetning, remarks, tjek, trin
from addin.sheets.keyfigures import key_figures, shown
from addin.sheets.kontrol import ark as kontrol
from addin.sheets.kontrol.liste import Own
from addin.sheets.naming import Naming, naming, others
from addin.sheets.result import Result
from addin.workbook import Plan, Questions, Refusal, SheetPlan, Snapshot
from udfs import distribution
from udfs.errors import RegelFejl, UmuligFejl, kroner, tal
from workbook_templates import fordel_tjek, fordeling_kontrol
from workbook_templates import opsaetning as opsaetning_ark
from workbook_templates.fordel_tjek import BEGRUNDELSE
from workbook_templates.opsaetning import POOLS

FOUND_IN = ("hoejst_andel", "loft", "grundbudget", *POOLS)  # what a saving is found in


def fordel_pulje(snapshot: Snapshot, choices: Mapping[str, Any], made: str,
                 version: str) -> Plan | Questions | Refusal:
    """What to write. `choices` are settings chosen for this run; `made` is when, as it shall be shown."""
    try:
        result = calculate(snapshot, choices, made, version)
        plan = plan_of(result)
        plan.messages = [*plan.messages, *personal_data.told(result.snapshot, result.setup)]  # not on the result
        return besparelse.in_its_words(plan) if result.saving else plan
    except Refusal as refusal:
        return refusal
    except Asked as asked:
        return Questions(asked.questions)


def calculate(snapshot: Snapshot, choices: Mapping[str, Any], made: str, version: str) -> Result:
    """Settings, figures and the distribution itself; raises Refusal, and Asked where a check is red."""
    snapshot = prepared(snapshot, choices)
    setup = settings.settle(snapshot, choices)
    read = None
    try:
        read = figures.read(snapshot, setup)
        named = naming(snapshot, setup.values["udgave"])
        result = Result(snapshot, setup, read, None, named.names, made, version)  # type: ignore[arg-type]
        distribute(result)
    except RegelFejl as refused:
        raise Refusal(with_cells(refused, snapshot, setup, read)) from refused
    checked = checks.gate(snapshot, Subject(snapshot, setup, read), str(choices.get(BEGRUNDELSE) or "").strip())
    result.keys = named.keys
    used = named.told(fordel_tjek.NOEGLE if checked else "", fordeling_kontrol.BOERNELINJER if read.by_child else "")
    setup.messages = [*snapshot.notices, *used, *untouched(snapshot, named), *setup.messages]
    result.messages = [*setup.messages, *setup.aside]
    result.checked = checked
    result.warnings = [*checks.set_aside(checked), *remarks.told(result)]
    return result


def untouched(snapshot: Snapshot, named: Naming) -> list[str]:
    """The sheets of other editions stay as they were; their control says so when what they were made from changes."""
    sheets = others(snapshot, named.keys)
    return [ended(f"Arkene fra andre udgaver er ikke rørt: {listed(sheets, 9)}")] if sheets else []


def distribute(result: Result) -> None:
    """The distribution itself."""
    result.fordeling = distribution.fordel(**result.arguments())
    check_found(result)


def check_found(result: Result) -> None:
    """A saving is found to the last krone, or refused with both amounts."""
    if result.saving and result.fordeling.ikke_fordelt > 0:
        done = result.fordeling
        share = result.setup.values["hoejst_andel"]
        limit = "Under loftet" if share is None else f"Med højst {tal(100 * share)} % af grundbudgettet"
        raise Refusal(f"{limit} kan der findes {kroner(done.pulje - done.ikke_fordelt)}, men besparelsen er "
                      f"{kroner(done.pulje)} {culprits.see(result.setup, FOUND_IN)}".rstrip())


def with_cells(refused: RegelFejl, snapshot: Snapshot, setup: Setup, read: figures.Figures | None) -> str:
    """The rule's own sentence, and the cells of the one it is about, or those it all comes from."""
    sentence = str(refused)
    sentence = sentence[:1].upper() + sentence[1:] + ("" if sentence.endswith((".", "?", "!", ")")) else ".")
    if isinstance(refused, UmuligFejl) and refused.argument in culprits.TOO_MUCH:  # the pool is too small
        sentence = f"{sentence} {units.off_the_top(setup, read.fixed.sum if read and read.fixed else 0.0)}".rstrip()
    people = read.people if read else [(row.name, [row]) for row in setup.rows.recipients]
    return f"{sentence} {culprits.told(refused, snapshot, setup, people)}".rstrip()


# ------------------------------------------------------------------------------------- the plan


def plan_of(result: Result) -> Plan:
    """Our sheets, in the order they are read."""
    helper = boernelinjer.sheet(result)
    front, places = fordeling.sheet(result)
    trail = trin.sheet(result)
    if result.saving:  # before the control remembers their words
        besparelse.put_words(front)
        besparelse.put_words(trail)
    setup_sheet, setup_names = opsaetning.sheet(result.setup, result.names[opsaetning_ark.NOEGLE])
    is_new = not result.setup.known or any(result.snapshot.global_name(name) is None for name in setup_names)
    own = Own(front, trail, setup_sheet if is_new else None)
    control = kontrol.Control(result, places, helper, own)
    sheets: list[SheetPlan] = [front, trail, control.build()]
    names = {fordeling_kontrol.STATUSNAVN: control.status}
    if is_new:
        sheets.append(setup_sheet)
        names |= setup_names
    if helper:
        sheets.append(helper)
    if result.checked:
        source = f"{result.snapshot.file_name} · tjekket {result.made} med Fordel {result.version}"
        sheets.append(tjek.sheet(result.names[fordel_tjek.NOEGLE], result.checked, source))
    used = {sheet.key for sheet in sheets} | {opsaetning_ark.NOEGLE}
    drop = tuple(key for kind, key in result.keys.items() if kind not in used and key in result.snapshot.ours)
    for sheet in sheets:
        sheet.key = result.keys[sheet.key]
    return Plan(sheets, names, drop, result.messages, result.warnings, summary(result))


def summary(result: Result) -> dict[str, Any]:
    """What a terminal or a task pane shows at once."""
    boern = result.figures.boern or [None] * result.n
    rows = [(r.name, amount, amount / children if children else None) for r, amount, children
            in zip(result.figures.recipients, result.tildeling.tolist(), boern)]
    figures_shown = [(figure.label, shown(figure)) for figure in key_figures(result) if figure.value is not None]
    return {"tabel": rows, "noegletal": figures_shown, "ark": result.names}

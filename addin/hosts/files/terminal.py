"""What the terminal shows: a short table, the warnings, where the result is; progress while it works."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from addin.hosts.files.harmless import harmless
from addin.hosts.files.job import Done
from addin.hosts.files.sagsbilag import Sagsbilag
from addin.hosts.files.session import STEPS
from udfs.errors import antal, tal
from workbook_templates import (
    fordeling,
    fordeling_bilag,
    fordeling_kontrol,
    fordeling_trin,
    kora_2017,
    opsaetning,
)
from workbook_templates.demo_budget import INPUT
from workbook_templates.fordel_tjek import INTET, STOPPER, USET

if TYPE_CHECKING:
    from rich.progress import Progress

    from addin.hosts.files.klargoer import Cleared

LOOK_AT = (
    (fordeling.ARK, "siden til udvalget: hvad og hvordan, det vigtigste, tabellen og figuren."),
    (fordeling_bilag.ARK, "nøgletal, hvorfor beløbene er ændret, og hvor de sidste kroner gik."),
    (fordeling_trin.ARK, "hvert beløb trin for trin, til en lommeregner."),
    (fordeling_kontrol.ARK, "beviset i almindelige formler. Ret et beløb med 1 kr., og se svaret skifte."),
    (opsaetning.ARK, "indstillingerne, og hvor i budgettet de er fundet."),
    (kora_2017.ARK, "KORA's trykte tabeller ved siden af de beregnede."),
)
BUG = ("Der er en fejl i Fordel. Intet er skrevet, og din projektmappe er ikke rørt.\n"
       "Send linjerne herunder til dem, der vedligeholder Fordel. De indeholder intet fra projektmappen.")
FOUND = 5  # findings of one check in the terminal; more stand on the sheet
SHOWN = 40  # recipients in the terminal; all of them are in the workbook


class PlainConsole(Console):
    """Shows what a workbook calls things as it stands: "[1]" and ":x:" mean nothing here, and no sign is obeyed."""

    def render_str(self, text: str, **how: Any) -> Text:
        return super().render_str(harmless(text), **how)


def plain_console() -> PlainConsole:
    return PlainConsole(highlight=False, markup=False, emoji=False)


class Steps:
    """A bar over the steps of a job, on a terminal only."""

    def __init__(self) -> None:
        self.console = Console(stderr=True)
        self.bar: Progress | None = None
        self.at = 0

    def __call__(self, step: str) -> None:
        if not self.console.is_terminal:
            return
        if self.bar is None:
            from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
            self.bar = Progress(*columns, console=self.console, transient=True)
            self.bar.add_task("", total=len(STEPS))
            self.bar.start()
        self.at = STEPS.index(step) if step in STEPS else self.at  # else a part of the last of them
        self.bar.update(self.bar.task_ids[0], description=step, completed=self.at)

    def stop(self) -> None:
        """Takes the bar away, so that something else can be shown; the next step brings a new one."""
        if self.bar is not None:
            self.bar.stop()
            self.bar = None


@contextmanager
def progress_bar() -> Iterator[Steps]:
    """Shows how far a job is while it works."""
    steps = Steps()
    try:
        yield steps
    finally:
        steps.stop()


def show(done: Done) -> None:
    """The result in short."""
    console = plain_console()
    summary = done.plan.summary
    table = Table(box=None, pad_edge=False, header_style="bold")
    name, *money = summary["hoved"]
    table.add_column(name)
    for heading in money:
        table.add_column(heading, justify="right")
    for name, amount, per_child in summary["tabel"][:SHOWN]:
        table.add_row(name, tal(amount), "" if per_child is None else tal(round(per_child)))
    console.print(table)
    if len(summary["tabel"]) > SHOWN:
        console.print(f"... og {len(summary['tabel']) - SHOWN} til; alle står i projektmappen.")
    console.print()
    figures = Table(box=None, pad_edge=False, show_header=False)
    figures.add_column()
    figures.add_column(justify="right")
    for label, value in summary["noegletal"]:
        figures.add_row(label, value)
    console.print(figures)
    show_messages(console, done)
    show_target(console, done)
    console.print("Se arkene " + ", ".join(f'"{name}"' for name in sheets(done)) + ".")
    if done.sagsbilag:
        show_printed(console, done.sagsbilag)


def show_facts(facts: list[tuple[str, str]]) -> None:
    """Headings and what is so, one a line."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column()
    for heading, fact in facts:
        table.add_row(heading, fact)
    plain_console().print(table)


def show_printed(console: Console, made: Sagsbilag) -> None:
    if made.problem:
        console.print(f"! {made.problem}")
    else:
        console.print(f"{'Erstattet' if made.replaced else 'Skrevet'}: {made.target} "
                      f"({antal(made.pages, 'side', 'sider')})", soft_wrap=True)


def show_messages(console: Console, done: Done) -> None:
    for warning in done.plan.warnings:
        console.print(f"! {warning}")
    for message in done.plan.messages:
        if message not in done.plan.warnings:
            console.print(f"- {message}")


def show_target(console: Console, done: Done) -> None:
    console.print(f"\n{'Erstattet' if done.replaced else 'Skrevet'}: {done.target}", soft_wrap=True)


def show_setup(done: Done) -> None:
    """What was found for the settings, what was guessed or skipped, and what to do next."""
    console = plain_console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Indstilling", "Værdi", "Fundet ved"):
        table.add_column(heading, overflow="fold")
    for line in done.plan.summary["fundet"]:
        table.add_row(line.label, line.value, line.source)
    console.print(table)
    if done.plan.summary["bemaerkninger"]:
        console.print("\nGættet eller sprunget over:")
        for cell, text in done.plan.summary["bemaerkninger"]:
            console.print(f"  {cell}: {text}")
    console.print()
    show_messages(console, done)
    show_target(console, done)
    settings, *pools = sheets(done)
    see = f'arkene "{settings}" og "{pools[0]}": skriv en række for hver pulje' if pools else f'arket "{settings}"'
    console.print(f'Se {see}, ret det, der ikke passer, og fordel puljen:\n'
                  f'  fordel pulje "{done.target}"', soft_wrap=True)


def show_checks(done: Done) -> None:
    """Every check with its answer, what is found, and what to do next."""
    console = plain_console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Tjek", "Svar", "Fundet"):
        table.add_column(heading, overflow="fold")
    checks = done.plan.summary["tjek"]
    for label, status, found, remedy, reason in checks:
        if not found:
            continue
        said = [*found[:FOUND], *([f"og {len(found) - FOUND} til"] if len(found) > FOUND else [])]
        said += [f"Tilsidesat: {reason}"] if reason else [remedy] if status == STOPPER else []
        table.add_row(label, status, "\n".join(said))
    if table.row_count:
        console.print(table, "")
    nothing = sum(status == INTET for _, status, *_ in checks)
    unknown = [label for label, status, *_ in checks if not status]
    console.print(f"Intet fundet: {antal(nothing, 'tjek', 'tjek')}.")
    if unknown:
        console.print(f"{USET}: {'; '.join(unknown)}. Se hvorfor på arket.")
    console.print(f"\n{done.plan.summary['svar']}")
    for message in done.plan.messages:
        console.print(f"- {message}")
    show_target(console, done)
    console.print(f'Se arket "{sheets(done)[0]}". Begrundelser skrives dér. Fordel derefter puljen:\n'
                  f'  fordel pulje "{done.target}"', soft_wrap=True)


def show_cleared(done: Cleared) -> None:
    """What is in the copy, what is not, and that the list stays."""
    console = plain_console()
    console.print(f"Med i kopien: {', '.join(done.made.summary['ark'])}.")
    for warning in done.made.warnings:
        console.print(f"! {warning}")
    for message in done.made.messages:
        console.print(f"- {message}")
    console.print(f"\nKopien, der må sendes: {done.copy}", soft_wrap=True)
    console.print(f"Hvad der er udeladt; bliver i huset: {done.list}", soft_wrap=True)


def show_where_to_look(done: Done) -> None:
    """What the demo is worth looking at."""
    console = plain_console()
    console.print(f"\nÅbn {done.target.resolve()} i Excel eller LibreOffice:", soft_wrap=True)
    for sheet, what in LOOK_AT:
        console.print(f'  "{sheet}": {what}')
    console.print(f"Budgettet, der blev læst, ligger urørt ved siden af. Prøv selv:\n"
                  f'  fordel pulje "{done.target.with_name(INPUT)}" --pulje 8000000 --loft 8000',
                  markup=False, soft_wrap=True)


def sheets(done: Done) -> list[str]:
    return [sheet.name for sheet in done.plan.sheets]

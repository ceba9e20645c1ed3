"""The button "Fordel tjek": looks the workbook through before any money moves, and writes what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from addin import who
from addin.actions.fordel_pulje import alone
from addin.checks import several
from addin.checks.run import Answer, answers, mended, unused_reasons
from addin.checks.subject import Subject
from addin.finding.asking import Asked
from addin.messages import Message, warning
from addin.regn.regn import figures_of, laes, regn
from addin.run.laest import Laest
from addin.run.puljer import Puljer
from addin.settings import puljer
from addin.settings import settle as settings
from addin.settings.seen.book import prepared
from addin.settings.setup import Setup
from addin.sheets import fundet, opsaetning, tjek
from addin.sheets.naming import Naming, naming, without_staying
from addin.until_answered import Choices
from addin.workbook import Plan, Questions, Refusal, Snapshot
from workbook_templates import fordel_tjek as template
from workbook_templates import udmelding
from workbook_templates.opsaetning import NOEGLE


def fordel_tjek(snapshot: Snapshot, choices: Choices, made: str, version: str,
                earlier: Snapshot | None = None) -> Plan | Questions | Refusal:
    """What to write: the checks, and the settings they were made with. `earlier` is an edition that was published
    before: what the two give back together is told."""
    return who.of(snapshot, choices).answer(looked_through(snapshot, choices, made, version, earlier))


def looked_through(snapshot: Snapshot, choices: Choices, made: str, version: str,
                   earlier: Snapshot | None) -> Plan | Questions | Refusal:
    """The same in our own words."""
    try:
        before = published(earlier) if earlier else []
    except Refusal as refusal:
        return refusal
    setup = subject = refused = None
    try:
        snapshot = prepared(snapshot, choices)
        setup = settings.settle(snapshot, choices)
        named = naming(snapshot, setup.settings.udgave)
        rows = puljer.read(snapshot)
        if len(rows) > 1:
            return of_several(snapshot, setup, rows, named, made, version, before)
        subject, refused = tried(snapshot, alone(snapshot, setup, rows, choices))
        if subject:
            subject = several.with_earlier([several.Named("", subject)], before)[0].subject
    except Asked as asked:
        return Questions(asked.questions)
    except Refusal as refusal:
        named, refused = naming(snapshot, None), refusal
    return plan_of(snapshot, setup, answers(snapshot, setup, subject, refused), named, made, version)


def of_several(snapshot: Snapshot, setup: Setup, rows: list[puljer.Raekke], named: Naming, made: str, version: str,
               before: Sequence[Subject]) -> Plan:
    """The checks of several pools; where these cannot be distributed, that is what the checks find."""
    from addin.regn.puljer import regn_puljer  # only here: most workbooks have one pool

    try:
        done = regn_puljer(laes(snapshot, setup), rows)
        found = several.answers(snapshot, several.with_earlier(several.subjects(done), before),
                                several.of_the_sum(done))
    except Refusal as refusal:
        found = answers(snapshot, setup, None, refusal)
    return plan_of(snapshot, setup, found, named, made, version)


def plan_of(snapshot: Snapshot, setup: Setup | None, found: list[Answer], named: Naming, made: str, version: str
            ) -> Plan:
    """What is found, and the settings it was found with."""
    source = f"{snapshot.file_name} · tjekket {made} med Fordel {version}"
    sheets, names = [tjek.sheet(named.names[template.NOEGLE], found, source)], {}
    stay = [name for key, name in snapshot.ours.items() if key != template.NOEGLE]
    messages = [*without_staying(snapshot, stay), *named.told(template.NOEGLE), *unused_reasons(snapshot, found)]
    if setup is not None:
        messages += [*setup.messages, *setup.aside]
        settings_sheet, settings_names = opsaetning.sheet(setup, named.names[NOEGLE], setup.messages)
        if not setup.known or any(snapshot.global_name(name) is None for name in settings_names):
            sheets, names = [*sheets, settings_sheet], settings_names
    seen = {"fundet": fundet.found(setup), "bemaerkninger": [tuple(each) for each in setup.remarks]} if setup else {}
    return Plan(sheets, names, (), messages, reds(found), {**summary(found), **seen})


def published(earlier: Snapshot) -> list[Subject]:
    """An earlier edition by its own settings, each of its pools where it has several; refused with its file, where it
    cannot be read as it stands."""
    with as_it_stands(earlier):
        found = read(earlier)
        if isinstance(found, Puljer):
            return [each.subject for each in several.subjects(found)]
        return [Subject(found, figures_of(found))]


@contextmanager
def as_it_stands(earlier: Snapshot) -> Iterator[None]:
    """What is asked or refused of an earlier edition is a refusal with its file."""
    why = f"Den tidligere udgave {earlier.file_name} kan ikke læses"
    try:
        yield
    except Asked as asked:
        raise Refusal(f"{why}: {asked.questions[0].text} Brug den fil, som Fordel har skrevet.") from asked
    except Refusal as refused:
        raise Refusal(f"{why}: {refused}") from refused


def read(earlier: Snapshot) -> Laest | Puljer:
    """An edition as it is read, and calculated where it has several pools."""
    if any(key.partition(" ")[0] == udmelding.NOEGLE for key in earlier.ours):
        raise Refusal("det er en udmelding, og den har ikke alle tallene. Brug budgettet, den blev lavet af.")
    earlier = prepared(earlier, {})
    setup, rows = settings.settle(earlier, {}), puljer.read(earlier)
    if len(rows) <= 1:
        return laes(earlier, alone(earlier, setup, rows, {}))
    from addin.regn.puljer import regn_puljer  # only here: most workbooks have one pool

    return regn_puljer(laes(earlier, setup), rows)


def tried(snapshot: Snapshot, setup: Setup) -> tuple[Subject | None, Refusal | None]:
    """The figures, None where they cannot be read; and why the distribution would be refused, where it would."""
    subject = None
    try:
        laest = laes(snapshot, setup)
        subject = Subject(laest, figures_of(laest))
        subject = subject._replace(regnet=regn(laest, subject.figures))
    except Refusal as refusal:
        return subject, refusal
    return subject, None


def reds(found: list[Answer]) -> list[Message]:
    """What must be mended or defended, a sentence each."""
    return [warning(answer.tjek.key, mended(answer)) for answer in found if answer.stops]


def summary(found: list[Answer]) -> dict[str, object]:
    """What a terminal or a task pane shows at once."""
    return {"tjek": [(answer.tjek.label, answer.status, answer.found, answer.tjek.how,
                      answer.reason) for answer in found],
            "svar": tjek.verdict(found), "roede": sum(answer.stops for answer in found)}

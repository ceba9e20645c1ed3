"""All checks in the order they are shown, and the gate they make: red stops, yellow is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from addin.checks import (
    cells,
    children,
    columns,
    dates,
    keys,
    money,
    names,
    outcome,
    personal_data,
    small_counts,
    totals,
    years,
)
from addin.checks.reasons import Reason, budget_year, given_reasons, mark, without_a_check
from addin.checks.subject import Subject
from addin.danish import ended, listed
from addin.finding.asking import Asked
from addin.messages import Message, quiet, warning
from addin.settings.setup import Setup
from addin.workbook import Question, Refusal, Snapshot
from udfs.errors import antal
from workbook_templates.fordel_tjek import (
    ANDELE,
    ARK,
    BEGRUNDELSE,
    FORTAELLES,
    INTET,
    LAEST,
    NOEGLE,
    STOPPER,
    TJEK,
    UMULIG,
    UREGNET,
    Tjek,
)

MODULES = (cells, children, columns, dates, keys, money, names, outcome, personal_data, small_counts, totals, years)
CHECKS: dict[str, Callable[[Subject], list[str] | None]] = {
    key: check for module in MODULES for key, check in getattr(module, "CHECKS", {}).items()}
SEEN: dict[str, Callable[[Snapshot, Setup], list[str]]] = {
    key: check for module in MODULES for key, check in getattr(module, "SEEN", {}).items()}
OF_REFUSALS = (LAEST, UREGNET, UMULIG)  # what they find is why the figures are refused
ON_THE_PAGE = 3  # yellow checks that are told on the result
Look = Callable[[Iterable[Tjek]], "list[Answer]"]
ANSWERS = {ANDELE: "belastning_i"}  # the red that an answer mends, and the setting that is answered


class Answer(NamedTuple):
    """What a check has found. `reason` is why the user goes on all the same, `last` what was the reason last year."""

    tjek: Tjek
    found: list[str]
    reason: str = ""
    asked: bool = True  # False where nobody could look
    last: str = ""
    mark: str = ""
    why: str = ""  # nobody could look

    @property
    def status(self) -> str:
        if not self.asked:
            return ""
        if not self.found:
            return INTET
        return STOPPER if self.tjek.is_red and not self.is_set_aside else FORTAELLES

    @property
    def stops(self) -> bool:
        return self.status == STOPPER

    @property
    def is_set_aside(self) -> bool:
        """Whether it is red, and a reason carries it."""
        return bool(self.found and self.tjek.is_red and self.tjek.reason and self.reason)


def answers(snapshot: Snapshot, setup: Setup | None, subject: Subject | None, refused: Refusal | None = None,
            checks: Iterable[Tjek] = TJEK) -> list[Answer]:
    """Every check. `refused` is why the settings, or the figures, cannot be read or distributed; without a setup, or
    without a subject, nobody can look for what they say."""
    reasons, year = given_reasons(snapshot), budget_year(snapshot, setup)
    return [with_reason(looked(tjek, snapshot, setup, subject, refused), reasons.get(tjek.label), year)
            for tjek in checks]


def looked(tjek: Tjek, snapshot: Snapshot, setup: Setup | None, subject: Subject | None,
           refused: Refusal | None) -> Answer:
    """What one check finds."""
    if tjek.missing:
        return Answer(tjek, [], asked=False, why=tjek.missing)
    if tjek.key in OF_REFUSALS:
        about = (refused.about or LAEST) if refused else ""
        found, asked = [str(refused)] if refused and about == tjek.key else [], True
    elif refused and refused.about == tjek.key:
        found, asked = [str(refused)], True
    elif tjek.key in SEEN:
        found, asked = (SEEN[tjek.key](snapshot, setup), True) if setup else ([], False)
    else:
        seen = CHECKS[tjek.key](subject) if subject else None
        found, asked = seen or [], seen is not None
        return Answer(tjek, found, asked=asked, why=tjek.needs if subject and not asked else "")
    return Answer(tjek, found, asked=asked)


def with_reason(answer: Answer, given: Reason | None, year: int | None) -> Answer:
    """With the reason, where it was given for just this; else it is last year's, to be confirmed."""
    answer = answer._replace(mark=mark(answer.found, year))
    if given is None:
        return answer
    if given.text and given.covers == answer.mark and answer.tjek.reason:
        return answer._replace(reason=given.confirmed)
    return answer._replace(last=given.confirmed or given.last)


def unused_reasons(snapshot: Snapshot, found: list[Answer]) -> list[Message]:
    """Reasons on the sheet that hold for nothing found now: they stand as last year's, and that is said."""
    reasons = given_reasons(snapshot)
    lines = [quiet(answer.tjek.key, f'Begrundelsen "{reasons[answer.tjek.label].text}" ved "{answer.tjek.label}" '
                                    "gælder ikke det, der er fundet nu. Den står som sidste års begrundelse.")
             for answer in found if answer.tjek.label in reasons and reasons[answer.tjek.label].text
             and not answer.reason]
    return [*lines, *without_a_check(snapshot)]


# ------------------------------------------------------------------------------------- the gate


def gate(snapshot: Snapshot, subject: Subject, reason: str) -> list[Answer]:
    """Every check; red stops until it is mended, answered, or somebody says why to go on.

    What takes long is looked for only where the sheet is written: where there is one, or a reason is to stand on it.
    On the sheet a reason is given check by check; where there is none, one `reason` with the run is enough.
    """
    def look(checks: Iterable[Tjek]) -> list[Answer]:
        return answers(snapshot, subject.setup, subject, checks=checks)

    return gated(snapshot, look, reason, money.readings(subject))


def gated(snapshot: Snapshot, look: Look, reason: str, readings: tuple[tuple[str, str], ...]) -> list[Answer]:
    """The same, of whatever the checks `look` at."""
    found = {answer.tjek.key: answer for answer in look(tjek for tjek in TJEK if not tjek.slow)}
    red = [answer for answer in found.values() if answer.stops]
    carried = {answer.tjek.key: answer._replace(reason=reason) for answer in red if reason and answer.tjek.reason}
    left = [answer for answer in red if answer.tjek.key not in carried]
    if left:
        stop(snapshot, left, readings)
    if carried or NOEGLE in snapshot.ours:
        found |= {answer.tjek.key: answer for answer in look(tjek for tjek in TJEK if tjek.slow)}
    found |= carried
    return [found[tjek.key] for tjek in TJEK if tjek.key in found]


def is_written(snapshot: Snapshot, found: list[Answer]) -> bool:
    """Whether the sheet of checks is written with the result."""
    return NOEGLE in snapshot.ours or any(answer.is_set_aside for answer in found)


def stop(snapshot: Snapshot, red: list[Answer], readings: tuple[tuple[str, str], ...]) -> None:
    """Refuses what only a correction mends; asks for what an answer or a reason can carry, all in one round. `readings`
    are what may be answered of numbers that can be read in several ways."""
    asked = [answer for answer in red if answer.tjek.key in ANSWERS and readings]
    lines = [mended(answer) for answer in red if not answer.tjek.reason and answer not in asked]
    carried = [answer for answer in red if answer.tjek.reason]
    on_the_sheet = carried and NOEGLE in snapshot.ours
    if lines or on_the_sheet:
        lines += [mended(answer, plain=bool(on_the_sheet)) for answer in carried]
        how = f" Ret det, eller kør {ARK} igen, og skriv en begrundelse på arket." if on_the_sheet else ""
        old = "".join(f" {line}" for line in unused_reasons(snapshot, red))
        many = antal(len(lines), "rødt tjek", "røde tjek")
        raise Refusal(f"{ARK}: {many} stopper fordelingen. {' '.join(lines)}{how}{old}")
    questions = [Question(ANSWERS[answer.tjek.key], f"{answer.tjek.label}: {listed(answer.found, 3)}. Hvordan skal "
                                                    "tallene læses?", readings) for answer in asked]
    raise Asked((*questions, *([for_a_reason(carried)] if carried else [])))


def mended(answer: Answer, plain: bool = False) -> str:
    """What is found, and how it is mended; `plain` where it is said besides that a reason can carry it."""
    how = answer.tjek.remedy if plain else answer.tjek.how
    return f"{answer.tjek.label}: {listed(answer.found, 3).rstrip('.')}. {how}"


def for_a_reason(red: list[Answer]) -> Question:
    """One reason for all that is red and may have one."""
    lines = " ".join(mended(answer, plain=True) for answer in red)
    last = " ".join(f'Sidste år var begrundelsen ved "{answer.tjek.label}": {ended(answer.last)}' for answer in red
                    if answer.last)
    text = (f"{antal(len(red), 'rødt tjek', 'røde tjek')} stopper fordelingen. {lines} {last} "
            "Skal der fordeles alligevel, så skriv hvorfor. Begrundelsen kommer til at stå på resultatet.")
    return Question(BEGRUNDELSE, " ".join(text.split()), check=in_words)


def in_words(reason: str) -> str:
    """A reason is read by others."""
    return "" if re.search(r"[^\W\d_]{2}", reason) else "Skriv begrundelsen med ord."


# ------------------------------------------------------------------------------------- what is told


def set_aside(found: list[Answer]) -> list[Message]:
    """What was red and is gone on with, each with its reason."""
    return [warning(answer.tjek.key, ended(f'Tilsidesat tjek: "{answer.tjek.label}". Begrundelse: {answer.reason}')
                    + " " + ended(f"Fundet: {listed(answer.found, 3)}"))
            for answer in found if answer.is_set_aside]


def on_the_page(found: list[Answer]) -> list[Message]:
    """What is yellow and told nowhere else: three at most, and how many more there are."""
    told = [answer for answer in found if answer.tjek.page and answer.status == FORTAELLES and not answer.is_set_aside]
    lines = [warning(answer.tjek.key, f"{answer.tjek.label}: " + ended(listed(answer.found, 3)))
             for answer in told[:ON_THE_PAGE]]
    more = len(told) - ON_THE_PAGE
    if more > 0:
        lines.append(warning(NOEGLE, f"{antal(more, 'tjek', 'tjek')} til fortæller noget: se arket {ARK}, eller kør "
                                     "det."))
    return lines

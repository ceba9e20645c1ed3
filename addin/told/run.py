"""A run on a screen: what it asks, what it will do, what came of it, or why it did nothing.

    snapshot, choices -> action -> Questions -> asking(), as where a refusal is only for_a_reason()
                                -> Plan      -> before(), then after() when it is written
                                -> Refusal   -> refused()
"""

from __future__ import annotations

import math
from collections.abc import Collection
from itertools import chain, repeat

from addin.actions.fordel_tjek import tried
from addin.checks.run import Answer, answers, for_a_reason
from addin.checks.small_counts import worked_out
from addin.finding.asking import Asked as AskedFirst
from addin.settings import settle
from addin.settings.seen.book import prepared
from addin.settings.setup import Setup
from addin.sheets import fundet
from addin.told import found as telling
from addin.told.found import Words
from addin.told.links import Links
from addin.told.samples import sample
from addin.told.shapes import (
    RED,
    YELLOW,
    After,
    Asked,
    Asking,
    Before,
    Check,
    Found,
    Group,
    Line,
    Refused,
    Sheet,
    Table,
)
from addin.until_answered import Choices
from addin.workbook import Plan, Question, Questions, Refusal, Snapshot
from udfs.errors import antal, tal
from workbook_templates.fordel_tjek import ARK, BEGRUNDELSE, TJEK
from workbook_templates.fordeling import SATSNAVN

GO = {"fordel_pulje": ("Fordel", "Puljen bliver fordelt, og Fordels ark bliver skrevet."),
      "fordel_tjek": ("Skriv tjek", "Det, tjekkene har fundet, bliver skrevet på et ark."),
      "opret_opsaetning": ("Skriv opsætning", "Det, der er fundet, bliver skrevet på et ark, hvor det kan rettes."),
      "opret_puljer": ("Skriv arkene", "Det, der er fundet, bliver skrevet på et ark. Er arket Fordel puljer der ikke, "
                                       "bliver det lavet, med plads til en række for hver pulje.")}
OURS = "Dine egne ark bliver ikke rørt."
CARRIES = ("Skriv, hvorfor der skal fordeles alligevel. Begrundelsen gælder alt det røde ovenfor og kommer til "
           "at stå på resultatet.")
EXPLAINED = {SATSNAVN: "Det, hver enhed i nøglen giver dem, der ikke er ved en grænse."}  # what has no note itself
SMALL = next(tjek for tjek in TJEK if tjek.key == "smaa_antal")
CLEAR = "Send ikke filen, som den er. Klargør laver den kopi, der må sendes, og spørger om de små antal."
FIRST = 3  # key figures: the pool, what is given of it, and what is not
HELP = {"pulje": "En celle læses i den enhed, arket siger: kr., 1.000 kr. eller mio. kr."}  # of a setting, when asked
REASON, NOT_USED = "Begrundelse", "Svaret før kunne ikke bruges."


class Telling:
    """Tells of one action over one workbook; `words` puts a sentence in the words of the host."""

    def __init__(self, action: str, snapshot: Snapshot, words: Words):
        self.action, self.snapshot, self.words = action, snapshot, words
        self.links = Links(sheet.name for sheet in snapshot.sheets)

    # --------------------------------------------------------------------------------- before

    def before(self, plan: Plan) -> Before:
        """What will be done by this plan."""
        summary, ours = plan.summary, self.snapshot.ours
        go, does = GO[self.action]
        checks = summary.get("tjek", [])
        return Before(go, f"{does} {OURS}", verdict(plan), self._found(plan),
                      telling.checks(checks, self.links, self.words), telling.nothing(checks), self._groups(plan),
                      self._sheets(plan), [ours[key] for key in plan.drop if key in ours])

    def asking(self, questions: Questions, choices: Choices, unusable: Collection[str] = ()) -> Asking:
        """All that is asked in a round, `unusable` the settings whose answer before could not be used. Where everything
        is found and only checks stop, both are told."""
        setup, stopping = self._stopping(choices)
        known = None if setup is None else telling.found(
            fundet.found(setup), [(each.place, each.text) for each in setup.remarks], self.links, self.words)
        asked = [self._asked(each, bool(stopping), each.setting in unusable) for each in questions.questions]
        return Asking(asked, [self._red(answer) for answer in stopping], known)

    def for_a_reason(self, choices: Choices) -> Questions | None:
        """What is asked instead of refusing: why to go on, where a reason can carry all that stops. On a screen it is
        written where it is read; without one, on the sheet of checks."""
        stopping = self._stopping(choices)[1]
        can = stopping and not choices.get(BEGRUNDELSE) and all(answer.tjek.reason for answer in stopping)
        return Questions((for_a_reason(stopping),)) if can else None

    def _asked(self, question: Question, red_is_told: bool, unusable: bool) -> Asked:
        text, help = self.words(question.text), HELP.get(question.setting, "") if question.choices else ""
        if question.setting == BEGRUNDELSE and red_is_told:
            text, help = REASON, CARRIES
        return Asked(question.setting, self.links.sentence(text), help, question.place,
                     [(value, self.words(said), sample(self.snapshot, value)) for value, said in question.choices],
                     NOT_USED if unusable else "")

    def refused(self, refusal: Refusal, choices: Choices) -> Refused:
        """Why. Where checks stop a distribution, they are told one by one, and how many there are instead of them all
        in one sentence."""
        stopping = self._stopping(choices)[1]
        text, red = self.words(str(refusal)), [self._red(answer) for answer in stopping]
        first = self.links.first(text) or next(
            (place for check in red for line in check.found for _, place in line if place), "")
        by_itself = [text] == ["".join(part for part, _ in line) for check in red for line in check.found]
        if not red or by_itself:
            return Refused(self.links.lines(text), [], first)
        if text.startswith(f"{ARK}: "):  # the gate, which says it all in one
            text = f"{antal(len(red), 'rødt tjek', 'røde tjek')} stopper fordelingen. Ret det, og prøv igen."
        return Refused(self.links.lines(text), red, first)

    def _stopping(self, choices: Choices) -> tuple[Setup | None, list[Answer]]:
        """The settings, where they can be settled, and the checks that stop."""
        try:
            snapshot = prepared(self.snapshot, choices)
            setup = settle.settle(snapshot, choices)
        except (AskedFirst, Refusal):
            return None, []
        if self.action != "fordel_pulje":
            return setup, []
        subject, refused = tried(snapshot, setup)
        seen = answers(snapshot, setup, subject, refused, [tjek for tjek in TJEK if tjek.is_red])
        return setup, [answer for answer in seen if answer.stops]

    def _red(self, answer: Answer) -> Check:
        return Check(answer.tjek.label, RED, [self.links.sentence(self.words(line)) for line in answer.found],
                     self.words(answer.tjek.how), answer.last)

    # --------------------------------------------------------------------------------- after

    def small_counts(self, choices: Choices) -> Check | None:
        """The small counts that the amounts of a distribution give away; None where none is found, which is no promise.
        It takes a while, and so it is asked for by itself."""
        snapshot = prepared(self.snapshot, choices)
        subject, _ = tried(snapshot, settle.settle(snapshot, choices))
        lines = worked_out(subject) if subject else []
        found = [self.links.sentence(self.words(line)) for line in lines]
        return Check(SMALL.label, YELLOW, found, CLEAR) if found else None

    def after(self, plan: Plan) -> After:
        """What came of it."""
        summary = plan.summary
        checks = summary.get("tjek", [])
        figures = [Line(label, value, note=note or EXPLAINED.get(label, "")) for (label, value), note
                   in zip(summary.get("noegletal", ()), chain(summary.get("noter", ()), repeat("")))]
        return After(verdict(plan), bool(summary.get("roede")), figures, table(plan),
                     telling.checks(checks, self.links, self.words), telling.nothing(checks), self._groups(plan),
                     self._sheets(plan))

    def _found(self, plan: Plan) -> Found | None:
        if "fundet" not in plan.summary:
            return None
        return telling.found(plan.summary["fundet"], plan.summary["bemaerkninger"], self.links, self.words)

    def _groups(self, plan: Plan) -> list[Group]:
        """The red checks of a plan are told as checks."""
        warnings = [] if "tjek" in plan.summary else plan.warnings
        return telling.groups(warnings, plan.messages, self.links, self.words)

    def _sheets(self, plan: Plan) -> list[Sheet]:
        there = self.snapshot.ours.keys()
        return [Sheet(sheet.name, sheet.key not in there) for sheet in plan.sheets]


def verdict(plan: Plan) -> str:
    """The outcome in a line: of checks what they say, of a distribution the pool, what is given, and what is left."""
    figures = [f"{label.removesuffix(', kr.')}: {value}".rstrip(".") + "." for label, value
               in plan.summary.get("noegletal", ())[:FIRST]]
    return str(plan.summary.get("svar", "")) or " ".join(figures)


def table(plan: Plan) -> Table | None:
    """Institution, kr., kr. per child and the change since last year; the last two only where anybody has them."""
    rows, changes = plan.summary.get("tabel"), plan.summary.get("aendring")
    if rows is None:
        return None
    per_child = any(each is not None for _, _, each in rows)
    who, amount_head, each_head = plan.summary["hoved"]
    head = [who, amount_head, *([each_head] if per_child else []), *(["Ændring"] if changes else [])]
    lines = [[name, tal(amount), *([whole(each)] if per_child else []), *([signed(change)] if changes else [])]
             for (name, amount, each), change in zip(rows, changes or [None] * len(rows))]
    total = tal(round(math.fsum(amount for _, amount, _ in rows), 2))
    changed = signed(math.fsum(each or 0.0 for each in changes)) if changes else ""
    every = f"I alt, alle {len(rows)}"
    about = str(plan.summary.get("om_tabel", ""))
    return Table(head, lines, [every, total, *([""] if per_child else []), *([changed] if changes else [])], about)


def whole(value: float | None) -> str:
    return "" if value is None else tal(round(value))


def signed(value: float | None) -> str:
    """+12.000, -3.400, 0; "" where last year is not known.

    >>> signed(12000.0), signed(-0.4), signed(None)
    ('+12.000', '0', '')
    """
    if value is None:
        return ""
    rounded = round(value)
    return f"+{tal(rounded)}" if rounded > 0 else tal(rounded)

"""What those who are counted, and those who are given money, are called: børn or elever, institutioner or skoler.

Our sentences speak of børn and institutioner. In a workbook of schools they are put in its words when they are done:
here, and nowhere else. What the user has written is never reworded, also where it stands inside a sentence of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, Union

from addin.finding.words import LONGEST, one_line, plain
from addin.messages import Fundet, Message
from addin.workbook import Cell, Held, Plan, Question, Questions, Refusal, SheetPlan, Snapshot
from workbook_templates import fordel_puljer, fordel_tjek, opsaetning

Answer = Union[Plan, Questions, Refusal]

_COUNTED = re.compile(r"elev(?:er|tal)?\b")
_CHILDREN = re.compile(r"(?:antal )?(?:børn|børnetal|vuggestue|vuggestuebørn|børnehave|børnehavebørn|dagpleje|"
                       r"[0-9] ?- ?[0-9](?: år| ?-?årige)?)")
_SCHOOL = re.compile(r"skoler?|skole(?:ns )?navn")
SEVERAL = 3  # so many cells that name a school say it too
PUPILS = (("et barn", "en elev"), ("ét barn", "én elev"), ("hvert barn", "hver elev"), ("børnenes", "elevernes"),
          ("børnene", "eleverne"), ("barnets", "elevens"), ("barnet", "eleven"), ("børnetallet", "elevtallet"),
          ("børnetal", "elevtal"), ("børnearket", "elevarket"), ("børneark", "elevark"), ("helårsbørn", "helårselever"),
          ("fuldtidsbørn", "fuldtidselever"), ("børn", "elever"), ("barn", "elev"))
SCHOOLS = (("institutionernes", "skolernes"), ("institutionerne", "skolerne"), ("institutioner", "skoler"),
           ("institutionens", "skolens"), ("institutionen", "skolen"), ("institution", "skole"))
# Words of ours that are typed or picked as they are, and the names of our sheets.
KEPT = (*(f'"{word}"' for words in opsaetning.VALG.values() for word in words), "Fordel børn")
_ANY = re.compile("|".join(word for word, _ in (*PUPILS, *SCHOOLS)), re.IGNORECASE)


class Who:
    """Puts texts into the words of a workbook; `own` are the user's texts that hold one of ours."""

    def __init__(self, words: Mapping[str, str], own: Iterable[str] = ()):
        self.words = words
        kept = sorted(own, key=len, reverse=True)
        parts = [*(rf"(?P<own>{'|'.join(map(re.escape, kept))})" for _ in kept[:1]),
                 *(rf"\b(?i:{'|'.join(words)})\b" for _ in [*words][:1])]
        self.pattern = re.compile("|".join(parts)) if words else None

    def said(self, text: str) -> str:
        """A text of ours in the words of the workbook."""
        return self.pattern.sub(self._word, text) if self.pattern and _ANY.search(text) else text

    def _word(self, found: re.Match[str]) -> str:
        if found.groupdict().get("own") is not None:
            return found[0]
        word = self.words[found[0].casefold()]
        return word[:1].upper() + word[1:] if found[0][:1].isupper() else word

    # --------------------------------------------------------------------------------- what is said and written

    def sheet(self, plan: SheetPlan) -> SheetPlan:
        """A sheet of ours, changed in place. Values that are picked, and what the user writes there, stay."""
        kept = TYPED.get(plan.key, ())
        if self.pattern:
            plan.cells[:] = [cell if cell.column in kept or not isinstance(cell.value, str)
                             else Cell(*cell[:2], self.said(cell.value), cell.style) for cell in plan.cells]
            plan.charts[:] = [chart._replace(title=self.said(chart.title), axis=self.said(chart.axis),
                                             alt=self.said(chart.alt)) for chart in plan.charts]
        return plan

    def answer(self, answer: Answer) -> Answer:
        """What an action answers: all that is told. The sheets that nothing is compared with are written here too."""
        if self.pattern is None:
            return answer
        if isinstance(answer, Refusal):
            return Refusal(self.said(str(answer)), answer.about)
        if isinstance(answer, Questions):
            return Questions(tuple(map(self.question, answer.questions)))
        for plan in answer.sheets:
            self.sheet(plan)
        answer.messages = list(map(self.message, answer.messages))
        answer.warnings = list(map(self.message, answer.warnings))
        answer.summary = {key: self.told(value) for key, value in answer.summary.items()}
        return answer

    def message(self, message: Message) -> Message:
        return replace(message, text=self.said(message.text))

    def question(self, question: Question) -> Question:
        return replace(question, text=self.said(question.text),
                       choices=tuple((value, self.said(text)) for value, text in question.choices))

    def told(self, value: object) -> object:
        """Every text in what a terminal or a pane shows."""
        if isinstance(value, str):
            return self.said(value)
        if isinstance(value, Fundet):  # where it stands is no text: a sheet may be called Institutioner
            area = value.value == value.place
            return value._replace(label=self.said(value.label), source=self.said(value.source),
                                  value=value.value if area else self.said(value.value))
        if isinstance(value, tuple):
            return tuple(map(self.told, value))
        return list(map(self.told, value)) if isinstance(value, list) else value


# The columns of our sheets in which the user writes.
TYPED = {opsaetning.NOEGLE: (1,), fordel_tjek.NOEGLE: (fordel_tjek.REASON, fordel_tjek.LAST_REASON, fordel_tjek.MARK)}
# The words a sheet of ours may be in, the field's own first.
IN_WORDS = tuple(Who({**pupils, **schools}, KEPT) for pupils in ({}, dict(PUPILS)) for schools in ({}, dict(SCHOOLS)))
IN_SCHOOLS = IN_WORDS[-1]


def in_any_words(label: str) -> tuple[str, ...]:
    """The ways a label of ours may stand on a sheet of ours."""
    return tuple(dict.fromkeys(words.said(label) for words in IN_WORDS))


class Signs(NamedTuple):
    """What the texts of a workbook say of who is counted, and who receives."""

    pupils: bool
    schools: bool


def signs(texts: Iterable[str]) -> Signs:
    """Pupils where something is headed so and nothing as children are; schools where several cells name one.

    >>> signs(["Skole", "Elever"]), signs(["Skole", "Elever", "0-2 år"]), signs(["Institution", "Elever"])
    (Signs(pupils=True, schools=True), Signs(pupils=False, schools=False), Signs(pupils=True, schools=False))
    """
    short = [plain(text) for text in texts if len(text) <= LONGEST]
    pupils = any(map(_COUNTED.match, short)) and not any(map(_CHILDREN.fullmatch, short))
    named = sum("skole" in text for text in short)
    return Signs(pupils, pupils and (named >= SEVERAL or any(map(_SCHOOL.fullmatch, short))))


def of(snapshot: Snapshot, choices: Mapping[str, object]) -> Who:
    """The words of a workbook."""
    texts = frozenset().union(*(sheet.texts for sheet in snapshot.foreign() if sheet.visible))
    found = signs(texts)
    words = {**(dict(PUPILS) if found.pupils else {}), **(dict(SCHOOLS) if found.schools else {})}
    if not words:
        return Who({})
    typed = [*texts, *map(str, choices.values()), *(sheet.name for sheet in snapshot.sheets), snapshot.file_name,
             *(name.name for name in snapshot.names), *map(str, written(snapshot))]
    own = {form for text in typed if _ANY.search(text) for form in (text.strip(), one_line(text))}
    return Who(words, {*own, *KEPT})


def written(snapshot: Snapshot) -> list[Held]:
    """What the user has written on our sheets."""
    pools = snapshot.sheet(snapshot.ours.get(fordel_puljer.NOEGLE, ""))
    return [*(value for row in (pools.rows if pools else ()) for value in row),
            *(row[column] for key, columns in TYPED.items() if (sheet := snapshot.sheet(snapshot.ours.get(key, "")))
              for row in sheet.rows for column in columns if column < len(row))]

"""The copy that may leave the house, asked for on a screen: one run of `klargoer`, with what is told of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import PurePath

from addin.checks.run import Answer
from addin.filejobs import klargoer as job
from addin.hosts.files import outfile
from addin.settings.setup import Setup
from addin.told.found import Words
from addin.told.rounds import Rounds
from addin.told.run import REASON, Telling
from addin.told.shapes import RED, After, Asked, Asking, Check, Found, Refused, as_data
from addin.told.words import plain
from addin.until_answered import Answers, Choices
from addin.workbook import Plan, Questions, Sheet, Snapshot

ACTION = "klargoer"
LABEL = "Små antal kan regnes ud af kopien"
WHY = ("Skal den sendes, som den er, så skriv hvorfor. Begrundelsen kommer til at stå på kopien. Ellers Annuller, og "
       "vælg en af vejene i modellen.")
IN_IT = "Med i kopien: {}. Alt andet er udeladt; listen siger hvad og hvorfor, og den bliver i huset."


class Clearing:
    """Of one workbook, at one time of day; `earlier` are editions that were published before, by name, `files` what was
    made: the copy and its list. Where small counts stop it, why it is sent anyway is asked."""

    def __init__(self, name: str, data: bytes):
        self.name = name
        self.earlier: list[tuple[str, bytes]] = []
        self.files: list[tuple[str, bytes]] = []
        self.decide = job.deciding(name, data, self.earlier)

    def step(self, rounds: Rounds, choices: Choices, given: Answers | None) -> dict[str, object]:
        """A round, as plain data: why not, what is asked with the choices so far, or what came of it. The files have
        the names the command gives them."""
        telling = Told(self.name, (), plain)
        said = rounds.next(telling, self.decide, choices, given)
        if isinstance(said.answer, Refused):
            return {"refused": as_data(said.answer)}
        if isinstance(said.answer, Asking):
            return {"asking": as_data(said.answer), "choices": said.choices}
        assert isinstance(said.answer, job.Klargjort)
        copy = outfile.output_name(PurePath(self.name).with_suffix(job.ENDING).name, job.SUFFIX)
        self.files = [(copy, said.answer.copy), (job.list_of(copy), said.answer.list)]
        return {"after": as_data(telling.after(said.answer)), "names": [name for name, _ in self.files]}


class Told(Telling):
    """Tells of it; `sheets` are the names of the workbook's, which a sentence may lead to."""

    def __init__(self, name: str, sheets: Iterable[str], words: Words):
        super().__init__(ACTION, Snapshot(name, tuple(Sheet(each, []) for each in sheets)), words)

    def asking(self, questions: Questions, choices: Choices, unusable: Collection[str] = ()) -> Asking:
        """The small counts are told as what is red, with the ways out; the question itself is why to go on."""
        asked = super().asking(questions, choices, unusable)
        small = [each for each in asked.questions if each.setting == job.ALLIGEVEL]
        rest = [replace(each, text=self.links.sentence(REASON), help=WHY) if each in small else each
                for each in asked.questions]
        return replace(asked, questions=rest, red=[self._small(each) for each in small], found=Found([], [], [], []))

    def _small(self, question: Asked) -> Check:
        text = "".join(part for part, _ in question.text).replace(job.STILL, "")
        _, *found, how = [line.strip() for line in text.split("\n")]
        return Check(LABEL, RED, [self.links.sentence(line) for line in found], how.strip())

    def after(self, plan: Plan) -> After:
        return replace(super().after(plan), verdict=IN_IT.format(", ".join(plan.summary["ark"])))

    def _stopping(self, choices: Choices) -> tuple[Setup | None, list[Answer]]:
        """No check of a distribution stops it."""
        return None, []


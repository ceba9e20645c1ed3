"""The jobs on a file, asked for on a screen: one run of `klargoer` or of `udmelding`, with what is told of it."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property, partial
from pathlib import PurePath
from typing import NamedTuple

from addin.actions.udmeld import ACCEPTERET, udmeld
from addin.checks.run import Answer
from addin.filejobs import klargoer, udmelding
from addin.filejobs.givet_tilbage import WHERE
from addin.hosts.files import outfile
from addin.hosts.files.snapshot import looked_at
from addin.settings.setup import Setup
from addin.told.rounds import Rounds
from addin.told.run import REASON, Telling
from addin.told.shapes import RED, After, Asked, Asking, Check, Found, Refused, as_data
from addin.told.words import plain
from addin.until_answered import Answers, Choices, Decide, deciding
from addin.workbook import Plan, Questions, Refusal, Snapshot
from udfs.errors import antal, kroner

IN_IT = "Med i kopien: {}. Alt andet er udeladt; listen siger hvad og hvorfor, og den bliver i huset."
PAGES = "{pages}, en til hver modtager, i alt {amount}"
ONE_EARLIER = "En udmelding erstatter én udgave. Vælg den ene, og fjern de andre: {}."


class Small(NamedTuple):
    """Where small counts stop a job: by what whether to go on is asked (`still` is the end of that), what they are
    called, and how it is asked on a screen, where they are told by themselves."""

    setting: str
    still: str
    label: str
    text: str
    help: str


IN_COPY = Small(klargoer.ALLIGEVEL, klargoer.STILL, "Små antal kan regnes ud af kopien", REASON,
                "Skal den sendes, som den er, så skriv hvorfor. Begrundelsen kommer til at stå på kopien. Ellers "
                "Annuller, og vælg en af vejene i modellen.")
IN_STATEMENTS = Small(ACCEPTERET, udmelding.STILL, "Små antal kan regnes ud af beløbene", "Accepteret",
                      "Er det accepteret, så skriv af hvem, hvornår og hvorfor. Det trykkes ikke. Ellers Annuller, og "
                      "vælg en af vejene i modellen.")


class Job(ABC):
    """Of one workbook file, at one time of day; `earlier` are editions before, by name, `files` what was made."""

    def __init__(self, name: str, data: bytes):
        self.name, self.data = name, data
        self.earlier: list[tuple[str, bytes]] = []
        self.files: list[tuple[str, bytes]] = []

    @property
    @abstractmethod
    def telling(self) -> Told: ...

    @property
    @abstractmethod
    def decide(self) -> Decide: ...

    @abstractmethod
    def made(self, plan: Plan) -> list[tuple[str, bytes]]:
        """The files, with the names the command gives them."""

    def step(self, rounds: Rounds, choices: Choices, given: Answers | None) -> Mapping[str, object]:
        """A round, as plain data: why not, what is asked with the choices so far, or what came of it. Raises Refusal
        for a file that cannot be read."""
        telling = self.telling
        said = rounds.next(telling, self.decide, choices, given)
        if isinstance(said.answer, Refused):
            return {"refused": as_data(said.answer)}
        if isinstance(said.answer, Asking):
            return {"asking": as_data(said.answer), "choices": said.choices}
        self.files = self.made(said.answer)
        return {"after": as_data(telling.after(said.answer)), "names": [name for name, _ in self.files],
                "keep": self.keep(said.answer)}

    def keep(self, plan: Plan) -> Mapping[str, str]:
        """The settings that were answered meanwhile and stand nowhere in the workbook."""
        return {}

    def called(self, suffix: str, ending: str) -> str:
        return outfile.output_name(PurePath(self.name).with_suffix(ending).name, suffix)


class Clearing(Job):
    """The copy that may leave the house, and its list."""

    @property
    def telling(self) -> Told:
        return ToldOfCopy(klargoer.NOEGLE, Snapshot(self.name, ()), IN_COPY)

    @cached_property
    def decide(self) -> Decide:
        return klargoer.deciding(self.name, self.data, lambda _: self.earlier)

    def made(self, plan: Plan) -> list[tuple[str, bytes]]:
        assert isinstance(plan, klargoer.Klargjort)
        copy = self.called(klargoer.SUFFIX, klargoer.ENDING)
        return [(copy, plan.copy), (klargoer.list_of(copy), plan.list)]

    def keep(self, plan: Plan) -> Mapping[str, str]:
        assert isinstance(plan, klargoer.Klargjort)
        return plan.keep


class Stating(Job):
    """The statement to each recipient; the one edition it may replace is the first of the earlier."""

    @cached_property
    def read(self) -> tuple[Snapshot, tuple[str, float] | None]:
        return udmelding.read(self.name, self.data)

    @property
    def telling(self) -> Told:
        return ToldOfStatements("fordel_pulje", self.read[0], IN_STATEMENTS)

    @cached_property
    def decide(self) -> Decide:
        if len(self.earlier) > 1:
            raise Refusal(ONE_EARLIER.format(", ".join(name for name, _ in self.earlier)))
        replaced = looked_at(*self.earlier[0]) if self.earlier else None
        decide = deciding(partial(udmeld, earlier=replaced), self.read[0])
        return lambda choices: udmelding.asking(decide(choices))

    def made(self, plan: Plan) -> list[tuple[str, bytes]]:
        return [(self.called(udmelding.SUFFIX, udmelding.ENDING), udmelding.workbook(plan.sheets, self.read[1]))]


JOBS: Mapping[str, type[Job]] = {"klargoer": Clearing, "udmeld": Stating}


class Told(Telling):
    """Tells of a job: small counts as what is red, with the ways out; the question itself is whether to go on."""

    def __init__(self, action: str, snapshot: Snapshot, small: Small):
        super().__init__(action, snapshot, plain)
        self.small = small

    def asking(self, questions: Questions, choices: Choices, unusable: Collection[str] = ()) -> Asking:
        asked = super().asking(questions, choices, unusable)
        small = [each for each in asked.questions if each.setting == self.small.setting]
        text, help = self.links.sentence(self.small.text), self.small.help
        rest = [replace(each, text=text, help=help) if each in small else each for each in asked.questions]
        return replace(asked, questions=rest, red=[*asked.red, *map(self._small, small)])

    def _small(self, question: Asked) -> Check:
        text = "".join(part for part, _ in question.text).replace(self.small.still, "")
        _, *lines = text.split("\n")
        found = [self.links.sentence(line.strip()) for line in lines if line.startswith(" ")]
        how = " ".join(line.strip() for line in lines if not line.startswith(" "))
        return Check(self.small.label, RED, found, how or WHERE)


class ToldOfCopy(Told):
    """It is of a workbook that has been distributed: nothing is found, and no check of a distribution stops it."""

    def asking(self, questions: Questions, choices: Choices, unusable: Collection[str] = ()) -> Asking:
        return replace(super().asking(questions, choices, unusable), found=Found([], [], [], []))

    def after(self, plan: Plan) -> After:
        return replace(super().after(plan), verdict=IN_IT.format(", ".join(plan.summary["ark"])))

    def _stopping(self, choices: Choices) -> tuple[Setup | None, list[Answer]]:
        return None, []


class ToldOfStatements(Told):
    """What is found and what stops it are those of the distribution it tells of."""

    def after(self, plan: Plan) -> After:
        amounts = plan.summary["tildeling"]
        said = PAGES.format(pages=antal(len(amounts), "side", "sider"), amount=kroner(math.fsum(amounts)))
        return replace(super().after(plan), verdict=said, sheets=[])

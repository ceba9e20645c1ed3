"""The buttons, over xlwings' objects: read everything, let the action decide, write everything."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from addin import ribbon
from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.fordel_tjek import fordel_tjek
from addin.actions.opret_opsaetning import opret_opsaetning
from addin.actions.opret_puljer import opret_puljer
from addin.danish import listed
from addin.hosts.excel import limits, plan
from addin.hosts.excel.snapshot import snapshot
from addin.settings import keys
from addin.told.words import plain
from addin.until_answered import Action, deciding, step
from addin.workbook import Plan, Question, Questions, Refusal
from workbook_templates.fordel_tjek import ARK, BEGRUNDELSE
from workbook_templates.indstillinger import NAVN
from workbook_templates.opsaetning import SETTINGS


class Button(NamedTuple):
    """`name` is what xlwings calls, `label` what the user reads."""

    name: str
    label: str
    help: str
    action: Action

    def press(self, book: Any, valg: str = "") -> None:
        """Raises Refusal, and nothing is written. `valg` are answers and settings chosen for this run, as JSON."""
        taken = snapshot(book)
        try:
            answer = step(deciding(self.action, taken), choices(valg)).answer
        except Refusal as refusal:
            raise Refusal(plain(str(refusal))) from None
        if isinstance(answer, Questions):
            raise Refusal(asked(answer))
        plan.write(book, answer, taken.ours)
        book.app.alert(told(answer), title=self.label)


ACTIONS: dict[str, Action] = {"fordel_pulje": fordel_pulje, "fordel_tjek": fordel_tjek,
                              "opret_opsaetning": opret_opsaetning, "opret_puljer": opret_puljer}
BUTTONS = tuple(Button(each.action, each.label, each.help, ACTIONS[each.action]) for each in ribbon.shown(ACTIONS))


def choices(valg: str) -> dict[str, Any]:
    """What was chosen, by setting."""
    if not valg:
        return {}
    try:
        given = json.loads(valg)
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise Refusal("Valgene kan ikke læses: de skal være et JSON-objekt med en indstilling pr. linje.")
    keys.check(given)
    return given


def asked(questions: Questions) -> str:
    """What must be known first, and how it is answered here: by giving the cells a name."""
    return "\n\n".join(["Noget skal afgøres, før puljen kan fordeles:", *map(_question, questions.questions)])


def _question(question: Question) -> str:
    lines = [plain(question.text) + (f" (Se {question.place}.)" if question.place else "")]
    lines += [f"- {text}" + (f" ({value})" if value not in text else "") for value, text in question.choices]
    if question.setting in SETTINGS:
        lines.append(f"Markér cellerne, skriv {NAVN}{question.setting} i navneboksen, og kør igen.")
    elif question.setting == BEGRUNDELSE:
        lines.append(f"Tryk på {ARK}, skriv begrundelsen på arket, og kør igen.")
    return "\n".join(lines)


def told(done: Plan) -> str:
    """What is shown when the sheets are there."""
    verdict = [done.summary["svar"]] if "svar" in done.summary else []
    ready = f"Skrevet: {listed([sheet.name for sheet in done.sheets], 9)}."
    warnings = ["Se efter:", *(f"- {line}" for line in done.warnings)] if done.warnings else []
    quiet = [str(line) for line in done.messages if line not in done.warnings]
    return plain("\n".join([*verdict, ready, *warnings, *quiet, *limits.TOLD]))

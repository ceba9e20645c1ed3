"""What a button does with the open document: read, let the action decide, ask, apply, and say what came of it."""

from __future__ import annotations

from addin import ribbon
from addin.bugs import report
from addin.foreign import Foreign
from addin.hosts.calc import filejob, sagsbilag
from addin.hosts.calc.apply import apply
from addin.hosts.calc.calls import NO_NUMPY, has_numpy
from addin.hosts.calc.snapshot import snapshot
from addin.until_answered import Answers, Ask, Choices, Stopped, deciding, until_answered
from addin.workbook import Plan, Questions, Refusal

TITLES = {button.name: button.label for button in ribbon.BUTTONS}
STOPPED = "Stoppet. Dokumentet er ikke rørt."
UNTOUCHED = "Dokumentet er ikke rørt."
BUG = ("Der er en fejl i Fordel. Dokumentet er, som det var. Send linjerne herunder til dem, der vedligeholder Fordel. "
       "De indeholder intet fra dokumentet.")


def press(document: Foreign, name: str, choices: Choices, ask: Ask | None) -> str:
    """What to tell the user. Without `ask` open questions are told instead of asked."""
    if not has_numpy():
        return NO_NUMPY
    try:
        if name in filejob.JOBS:
            return made_beside(document, name, choices, ask)
        if name == "sagsbilag":
            sagsbilag.check(document)
        plan = decided(document, name, choices, ask)
        apply(document, plan, TITLES[name])
        return "\n\n".join([told(plan), *([sagsbilag.beside(document, plan)] if name == "sagsbilag" else [])])
    except Stopped:
        return STOPPED
    except Refusal as refusal:
        return f"{refusal}\n\n{UNTOUCHED}"
    except Exception as bug:
        return report(bug, BUG)


def made_beside(document: Foreign, name: str, choices: Choices, ask: Ask | None) -> str:
    """A job on the document as a file; what was answered and can be kept is written in it where the user says so."""
    job = filejob.JOBS[name](document)
    from addin.filejobs.beside import KEEP, answers_to_jobs, keeps  # only here, where files can be read
    from addin.filejobs.tilvalg import SPOERG
    from addin.settings import keys

    if ask is None:  # from a macro, where a key is typed
        of_jobs = answers_to_jobs(choices)
        keys.check(key for key in choices if key not in of_jobs)
    plan = until_answered(job.decide, choices if ask else {**choices, SPOERG: False}, ask or cannot_ask)
    said, keep = job.put(plan), job.keep(plan)
    if not (ask and keep and keeps(ask(Questions((KEEP,))))):
        return said
    try:
        setup = decided(document, "opsaetning", keep, ask)
        apply(document, setup, TITLES["opsaetning"])
    except (Stopped, Refusal) as stopped:  # what was made is there all the same
        return "\n\n".join([said, str(stopped) or STOPPED])
    return "\n\n".join([said, told(setup)])


def decided(document: Foreign, name: str, choices: Choices, ask: Ask | None) -> Plan:
    """The action's plan when all it asks has been answered."""
    from addin.actions.fordel_pulje import fordel_pulje
    from addin.actions.fordel_tjek import fordel_tjek
    from addin.actions.opret_opsaetning import opret_opsaetning
    from addin.actions.opret_puljer import opret_puljer
    from addin.settings import keys

    if ask is None:  # from a macro, where a key is typed
        keys.check(choices)
    action = {"pulje": fordel_pulje, "sagsbilag": fordel_pulje, "tjek": fordel_tjek,
              "opsaetning": opret_opsaetning, "puljer": opret_puljer}[name]
    return until_answered(deciding(action, snapshot(document)), choices, ask or cannot_ask)


def cannot_ask(questions: Questions) -> Answers:
    raise Refusal(open_questions(questions))


def open_questions(asked: Questions) -> str:
    lines = ["Der er spørgsmål, før der kan regnes:"]
    for question in asked.questions:
        place = f" ({question.place})" if question.place else ""
        lines += ["", f"{question.setting}: {question.text}{place}",
                  *(f"  {value}: {text}" for value, text in question.choices)]
    return "\n".join(lines)


def told(plan: Plan) -> str:
    """The result in short, then what a careful colleague would say."""
    lines = [f"{label}: {value}" for label, value in plan.summary.get("noegletal", ())]
    lines += [plan.summary["svar"]] if "svar" in plan.summary else []
    lines += ["", *(f"! {warning}" for warning in plan.warnings)]
    lines += [f"- {message}" for message in plan.messages if message not in plan.warnings]
    names = ", ".join(f'"{sheet.name}"' for sheet in plan.sheets)
    return "\n".join([*lines, "", f"Se arkene {names}. Ctrl+Z tager det hele tilbage."]).strip()

"""The replies as tables of pandas: one row a figure, one row a kommune, and how many answered each question what."""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas

from addin.filejobs.saml.form import of_svar
from addin.filejobs.saml.returned import Gathered, Reply, Svar
from addin.run.differentiering import Maal, measured
from udfs.catalogue import FUNCTIONS
from workbook_templates.kora_2017 import ALLE, NOGLE, VAEGT_DIFFERENTIERING
from workbook_templates.samling import INDHOLD, INPUT, MINDST, STYRING, STYRINGSTYPER

TIDY = ("Kommune", "Fil", "Emne", "Enhed nr.", "Nøgle", "Spørgsmål", "Tal", "Tekst")
OF_UNITS = {"b02": "Børn 0-2", "b35": "Børn 3-5", "beloeb": "Socioøkonomisk beløb, kr.", "special": "Special"}
DERIVED = {"andel": "Andel efter kriterier", STYRING: "Styringstype", "tildeler": "Hvem får penge",
           "faktor": "Faktor", "kvartilfaktor": "Kvartilfaktor", "enheder": "Enheder uden special",
           "boern": "Børn i alt", "kr_barn": "Socioøkonomisk beløb pr. barn, kr.",
           "budget_barn": "Budget pr. barn, kr."}


class Counted(NamedTuple):
    """A question: how many answered it, and how many each of its answers; nothing where they are too few."""

    n: int
    answers: dict[str, int]

    def share(self, answer: str) -> float | None:
        return self.answers.get(answer, 0) / self.n if self.n >= MINDST else None


def maal(reply: Reply) -> Maal:
    """KORA's two measures: weight 1,8, without special units, of those that get money."""
    if not reply.enheder:
        return Maal(hvorfor="Enhederne kan ikke læses." if reply.enheder is None else "Der er ingen enheder.")
    in_it = tuple(not unit.special for unit in reply.enheder)
    children = FUNCTIONS["FORDEL_BOERN"]([unit.smaa for unit in reply.enheder], [unit.store for unit in reply.enheder],
                                         VAEGT_DIFFERENTIERING).tolist()
    amounts = [unit.beloeb for unit in reply.enheder]
    if not any(kr > 0 for kr, there in zip(amounts, in_it) if there):
        return Maal(hvorfor="Ingen enhed får penge.")
    return measured(amounts, children, in_it)


def derived(reply: Reply) -> dict[str, Svar]:
    """What is computed of a reply; what cannot be is not in it."""
    found: dict[str, Svar] = {}
    told = reply.svar
    budget, beloeb = told.get("budget"), told.get("beloeb")
    if isinstance(budget, float) and isinstance(beloeb, float) and budget > 0:
        found["andel"] = beloeb / budget
    kind = STYRINGSTYPER.get((str(told.get(INPUT)), str(told.get(INDHOLD))))
    if kind:
        found[STYRING] = kind
    measures = maal(reply)
    if measures.faktor is not None and measures.kvartilfaktor is not None:
        ordinary = [unit for unit in reply.enheder or () if not unit.special]
        found["tildeler"] = ALLE if all(unit.beloeb > 0 for unit in ordinary) else NOGLE
        found |= {"faktor": measures.faktor, "kvartilfaktor": measures.kvartilfaktor}
    if reply.enheder:
        children = math.fsum(unit.smaa + unit.store for unit in reply.enheder)
        found |= {"enheder": float(sum(not unit.special for unit in reply.enheder)), "boern": children}
        if children > 0:
            found["kr_barn"] = math.fsum(unit.beloeb for unit in reply.enheder) / children
            if isinstance(budget, float):
                found["budget_barn"] = budget / children
    return found


def tidy(gathered: Gathered) -> pandas.DataFrame:
    """One row a figure or an answer."""
    rows: list[tuple[object, ...]] = []
    for reply in gathered.replies:
        def add(subject: str, nr: int | None, key: str, label: str, value: Svar, reply: Reply = reply) -> None:
            number = value if isinstance(value, float) else None
            rows.append((reply.kommune, reply.file, subject, nr, key, label, number,
                         value if isinstance(value, str) else None))

        for key, asked in of_svar().items():
            if key in reply.svar:
                add("svar", None, key, asked.label, reply.svar[key])
        for key, value in derived(reply).items():
            add("beregnet", None, key, DERIVED[key], value)
        for unit in reply.enheder or ():
            for key, value in (("b02", unit.smaa), ("b35", unit.store), ("beloeb", unit.beloeb),
                               ("special", "ja" if unit.special else "nej")):
                add("enhed", unit.nr, key, OF_UNITS[key], value)
    made = pandas.DataFrame(rows, columns=list(TIDY))
    return made.astype({"Enhed nr.": "Int64", "Tal": "float64", **{name: "string" for name in TIDY
                                                                   if name not in ("Enhed nr.", "Tal")}})


def by_kommune(figures: pandas.DataFrame) -> pandas.DataFrame:
    """One row a kommune, a column a key; a quartile by children where there are kommuner enough for one."""
    answers = figures[figures["Emne"] != "enhed"]
    value = answers["Tal"].astype(object).where(answers["Tal"].notna(), answers["Tekst"].astype(object))
    wide = answers.assign(value=value).pivot(index="Kommune", columns="Nøgle", values="value")
    wide = wide.reindex(list(dict.fromkeys(figures["Kommune"])))
    if "boern" in wide and wide["boern"].notna().sum() >= MINDST:
        order = wide["boern"].astype("float64").rank(method="first")
        wide["kvartil"] = ((order - 1) * 4 // order.count() + 1).astype("Int64")
    return wide


def counted(wide: pandas.DataFrame, key: str) -> Counted:
    """How many answered a question what; of fewer than five only that."""
    given = wide[key].dropna() if key in wide else pandas.Series(dtype=object)
    n = len(given)
    return Counted(n, {str(answer): int(many) for answer, many in given.value_counts().items()} if n >= MINDST else {})

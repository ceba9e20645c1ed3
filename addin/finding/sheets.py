"""Chooses the table of institutions and what the key is made from; where two could be meant, it asks.

Nothing is taken on a guess that could move an amount. What is seen and not used is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from addin.danish import ended, listed
from addin.finding import children, editions, transposed
from addin.finding.asking import TABLE, Asker
from addin.finding.source import Origin, Source
from addin.finding.table import CHILDREN, Table
from addin.finding.tables import find_tables
from addin.finding.words import keys, name_of, one_line, plain, unit_of
from addin.messages import SHEET, Message, quiet, warning
from addin.workbook import Area, Refusal, Snapshot, a1
from workbook_templates.opsaetning import AMOUNT_COLUMNS, CRITERIA, SETTINGS, TABLE_COLUMNS

BURDENS = ("belastning", "noegle")
BUDGETS = ("grundbudget",)  # names and budgets alone carry a saving, or a key the user points at
SHOWN = 4  # headings, and institutions, that a table is known by in a question
PER_CHILD_MOST = 1000  # no score or index of a child is higher
NO_KEY = ("navn", "maaneder", "noegle_aendring", "fast", "sidste_aar", "udmeldt")  # nobody distributes by these


@dataclass
class Found:
    """Areas by setting, the user's own headings, and what was seen and not used."""

    areas: dict[str, Area] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    criteria: dict[str, children.Criteria] = field(default_factory=dict)  # by the setting of their names

    def note(self, place: str, text: str) -> None:
        self.remarks.append((place, text))


def tables_on(snapshot: Snapshot, only: tuple[str, ...]) -> list[Table]:
    """The tables of the sheets that may be read."""
    for name in only:
        if snapshot.sheet(name) is None:
            names = listed([f'"{sheet.name}"' for sheet in snapshot.foreign()])
            raise Refusal(f'Der er intet ark, der hedder "{name}". Arkene er {names}.')
    return find_tables(snapshot, only)


# ------------------------------------------------------------------------------------- the institutions


def institutions(snapshot: Snapshot, tables: list[Table], asker: Asker) -> Table | None:
    """The one table of institutions; None where the user must say which."""
    candidates = [table for table in tables if table.is_institutions and not children.is_per_child(table)]
    empty = [table for table in candidates if table.last < table.first]
    candidates = [table for table in candidates if table not in empty]
    if not candidates:
        transposed.refuse(snapshot)
        candidates = [table for table in tables if has(table, BUDGETS) and table.last >= table.first]
    if not candidates:
        if empty:
            raise Refusal(f'Arket "{empty[0].sheet.name}" har overskrifter, men ingen institutioner under dem.')
        for why in snapshot.unread():
            raise Refusal(why)
        raise Refusal("Fandt ingen institutioner. Et ark skal have én række med overskrifter, fx Institution, "
                      "0-2 år, 3-5 år og Sandsynlighed, og institutionerne lige under.")
    candidates = best(candidates)
    if len(candidates) == 1:
        return candidates[0]
    check_one_list(candidates)
    choices = [(table.where, described(table)) for table in candidates]
    answer = asker.ask(TABLE, "Flere tabeller ligner en liste med institutioner. Hvilken skal bruges?", choices)
    return next((table for table in candidates if table.where == answer), None)


def described(table: Table) -> str:
    """A table as its owner knows it: the sheet, the headings and the first institutions."""
    headings = listed([f'"{one_line(heading)}"' for heading in table.texts.values() if heading], SHOWN)
    names = [name for row in range(table.first, table.last + 1)
             if (name := name_of(table.sheet.value(row, table.columns["navn"])))]
    return f'Arket "{table.sheet.name}", {table.where.split("!")[-1]}, med {headings}: {listed(names, SHOWN)}'


def check_one_list(tables: list[Table]) -> None:
    """One list parted over several sheets, an area each, cannot be read as one, and one of them is not all."""
    heads = [{plain(text) for column, text in table.texts.items() if column != table.columns["navn"]}
             for table in tables]
    names = [table.names(table.last) for table in tables]
    shared = any(one & other for index, one in enumerate(names) for other in names[index + 1:])
    if all(head == heads[0] for head in heads) and not shared:
        places = listed([table.where for table in tables])
        raise Refusal(f"Institutionerne står i flere tabeller med de samme overskrifter ({places}). Saml dem i én "
                      "tabel, fx med en kolonne Område.")


def best(tables: list[Table]) -> list[Table]:
    """Those with both children and a key; else those with a key; else all."""
    both = [table for table in tables if has(table, CHILDREN) and has(table, BURDENS)]
    return both or [table for table in tables if has(table, BURDENS)] or tables


def has(table: Table, keys: tuple[str, ...]) -> bool:
    return any(key in table.columns or key in table.unclear for key in keys)


def take(table: Table, asker: Asker, pool_labels: Sequence[str] = ()) -> Found:
    """The columns of a table, from the row under the headings to the last row with anything in it. What stands beside
    the pool says which year it is for."""
    found = Found()
    for column, told in editions.choose(table, asker, pool_labels):
        found.note(table.place(column), told)
    for key, column in table.columns.items():
        if key in TABLE_COLUMNS:
            heading = table.texts[column]
            found.areas[key], found.headings[key] = table.area(column), heading or SETTINGS[key].label
            found.sources[key] = Source(Origin.HEADING, heading) if heading else Source(Origin.DIFFERENT)
    if table.guessed_name:
        found.note(table.place(table.columns["navn"]), "Gættet: navnene står her, selv om overskriften ikke siger det.")
    return found


# ------------------------------------------------------------------------------------- the key


def beside(tables: list[Table], table: Table | None, names: set[str], asker: Asker, scores: bool | None,
           chosen: set[str]) -> Found:
    """The sheet of children and the delivered counts, where there are any; a score per child where it is wanted, or
    (None) where there is nothing else. `chosen` are sheets the user has pointed at: they are used."""
    found = Found()
    rest = [other for other in tables if other is not table and other.last >= other.first]
    counted = rest if table is None or has(table, BURDENS) else [table, *rest]
    used = [take_criteria(found, "barn_institution", rest, lambda other: children.per_child(other, asker), asker),
            take_criteria(found, "antal_institution", counted, lambda other: children.delivered(other, names, asker),
                          asker)]
    if scores or (scores is None and not found.areas):
        used.append(take_scores(found, [other for other in rest if children.has_scores(other)], asker))
    left = [other for other in rest if other.sheet.name not in chosen and not any(other is one for one in used)]
    for sheet in dict.fromkeys(other.sheet.name for other in left):
        if table is None or sheet != table.sheet.name:
            found.messages.append(quiet(SHEET, f'Arket "{sheet}" er ikke brugt.', sheet))
        else:
            found.messages.append(warning(
                SHEET, f'Arket "{sheet}" har flere tabeller; kun den med institutioner er brugt.', sheet))
    return found


def take_criteria(found: Found, key: str, tables: list[Table], reading: Callable[[Table], children.Criteria | None],
                  asker: Asker) -> Table | None:
    """The one table that reads as wanted; the user says which where there are several."""
    read = [(table, criteria) for table in tables if (criteria := reading(table))]
    if len(read) > 1:
        choices = [(str(criteria.names), f'Arket "{table.sheet.name}"') for table, criteria in read]
        what = "børn" if key == "barn_institution" else "antal børn pr. kriterium"
        answer = asker.ask(key, f"Flere ark ligner en liste med {what}. Hvilket skal bruges?", choices)
        read = [(table, criteria) for table, criteria in read if str(criteria.names) == answer]
    if not read:
        return None
    table, criteria = read[0]
    found.areas |= {key: criteria.names, CRITERIA[key]: criteria.criteria}
    found.sources |= dict.fromkeys((key, CRITERIA[key]), Source(Origin.SHEET, table.sheet.name))
    found.criteria[key] = criteria
    return table


def take_scores(found: Found, tables: list[Table], asker: Asker) -> Table | None:
    """The one sheet with a score per child; the user says which where there are several."""
    if len(tables) > 1:
        choices = [(table.where, f'Arket "{table.sheet.name}"') for table in tables]
        answer = asker.ask("score_institution", "Flere ark ligner en liste med en score pr. barn. Hvilket skal bruges?",
                           choices)
        tables = [table for table in tables if table.where == answer]
    if not tables:
        return None
    table, column = tables[0], tables[0].columns["belastning"]
    found.areas |= {"score_institution": table.area(table.columns["navn"]), "score": table.area(column)}
    found.sources |= dict.fromkeys(("score_institution", "score"), Source(Origin.SHEET, table.sheet.name))
    found.headings["score"] = table.texts[column]
    return table


def told(key: str, criteria: children.Criteria) -> list[Message]:
    """Which columns were taken for criteria, and which were not; `key` is the setting of their names."""
    sheet = criteria.names.sheet
    said = [quiet(CRITERIA[key], f"{sheet}: {len(criteria.used)} kriterier er talt med: {', '.join(criteria.used)}.",
                  sheet)]
    if criteria.left:
        said.append(quiet(CRITERIA[key], ended(f"{sheet}: ikke brugt: {', '.join(criteria.left)}"), sheet))
    return said


def ask_for_key(table: Table, asker: Asker) -> tuple[int, str] | None:
    """Where nothing is known to be a key: the column to distribute by, among those with figures."""
    taken = {column for key, column in table.columns.items() if key in NO_KEY}
    columns = [column for column in table.texts if column not in taken and figures_in(table, column)]
    if not columns:
        return None
    choices = [(str(table.area(column)), f'{a1(table.heading_rows[-1], column)} "{table.texts[column]}"')
               for column in columns]
    answer = asker.ask("noegle", f'Arket "{table.sheet.name}" har ingen kolonne, der hedder Nøgle, Belastning eller '
                                 "lignende. Hvilken kolonne skal puljen fordeles efter?", choices, table.where)
    return next(((column, table.texts[column]) for column in columns if str(table.area(column)) == answer), None)


def figures_in(table: Table, column: int) -> bool:
    """Whether a column mostly holds numbers."""
    values = [value for value in table.below(column) if value is not None]
    numbers = [value for value in values if isinstance(value, (int, float)) and not isinstance(value, bool)]
    return bool(numbers) and 2 * len(numbers) > len(values)


def is_amount_or_count(table: Table, column: int) -> bool:
    """Whether a column plainly holds counts or amounts, not a figure per child."""
    numbers = [value for value in table.below(column) if isinstance(value, (int, float))]
    known = {*keys(table.texts[column])} & {*CHILDREN, *AMOUNT_COLUMNS}
    return bool(known) or unit_of(table.texts[column]) is not None or max(map(abs, numbers), default=0) > PER_CHILD_MOST

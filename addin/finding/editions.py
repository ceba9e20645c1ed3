"""Where several columns could answer one setting: the year decides, the user says which, or none is used.

And columns that are nearly what they seem: applications of another pool, children counted in another way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from addin.danish import ended
from addin.finding import rivals
from addin.finding.asking import APPLIED, BOUND, OF_CHILDREN, Asker
from addin.finding.table import FIGURES, Table
from addin.finding.words import keys, plain, whole
from addin.messages import COLUMN, Message, quiet
from addin.workbook import a1, area
from workbook_templates.opsaetning import SETTINGS

NONE = "ingen"  # the answer that none of the columns is it
YES, NO = "ja", "nej"
BY_AGE = ("boern_0_2", "boern_3_5")
AGES, OTHERWISE = "alder", "den anden"  # which children are counted
# where two columns could be it, none is used, and that is said
ONLY_SHOWN = ("gruppe", "grundbudget", "udmeldt", "erstatter")
OF_YEARS = {"sidste_aar": -1, "grundbudget": 0}  # which year is meant, from the pool's
# Near headings of bounds of each one's own, and what is asked about them.
BOUNDS = {"loft_kolonne": (r"(?:\w+ )?loft|maks\w* pr\b", "er det det højeste, hver kan få pr. barn, i kr.?"),
          "minimum_kolonne": (r"(?:\w+ )?(?:minimum\b|minimums(?:beløb|tildeling)|mindste ?beløb)",
                              "er det det mindste, hver institution skal have, i kr.?")}
LEAST_AMOUNT = 5  # kr.: where no number is above it they are shares
_YEAR = re.compile(r"\b20\d\d\b")
_PART_OF_BUDGET = re.compile(r"\b(?:ekskl|excl|eksklusive?|inkl|inklusive?|uden|heraf|fraregnet)\b")
_APPLIED = re.compile(r"\b(?:an)?søgt\b|\bansøgning")
_POOL = re.compile(r"\b\w+pulje\w*")


def year_of(*texts: str) -> int | None:
    """The one year the first of the texts with any years speaks of.

    >>> year_of("Pulje", "Budget 2027"), year_of("Pulje 2025-2028", "Budget 2027")
    (2027, None)
    """
    for text in texts:
        found = set(map(int, _YEAR.findall(text)))
        if found:
            return next(iter(found)) if len(found) == 1 else None
    return None


def choose(table: Table, asker: Asker, pool_labels: Sequence[str]) -> list[tuple[int, str]]:
    """Settles what the headings leave open; what is told of columns that are not used, with the column."""
    year = year_of(*pool_labels, table.sheet.name, table.title)
    told = []
    for key, columns in table.unclear.items():
        filled = [column for column in columns if any(value is not None for value in table.below(column))] or columns
        chosen = filled if len(filled) == 1 else [*by_year(table, key, filled, year), *by_name(table, key, filled)]
        if not chosen and key in ONLY_SHOWN and not any(is_edition(table, column) for column in filled):
            places = " og ".join(a1(table.heading_rows[-1], column) for column in filled)
            told.append((filled[0], f"Tvetydigt: {places} kan begge være {SETTINGS[key].label}. Ingen af dem er brugt. "
                                    f"Giv den rigtige navnet {SETTINGS[key].name}."))
            continue
        for column in (chosen or asked(table, asker, key, filled))[:1]:
            table.columns[key] = column
            if key == "grundbudget" and not chosen:
                take_other_budget(table, column, filled)
    check_applied(table, asker, year, pool_labels)
    check_children(table, asker)
    check_bounds(table, asker)
    return told


def take_other_budget(table: Table, chosen: int, columns: list[int]) -> None:
    """The same budget with or without a part of it, where the user has chosen one of two."""
    others = [column for column in columns if column != chosen]
    if len(others) == 1 and any(_PART_OF_BUDGET.search(whole(table.heading(column))) for column in columns):
        table.columns["grundbudget_andet"] = others[0]


def by_year(table: Table, key: str, columns: list[int], year: int | None) -> list[int]:
    """The one column of the year that is meant, where all others are of other years."""
    if year is None or key not in OF_YEARS:
        return []
    years = [year_of(table.heading(column)) for column in columns]
    wanted = year + OF_YEARS[key]
    return [columns[years.index(wanted)]] if years.count(wanted) == 1 and None not in years else []


def by_name(table: Table, key: str, columns: list[int]) -> list[int]:
    """The one column called just as the setting, where nothing says that another is an edition of it."""
    if key not in ONLY_SHOWN or any(is_edition(table, column) for column in columns):
        return []
    same = [column for column in columns if plain(table.heading(column)) == plain(SETTINGS[key].label)]
    return same if len(same) == 1 else []


def is_edition(table: Table, column: int) -> bool:
    return not keys(table.texts[column]) and bool(rivals.rival_keys(table.texts[column]))


def asked(table: Table, asker: Asker, key: str, columns: list[int]) -> list[int]:
    """The column the user says it is."""
    places = " og ".join(a1(table.heading_rows[-1], column) for column in columns)
    choices = [(str(table.area(column)), f'{a1(table.heading_rows[-1], column)} "{table.heading(column)}"')
               for column in columns]
    text = (f'Arket "{table.sheet.name}": overskrifterne i {places} kan begge være {SETTINGS[key].label}. Hvilken skal '
            "bruges?")
    given = area(str(asker.choices.get(key) or ""))
    if given and given.column in table.texts and all(str(given) != value for value, _ in choices):
        return []  # it is pointed at
    if key in FIGURES:
        answer = asker.ask(key, text, choices, table.place(columns[0]))
    else:
        answer = asker.ask(key, text, [*choices, (NONE, "ingen af dem")], table.place(columns[0]))
        if answer == NONE:
            asker.answers[key] = NONE
    return [column for column in columns if str(table.area(column)) == answer]


# ------------------------------------------------------------------------------------- applications


def check_applied(table: Table, asker: Asker, year: int | None, pool_labels: Sequence[str]) -> None:
    """A column of applications caps what each gets: where it may be of another pool or year, the user says so."""
    known = table.columns.get("ansoegt")
    for column, text in table.texts.items():
        if not _APPLIED.search(plain(text)) or not rivals.has_numbers(table, column):
            continue
        if column == known and not is_of_another(table.heading(column), year, pool_labels):
            continue
        question = (f'{table.place(column)}: "{table.heading(column)}" er måske ansøgt fra en anden pulje. Er det '
                    "denne pulje, så ingen får mere end det?")
        choices = [(YES, "ja, ingen får mere end det"), (NO, "nej, kolonnen er ikke brugt")]
        answer = asker.remember(f"{APPLIED}{table.sheet.name}: {text}", question, choices, table.place(column))
        if answer == YES:
            table.columns["ansoegt"] = column
        elif column == known:
            del table.columns["ansoegt"]


def is_of_another(heading: str, year: int | None, pool_labels: Sequence[str]) -> bool:
    """Whether a heading of applications names a pool that is not this one, or another year than the pool's."""
    own = {word for label in pool_labels for word in _POOL.findall(whole(label))}
    named = {word for word in _POOL.findall(whole(heading)) if not any(word.startswith(other) for other in own)}
    said = year_of(heading)
    return bool(named) or (said is not None and year is not None and said != year)


def check_bounds(table: Table, asker: Asker) -> None:
    """A column of caps or minima under another heading than its own, or of shares, is asked about."""
    for key, (near, text) in BOUNDS.items():
        known = table.columns.get(key)
        for column, heading in table.texts.items():
            numbers = [value for value in table.below(column) if rivals.is_number(value)]
            if not numbers or not re.match(near, plain(heading)) or column in {*table.columns.values()} - {known}:
                continue
            if column == known and max(numbers) > LEAST_AMOUNT:
                continue
            question, place = f"{BOUND}{table.sheet.name}: {heading}", table.place(column)
            answer = asker.remember(question, f'{place}: "{heading}": {text}',
                                    [(YES, "ja"), (NO, "nej, kolonnen er ikke brugt")], place)
            if answer == YES:
                table.columns[key] = column
            elif column == known:
                del table.columns[key]


# ------------------------------------------------------------------------------------- children


def check_children(table: Table, asker: Asker) -> None:
    """Children that stand both by age and counted in another way; weighted ones are compared with the two ages."""
    if not set(BY_AGE) <= table.columns.keys():
        return
    for column in table.counted:
        heading = table.heading(column)
        weight = rivals.weight_of(table, column) if rivals.is_weighted(heading) else None
        if weight:
            table.own_weight = column, weight
        elif not rivals.are_few(table, column) and not (rivals.is_weighted(heading) and "noegle" in table.columns):
            ages = " og ".join(f'"{table.heading(table.columns[key])}"' for key in BY_AGE)
            question = f'{table.place(column)}: børnene står både som {ages} og som "{heading}". Hvilke skal bruges?'
            answer = asker.remember(f"{OF_CHILDREN}{table.sheet.name}: {heading}", question,
                                    [(AGES, ages), (OTHERWISE, f'"{heading}"')], table.place(column))
            if answer == OTHERWISE:
                table.columns = {key: at for key, at in table.columns.items() if key not in BY_AGE} | {"boern": column}
                return


def unread(table: Table, used: set[int], recipients: list[int], known: bool) -> list[Message]:
    """What is said of the columns of a table that nothing is read from: a line for each that might be a figure, which
    in a table known by names is one that answers a setting; and one for the rest, also those without a heading."""
    likely = set(table.unknown) if not known else {*answering(table)}
    left = [column for column in sorted({*table.texts, *headless(table, recipients)}) if column not in used]
    lines = [quiet(COLUMN, f'{table.place(column)}: kolonnen "{table.texts[column]}" er ikke brugt.',
                   table.place(column)) for column in left if column in likely]
    rest = [f'"{table.heading(column)}" (kolonne {letters(column)})' if column in table.texts
            else f"kolonne {letters(column)} uden overskrift" for column in left if column not in likely]
    if rest:
        sheet = table.sheet.name
        lines.append(quiet(COLUMN, ended(f"{sheet}: heller ikke brugt: {', '.join(rest)}"), sheet))
    return lines


def answering(table: Table) -> list[int]:
    """The columns that children or a key could be read from."""
    unclear = [column for key in FIGURES for column in table.unclear.get(key, [])]
    return unclear + [table.columns[key] for key in FIGURES if key in table.columns]


def headless(table: Table, recipients: list[int]) -> list[int]:
    """Columns with numbers among the others or just right of them, and no heading."""
    last = max(table.texts)
    found = []
    for column in range(min(table.texts), len(table.sheet.columns)):
        values = [table.sheet.value(row, column) for row in recipients]
        numbers = sum(rivals.is_number(value) for value in values)
        if column > last + 1 and column - 1 not in found:
            break
        if column not in table.texts and 2 * numbers > len(values):
            found.append(column)
    return found


def letters(column: int) -> str:
    return a1(0, column)[:-1]

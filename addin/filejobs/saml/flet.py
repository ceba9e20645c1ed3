"""Returned copies of a template together: each cell as the files that have filled it in say it, and nothing where they
disagree.

A sender who wrote all institutions beforehand gets them again in every copy: what they all say is said once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from addin.danish import listed
from addin.filejobs.saml.gather import once
from addin.filejobs.saml.indsendt import FAELLES, who
from addin.filejobs.saml.returned import Fault, Gathered, Linje, Reply, Svar
from addin.filejobs.saml.skema import Samlet, Skema
from addin.workbook import Refusal
from udfs.errors import antal
from workbook_templates.samling import SE_FILER
from workbook_templates.skabeloner.faelles import SAGSOPLYSNINGER
from workbook_templates.skabeloner.form import Kolonne

NO_FILE = ""  # of what is said of no file
UNKNOWN = ("Forudsætningerne kan ikke ses af filerne: {}. Læg din egen fil, med de rigtige, i mappen, og ret de andre, "
           "så mere end halvdelen siger det samme. Intet er skrevet.")
SPLIT, UNREAD = "siger noget andet i {}", "kan ikke læses i nogen fil"
HELD = f', og der står "{SE_FILER}" i den samlede'
Cells = dict[str, Svar]


class Said(NamedTuple):
    """A line of a file."""

    file: str
    line: Linje


class Flettet(NamedTuple):
    """What the sender wrote, the lines of each table, whose each is and with what in its columns, and what is said."""

    faelles: Cells
    linjer: dict[str, list[tuple[str, Cells]]]
    faults: tuple[Fault, ...]


def gather(asked: Skema, replies: list[Reply], aside: list[Fault], files: int) -> Gathered:
    """Raises Refusal where the files disagree of what their sender wrote, and most of them agree of nothing."""
    counted, doubles = once(replies)
    counted = answered(counted)
    said = [fault for reply in replies for fault in reply.faults]
    out = frozenset(fault.file for fault in [*aside, *doubles])
    return Gathered(tuple(counted), (*aside, *doubles, *flettet(asked, counted).faults, *said), files, out)


def flettet(asked: Skema, replies: Iterable[Reply]) -> Flettet:
    said = [Said(reply.file, line) for reply in replies for line in reply.linjer]
    faults: list[Fault] = []
    same = voted(asked, [each for each in said if each.line.tabel == FAELLES], faults)
    own = [each for each in said if each.line.tabel != FAELLES]
    called = names(own)
    ones = {table.tabel.noegle for table in asked.tabeller if not table.tabel.flere}
    of_ones = {key(each) for each in own if each.line.tabel in ones}
    single = [name for name in called if name in of_ones]
    lines: dict[str, list[tuple[str, Cells]]] = {}
    for table in asked.tabeller:
        by_name: dict[str, list[Said]] = defaultdict(list)
        for each in own:
            if each.line.tabel == table.tabel.noegle:
                by_name[key(each)].append(each)
        if table.tabel.flere:
            lines[table.tabel.noegle] = [(called[name], cells) for name in called if name in by_name
                                         for cells in several(table, by_name[name], faults)]
        else:  # the same lines in each such table: formulas take one beside the other
            lines[table.tabel.noegle] = [(called[name], one(table, by_name[name], faults)) for name in single]
        faults += missing(table, lines[table.tabel.noegle])
    return Flettet(same, lines, tuple(faults))


def answered(replies: list[Reply]) -> list[Reply]:
    """Each with those of whom it says something that no other file says: not all of whom its sender has written."""
    def told(reply: Reply) -> set[tuple[str, str, Svar]]:
        return {(line.navn.casefold(), column, value) for line in reply.linjer for column, value in line.svar.items()}

    many = Counter(each for reply in replies for each in told(reply))
    alone = [{name for name, column, value in told(reply) if many[name, column, value] == 1} for reply in replies]
    return [reply._replace(kommune=who([line for line in reply.linjer if line.navn.casefold() in own]))
            for reply, own in zip(replies, (each - {FAELLES} for each in alone))]


def key(each: Said) -> str:
    return each.line.navn.casefold()


def names(own: list[Said]) -> dict[str, str]:
    """Whose lines there are, as they are first written: in the order of the file that has most of them, where it has
    more than half, and else by the alphabet."""
    found: dict[str, str] = {}
    files: dict[str, dict[str, None]] = defaultdict(dict)
    for each in own:
        found.setdefault(key(each), each.line.navn)
        files[each.file][key(each)] = None
    most = max(files.values(), key=len, default={})
    first = list(most) if len(most) > 1 and 2 * len(most) > len(found) else []
    rest = sorted((name for name in found if name not in first), key=by_alphabet)
    return {name: found[name] for name in [*first, *rest]}


def by_alphabet(name: str) -> str:
    """
    >>> sorted(["åen", "æblet", "ø", "zoo"], key=by_alphabet)
    ['zoo', 'æblet', 'ø', 'åen']
    """
    return name.replace("å", "ø~")


# ------------------------------------------------------------------------------------- the sender's


def voted(asked: Skema, said: list[Said], faults: list[Fault]) -> Cells:
    """Each cell as more than half of the files that can be read say it; raises Refusal."""
    found: Cells = {}
    unknown: list[str] = []
    for cell in asked.faelles:
        given = [each for each in said if cell.key in each.line.steder and cell.key not in each.line.ulaest]
        (value, most), *_ = Counter(each.line.svar.get(cell.key) for each in given).most_common(1) or [(None, 0)]
        if 2 * most > len(given):
            if value is not None:
                found[cell.key] = value
            faults += [Fault(each.file, each.line.steder[cell.key], f"{cell.label}: siger noget andet end "
                             f"{antal(most, 'anden fil', 'andre filer')} og er ikke brugt")
                       for each in given if each.line.svar.get(cell.key) != value]
        elif cell.sheet != SAGSOPLYSNINGER:
            files = {each.line.svar.get(cell.key): each.file for each in reversed(given)}  # the first that says each
            said_so = SPLIT.format(" end i ".join(sorted(files.values()))) if files else UNREAD
            unknown.append(f"{cell.sheet}, {cell.label}: {said_so}")
        elif given:  # it moves no amount
            faults.append(Fault(NO_FILE, cell.label, "filerne siger ikke det samme, og cellen er tom i den samlede"))
    if unknown:
        raise Refusal(UNKNOWN.format(listed(unknown)))
    return found


# ------------------------------------------------------------------------------------- each one's own


def one(table: Samlet, said: list[Said], faults: list[Fault]) -> Cells:
    """One line of all that is said of one: a cell that is contested, or cannot be read, says where to look."""
    found: Cells = {}
    for column in own_columns(table):
        given = [each for each in said if column.noegle in each.line.svar]
        different = Counter(each.line.svar[column.noegle] for each in given)
        if len(different) > 1:
            faults += contested(column, given, different)
        if len(different) > 1 or any(column.noegle in each.line.ulaest for each in said):
            hold(table, column, found)
        elif given:
            found.setdefault(column.noegle, given[0].line.svar[column.noegle])
    return found


def hold(table: Samlet, column: Kolonne, found: Cells) -> None:
    """No number is distributed by a cell that is not known: where that is a text which says who gets the money, the
    numbers of the line are held back too."""
    held = [column]
    if column.navn and not is_number(column):
        held += [each for each in own_columns(table) if is_number(each)]
    found.update({each.noegle: SE_FILER for each in held})


def own_columns(table: Samlet) -> Iterator[Kolonne]:
    return (column for column in table.kolonner if column is not table.navn)


def is_number(column: Kolonne) -> bool:
    return column.regel.slags in ("tal", "helt")


def contested(column: Kolonne, given: list[Said], different: Counter[Svar]) -> Iterator[Fault]:
    """Said of the files that say something else than most; of all where none are most."""
    value, most = different.most_common(1)[0]
    for each in given:
        if 2 * most > len(given) and each.line.svar[column.noegle] == value:
            continue
        other = next(file for file, line in given if line.svar[column.noegle] != each.line.svar[column.noegle])
        yield Fault(each.file, each.line.steder[column.noegle],
                    f"{column.overskrift} for {each.line.navn}: siger noget andet end {other}{HELD}")


def several(table: Samlet, said: list[Said], faults: list[Fault]) -> Iterator[Cells]:
    """The lines of one, from the file that has them; where two files have others, one line without a
    number, which holds back all amounts."""
    files: dict[str, list[Linje]] = defaultdict(list)
    for each in said:
        files[each.file].append(each.line)
    first, *more = files.values()
    if any([line.says() for line in lines] != [line.says() for line in first] for lines in more):
        for file, lines in files.items():
            other = next(each for each in files if each != file)
            faults.append(Fault(file, lines[0].steder[table.tabel.samles],
                                f"{lines[0].navn} har andre linjer her end i {other}{HELD}"))
        yield {column.noegle: SE_FILER for column in own_columns(table) if is_number(column)}
        return
    for line in first:
        found: Cells = dict(line.svar)
        for column in table.kolonner:
            if column.noegle in line.ulaest:
                hold(table, column, found)
        yield found


def missing(table: Samlet, lines: list[tuple[str, Cells]]) -> Iterator[Fault]:
    """The numbers that others have answered, where the example has one in every line and somebody none."""
    asked = [column for at, column in enumerate(table.kolonner) if is_number(column)
             and all(line[at] is not None for line in table.tabel.raekker)
             and any(column.noegle in cells for _, cells in lines)]
    for navn, cells in lines:
        blank = [f'"{column.overskrift}"' for column in asked if column.noegle not in cells]
        if blank:
            yield Fault(NO_FILE, navn, f"mangler på {table.ark}: {listed(blank)}")

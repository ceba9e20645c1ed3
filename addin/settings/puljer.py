"""The sheet "Fordel puljer" as it is read: a row a pool, with what stands in its cells; what is wrong has its cell."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from addin.danish import listed, number_in_text
from addin.finding.doubts import is_sum, is_total
from addin.finding.formulas import precedents
from addin.finding.words import name_of, one_line, plain
from addin.inputs import bad_cell, cell_number, where
from addin.messages import Message, warning
from addin.settings.seen.merges import top_of
from addin.who import in_any_words
from addin.workbook import Area, BadCell, Held, Refusal, Sheet, Snapshot
from udfs.errors import antal, tal
from udfs.rounding import OERE, half_up
from udfs.values import name as comparable
from workbook_templates import fordel_puljer as spec
from workbook_templates.fordel_puljer import KOLONNER

_SHARE = re.compile(r"(?i)(?P<part>[\d.,]+)\s*(?:%|pct\.?|procent)\s+af\s+(?P<whole>[\d.,]+)\s*(?P<unit>mio\.?|mia\.?)?"
                    r"\s*(?:kr\.?)?")
TIMES = {"": 1, "mio": 1_000_000, "mia": 1_000_000_000}
LEAST_SHARE = 1e-6  # an amount below it is what a subtraction has left of nothing
MOST_NAME = 60  # characters


@dataclass(frozen=True)
class Raekke:
    """One pool as it is written. `held` are the cells that hold anything, by the key of their column; `videre` the name
    of the pool that gets what this one cannot place, "" where it stays."""

    sheet: Sheet
    row: int
    navn: str
    columns: dict[str, int] = field(repr=False)
    held: dict[str, Held]
    videre: str = ""

    def place(self, key: str) -> Area:
        return Area(self.sheet.name, self.row, self.columns[key], self.row, self.columns[key])

    def cell(self, key: str) -> str:
        """As a message names it."""
        return where(self.sheet, self.row, self.columns[key])

    def formula(self, key: str) -> str:
        return self.place(key).formula()

    def text(self, key: str) -> str:
        """What stands in a column of words; "" where nothing does."""
        value = self.held.get(key)
        if isinstance(value, BadCell):
            raise bad_cell(self.cell(key), heading(key), value)
        return one_line(name_of(value))

    def number(self, key: str) -> float | None:
        return cell_number(self.sheet, self.row, self.columns[key], heading(key)) if key in self.held else None

    def is_none(self, key: str) -> bool:
        """Whether the word stands there that says that there is none."""
        return plain(self.held.get(key)) == spec.INGEN

    @property
    def is_garanti(self) -> bool:
        return plain(self.navn) == plain(spec.GARANTI)

    @property
    def plain(self) -> bool:
        """Whether nothing is said but the name: all is as on the sheet of settings."""
        return set(self.held) <= {"navn"}


def heading(key: str) -> str:
    return next(column.heading for column in KOLONNER if column.key == key)


def read(snapshot: Snapshot) -> list[Raekke]:
    """The rows, checked against each other; none where there is no such sheet."""
    sheet = snapshot.sheet(snapshot.ours.get(spec.NOEGLE, ""))
    if sheet is None:
        return []
    head, columns = headings(sheet)
    first = next((row for row in range(head + 1, len(sheet.rows))
                  if plain(sheet.value(row, columns["navn"])) == plain(spec.SOM_OPSAETNING)), None)
    if first is None:
        raise Refusal(f'Arket "{sheet.name}": rækken {spec.SOM_OPSAETNING} under overskrifterne mangler, så det vides '
                      f"ikke, hvor puljerne begynder. Skriv {spec.SOM_OPSAETNING} under {heading('navn')}, i rækken "
                      "over den første pulje.")
    found = [each for row in range(first + 1, len(sheet.rows)) if (each := read_row(sheet, row, columns))]
    if not found:
        raise Refusal(f'Arket "{sheet.name}" har ingen puljer. Skriv en række, eller slet arket: så fordeles puljen på '
                      "Fordel opsætning.")
    check_names(found)
    check_sums(found)
    check_order(found)
    return [replace(each, videre=goes_on(each, found)) for each in found]


def headings(sheet: Sheet) -> tuple[int, dict[str, int]]:
    """The row of the headings, and where each column stands."""
    wanted = {heading: column.key for column in KOLONNER for heading in in_any_words(column.heading)}
    for row, values in enumerate(sheet.rows):
        found = [(wanted[text], at) for at, value in enumerate(values) if (text := one_line(value or "")) in wanted]
        columns = dict(found)
        if "navn" in columns and "beloeb" in columns:
            for key, at in found:
                if columns[key] != at:
                    raise Refusal(f'{where(sheet, row, columns[key])}: overskriften {heading(key)} står også i '
                                  f"{where(sheet, row, at)}. Slet den ene kolonne.")
            missing = [column.heading for column in KOLONNER if column.key not in columns]
            if missing:
                raise Refusal(f'Arket "{sheet.name}", række {row + 1}: kolonnen {listed(missing)} mangler. Skriv '
                              "overskriften igen, eller slet arket, og lav det igen med fordel opsaet --puljer.")
            return row, columns
    raise Refusal(f'Arket "{sheet.name}" har ingen overskrifter Pulje og Beløb, kr. Slet arket, og lav det igen med '
                  "fordel opsaet --puljer.")


def read_row(sheet: Sheet, row: int, columns: dict[str, int]) -> Raekke | None:
    """None of a row in which nothing stands."""
    held: dict[str, Held] = {}
    for key, at in columns.items():
        value = sheet.value(row, at)
        if value is not None and not (isinstance(value, str) and not value.strip()):
            held[key] = value
    if not held:
        return None
    for at in columns.values():
        if top := top_of(sheet.merged or (), (row, at)):
            raise Refusal(f"{where(sheet, row, at)} er flettet med {where(sheet, *top)}, så det vides ikke, hvad der "
                          "gælder her. Ophæv fletningen, og skriv i hver celle.")
    name, cell = held.get("navn"), where(sheet, row, columns["navn"])
    if not isinstance(name, str):
        wrong = "puljen mangler et navn" if name is None else "navnet er ikke en tekst"
        raise Refusal(f"{cell}: {wrong}. Skriv det med bogstaver, eller tøm rækken.")
    if len(one_line(name)) > MOST_NAME:
        raise Refusal(f"{cell}: navnet er over {MOST_NAME} tegn. Gør det kortere.")
    return Raekke(sheet, row, one_line(name), columns, held)


def check_names(rows: Sequence[Raekke]) -> None:
    seen: dict[str, Raekke] = {}
    for each in rows:
        first = seen.setdefault(comparable(each.navn), each)
        if first is not each:
            raise Refusal(f'{each.cell("navn")}: "{each.navn}" står også i {first.cell("navn")}. Hver pulje skal have '
                          "sit eget navn.")


def check_sums(rows: Sequence[Raekke]) -> None:
    """A sum below the pools is none: it would be shared on top of them."""
    for at, each in enumerate(rows):
        words, amounts = plain(each.navn), [each.held.get("beloeb") for each in rows[:at + 1]]
        numbers = [amount for amount in amounts if isinstance(amount, (int, float))]
        is_theirs = at > 1 and len(numbers) == at + 1 and math.isclose(numbers[-1], math.fsum(numbers[:-1]))
        if is_total(words) or is_theirs and is_sum(words):
            raise Refusal(f'{each.cell("navn")}: "{each.navn}" ligner en sum, og hver række er en pulje, der deles '
                          "oven i de andre. Slet rækken, eller giv puljen et andet navn.")


def check_order(rows: Sequence[Raekke]) -> None:
    """The guarantee of the sum is last and says nothing else."""
    for each in rows:
        if each.is_garanti and (each is not rows[-1] or len(rows) < 3):
            raise Refusal(f'{each.cell("navn")}: rækken {spec.GARANTI} gælder summen af puljerne over den. Den skal '
                          "være den sidste, med mindst to puljer over sig.")
    only = {"navn", "garanti", "sidste_aar", "afrunding", "tekst"}
    for each in rows:
        wrong = [key for key in each.held if key not in only] if each.is_garanti else []
        if wrong:
            raise Refusal(f"{each.cell(wrong[0])}: rækken {spec.GARANTI} deler ingen pulje, og {heading(wrong[0])} kan "
                          "ikke bruges. Tøm cellen.")
        if each.is_garanti and each.number("garanti") is None:
            raise Refusal(f"{each.cell('garanti')}: skriv, hvor stor en andel af sidste år ingen må komme under, fx "
                          "95 %.")


def goes_on(each: Raekke, rows: Sequence[Raekke]) -> str:
    """The later pool that gets what this one cannot place, as its own row names it; "" where it stays."""
    text = each.text("tilovers")
    if plain(text) in ("", spec.BLIVER):
        return ""
    later = {comparable(pool.navn): pool.navn for pool in rows if pool.row > each.row and not pool.is_garanti}
    name = re.sub(r"(?i)^til\s+", "", text)
    found = later.get(comparable(text)) or later.get(comparable(name))
    if not found:
        raise Refusal(f'{each.cell("tilovers")}: "{name}" er ingen pulje længere nede. Skriv {spec.BLIVER}, eller '
                      "navnet på en pulje, der deles senere.")
    return found


def amount(each: Raekke) -> tuple[float, str] | None:
    """A pool's own amount in kr., and the formula it follows from; None where the settings say it."""
    value, cell = each.held.get("beloeb"), each.formula("beloeb")
    if value is None:
        return None
    if not isinstance(value, str):
        number = each.number("beloeb")
        if number is not None and LEAST_SHARE <= number < 1:
            raise Refusal(f"{each.cell('beloeb')}: {tal(number)} er under 1 kr. Er det en andel, så skriv, hvad den er "
                          "af: 1 % af 100 mio.")
        return None if number is None else (number, cell)
    share = _SHARE.fullmatch(value.strip())
    part, whole = (number_in_text(share[key]) for key in ("part", "whole")) if share else (None, None)
    if share is None or not isinstance(part, float) or not isinstance(whole, float):
        is_formula = (each.row, each.columns["beloeb"]) in (each.sheet.formulas or ())
        mended = "Cellen er en formel: ret det, den regnes af." if is_formula else (
            "Skriv et tal i kr., en formel som =Budget!B3, eller en andel som 1 % af 100 mio.")
        raise Refusal(f'{each.cell("beloeb")}: "{one_line(value)}" er ikke et beløb. {mended}')
    times = TIMES[(share["unit"] or "").lower().rstrip(".")]
    held = half_up(part / 100 * whole * times, OERE)
    return held, f'IF(ISTEXT({cell}),ROUND({part!r}/100*{whole!r}*{times},2),"")'  # another text the control sees


def told(rows: Sequence[Raekke]) -> list[Message]:
    """The rows that are not seen."""
    names = [each.navn for each in rows if each.row in each.sheet.hidden_rows]
    many = antal(len(names), "skjult række", "skjulte rækker")
    return [warning(spec.NOEGLE, f'{many} på arket "{rows[0].sheet.name}" er med: {listed(names)}.')] if names else []


# ------------------------------------------------------------------------------------- what the rows use


def headings_used(snapshot: Snapshot) -> set[str]:
    """The headings of the columns that the rows name, as they are compared."""
    rows = read(snapshot) if spec.NOEGLE in snapshot.ours else []
    named = [each.text(key) for each in rows for key in ("noegle", "sidste_aar")]
    named += [each.text("modtagere").partition(":")[0] for each in rows]
    return {one_line(text).casefold() for text in named if text}


def cells_used(snapshot: Snapshot) -> set[Area]:
    """The cells that the rows' own cells are computed from."""
    rows = read(snapshot) if spec.NOEGLE in snapshot.ours else []
    return precedents(snapshot, *(each.place(key) for each in rows for key in each.held))

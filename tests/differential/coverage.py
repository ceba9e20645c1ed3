"""How far the drawn cases reach: each setting in use, and each pair of settings together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from addin.dele.kerne import VISES_KUN
from tests.differential.applications import BOUNDS, COLUMNS, HOW, OF_OTHER_KEYS
from tests.differential.dice import HIDDEN, Drawn
from tests.differential.per_child import HOW as PER_CHILD

LEAST_SHARE, LEAST_PAIRS = 0.05, 10  # of the accepted cases; accepted cases
ALWAYS = ("navn", "pulje", "grundlag")
FAST = ("fast", "fast_virkning", "fast_grund", "enhed_fast", "fast_i_noegletal")
BASIC = ("grundbeloeb", "grundbeloeb_kolonne", "enhed_grundbeloeb_kolonne")
# What is made of one kind of key is not made of another.
OF_A_KEY = {"belastning": ("belastning", "belastning_i"), "noegle": ("noegle", "noegle_aendring", "noegle_grund"),
            "antal_institution": ("antal_institution", "antal_kriterier", "samling", "erstat"),
            "barn_institution": ("barn_institution", "barn_kriterier", "metode", "mindst_kriterier"),
            "score_institution": ("score_institution", "score")}
# And what the rules do not allow together, or what takes the place of the other.
NOT_TOGETHER = ((("retning", "hoejst_andel"), ("garanti", "hoejst", "andel_nyt", "centralt", "centralt_andel",
                                               "ansoegt", "enhed_ansoegt",
                                               "udmeldt", "enhed_udmeldt", *FAST, *BASIC)),
                ((HOW, "prioritet"), (
                    *BOUNDS, *COLUMNS, *OF_OTHER_KEYS, *FAST, *BASIC, "retning", "kriterievaegte",
                    *(key for of in OF_A_KEY if of != "noegle" for key in OF_A_KEY[of]))),
                (("prioritet",), ("modtager",)),
                ((PER_CHILD, "boern_foer"), ("andel_nyt", "retning", "hoejst_andel", HOW, "prioritet")),
                (("andel_nyt",), (*FAST, *BASIC)), (("grundbeloeb",), BASIC[1:]), (("centralt",), ("centralt_andel",)),
                (("loft",), ("loft_kolonne",)), (("minimum",), ("minimum_kolonne",)),
                (("boern",), ("boern_0_2", "boern_3_5", "vaegt", "boern_til_kr", "boern_til_taerskel")),
                (("type", "med"), tuple(key for of in ("antal_institution", "barn_institution", "score_institution")
                                        for key in OF_A_KEY[of])),
                (("kriterievaegte",), ("type", "med", "belastning", "noegle", "noegle_aendring", "noegle_grund",
                                       "score_institution", "score")))


def in_use(drawn: Drawn) -> set[str]:
    """The settings a case has, in another way than their default."""
    said = drawn.settings
    found = {*ALWAYS, *drawn.used, drawn.key, *set(said) & {"andel_nyt", "garanti", "hoejst", "hoejst_andel", "loft",
                                                            "minimum", "taerskel", "udgave", "punktum", *VISES_KUN}}
    found |= {key for key in ("pulje_2", "pulje_3", "centralt", "centralt_andel", "pl", "grundbeloeb") if said.get(key)}
    found |= {"vaegt", "boern_til_kr", "boern_til_taerskel", "metode", "mindst_kriterier"} & set(said)
    found |= {f"enhed_{key}" for key in ("pulje", *drawn.used) if said.get(f"enhed_{key}", "kr.") != "kr."}
    found |= {"fast_i_noegletal", "landsgennemsnit", "med", HOW, PER_CHILD} & set(said)
    found |= {"loen_paedagog", "loen_medhjaelper", "andel_paedagoger"} & set(said)
    found |= {"barn_kriterier"} if drawn.key == "barn_institution" else set()
    found |= {"score"} if drawn.key == "score_institution" else set()
    found |= {"kriterievaegte"} if drawn.weights is not None else set()
    marks = {mark for row in drawn.rows for mark in row.get("antal", ())}
    words = {"retning": said["retning"] == "besparelse", "taerskeltype": said.get("taerskeltype") == "over",
             "taerskel_paa": (said.get("taerskel_paa") == "institution" and "modtager" in drawn.used)
             or said.get("taerskel_paa") == "gruppe",
             "normering_i": said.get("normering_i") == "timer", "afrunding": said.get("afrunding", 1) != 1,
             "antal_kriterier": drawn.key == "antal_institution", "samling": said.get("samling", "sum") != "sum",
             "belastning_i": said.get("belastning_i", "andel") != "andel", "erstat": bool(marks & set(HIDDEN))}
    found |= {key for key, there in words.items() if there}
    if "taerskel" not in said:
        found -= {"taerskeltype", "taerskel_paa", "boern_til_taerskel"}
    if all(kr is None for kr in drawn.column("fast")):
        found -= set(FAST)
    return found


def may_meet(one: str, other: str) -> bool:
    """Whether two settings can be in use in the same distribution."""
    owners = {key for key, settings in OF_A_KEY.items() for setting in (one, other) if setting in settings}
    apart = any((one in left and other in right) or (one in right and other in left) for left, right in NOT_TOGETHER)
    return len(owners) < 2 and not apart


class Coverage:
    """Counts the accepted cases."""

    def __init__(self, settings: Iterable[str]):
        self.settings, self.cases = sorted(settings), 0
        self.alone: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()

    def add(self, drawn: Drawn) -> None:
        found = sorted(in_use(drawn))
        self.cases += 1
        self.alone.update(found)
        self.pairs.update(combinations(found, 2))

    def rare_settings(self) -> Iterator[str]:
        for key in self.settings:
            if self.alone[key] < LEAST_SHARE * self.cases:
                yield f"{key} er i brug i {self.alone[key]} af {self.cases} tilfælde"

    def rare_pairs(self) -> Iterator[str]:
        for one, other in combinations(self.settings, 2):
            if may_meet(one, other) and self.pairs[one, other] < LEAST_PAIRS:
                yield f"{one} og {other} er i brug sammen i {self.pairs[one, other]} tilfælde"

    def impossible_pairs(self) -> Iterator[str]:
        """What is said not to be allowed together, and was."""
        return (f"{one} og {other} er godtaget sammen" for one, other in self.pairs if not may_meet(one, other))

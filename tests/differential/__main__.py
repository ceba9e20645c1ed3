"""Many drawn cases against the oracle: `python -m tests.differential 20000 [first seed]`.

Prints how many were accepted and refused, every disagreement, and what the cases did not reach; exit code 1 where there
is any of them.
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.differential.compare import ACCEPTED, ASKED, compared
from tests.differential.coverage import Coverage
from workbook_templates.opsaetning import SETTINGS

CASES, EACH = 20_000, 1000
ALL = (*SETTINGS, "kriterievaegte")


def run(many: int, first: int = 0) -> int:
    reached, kinds, wrong = Coverage(ALL), Counter[str](), 0
    for seed in range(first, first + many):
        outcome = compared(seed)
        kinds[outcome.kind] += 1
        if outcome.kind == ACCEPTED:
            reached.add(outcome.drawn)
        for fault in outcome.wrong:
            wrong += 1
            print(f"seed {seed}: {fault[:500]}", flush=True)
        if (seed - first + 1) % EACH == 0:
            print(f"{seed - first + 1} cases, {wrong} disagreements", flush=True)
    missing = [*reached.rare_settings(), *reached.rare_pairs(), *reached.impossible_pairs()]
    print(*missing, sep="\n")
    print(f"{many} cases: {kinds[ACCEPTED]} accepted, {many - kinds[ACCEPTED] - kinds[ASKED]} refused by both, "
          f"{kinds[ASKED]} asked about; {wrong} disagreements; {len(missing)} settings or pairs too rare")
    return 1 if wrong or missing else 0


if __name__ == "__main__":
    sys.exit(run(*map(int, sys.argv[1:3] or [CASES])))

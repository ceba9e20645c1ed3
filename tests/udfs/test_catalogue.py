"""The list of functions: complete, documented, and with names every host can carry."""

import ast
import inspect
import keyword
import re
import subprocess
import sys
from pathlib import Path

import pytest

from udfs import catalogue

ROOT = Path(__file__).parents[2]
RULES = ROOT / "udfs" / "rules"
TESTS = Path(__file__).parent / "rules"
HELP_LIMIT = 255  # what Excel shows of one argument
SECTIONS = ("Argumenter", "Resultat", "Fejl", "Formel", "Kilde", "Eksempel")
VBA_AND_IDL = """
and any as boolean byref byval caller call case char class const currency date dim do double each
else end enum error exit float for function get goto if implements in inout interface is let like
long loop me mod module new next not nothing null object on option optional or out preserve private
property public redim resume return select sequence set short single static step stop string struct
sub then to type typedef union unsigned until variant void wend while with xor
"""


def host_problems(name, parameters):
    """Why no host could carry a function of this name."""
    problems = []
    if not re.fullmatch(r"FORDEL_[A-Z0-9_]*[A-Z][A-Z0-9_]*", name):
        problems.append(f"{name} er ikke FORDEL_ og ASCII-versaler")
    for parameter in parameters:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", parameter):
            problems.append(f"{parameter} er ikke små ASCII-bogstaver")
        if keyword.iskeyword(parameter) or parameter in VBA_AND_IDL.split():
            problems.append(f"{parameter} er et nøgleord")
        if parameter.upper() == name:
            problems.append(f"{parameter} hedder som sin funktion")
    return problems


def sections(text):
    """Heading -> its lines, dedented, of a docstring in the layout of the rules; "" is the opening."""
    found, heading = {"": []}, ""
    for line in inspect.cleandoc(text).splitlines():
        if line[:1].strip() and line.rstrip(":") in SECTIONS and line.endswith(":"):
            heading = line[:-1]
            found[heading] = []
        else:
            found[heading].append(line[4:] if heading else line)
    return found


def helps(lines):
    """Argument -> help; a line further in goes on with the one above."""
    found = {}
    for line in lines:
        entry = re.match(r"([a-z0-9_]+): (.+)", line)
        if entry:
            found[entry[1]] = entry[2]
        elif line.strip():
            last = list(found)[-1]
            found[last] += " " + line.strip()
    return found


def manual_problems(rule):
    """What is missing in the manual of a rule."""
    parts = sections(rule.__doc__ or "")
    problems = [f"{heading} mangler" for heading in SECTIONS if not "".join(parts.get(heading, []))]
    first, *rest = parts[""] or [""]
    if not first or len(first) > HELP_LIMIT or not first.endswith((".", '".')) or (rest and rest[0]):
        problems.append("første linje skal være én kort sætning")
    documented = helps(parts.get("Argumenter", []))
    if list(documented) != list(inspect.signature(rule).parameters):
        problems.append(f"argumenter: {list(documented)}")
    problems += [f"{name} har for lang hjælp" for name, text in documented.items() if len(text) > HELP_LIMIT]
    example = parts.get("Eksempel", [])
    if not any(line.startswith(">>> ") and f"{rule.__name__}(" in line for line in example):
        problems.append("eksemplet kalder ikke funktionen")
    return problems


def unlisted(files, listed):
    return sorted(set(files) ^ {name.lower() for name in listed})


def test_every_rule_file_is_listed_and_every_listed_rule_has_its_file():
    assert unlisted((path.stem for path in RULES.glob("fordel_*.py")), catalogue.FUNCTIONS) == []


def test_every_listed_rule_has_its_tests():
    assert unlisted((path.stem[5:] for path in TESTS.glob("test_fordel_*.py")), catalogue.FUNCTIONS) == []


def test_nothing_else_lies_among_the_rules():
    assert [path.name for path in RULES.glob("*.py") if not path.name.startswith("fordel_")] == [
        "__init__.py"
    ]


def test_every_function_is_in_one_group():
    grouped = [rule for group in catalogue.GROUPS.values() for rule in group]
    assert len(grouped) == len(set(grouped)) == len(catalogue.FUNCTIONS)


@pytest.mark.parametrize("name, rule", catalogue.FUNCTIONS.items())
def test_name_file_and_manual_of(name, rule):
    assert rule.__name__ == name
    assert rule.__module__ == f"udfs.rules.{name.lower()}"
    assert host_problems(name, inspect.signature(rule).parameters) == []
    assert manual_problems(rule) == []


@pytest.mark.parametrize("name, rule", catalogue.FUNCTIONS.items())
def test_signature_is_one_that_hosts_can_wrap(name, rule):
    for parameter in inspect.signature(rule).parameters.values():
        assert parameter.kind is parameter.POSITIONAL_OR_KEYWORD
        assert parameter.annotation is parameter.empty  # hosts read hints as converters
        assert (
            parameter.default is parameter.empty
            or parameter.default is None
            or isinstance(parameter.default, (bool, float, int, str))
        )


def test_a_file_that_is_not_listed_is_found():
    assert unlisted(["fordel_a", "fordel_b"], ["FORDEL_A"]) == ["fordel_b"]
    assert unlisted(["fordel_a"], ["FORDEL_A", "FORDEL_B"]) == ["fordel_b"]


@pytest.mark.parametrize(
    "name, parameters",
    [
        ("FORDEL_NØGLE", []),
        ("fordel_andel", []),
        ("ANDEL", []),
        ("FORDEL_ANDEL", ["nøgle"]),
        ("FORDEL_ANDEL", ["in"]),
        ("FORDEL_ANDEL", ["type"]),
        ("FORDEL_ANDEL", ["next"]),
        ("FORDEL_ANDEL", ["fordel_andel"]),
    ],
)
def test_a_name_no_host_can_carry_is_found(name, parameters):
    assert host_problems(name, parameters) != []


def FORDEL_MODEL(tal):
    """Kort sætning.

    Argumenter:
        tal: Tal.

    Resultat:
        Et.

    Fejl:
        Ingen.

    Formel:
        tal.

    Kilde:
        Her.

    Eksempel:
        >>> FORDEL_MODEL(1)
    """


@pytest.mark.parametrize(
    "old, new",
    [
        ("Kort sætning.", ""),
        ("        tal: Tal.\n", ""),
        ("tal: Tal.", "andet: Tal."),
        ("tal: Tal.", "tal: " + "T" * 256),
        ("    Kilde:\n        Her.\n", ""),
        ("Formel:\n        tal.", "Formel:\n"),
        (">>> FORDEL_MODEL(1)", ">>> FORDEL_ANDEN(1)"),
        (">>> FORDEL_MODEL(1)", "FORDEL_MODEL(1)"),
    ],
)
def test_a_gap_in_a_manual_is_found(old, new):
    def model(tal):
        pass

    model.__name__, model.__doc__ = "FORDEL_MODEL", FORDEL_MODEL.__doc__
    assert manual_problems(model) == []
    model.__doc__ = FORDEL_MODEL.__doc__.replace(old, new)
    assert model.__doc__ != FORDEL_MODEL.__doc__
    assert manual_problems(model) != []


def foreign_imports(source):
    """Absolute imports of anything but numpy and the standard library; a call of print."""
    found = []
    for node in ast.walk(ast.parse(source)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            found.append("print")
        tops = [name.split(".")[0] for name in names]
        found += [top for top in tops if top != "numpy" and top not in sys.stdlib_module_names]
    return found


@pytest.mark.parametrize("path", sorted((ROOT / "udfs").rglob("*.py")), ids=lambda path: path.stem)
def test_pure(path):
    source = path.read_text(encoding="utf-8")
    assert foreign_imports(source) == []
    assert path.name == "__init__.py" or "from __future__ import annotations" in source
    assert len(source.splitlines()) <= 300


@pytest.mark.parametrize(
    "source", ["import pandas", "from udfs.errors import tal", "print(1)", "import xlwings.pro"]
)
def test_impurity_is_found(source):
    assert foreign_imports(source) != []


def test_importing_the_list_loads_next_to_nothing_beyond_numpy():
    code = "import sys, numpy; old = set(sys.modules); import udfs.catalogue; print(*set(sys.modules) - old)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name for name in run.stdout.split() if name.split(".")[0] != "udfs"}
    assert loaded <= {"__future__", "decimal", "_decimal", "_pydecimal", "numbers"}


def test_purity_is_not_refused():
    assert foreign_imports("import math\nimport numpy as np\nfrom .errors import tal") == []


@pytest.mark.parametrize("name", ["FORDEL_SATS", "FORDEL_SPOR", "FORDEL_FAST"])
def test_the_same_argument_is_described_in_the_same_words(name):
    def described(rule):
        return helps(sections(rule.__doc__)["Argumenter"])

    model, other = described(catalogue.FUNCTIONS["FORDEL_PULJE"]), described(catalogue.FUNCTIONS[name])
    differ = {argument for argument in model if model[argument] != other[argument]}
    assert differ <= {"pulje"}  # of FAST the pool includes the fixed amounts
    assert differ == set() or name == "FORDEL_FAST"
    order = list(other)
    assert [argument for argument in order if argument in model] == list(model)

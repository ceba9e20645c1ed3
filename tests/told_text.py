"""Finds in a piece of code where the text of a message, a refusal or a finished cell is searched, cut or looked up.

A message is what is called so, is said to be one by its annotation, was caught as a refusal, or comes out of a list of
messages; the text of it is `.text`, `str()` of it or what is made from that, also as the argument of a function of the
same module. A finished cell comes out of `.cells`, and its text is `.value`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

LISTS = {"messages", "warnings", "notices", "aside"}
ITEMS = {"message", "warning", "notice"}
TYPES = ("Message", "RegelFejl", "Refusal")
CUTS = {"replace", "startswith", "endswith", "partition", "rpartition", "split", "rsplit", "splitlines", "find",
        "rfind", "index", "rindex", "count", "removeprefix", "removesuffix", "translate"}
PATTERNS = {"search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split"}
SAME = {"str", "repr", "list", "tuple", "set", "sorted", "reversed", "enumerate", "next"}  # what is told stays so
TEXT, ITEM, LIST, CELL, CELLS = "text", "item", "list", "cell", "cells"
WITHIN = {LIST: ITEM, CELLS: CELL}
Function = (ast.FunctionDef, ast.AsyncFunctionDef)


def searches(code: str) -> list[str]:
    """The lines that do, each with what stands there."""
    tree = ast.parse(code)
    reader = Reader(tree)
    return sorted({f"{node.lineno}: {ast.unparse(node)}" for scope, node in reader.everything()
                   if reader.is_search(node, scope)})


class Reader:
    """Knows of each name in each function what it holds, as far as that is something told."""

    def __init__(self, tree: ast.Module):
        self.functions = {node.name: node for node in ast.walk(tree) if isinstance(node, Function)}
        self.scopes: dict[ast.AST, dict[str, str]] = {}
        self.nodes = list(nodes(tree, tree))
        for scope, node in self.nodes:
            self.scopes.setdefault(scope, {})
            if isinstance(node, ast.arg) and node.annotation is not None:
                self.annotated(scope, node)
        before = -1
        while before != (before := sum(map(len, self.scopes.values()))):  # until nothing new is known
            for scope, node in self.nodes:
                self.learn(node, scope)

    def everything(self) -> Iterator[tuple[ast.AST, ast.expr]]:
        return ((scope, node) for scope, node in self.nodes if isinstance(node, ast.expr))

    def annotated(self, scope: ast.AST, argument: ast.arg) -> None:
        said = ast.unparse(argument.annotation) if argument.annotation else ""
        if any(name in said for name in TYPES):
            self.scopes[scope][argument.arg] = LIST if "[" in said else ITEM

    # --------------------------------------------------------------------------------- what a name holds

    def learn(self, node: ast.AST, scope: ast.AST) -> None:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                self.bind(target, self.kind(node.value, scope), scope)
        elif isinstance(node, ast.NamedExpr):
            self.bind(node.target, self.kind(node.value, scope), scope)
        elif isinstance(node, (ast.For, ast.comprehension)):
            self.bind(node.target, WITHIN.get(self.kind(node.iter, scope)), scope)
        elif isinstance(node, ast.ExceptHandler) and node.name and node.type is not None:
            if any(name in ast.unparse(node.type) for name in TYPES):
                self.scopes[scope][node.name] = ITEM
        elif isinstance(node, ast.Call):
            self.learn_call(node, scope)

    def bind(self, target: ast.expr, kind: str | None, scope: ast.AST) -> None:
        """Of several names the last, as in `for at, cell in enumerate(...)`."""
        name = target.elts[-1] if isinstance(target, ast.Tuple) else target
        if kind and isinstance(name, ast.Name):
            self.scopes[scope].setdefault(name.id, kind)

    def learn_call(self, call: ast.Call, scope: ast.AST) -> None:
        """What the functions of the module are called with, also by way of map and filter."""
        if not isinstance(call.func, ast.Name):
            return
        name, given = call.func.id, [self.kind(value, scope) for value in call.args]
        if name in ("map", "filter") and len(call.args) == 2 and isinstance(call.args[0], ast.Name):
            name, given = call.args[0].id, [WITHIN.get(given[1] or "")]
        function = self.functions.get(name)
        for argument, kind in zip(function.args.args if function else (), given):
            if kind:
                self.scopes.setdefault(function, {}).setdefault(argument.arg, kind)  # type: ignore[arg-type]

    # --------------------------------------------------------------------------------- what an expression is

    def kind(self, node: ast.expr, scope: ast.AST) -> str | None:
        if isinstance(node, ast.Name):
            known = self.scopes.get(scope, {}).get(node.id)
            return known or (LIST if node.id in LISTS else ITEM if node.id in ITEMS else None)
        if isinstance(node, ast.Attribute):
            return self.kind_of_attribute(node, scope)
        if isinstance(node, ast.Subscript):
            kind = self.kind(node.value, scope)
            return kind if isinstance(node.slice, ast.Slice) else WITHIN.get(kind or "", TEXT if kind == TEXT else None)
        if isinstance(node, ast.Call):
            return self.kind_of_call(node, scope)
        if isinstance(node, (ast.Starred, ast.FormattedValue)):
            return self.kind(node.value, scope)
        if isinstance(node, (ast.List, ast.Tuple, ast.JoinedStr)):
            parts = node.values if isinstance(node, ast.JoinedStr) else node.elts
            kinds = {self.kind(part, scope) for part in parts}
            return (TEXT if kinds & {TEXT, ITEM} else None) if isinstance(node, ast.JoinedStr) else (
                LIST if kinds & {LIST, ITEM} else None)
        return None

    def kind_of_attribute(self, node: ast.Attribute, scope: ast.AST) -> str | None:
        if node.attr in LISTS:
            return LIST
        if node.attr == "cells":
            return CELLS
        kind = self.kind(node.value, scope)
        return TEXT if (kind, node.attr) in ((ITEM, "text"), (CELL, "value")) else None

    def kind_of_call(self, node: ast.Call, scope: ast.AST) -> str | None:
        if isinstance(node.func, ast.Attribute):  # text.casefold() is that text
            return TEXT if self.is_told(node.func.value, scope) else None
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in ("map", "filter") and len(node.args) == 2:
            return self.kind(node.args[1], scope)
        if name not in SAME or not node.args:
            return None
        kind = self.kind(node.args[0], scope)
        return TEXT if name in ("str", "repr") and kind == ITEM else kind

    def is_told(self, node: ast.expr, scope: ast.AST) -> bool:
        return self.kind(node, scope) in (TEXT, ITEM)

    # --------------------------------------------------------------------------------- what is done with it

    def is_search(self, node: ast.expr, scope: ast.AST) -> bool:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            done, given = node.func.attr, [*node.args, *(keyword.value for keyword in node.keywords)]
            if done in CUTS and self.is_told(node.func.value, scope):
                return True
            looked_up = done == "get" and bool(given) and self.kind(given[0], scope) == TEXT
            return looked_up or (done in PATTERNS and any(self.is_told(value, scope) for value in given))
        if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice):
            return self.kind(node.slice, scope) == TEXT
        return isinstance(node, ast.Compare) and any(
            self.is_by_words(left, how, right, scope)
            for left, how, right in zip([node.left, *node.comparators], node.ops, node.comparators))

    def is_by_words(self, left: ast.expr, how: ast.cmpop, right: ast.expr, scope: ast.AST) -> bool:
        """Words in a text, or a text among words; not whether it is blank."""
        if isinstance(how, (ast.In, ast.NotIn)):
            return self.is_told(right, scope) or (self.kind(left, scope) == TEXT and not is_blank(right))
        sides = [self.kind(side, scope) == TEXT for side in (left, right)]
        return isinstance(how, (ast.Eq, ast.NotEq)) and any(sides) and not (is_blank(left) or is_blank(right))


def is_blank(node: ast.expr) -> bool:
    """Whether an expression is nothing, or nothings."""
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return all(map(is_blank, node.elts))
    return isinstance(node, ast.Constant) and node.value in (None, "")


def nodes(node: ast.AST, scope: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Every node with the function it stands in; the module where it stands in none."""
    for child in ast.iter_child_nodes(node):
        inner = child if isinstance(child, Function) else scope
        yield inner, child
        yield from nodes(child, inner)

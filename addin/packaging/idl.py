"""The functions' types as LibreOffice wants them, in its own language (IDL). `unoidl-write` compiles it to the .rdb."""

from __future__ import annotations

from collections.abc import Iterable

from addin.describe import Argument, Description

MODULE = ("dk", "fordel")
INTERFACE = "XFunktioner"
_CELLS, _ANY = "sequence< sequence< any > >", "any"


def idl(functions: Iterable[Description]) -> str:
    """One interface with a method for each function. A result is rows of cells, or one cell: a single text given as
    rows is shown, but LibreOffice finds it different from the same text in another cell."""
    methods = "\n".join(f"    {_ANY if f.one_cell else _CELLS} {identifier(f.name)}( "
                        f"{', '.join(map(_parameter, f.arguments))} );" for f in functions)
    opening = " ".join(f"module {name} {{" for name in MODULE)
    closing = " ".join("};" for _ in MODULE)
    return ("/* Made by addin/packaging/idl.py from the catalogue of functions. */\n"
            f"#include <com/sun/star/uno/XInterface.idl>\n\n{opening}\n\n"
            f"interface {INTERFACE} : com::sun::star::uno::XInterface\n{{\n{methods}\n}};\n\n{closing}\n")


def identifier(name: str) -> str:
    """A name without underscores, which IDL does not allow: FORDEL_PULJE is fordelPulje, boern_0_2 is boern02."""
    first, *rest = name.lower().split("_")
    return first + "".join(part.capitalize() for part in rest)


def _parameter(argument: Argument) -> str:
    """Only `any` may be left out; but what points at one empty cell arrives as a range only as cells, else as 0."""
    return f"[in] {_ANY if argument.optional else _CELLS} {identifier(argument.name)}"

"""What the types say of the objects of another program."""

from __future__ import annotations

from typing import Any, Protocol


class Foreign(Protocol):
    """An object of LibreOffice's or Excel's, whose library has no types: which members it has is in the program's own
    reference, and is seen when it runs. It is no value: neither a number nor a text, and never None."""

    def __getattr__(self, name: str) -> Any: ...

    def __setattr__(self, name: str, value: object) -> None: ...

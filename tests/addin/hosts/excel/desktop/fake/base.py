"""What every object of the stand-in is: a member that is not written here stops the test, whatever catches errors."""

from __future__ import annotations

from typing import Any

ROWS, COLUMNS = 1_048_576, 16_384


class Unknown(BaseException):
    """A member Excel may or may not have; no `except Exception` passes over it."""


class ComError(Exception):
    """pywin32's com_error, as xlwings looks at it."""

    hresult = -2147352567

    def __init__(self, text: str = "Application-defined or object-defined error"):
        super().__init__(self.hresult, "Exception occurred.", (0, "Microsoft Excel", text, None, 0, -2146827284), None)
        self.excepinfo = (0, "Microsoft Excel", text, None, 0, -2146827284)


class ComObject:
    """`_log` is one list for the whole program: what was done, in order, for tests that ask."""

    _kind = ""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        raise Unknown(f"{self._kind}.{name}")

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            object.__setattr__(self, name, value)
            return
        member = getattr(type(self), name, None)
        if not (isinstance(member, property) and member.fset):
            raise Unknown(f"{self._kind}.{name} =")
        member.fset(self, value)


def members(kind: type[ComObject]) -> set[str]:
    """What a class of the stand-in has, as Excel calls it."""
    return {name for each in kind.__mro__ for name in vars(each) if name[0].isupper()}


def kept(name: str, default: Any = None) -> property:
    """A property that is what it was last set to, and does nothing else."""
    place = f"_{name}"

    def get(self: ComObject) -> Any:
        return self.__dict__.get(place, default)

    def put(self: ComObject, value: Any) -> None:
        self.__dict__[place] = value

    return property(get, put)

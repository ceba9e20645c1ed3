"""Starts the command `fordel`, quickly: what `fordel --help` and every other command begin with."""

from __future__ import annotations

import gc


def main() -> None:
    """Loads the command and runs it. Nothing is collected on the way: a command lives for seconds, and what it has
    loaded by then would be gone through again and again, for a twentieth of its time."""
    gc.disable()
    from addin.hosts.files import command_line  # after that: it loads everything

    command_line.main()


if __name__ == "__main__":
    main()

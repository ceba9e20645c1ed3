"""A process of its own for each way into Excel: xlwings is another library with a licence key, and with pywin32.

    python -m tests.hosts_agree.excel_process office_js|com|server

A line of JSON in, a line of JSON out, until there are no more.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).parents[2]
ERROR = "fejlværdi"  # the mark of a refusal, with its sentence


class Process:
    """Asks, and waits for the answer."""

    def __init__(self, way: str):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("XLWINGS_")}
        self.running = subprocess.Popen([sys.executable, "-m", "tests.hosts_agree.excel_process", way], cwd=ROOT,
                                        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, **question: Any) -> Any:
        assert self.running.stdin and self.running.stdout
        self.running.stdin.write(json.dumps(question) + "\n")
        self.running.stdin.flush()
        return json.loads(self.running.stdout.readline())

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        assert self.running.stdin and self.running.stdout
        self.running.stdin.close()
        try:
            self.running.wait(timeout=20)
        finally:
            self.running.kill()  # nothing where it has ended
            self.running.stdout.close()


# ------------------------------------------------------------------------------------- in the process


def office_js() -> Any:
    """xlwings' own way from a client's request to an answer."""
    import asyncio

    from addin.hosts.excel import office_js as host

    functions, buttons, server, xlwings = host.functions(), host.buttons(), host.xlwings.server, host.xlwings

    def call(name: str, arguments: list[Any]) -> Any:
        request = {"client": "Office.js", "func_name": name, "args": arguments, "caller_address": "[b.xlsx]Ark1!A1",
                   "session_id": "1", "culture_info_name": "da-DK", "date_format": "dd-MM-yyyy",
                   "version": xlwings.__version__, "runtime": "1.4"}
        try:
            return asyncio.run(server.custom_functions_call(request, functions))
        except xlwings.XlwingsError as refused:
            return {ERROR: str(refused)}

    def press(name: str, book: dict[str, Any], valg: str) -> Any:
        opened = xlwings.Book(json=book)
        try:
            done = asyncio.run(server.custom_scripts_call(buttons, name, None, {xlwings.Book: opened}, [valg]))
            return done.json()
        except xlwings.XlwingsError as refused:
            return {ERROR: str(refused), "actions": opened.json()["actions"]}
        finally:
            opened.close()

    def answer(question: dict[str, Any]) -> Any:
        if "meta" in question:
            return {"functions": server.custom_functions_meta(functions),
                    "buttons": server.custom_scripts_meta(buttons)}
        return press(**question) if "book" in question else call(**question)

    return answer


def com() -> Any:
    """xlwings' own CallUDF, on a stand-in for pywin32."""
    from tests.hosts_agree import excel_pywin32 as fake

    server = fake.install()
    from addin.hosts.excel import com as host
    from addin.hosts.excel import last_error

    def argument(given: Any) -> Any:
        if isinstance(given, dict):
            return fake.MISSING if given.get("missing") else fake.FakeRange(given["range"])
        return tuple(map(tuple, given)) if isinstance(given, list) else given

    def answer(question: dict[str, Any]) -> Any:
        if "vba" in question:
            return _vba(host, fake)
        if "break" in question:
            return _broken(host, question["break"], server, fake)
        given = tuple(map(argument, question["arguments"]))
        result = server.CallUDF(host.__name__, question["name"], given, fake.FakeWorkbook(), fake.FakeRange([[0.0]]))
        if isinstance(result, str) and result.startswith(host.REFUSED):
            assert last_error.shown().splitlines()[0].startswith(result[1:])
            return {ERROR: result[1:]}
        return result

    return answer


def _vba(host: Any, fake: Any) -> str:
    """What xlwings' own generator makes of our module."""
    from xlwings import udfs

    text = io.StringIO(newline="")
    udfs.generate_vba_wrapper(host.__name__, host, text, fake.FakeWorkbook())
    return text.getvalue()


def _broken(host: Any, name: str, server: Any, fake: Any) -> Any:
    """A mistake of ours in a rule: what the cell then shows."""
    from udfs import catalogue

    rule, catalogue.FUNCTIONS[name] = catalogue.FUNCTIONS[name], lambda *_: 1 / 0
    try:
        result = server.CallUDF(host.__name__, name, (1.0,), fake.FakeWorkbook(), fake.FakeRange([[0.0]]))
    finally:
        catalogue.FUNCTIONS[name] = rule
    return {ERROR: result}


def main(way: str) -> None:
    """What libraries print must not come between the answers."""
    answers, sys.stdout = sys.stdout, sys.stderr
    from tests.hosts_agree.excel_server import server

    answer = {"office_js": office_js, "com": com, "server": server}[way]()
    for line in sys.stdin:
        answers.write(json.dumps(answer(json.loads(line))) + "\n")
        answers.flush()


if __name__ == "__main__":
    main(sys.argv[1])

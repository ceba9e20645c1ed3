"""xlwings Server's own application with our functions and buttons in it, asked as its client asks; no network."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

SETTINGS = {"XLWINGS_ENVIRONMENT": "prod", "XLWINGS_HOSTNAME": "fordel.example", "XLWINGS_ENABLE_SOCKETIO": "false",
            "XLWINGS_SECRET_KEY": "kun-til-test", "XLWINGS_LOG_LEVEL": "CRITICAL", "XLWINGS_FUNCTIONS_NAMESPACE": ""}


def server() -> Callable[[dict[str, Any]], Any]:
    """{path, body} -> {status, body}."""
    folder = tempfile.TemporaryDirectory()
    os.environ.update(SETTINGS, XLWINGS_PROJECT_DIR=folder.name)
    (Path(folder.name) / "templates").mkdir()
    (Path(folder.name) / "static").mkdir()
    import xlwings_server.config  # noqa: F401  # before the aliases, for it looks for such modules itself

    from addin.hosts.excel import office_js

    sys.modules["custom_functions"], sys.modules["custom_scripts"] = office_js.functions(), office_js.buttons()
    from xlwings_server.main import main_app

    def answer(question: dict[str, Any]) -> Any:
        assert folder.name  # as long as this is asked
        return asyncio.run(_post(main_app, question["path"], question["body"]))

    return answer


async def _post(app: Any, path: str, body: Any) -> dict[str, Any]:
    """One request by ASGI."""
    sent: list[dict[str, Any]] = []
    headers = [(b"host", b"fordel.example"), (b"content-type", b"application/json")]
    scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "path": path,
             "raw_path": path.encode(), "query_string": b"", "headers": headers, "scheme": "https", "root_path": "",
             "client": ("127.0.0.1", 1), "server": ("fordel.example", 443)}

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": json.dumps(body).encode(), "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    with contextlib.suppress(Exception):  # after the answer it is raised again, for the server's own log
        await app(scope, receive, send)
    data = b"".join(message.get("body", b"") for message in sent)
    status = next(message["status"] for message in sent if "status" in message)
    try:
        return {"status": status, "body": json.loads(data)}
    except ValueError:
        return {"status": status, "body": data.decode()}

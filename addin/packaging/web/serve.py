"""The folder on this machine, for trial: with the headers a real server must give, and manifests for this address."""

from __future__ import annotations

import functools
import http.server
import os
import ssl
import sys
from pathlib import Path
from typing import Any

from addin.packaging.web import headers, manifest
from addin.packaging.web.build import OURS, SUMS
from addin.system_errors import reason
from addin.workbook import Refusal

HOST = "localhost"
MANIFESTS = ("manifest.xml", "manifest-funktioner.xml")


class Handler(http.server.SimpleHTTPRequestHandler):
    """A file with its type, how long it may be kept, and what every answer says. Writes no log."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**headers.TYPES, "": "application/octet-stream"}

    def __init__(self, *arguments: Any, base: str, **attributes: Any):
        self.base = base
        super().__init__(*arguments, **attributes)

    def do_GET(self) -> None:
        """The manifests are those of this address, whatever the folder was built for."""
        name = self.path.split("?")[0].strip("/")
        if name not in MANIFESTS:
            return super().do_GET()
        data = dict(manifest.both(self.base))[name]
        self.send_response(200)
        self.send_header("Content-Type", headers.TYPES[".xml"])
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        return None

    def list_directory(self, path: Any) -> None:
        self.send_error(404)

    def end_headers(self) -> None:
        for name, value in headers.ALWAYS.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", headers.cache(self.path))
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing of who asked for what is kept."""


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves before it has got all is no fault."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def server(folder: Path, port: int, context: ssl.SSLContext | None) -> http.server.ThreadingHTTPServer:
    """Serves the folder when asked to; port 0 is any that is free. Raises Refusal."""
    if not all((folder / name).is_file() for name in (SUMS, OURS)):
        raise Refusal(f'{folder} er ikke bygget med "fordel byg web". Byg den først, og angiv den samme mappe.')
    handler = functools.partial(Handler, directory=os.fspath(folder), base="")
    try:
        made = Server(("127.0.0.1", port), handler)
    except OSError as problem:
        raise Refusal(f"Port {port} kan ikke bruges: {reason(problem)}. Vælg en anden med --port.") from None
    handler.keywords["base"] = address(made.server_address[1], context is not None)
    if context is not None:
        made.socket = context.wrap_socket(made.socket, server_side=True)
    return made


def write_manifests(kept: Path, base: str) -> list[Path]:
    """The manifests of this address as files, for Excel reads them from files."""
    made = []
    for name, data in manifest.both(base):
        (kept / name).write_bytes(data)
        made.append(kept / name)
    return made


def address(port: int, secure: bool) -> str:
    return f"http{'s' if secure else ''}://{HOST}:{port}/"

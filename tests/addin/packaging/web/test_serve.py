"""The folder over HTTP and HTTPS, as a browser asks for it; and the settings files for real servers."""

from __future__ import annotations

import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from addin.packaging.web import certificate, headers, manifest, serve
from addin.workbook import Refusal

BUILD = "0123456789ab"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "web"
    for name in (serve.SUMS, serve.OURS, "pane.html", f"{BUILD}/pane.js", f"{BUILD}/pyodide/pyodide.asm.wasm",
                 f"{BUILD}/fordel.zip", "ikoner/pulje-16.png"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text("x")
    return made


def served(folder: Path, context: ssl.SSLContext | None) -> Iterator[str]:
    server = serve.server(folder, 0, context)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield serve.address(server.server_address[1], context is not None)
    server.shutdown()
    server.server_close()


@pytest.fixture
def plain(folder: Path) -> Iterator[str]:
    yield from served(folder, None)


def get(address: str, authority: Path | None = None) -> tuple[bytes, dict[str, str]]:
    trusted = ssl.create_default_context(cafile=str(authority)) if authority else None
    with urllib.request.urlopen(address, context=trusted) as answer:
        return answer.read(), dict(answer.headers)


@pytest.mark.parametrize("path, kind, cache", [
    ("pane.html", "text/html; charset=utf-8", headers.ASK_FIRST),
    (f"{BUILD}/pane.js", "text/javascript; charset=utf-8", headers.FOR_EVER),
    (f"{BUILD}/pyodide/pyodide.asm.wasm", "application/wasm", headers.FOR_EVER),
    (f"{BUILD}/fordel.zip", "application/zip", headers.FOR_EVER),
    ("ikoner/pulje-16.png", "image/png", headers.ASK_FIRST),
])
def test_every_file_has_its_type_its_time_and_the_policy(plain, path, kind, cache) -> None:
    _, told = get(plain + path)
    assert (told["Content-type"], told["Cache-Control"]) == (kind, cache)
    assert all(told[name] == value for name, value in headers.ALWAYS.items())


def test_the_policy_is_strict() -> None:
    policy = headers.ALWAYS["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' https://")
    assert "'unsafe-eval'" not in policy and "*" not in policy and "http:" not in policy
    assert "script-src" in policy and "'unsafe-inline'" not in policy.split("style-src")[0]


def test_the_manifests_are_for_this_address(plain) -> None:
    for name, wanted in manifest.both(plain):
        assert get(plain + name)[0] == wanted


@pytest.mark.parametrize("path", ["", "ikoner/", "findes-ikke.js", "../setup.cfg", "%2e%2e/setup.cfg"])
def test_what_is_not_a_file_of_the_folder_is_not_there(plain, path) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(plain + path)


def test_a_folder_that_is_not_ours_is_refused(tmp_path) -> None:
    with pytest.raises(Refusal, match='er ikke bygget med "fordel byg web"'):
        serve.server(tmp_path, 0, None)


def test_a_port_in_use_is_refused(folder, plain) -> None:
    with pytest.raises(Refusal, match="^Port [0-9]+ kan ikke bruges: .* Vælg en anden med --port.$"):
        serve.server(folder, int(plain.rstrip("/").rpartition(":")[2]), None)


# ------------------------------------------------------------------------------------- https


def test_https_with_a_certificate_of_our_own(folder, tmp_path) -> None:
    kept = tmp_path / "gemt"
    for address in served(folder, certificate.context(kept)):
        assert get(f"{address}pane.html", kept / certificate.AUTHORITY)[0] == b"x"
        with pytest.raises(urllib.error.URLError, match="CERTIFICATE_VERIFY_FAILED"):
            get(f"{address}pane.html")
    assert sorted(path.name for path in kept.iterdir()) == sorted([certificate.AUTHORITY, certificate.KEY])
    assert (kept / certificate.KEY).stat().st_mode & 0o077 == 0  # for the user alone


def test_the_authority_is_made_once_and_signs_for_this_machine_only(tmp_path) -> None:
    from cryptography import x509

    certificate.context(tmp_path)
    first = (tmp_path / certificate.AUTHORITY).read_bytes()
    certificate.context(tmp_path)
    assert (tmp_path / certificate.AUTHORITY).read_bytes() == first  # what the user trusts is not changed
    limits = x509.load_pem_x509_certificate(first).extensions.get_extension_for_class(x509.NameConstraints)
    assert limits.critical and [str(each.value) for each in limits.value.permitted_subtrees or ()] == [
        "localhost", "127.0.0.1/32"]
    (tmp_path / certificate.KEY).write_text("ødelagt")
    certificate.context(tmp_path)
    assert (tmp_path / certificate.AUTHORITY).read_bytes() != first


# ------------------------------------------------------------------------------------- settings files


def test_each_settings_file_says_all_of_it() -> None:
    for text in (headers.iis(), headers.nginx(), headers.apache()):
        for name, value in headers.ALWAYS.items():
            assert name in text and value.replace("'", "&apos;" if "&apos;" in text else "'") in text
        assert all(end.strip(".") in text for end in headers.TYPES)
        assert headers.FOR_EVER in text and headers.ASK_FIRST in text


def test_that_of_iis_is_xml() -> None:
    root = etree.fromstring(headers.iis().encode())
    added = {each.get("name"): each.get("value") for each in root.iter("add") if each.get("name")}
    assert added == headers.ALWAYS
    assert {each.get("fileExtension"): each.get("mimeType") for each in root.iter("mimeMap")} == headers.TYPES


def test_the_folder_of_a_build_is_told_from_all_else() -> None:
    assert headers.cache(f"/fordel/{BUILD}/pane.js") == headers.cache(f"{BUILD}/x") == headers.FOR_EVER
    for path in ("pane.html", "/fordel/pane.html", "ikoner/x.png", f"/{BUILD}", "/0123456789abc/x", "/0123456789aB/x"):
        assert headers.cache(path) == headers.ASK_FIRST

"""`fordel byg web` and `fordel web`: the add-in for Excel as a folder, and the folder on this machine for trial."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from addin.workbook import Refusal

SIZE = 1_000_000  # bytes of a megabyte, as folders are told
EXTRA = "Det kræver mere, end der er installeret: pip install 'fordel[web]' ({} mangler)."


def build(folder: Path, base: str, pyodide: Path) -> None:
    """Builds, and says what to do with it."""
    from addin.packaging.web.build import build as built  # only here: no other command needs it

    size = built(folder, base, pyodide, lambda step: click.echo(f"{step} …", err=True))
    megabytes = f"{size / SIZE:.1f}".replace(".", ",")
    click.echo(f"Skrevet: {folder} ({megabytes} MB)")
    click.echo("Læg mappen på webserveren, så den kan nås på adressen, og brug indstillingerne i dens mappe server.")
    click.echo("Prøv den her først: fordel web " + _quoted(folder))


def serve(folder: Path, port: str, plain: bool) -> None:
    """Serves until Ctrl+C."""
    from addin.packaging.web import serve as serving

    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise Refusal(f"--port: {port} er ikke en port. Skriv et tal fra 1 til 65535.")
    kept, context = None, None
    if not plain:
        try:
            from addin.packaging.web import certificate
        except ModuleNotFoundError as missing:
            raise Refusal(EXTRA.format(missing.name)) from None
        kept = certificate.folder()
        context = certificate.context(kept)
    server = serving.server(folder, int(port), context)
    address = serving.address(server.server_address[1], context is not None)
    manifests = serving.write_manifests(kept, address) if kept else []
    click.echo("\n".join(told(address, kept / certificate.AUTHORITY if kept else None, manifests)))
    try:
        server.serve_forever()
    finally:
        server.server_close()


def told(address: str, authority: Path | None, manifests: list[Path]) -> list[str]:
    """What is shown when it runs."""
    lines = [f"Siden, der tager en projektmappe: {address}", f"Ruden i Excel: {address}pane.html", "Stop med Ctrl+C.",
             ""]
    if authority is None:
        return [*lines, "Uden https kan Excel ikke bruge den; siderne kan ses i en browser."]
    buttons, functions = map(_quoted, manifests)
    registry = r"HKCU\Software\Microsoft\Office\16.0\WEF\Developer"
    return [*lines,
            "Første gang: lad pc'en stole på det lokale certifikat. Det gælder kun for localhost.",
            f"  {trust(authority)}",
            "",
            f"Og giv Excel manifestet: {buttons}",
            f"(det er knapperne; funktionerne i celler er {functions})",
            f"  Windows:  reg add {registry} /v Fordel /t REG_SZ /d {buttons} /f",
            "            Start Excel igen: fanen Fordel er der. Den fjernes igen med",
            f"            reg delete {registry} /v Fordel /f",
            "  Mac:      læg filen i ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef (opret mappen),",
            "            start Excel igen, og vælg Indsæt, pilen ved Mine tilføjelsesprogrammer, Fordel.",
            "  Web:      i Excel på nettet: Indsæt, Tilføjelsesprogrammer, Mine tilføjelsesprogrammer, Upload mit",
            f"            tilføjelsesprogram. Manifestet kan også hentes på {address}manifest.xml"]


def trust(authority: Path) -> str:
    """The command by which this system trusts a certificate."""
    if sys.platform == "win32":
        return f"certutil -user -addstore Root {_quoted(authority)}"
    if sys.platform == "darwin":
        return f"security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db {_quoted(authority)}"
    return f"(på Windows: certutil -user -addstore Root {_quoted(authority)})"


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)

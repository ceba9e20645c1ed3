"""The commands for what is installed in a spreadsheet program, or put on a web server."""

from __future__ import annotations

from pathlib import Path

import click

from addin.hosts.files import outfile, terminal_excel, terminal_web

MISSING = 1  # the exit code where something is looked for and is not right


@click.group(options_metavar="", subcommand_metavar="HVAD [VALG]",
             short_help="Byg det, der installeres i et regnearksprogram.")
def byg() -> None:
    """Byg det, der installeres i et regnearksprogram."""


@byg.command(options_metavar="[VALG]", short_help="Byg udvidelsen til LibreOffice Calc.")
@click.option("--ud", metavar="FIL", type=click.Path(path_type=Path), default=Path("dist") / "fordel.oxt",
              help="Hvor den skrives. Standard: dist/fordel.oxt.")
def oxt(ud: Path) -> None:
    """Byg udvidelsen til LibreOffice Calc. Dobbeltklik på filen installerer den."""
    from addin.packaging.oxt import oxt as built  # only here: no other command needs it

    ud.parent.mkdir(parents=True, exist_ok=True)
    outfile.write_whole(ud, built())
    click.echo(f"Skrevet: {ud}")


@byg.command("web", options_metavar="[VALG]", short_help="Byg tilføjelsesprogrammet til Excel, til en webserver.")
@click.argument("mappe", type=click.Path(path_type=Path))
@click.option("--base", metavar="ADRESSE", required=True,
              help="Adressen, mappen kommer til at ligge på, fx https://server.kommune.dk/fordel.")
@click.option("--pyodide", metavar="MAPPE", required=True, type=click.Path(path_type=Path),
              help="Mappen med Pyodide, som er Python til browseren.")
def byg_web(mappe: Path, base: str, pyodide: Path) -> None:
    """Byg tilføjelsesprogrammet til Excel som en mappe, enhver webserver kan have. Der skal ikke installeres noget på
    pc'erne, og serveren regner intet."""
    terminal_web.build(mappe, base, pyodide)


@byg.command(options_metavar="[VALG]", short_help="Byg tilføjelsesprogrammet til Excel på Windows (.xlam).")
@click.option("--ud", metavar="FIL", type=click.Path(path_type=Path), default=Path("dist") / "Fordel.xlam",
              help="Hvor den skrives. Standard: dist/Fordel.xlam.")
def xlam(ud: Path) -> None:
    """Byg tilføjelsesprogrammet til Excel på Windows med Python på pc'en. "fordel excel installer" sætter det ind."""
    terminal_excel.build(ud)


@byg.command("windows", options_metavar="[VALG]", short_help="Saml en mappe at installere Fordel i Excel fra.")
@click.argument("mappe", type=click.Path(path_type=Path))
@click.option("--hjul", metavar="FIL", type=click.Path(path_type=Path),
              help="Fordels eget hjul (.whl); udelades, når Fordel køres fra kilden.")
@click.option("--python", metavar="UDGAVE", default="3.12", help="Den Python, pc'erne har. Standard: 3.12.")
def byg_windows(mappe: Path, hjul: Path | None, python: str) -> None:
    """Saml MAPPE, som Fordel kan installeres fra på en pc uden internet: hjul til Windows, Fordel.xlam, hashværdier og
    installer.cmd."""
    terminal_excel.gather(mappe, hjul, python)


@click.command(options_metavar="[VALG]", short_help="Prøv tilføjelsesprogrammet til Excel på denne pc.")
@click.argument("mappe", type=click.Path(path_type=Path), default=Path("dist") / "web")
@click.option("--port", metavar="TAL", default="3000", help="Standard: 3000.")
@click.option("--http", is_flag=True, help="Uden certifikat; kan ikke bruges af Excel, men ses i en browser.")
def web(mappe: Path, port: str, http: bool) -> None:
    """Vis MAPPE, som "fordel byg web" har lavet, på denne pc, og sig, hvordan Excel prøver den. Standard: dist/web."""
    terminal_web.serve(mappe, port, http)


@click.group(options_metavar="", subcommand_metavar="HVAD [VALG]",
             short_help="Fordel i Excel på denne pc: installér, se efter, fjern.")
def excel() -> None:
    """Fordel i Excel på denne pc (Windows, med Python på pc'en). Ingen administrator, og en åben Excel røres ikke."""


@excel.command(options_metavar="[VALG]", short_help="Sæt Fordel ind i Excel; også for at opdatere og reparere.")
@click.option("--xlam", metavar="FIL", type=click.Path(path_type=Path),
              help="En færdig Fordel.xlam, fx en, it-afdelingen har signeret. Ellers bygges den.")
def installer(xlam: Path | None) -> None:
    """Sæt Fordel ind i Excel for denne bruger: Fordel.xlam i XLSTART og en fil med stien til denne Python."""
    terminal_excel.install(xlam)


@excel.command("tjek", options_metavar="[VALG]", short_help="Se, hvad der er i orden, og hvad der mangler.")
@click.option("--xlam", metavar="FIL", type=click.Path(path_type=Path),
              help="Den, der skal være der, hvis den er signeret.")
def excel_tjek(xlam: Path | None) -> int:
    """Se, om Fordel er sat rigtigt ind i Excel. Intet bliver ændret. Slutter med kode 1, hvis noget mangler."""
    return MISSING if not terminal_excel.look(xlam) else 0


@excel.command(options_metavar="", short_help="Tag Fordel ud af Excel igen.")
def fjern() -> None:
    """Tag Fordel ud af Excel: alt det, installer har skrevet, bliver slettet."""
    terminal_excel.remove()

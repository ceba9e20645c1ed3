"""The command `fordel`: what can be done to workbook files without a spreadsheet program.

Exit codes: 0 done; 1 checked, and something is red; 2 refused or questions left open, in Danish and with nothing
written; 3 done, but not printed; 130 stopped; 70 a bug in Fordel.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Any

import click

from addin import libreoffice
from addin.bugs import report
from addin.hosts.files import console, job, outfile, terminal, terminal_efterse, terminal_excel, terminal_web
from addin.hosts.files import demo as demonstration
from addin.hosts.files import klargoer as clear
from addin.hosts.files.bindings import CALC, FORMS
from addin.hosts.files.danish_click import danish
from addin.hosts.files.harmless import harmless
from addin.hosts.files.options import SettingsCommand, of_file, of_settings
from addin.hosts.files.questions import asker
from addin.hosts.files.sagsbilag import MISSING
from addin.version import VERSION
from addin.workbook import Refusal

RED, REFUSED, NOT_PRINTED, BUG = 1, 2, 3, 70
VALUES = ("BELØB, TAL, ANDEL, ORD, TEKST og DATO kan være selve værdien (6400000, 1,8, 8%, 1. august 2026), en celle "
          "(Forudsætninger!B7) eller et defineret navn.")


to_program = click.option(
    "--til", metavar="PROGRAM", type=click.Choice(FORMS), default=CALC, show_default=False,
    help="Hvordan Fordels funktioner gemmes: web (Excels tilføjelsesprogram), desktop (Fordel.xlam), calc "
         "(LibreOffice) eller "
         "vaerdier (uden formler). Standard: calc.")


@click.group(options_metavar="[VALG]", subcommand_metavar="KOMMANDO [VALG]")
@click.version_option(VERSION, prog_name="fordel", message="%(prog)s %(version)s", help="Vis versionen.")
def fordel() -> None:
    """Fordel: fordeling af puljer mellem dagtilbud og skoler efter socioøkonomiske kriterier."""


@fordel.command(cls=SettingsCommand, options_metavar="[VALG]", epilog=VALUES,
                short_help="Fordel en pulje, og gem en kopi med resultatet.")
@of_file(outfile.SUFFIX)
@click.option("--begrundelse", metavar="TEKST",
              help="Hvorfor der fordeles, selv om noget i Fordel tjek er rødt; står på resultatet.")
@click.option("--sagsbilag", is_flag=True,
              help='Lav også siden og dens bilag som PDF med LibreOffice på denne maskine: "RESULTAT sagsbilag.pdf".')
@of_settings
def pulje(fil: Path, ud: Path | None, svar: Path | None, genberegn: bool, sagsbilag: bool, **choices: Any) -> int:
    """Fordel en pulje i projektmappen FIL, og gem en kopi med resultat, trin og kontrol."""
    if sagsbilag and not libreoffice.program():
        click.echo(MISSING, err=True)
    with terminal.progress_bar() as progress:
        done = job.run(fil, ud, choices, progress, asker=asker(svar, progress.stop), recalculate=genberegn,
                       printed=sagsbilag)
    terminal.show(done)
    return NOT_PRINTED if done.sagsbilag and done.sagsbilag.problem else 0


@fordel.command(cls=SettingsCommand, options_metavar="[VALG]", epilog=VALUES,
                short_help="Find tallene, og gem en kopi med opsætningen.")
@of_file(outfile.SETUP_SUFFIX)
@of_settings
def opsaet(fil: Path, ud: Path | None, svar: Path | None, genberegn: bool, **choices: Any) -> None:
    """Find institutioner, børn, nøgle og pulje i projektmappen FIL, og gem en kopi med arket "Fordel opsætning".
    Det, der ikke er sikkert, bliver der spurgt om."""
    with terminal.progress_bar() as progress:
        done = job.set_up(fil, ud, choices, progress, asker(svar, progress.stop), genberegn)
    terminal.show_setup(done)


@fordel.command(cls=SettingsCommand, options_metavar="[VALG]", epilog=VALUES,
                short_help="Tjek tallene, før der fordeles, og gem en kopi med svarene.")
@of_file(outfile.CHECK_SUFFIX)
@click.option("--tidligere", metavar="FIL", type=click.Path(path_type=Path),
              help="Den udgave, der er sendt ud før: hvad den og denne tilsammen giver tilbage af små antal.")
@of_settings
def tjek(fil: Path, ud: Path | None, svar: Path | None, genberegn: bool, tidligere: Path | None,
         **choices: Any) -> int:
    """Tjek tallene i projektmappen FIL, før der fordeles: navne, børn, enheder, sidste år, fejl og skjulte celler. Gem
    en kopi med arket "Fordel tjek". Slutter med kode 1, hvis noget er rødt."""
    with terminal.progress_bar() as progress:
        done = job.check(fil, ud, choices, progress, asker(svar, progress.stop), genberegn, tidligere)
    terminal.show_checks(done)
    return RED if done.plan.summary["roede"] else 0


@fordel.command("klargoer", options_metavar="[VALG]",
                short_help="Lav den kopi af en fordeling, der må sendes til andre.")
@click.argument("fil", type=click.Path(path_type=Path))
@click.option("--ud", metavar="FIL", type=click.Path(path_type=Path),
              help='Kopiens navn; ellers "FIL klargjort". Listen over det udeladte kommer til at hedde "KOPI udeladt".')
@click.option("--tidligere", metavar="FIL", multiple=True, type=click.Path(path_type=Path),
              help="En udgave, der er sendt ud før, som Fordel har skrevet den; kan gentages.")
@click.option("--ark", metavar="NAVN", multiple=True,
              help="Et af dine egne ark, der skal med, kolonne for kolonne; kan gentages. Uden: kun siden og bilaget.")
@click.option("--formler", is_flag=True,
              help="Behold formler på dine ark, når alt, de regner af, er med i kopien; ellers værdier.")
@click.option("--alligevel", metavar="TEKST",
              help="Hvorfor kopien sendes, selv om små antal kan regnes ud af den; står på kopien.")
@click.option("--valgt-af", metavar="TEKST", help="Hvem der har besluttet det: udvalg, afdeling eller stilling.")
@click.option("--svar", metavar="FIL", type=click.Path(path_type=Path),
              help="Svar på det, der ellers bliver spurgt om.")
def klargoer(fil: Path, ud: Path | None, tidligere: tuple[Path, ...], svar: Path | None, **choices: Any) -> None:
    """Lav den kopi, der må sendes, lægges på en dagsorden eller deles ud: Fordels side og bilag som værdier i en ny
    projektmappe. FIL er en mappe, der er fordelt. Hvad der ikke kom med, står i en fil for sig, der bliver i huset."""
    with terminal.progress_bar() as progress:
        done = clear.run(fil, ud, clear.choices_of(**choices), tidligere, progress,
                         asker(svar, progress.stop))
    terminal.show_cleared(done)


@fordel.command(options_metavar="", short_help="Se, hvad en projektmappe rummer, eller om noget er tabt i en anden.")
@click.argument("fil", type=click.Path(path_type=Path))
@click.argument("ud", metavar="[UD]", required=False, type=click.Path(path_type=Path))
def efterse(fil: Path, ud: Path | None) -> None:
    """Vis, hvad FIL rummer af makroer, links, skjulte ark og andet; med UD: bevis del for del, at intet af FIL er tabt
    i UD. Intet bliver skrevet."""
    terminal_efterse.run(fil, ud)


@fordel.command(options_metavar="")
def demo() -> None:
    """Vis hele opgaven på et fiktivt budget i mappen fordel-demo."""
    with terminal.progress_bar() as progress:
        done = demonstration.run(Path.cwd(), progress)
    terminal.show(done)
    terminal.show_where_to_look(done)


@fordel.command(options_metavar="[VALG]", short_help="Se funktionerne: hvad de hedder, og hvad de gør.")
@click.argument("navn", required=False)
@click.option("--ud", metavar="FIL", type=click.Path(path_type=Path),
              help="Skriv oversigten over dem alle som regneark (.xlsx) eller tekst (.md).")
@to_program
def funktioner(navn: str | None, ud: Path | None, til: str) -> None:
    """Vis alle funktioner eller én af dem, NAVN, fx PULJE: argumenter, resultat, formel, kilde og et eksempel."""
    from addin.hosts.files import terminal_funktioner  # only here: no other command needs it

    terminal_funktioner.run(navn, ud, til)


@fordel.command(options_metavar="", short_help="Vis versioner og programmer til den, der hjælper.")
def diagnose() -> None:
    """Vis, hvad denne maskine har af det, Fordel bruger: versioner, LibreOffice, Excel og skrifter. Intet fra nogen
    projektmappe bliver læst eller vist."""
    from addin.hosts.files.diagnose import rows  # only here: no other command needs it

    terminal.show_facts(rows())


@fordel.command(options_metavar="[VALG]", short_help="Lav en projektmappe at udfylde; se dem med --liste.")
@click.argument("navn", metavar="NAVN", required=False)
@click.argument("ud", metavar="UD.xlsx", required=False, type=click.Path(path_type=Path))
@click.option("--liste", is_flag=True, help="Vis skabelonerne, og hvad de er til.")
@click.option("--tom", is_flag=True, help="Uden eksemplets tal.")
@to_program
def skabelon(navn: str | None, ud: Path | None, liste: bool, tom: bool, til: str) -> None:
    """Lav projektmappen UD.xlsx efter skabelonen NAVN, med et eksempel, vejledning og felter at udfylde."""
    from addin.hosts.files import terminal_skabelon  # only here: no other command needs it

    terminal_skabelon.run(navn, ud, liste, tom, til)


@fordel.command(options_metavar="[VALG]", short_help="Gem en kopi, hvis funktioner passer til et andet program.")
@click.argument("fil", type=click.Path(path_type=Path))
@to_program
@click.option("--ud", metavar="FIL", type=click.Path(path_type=Path),
              help='Hvor kopien skrives. Standard: "FIL til web.xlsx" og så videre.')
def omsaet(fil: Path, til: str, ud: Path | None) -> None:
    """Gem en kopi af FIL, hvor Fordels funktioner står, som det valgte program gemmer dem, eller kun deres værdier. Alt
    andet i projektmappen bliver, som det er."""
    from addin.hosts.files import terminal_skabelon  # only here: no other command needs it

    terminal_skabelon.convert(fil, til, ud)


@fordel.group(options_metavar="", subcommand_metavar="HVAD [VALG]",
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


@fordel.command(options_metavar="[VALG]", short_help="Prøv tilføjelsesprogrammet til Excel på denne pc.")
@click.argument("mappe", type=click.Path(path_type=Path), default=Path("dist") / "web")
@click.option("--port", metavar="TAL", default="3000", help="Standard: 3000.")
@click.option("--http", is_flag=True, help="Uden certifikat; kan ikke bruges af Excel, men ses i en browser.")
def web(mappe: Path, port: str, http: bool) -> None:
    """Vis MAPPE, som "fordel byg web" har lavet, på denne pc, og sig, hvordan Excel prøver den. Standard: dist/web."""
    terminal_web.serve(mappe, port, http)


@fordel.group(cls=DanishGroup, options_metavar="", subcommand_metavar="HVAD [VALG]",
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
    return 0 if terminal_excel.look(xlam) else RED


@excel.command(options_metavar="", short_help="Tag Fordel ud af Excel igen.")
def fjern() -> None:
    """Tag Fordel ud af Excel: alt det, installer har skrevet, bliver slettet."""
    terminal_excel.remove()


def main() -> None:
    """Runs the command; every way it can end has its exit code."""
    console.prepare()
    gc.disable()  # a command lives for seconds: collecting what it leaves would only take time
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of a command with these arguments."""
    with danish():
        return answered(arguments)


def answered(arguments: list[str]) -> int:
    try:
        code = fordel.main(arguments, prog_name="fordel", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as shown:
        click.echo(shown.ctx.get_help() if shown.ctx else "")
        return 0
    except click.UsageError as error:
        click.echo(harmless(error.format_message()) + " Se fordel --help.", err=True)
        return REFUSED
    except Refusal as refusal:
        click.echo(harmless(str(refusal)), err=True)
        return REFUSED
    except (KeyboardInterrupt, click.Abort):
        click.echo("Afbrudt. Intet er skrevet.", err=True)
        return 130
    except Exception as bug:
        click.echo(report(bug, terminal.BUG), err=True)
        return BUG


if __name__ == "__main__":
    main()

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
from addin.hosts.files import console, job, outfile, terminal
from addin.hosts.files import demo as demonstration
from addin.hosts.files.bindings import CALC, FORMS
from addin.hosts.files.byg import byg, excel, web
from addin.hosts.files.danish_click import danish
from addin.hosts.files.harmless import harmless
from addin.hosts.files.options import SettingsCommand, of_file, of_settings
from addin.hosts.files.questions import asker
from addin.hosts.files.sagsbilag import MISSING
from addin.hosts.files.statement_options import of_statement, with_accepted
from addin.version import VERSION
from addin.workbook import Refusal

RED, REFUSED, NOT_PRINTED, BUG = 1, 2, 3, 70
VALUES = ("BELØB, TAL, ANDEL, ORD, TEKST og DATO kan være selve værdien (6400000, 1,8, 8%, 1. august 2026), en celle "
          "(Forudsætninger!B7) eller et defineret navn.")
to_program = click.option(
    "--til", metavar="PROGRAM", type=click.Choice(FORMS), default=CALC, show_default=False,
    help="Hvordan Fordels funktioner gemmes: web (Excels tilføjelsesprogram), desktop (Fordel.xlam), calc "
         "(LibreOffice) eller vaerdier (uden formler). Standard: calc.")


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
@click.option("--puljer", is_flag=True,
              help='Lav også arket "Fordel puljer" til flere puljer, der hver har deres nøgle.')
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
    from addin.hosts.files import klargoer as clear  # only here: no other command needs it

    with terminal.progress_bar() as progress:
        done = clear.run(fil, ud, clear.choices_of(**choices), tidligere, progress,
                         asker(svar, progress.stop))
    terminal.show_cleared(done)


@fordel.command(cls=SettingsCommand, options_metavar="[VALG]", epilog=VALUES,
                short_help="Skriv udmeldingen til hver institution, en side til hver.")
@of_file(outfile.STATEMENT_SUFFIX)
@click.option("--mappe", metavar="MAPPE", type=click.Path(path_type=Path),
              help="Skriv en projektmappe til hver modtager i denne mappe i stedet for én med alle.")
@click.option("--pdf", is_flag=True, help="Med --mappe: en PDF til hver, lavet med LibreOffice på denne maskine.")
@click.option("--tidligere", metavar="FIL", type=click.Path(path_type=Path),
              help="Den udgave, der erstattes, som Fordel har skrevet den: hvem der får et andet beløb, og hvorfor.")
@of_statement
@of_settings
def udmelding(fil: Path, ud: Path | None, svar: Path | None, genberegn: bool, mappe: Path | None, pdf: bool,
              tidligere: Path | None, krav_til: tuple[str, ...], **choices: Any) -> None:
    """Fordel puljen i projektmappen FIL, og skriv en side til hver modtager: beløbet, beregningen linje for linje til
    en lommeregner, hvorfor det er ændret, og kravene. FIL bliver kun læst."""
    from addin.hosts.files import terminal_udmelding  # only here: no other command needs them
    from addin.hosts.files import udmelding as statements

    with terminal.progress_bar() as progress:
        done = statements.run(fil, ud, with_accepted(choices), krav_til, progress, asker(svar, progress.stop),
                              genberegn, statements.Maade(mappe, pdf, tidligere))
    terminal_udmelding.show(done)


@fordel.command(options_metavar="", short_help="Se, hvad en projektmappe rummer, eller om noget er tabt i en anden.")
@click.argument("fil", type=click.Path(path_type=Path))
@click.argument("ud", metavar="[UD]", required=False, type=click.Path(path_type=Path))
def efterse(fil: Path, ud: Path | None) -> None:
    """Vis, hvad FIL rummer af makroer, links, skjulte ark og andet; med UD: bevis del for del, at intet af FIL er tabt
    i UD. Intet bliver skrevet."""
    from addin.hosts.files import terminal_efterse  # only here: no other command needs it

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


@fordel.command(options_metavar="[VALG]", short_help="Saml en mappe med udfyldte skabeloner i én projektmappe.")
@click.argument("mappe", metavar="MAPPE", type=click.Path(path_type=Path))
@click.option("--ud", metavar="FIL", type=click.Path(path_type=Path),
              help='Det, der samles i. Standard: "MAPPE samlet.xlsx" ved siden af mappen.')
@click.option("--csv", is_flag=True, help="Skriv også alle tal som .csv med samme navn: én række pr. tal.")
@click.option("--parquet", is_flag=True, help="Skriv også alle tal som .parquet med samme navn.")
def saml(mappe: Path, ud: Path | None, csv: bool, parquet: bool) -> None:
    """Læs de udfyldte skabeloner af én slags i MAPPE, hvad filerne end hedder, og skriv én projektmappe. Af
    "netvaerksmaaling" og af udmeldinger med opfølgningen udfyldt er det en sammenligning; af "vurdering-og-ansoegning"
    og "boernetaelling" er det skabelonen med alles svar, klar til "fordel pulje". Fejl siges pr. fil og celle, og
    resten samles. En fil med personnumre eller rækker pr. barn bliver lagt til side."""
    from addin.hosts.files import terminal_saml  # only here: no other command needs it

    terminal_saml.run(mappe, ud, csv, parquet)


for programs in (byg, web, excel):
    fordel.add_command(programs)


def main() -> None:
    """Runs the command; every way it can end has its exit code."""
    console.prepare()
    code = run(sys.argv[1:])
    gc.freeze()  # what is left is not gone through at the end, which would be a tenth of all
    sys.exit(code)


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

"""The settings that are no part's: the module of the core that owns each."""

from __future__ import annotations

from workbook_templates.indstillinger import BESPARELSE
from workbook_templates.sagsoplysninger import SAG

KERNE: dict[str, frozenset[str]] = {
    "addin.figures.institutions": frozenset({
        "navn", "gruppe", "boern_0_2", "boern_3_5", "boern", "maaneder", "vaegt", "boern_til_taerskel", "boern_til_kr",
        "grundlag", "belastning", "belastning_i", "noegle"}),
    "addin.figures.recipients": frozenset({"modtager"}),
    "addin.figures.succession": frozenset({"erstatter"}),
    "addin.figures.delivered": frozenset({"antal_institution", "antal_kriterier", "erstat"}),
    "addin.figures.combined": frozenset({"samling"}),
    "addin.figures.children": frozenset({"barn_institution", "barn_kriterier", "metode", "mindst_kriterier"}),
    "addin.figures.scores": frozenset({"score_institution", "score"}),
    "addin.figures.units": frozenset({"pulje", "pulje_2", "pulje_3", "centralt", "centralt_andel", "enhed_pulje",
                                      "afrunding"}),
    "addin.figures.retning": frozenset({"retning"}),
    "addin.figures.threshold": frozenset({"taerskel", "taerskel_paa", "taerskeltype"}),
    "addin.figures.bounds": frozenset({"loft", "minimum", "loft_kolonne", "minimum_kolonne"}),
    "addin.figures.foer": frozenset({"sidste_aar", "enhed_sidste_aar", "pl"}),
    "addin.sheets.saetninger": frozenset({"centralt_formaal"}),
    "addin.sheets.keyfigures": frozenset({
        "grundbudget", "enhed_grundbudget", "grundbudget_andet", "enhed_grundbudget_andet",
        "landsgennemsnit"}),
    "addin.figures.uden_for": frozenset({"noegletal_med", "noegletal_uden", "fast_i_noegletal"}),
    "addin.checks.small_counts": frozenset({"mindste_antal", "mindste_valgt_af", "mindste_dato"}),
    "addin.sheets.naming": frozenset({"udgave"}),
    "addin.inputs": frozenset({"punktum"}),
    "addin.settings.typer": frozenset({"type", "med"}),
    "addin.settings.sag": frozenset(SAG),
}
# They say what is shown, and move no amount: who has chosen the least count, and when; what the case is, and what a
# central pool is for.
VISES_KUN = frozenset({"mindste_antal", "mindste_valgt_af", "mindste_dato", "centralt_formaal", *SAG})
# What keeps an amount up or down by the core's own rules, beside the parts'.
GRAENSER = ("taerskel", "loft", "loft_kolonne", "minimum", "minimum_kolonne")
# Direction of the money -> those of them that are refused there.
IKKE_I: dict[str, tuple[str, ...]] = {BESPARELSE: ("centralt", "centralt_andel")}

"""A saving is a distribution too; what is said of it is said in other words, here and nowhere else."""

from __future__ import annotations

from addin.workbook import Plan, SheetPlan
from workbook_templates import fordeling_kontrol as kontrol

HEADINGS = {
    "Tildeling": "Besparelse", "I alt": "Budget efter besparelse", "I alt pr. barn": "Efter besparelse pr. barn",
    "Heraf socioøkonomisk": "Besparelse af budgettet", "Sidste år i nyt prisniveau": "Budget",
    "Pædagoger": "Færre pædagoger", "Medhjælpere": "Færre medhjælpere",
}
LABELS = {
    "Fordeling af pulje": "Fordeling af besparelse", "Pulje, kr.": "Besparelse, kr.", "Fordelt, kr.": "Fundet, kr.",
    "Ikke fordelt, kr.": "Ikke fundet, kr.",
    "Institutioner med penge": "Institutioner, der skal spare", "Modtagere med penge": "Enheder, der skal spare",
    "Institutioner ved højst af sidste år": "Institutioner ved højst andel",
    "Modtagere ved højst af sidste år": "Enheder ved højst andel",
    "Puljens andel af det samlede budget": "Besparelsens andel af budgettet",
    "Højeste / laveste samlede beløb pr. barn": "Højeste / laveste budget pr. barn efter besparelsen",
    kontrol.PARAMETRE["hoejst"][0]: "Højst andel af budgettet",
}
SENTENCES = (("Fordeling, trin for trin", "Besparelse, trin for trin"),
             ("Kontrol af fordelingen", "Kontrol af besparelsen"),
             ("får intet", "skal intet spare"), ("holdes på højst af sidste år", "sparer højst den andel, de må"),
             ("Tildeling / børn", "Besparelse / børn"), ("Tildeling - før", "Besparelse - før"))
HEADED = ("hoved", "hoved_venstre", "fed")


def said(text: str) -> str:
    """A sentence or a label as it is said of a saving."""
    for usual, here in SENTENCES:
        text = text.replace(usual, here)
    return LABELS.get(text, text)


def in_its_words(plan: Plan) -> Plan:
    """The whole plan, with headings, labels and sentences of a saving."""
    for sheet in plan.sheets:
        put_words(sheet)
    plan.warnings[:] = map(said, plan.warnings)
    plan.messages[:] = map(said, plan.messages)
    plan.summary["noegletal"] = [(said(label), value) for label, value in plan.summary["noegletal"]]
    return plan


def put_words(sheet: SheetPlan) -> None:
    for at, cell in enumerate(sheet.cells):
        if isinstance(cell.value, str):
            text = HEADINGS.get(cell.value, cell.value) if cell.style in HEADED else said(cell.value)
            if text != cell.value:
                sheet.cells[at] = cell._replace(value=text)
    sheet.charts[:] = [chart._replace(title=chart.title.replace("Tildeling", "Besparelse"),
                                      alt=chart.alt.replace("tildelingen", "besparelsen")
                                      .replace("Det største beløb i kr. går til", "Det største beløb i kr. spares af"))
                       for chart in sheet.charts]

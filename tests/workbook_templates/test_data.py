"""The templates' data agree with themselves and with what was published."""

from __future__ import annotations

import json
from pathlib import Path

from addin.finding.tables import plain
from udfs.trail import HEADINGS
from workbook_templates import (
    fordeling,
    fordeling_kontrol,
    fordeling_trin,
    kontrolkolonner,
    kora_2017,
    opsaetning,
    overskrifter,
    styles,
)
from workbook_templates.fordeling_institutioner import ANTAL, FELTER, KONTROLKOLONNER

PUBLISHED = json.loads((Path(__file__).parents[1] / "cases" / "published.json").read_text(encoding="utf-8"))


def test_koras_tables_are_the_published_ones() -> None:
    for table, case, part in (("4.2", "4_2", "rows"), ("4.3", "4_3", "rows"), ("4.3 i alt", "4_3", "total_rows"),
                              ("4.4", "4_4", "rows")):
        wanted = PUBLISHED[f"kora_2017_tabel_{case}"][part]
        assert {str(key): list(row) for key, row in kora_2017.TABELLER[table].published.items()} == wanted


def test_patterns_are_written_as_headings_are_compared() -> None:
    patterns = [p for source in (overskrifter.KOLONNER, overskrifter.ETIKETTER) for group in source.values()
                for p in group] + list(overskrifter.KENDTE_UDEN_BRUG)
    assert [p for p in patterns if plain(p.rstrip("*")) != p.rstrip("*")] == []


def test_no_heading_means_two_columns_but_dagtilbud() -> None:
    seen: dict[str, str] = {}
    for key, patterns in overskrifter.KOLONNER.items():
        for pattern in patterns:
            assert pattern not in seen, f"{pattern}: {seen.get(pattern)} and {key}"
            seen[pattern] = key


def test_every_column_and_label_is_a_setting() -> None:
    assert set(overskrifter.KOLONNER) | set(overskrifter.ETIKETTER) <= set(opsaetning.SETTINGS)
    found_when_said = {"type", "prioritet", "boern_foer"}  # by lists of their own
    assert set(opsaetning.TABLE_COLUMNS) - found_when_said == set(overskrifter.KOLONNER)


def test_every_setting_is_explained() -> None:
    for setting in opsaetning.SETTINGS.values():
        assert setting.help.endswith(".") and len(setting.help) <= 255, setting.key
        assert setting.name.isascii(), setting.key


def test_every_style_is_known() -> None:
    used = [column.style for column in (*fordeling.KOLONNER, *kontrolkolonner.KOLONNER)]
    used += [step.style for step in fordeling_trin.TRIN.values()]
    used += [field.style for table in (FELTER, ANTAL) for field in table.values()]
    used += [column.style for column in KONTROLKOLONNER]
    used += [setting.style for setting in opsaetning.SETTINGS.values()]
    assert set(used) <= set(styles.STYLES)


def test_the_trail_s_columns_are_those_of_fordel_spor() -> None:
    """And those for steps that only some distributions have."""
    sometimes = {"Børn til tærskel", "Sidste år", "Ny fordeling", "Efter indfasning", "Grundbudget",
                 "Efter nøglen", "Fast beløb", "Udmeldt", "Efterregulering", "Pædagoger", "Medhjælpere",
                 "Ansøgt", "Eget minimum", "Loft pr. barn", "Indeks", "Grundbeløb",
                 "Prioritet", "Ansøgt før", "Til og med", "Afslag",
                 "Børn nu", "Børn sidste år", "Til børnene nu"}
    assert tuple(step.heading for step in fordeling_trin.TRIN.values() if step.heading not in sometimes) == HEADINGS


def test_sheet_names_are_ones_excel_takes() -> None:
    for name in (fordeling.ARK, fordeling_trin.ARK, fordeling_kontrol.ARK, fordeling_kontrol.BOERNEARK, opsaetning.ARK,
                 kora_2017.ARK):
        assert len(name) <= 27 and not set(name) & set("[]:*?/\\"), name  # room for " (2)"


def test_styles_are_joined_and_the_last_word_counts() -> None:
    assert styles.properties("kr input")["num_format"] == "#,##0"
    assert styles.properties("kr input")["bg_color"] == "#FFF2CC"
    assert styles.properties("kr_oere kr")["num_format"] == "#,##0"

"""What labels mean: their own words, words that are near, and words that only look alike."""

from __future__ import annotations

import pytest

from addin.finding.labels import (
    NEAR,
    NETTO,
    SURE,
    VAGUE,
    is_no_figure,
    is_saving,
    is_weight_of_older,
    ranks,
    years_of,
)


@pytest.mark.parametrize(("key", "texts"), [
    ("centralt", ("Central pulje", "heraf central pulje", "Den centrale pulje", "Centralt afsat", "Afsat centralt",
                  "Tilbageholdt", "Heraf central", "Reserve", "Fradrag", "Central pulje til kurser", "Af toppen")),
    ("garanti", ("Garanti", "Garanti 2027", "Mindst af sidste år", "Garanti, mindst af sidste års tildeling")),
    ("hoejst", ("Højst af sidste år", "Maks. af sidste års tildeling", "Loft af sidste år")),
    ("andel_nyt", ("Indfasning", "Indfasning 2027", "Andel ny fordeling", "Andel af ny model")),
    ("pl", ("PL", "Pl-sats", "P/L 2027", "Pl-fremskrivning 2026-2027", "Pris- og lønregulering")),
    ("minimum", ("Minimum pr. institution", "Mindstebeløb pr. skole", "Mindste beløb pr. enhed", "Min. pr. dagtilbud",
                 "Minimumstildeling pr. institution")),
    ("vaegt", ("Vægt 0-2-årige", "Vægt, vuggestue (0-2 år)", "Vægtning for vuggestuebørn", "Vægt (0-2 år)")),
    ("loft", ("Loft", "Loft pr. barn", "Højst pr. barn (kr.)", "Maks. kr. pr. barn")),
    ("hoejst_andel", ("Højst af grundbudgettet", "Maks. af budgettet")),
])
def test_a_setting_is_known_by_its_own_words(key: str, texts: tuple[str, ...]) -> None:
    assert {text: ranks(text) for text in texts} == {text: ((key, SURE),) for text in texts}


@pytest.mark.parametrize(("key", "texts"), [
    ("centralt", ("Heraf til vuggestuer", "Reserve til tilflyttere", "Øremærket sprog", "Afsat til kurser", "Buffer")),
    ("garanti", ("Garanti pr. institution", "Maks. fald", "Største nedgang")),
    ("hoejst", ("Maks. stigning", "Højst vækst i pct.")),
    ("andel_nyt", ("Indfasning, antal år", "Overgangsordning")),
    ("minimum", ("Minimumstildeling", "Minimum pr. barn", "Bundbeløb")),
    ("vaegt", ("0-2-årige tæller", "Omregningsfaktor, vuggestuebørn", "Vægt 3-5-årige")),
    ("loft", ("Loft pr. 0-2-årig",)), ("pl", ("Prisfremskrivning",)), ("taerskel", ("Kun den del over",)),
    ("pulje", ("Sprogpulje", "Besparelse på vikarer")),
])
def test_near_words_are_asked_about(key: str, texts: tuple[str, ...]) -> None:
    assert {text: (key, NEAR) in ranks(text) for text in texts} == dict.fromkeys(texts, True)


@pytest.mark.parametrize("text", ["Grundbeløb pr. institution", "Bagatelgrænse", "1 % af rammen", "Årsløn pædagog",
                                  "Minimumsnormering, 0-2 år", "Pladser i alt", "Andel uddannede"])
def test_what_is_no_setting_is_none(text: str) -> None:
    assert ranks(text) == ()


def test_what_is_left_goes_before_the_whole_and_vague_words_after() -> None:
    assert [ranks(text) for text in ("Til fordeling", "Pulje", "Beløb", "Min.")] == [
        (("pulje", NETTO),), (("pulje", SURE),), (("pulje", VAGUE),), (("minimum", VAGUE),)]


@pytest.mark.parametrize("text", ["Besparelse", "Besparelse i alt (1.000 kr.)", "Rammereduktion", "Sparekrav",
                                  "Effektivisering 2027", "Effektiviseringskrav", "Beløb, der skal spares",
                                  "Samlet besparelse"])
def test_a_pool_may_be_a_saving(text: str) -> None:
    assert is_saving(text) and ranks(text) == (("pulje", SURE),)


def test_the_weight_of_older_children_is_told_apart() -> None:
    assert is_weight_of_older("Vægt, børnehave (3-5 år)") and not is_weight_of_older("Vægt 0-2-årige")


@pytest.mark.parametrize("text", ["Budgetår", "Tlf.", "Side", "Sagsnr.", "Dato", "EAN-nr.", "Udarbejdet", "År 2027"])
def test_years_pages_and_telephones_are_no_figures(text: str) -> None:
    assert is_no_figure(text)
    assert not is_no_figure("Tilskud pr. år") and not is_no_figure("Sidste års pulje")


def test_the_years_an_amount_is_for() -> None:
    assert [years_of(text) for text in ("Pulje 2025-2028", "Pulje 2026/27", "Pulje 2027", "2027–2030", "Budget 2025-26")
            ] == [4, 1, 0, 4, 1]

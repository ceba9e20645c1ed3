"""In which order the sheets show what the calculation and its parts give them: each by its key."""

from __future__ import annotations

# The key figures.
NOEGLETAL = ("pulje", "grundbeloeb", "fast", "indfasning", "ansoegt", "fordelt", "normering", "efterregulering",
             "modtagere", "garanti", "ved_ansoegt", "taerskel", "aendring", "landet", "differentiering", "budget")
# What must be known before the result is sent on.
BEMAERKNINGER = ("tilbage", "pulje", "vaegt", "aendring", "grundbeloeb", "fast", "ansoegt", "garanti", "indfasning",
                 "taerskel", "loft", "belastning", "skjult", "tal", "normering", "uden_taerskel", "noegletal")
# The control's columns.
KONTROLKOLONNER = (
    "nr", "navn", "navn_da", "boern", "boern_taerskel", "noegle", "vaegt", "andel", "foer_kr",
    "boern_nu", "boern_foer", "foer", "grundbeloeb", "paa_toppen",
    "ansoegt", "prioritet", "soegt_foer", "soegt_med",
    "loft_kolonne", "minimum_kolonne", "lo", "hi", "bundet", "foer_afrunding", "blandet", "tildeling", "enheder",
    "rest", "ekstra", "paedagoger", "medhjaelpere", "udmeldt", "samme", "samme_tal", "baand", "beloeb",
    # what decides whether the extra units went to the right recipients; not printed
    "rest_med", "rest_uden", "andel_med", "andel_uden", "plads_med", "plads_uden")
# Under the table, before what has changed since last year.
AFSNIT = ("efterregulering",)

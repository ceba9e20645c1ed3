"""The words people write above and beside their figures, as data.

A heading or label is compared without case, line breaks, hyphens at a line's end, dots, and a year or a unit
in brackets at its end (see `addin.tables.plain`). "*" at the end of a pattern stands for any rest, where no pattern
without it fits.
"""

from __future__ import annotations

# Columns of the table of institutions: setting -> patterns, in plain form.
KOLONNER: dict[str, tuple[str, ...]] = {
    "navn": ("institution", "inst", "barnets institution", "barnets dagtilbud", "barnets skole", "institutioner",
             "institutionsnavn", "institutionens navn", "daginstitution", "daginstitutioner",
             "institution/dagtilbud", "institution / dagtilbud", "dagtilbud/institution", "institution/afdeling",
             "institution / afdeling", "børnehus", "børnehuset", "hus", "husets navn", "skole", "skoler",
             "skolens navn", "skolenavn", "budgetenhed", "aftaleenhed", "aftaleholder", "enhed", "enhedens navn",
             "enhedsnavn", "navn", "dagtilbud", "dagtilbuddets navn", "afdelingsnavn"),
    "gruppe": ("område", "distrikt", "dagtilbudsområde", "skoledistrikt", "gruppe", "områdenavn",
               "områdeinstitution", "distriktsnavn", "dagtilbudsdistrikt", "bydel"),
    "modtager": ("modtager", "tildeles til", "gives til", "beløbet gives til", "modtager af midler",
                 "pengene gives til", "modtager af puljen"),
    "erstatter": ("erstatter", "erstatter institution", "erstatter tidligere", "afløser", "træder i stedet for"),
    "boern_0_2": ("0-2 år", "0-2 år helårspladser", "helårspladser 0-2 år", "gns børnetal 0-2 år", "0-2 årige",
                  "0-2årige", "0-2", "børn 0-2 år", "børn 0-2", "børn 0-2 årige", "0-2 årige børn", "0-2 års børn",
                  "indskrevne 0-2 år", "indskrevne 0-2 årige", "børnetal 0-2", "børnetal 0-2 år",
                  "børnetal 0-2 årige", "vuggestuebørn", "vuggestue", "vuggestuepladser", "pladser 0-2 år",
                  "indskrevne børn 0-2 år", "indskrevne børn 0-2 årige", "børn i alderen 0-2 år",
                  "helårsbørn 0-2 år"),
    "boern_3_5": ("3-5 år", "3-5 år helårspladser", "helårspladser 3-5 år", "gns børnetal 3-5 år", "3-5 årige",
                  "3-5årige", "3-5", "børn 3-5 år", "børn 3-5", "børn 3-5 årige", "3-5 årige børn", "3-5 års børn",
                  "indskrevne 3-5 år", "indskrevne 3-5 årige", "børnetal 3-5 år", "børnetal 3-5 årige",
                  "børnehavebørn", "børnehave", "børnetal 3-5", "børnehavepladser", "pladser 3-5 år", "3-6 år",
                  "3-6 årige", "børn 3-6 år", "indskrevne børn 3-5 år", "indskrevne børn 3-5 årige",
                  "børn i alderen 3-5 år", "helårsbørn 3-5 år"),
    "boern": ("børn", "børn i alt", "børnetal", "børnetal i alt", "indskrevne børn", "indskrevne",
              "indskrevne i alt", "elever", "elevtal", "elever i alt", "indskrevne elever", "vægtet børnetal",
              "vægtede børn", "helårsbørn", "0-5 år", "0-5 årige", "børn 0-5 år", "0-6 år", "0-6 årige",
              "børn 0-6 år"),
    "maaneder": ("måneder i drift", "måneder", "driftsmåneder", "måneder åben", "åbne måneder"),
    "belastning": ("sandsynlighed", "foranstaltningssandsynlighed", "gennemsnitlig sandsynlighed", "belastning",
                   "belastningsgrad", "belastning pr barn", "score", "gennemsnitlig score", "gnsn score",
                   "gns score", "gennemsnitsscore", "indeks", "indeksscore", "socioøkonomisk indeks",
                   "socioøkonomisk score", "socøk indeks", "socioindeks", "socøk score", "socøk belastning",
                   "socøk belastn", "belastn", "socioøkonomisk belastning", "risikoscore", "risiko",
                   "andel udsatte", "andel udsatte børn", "andel socialt udsatte", "udsathedsgrad", "risikoindeks",
                   "sandsynlighed for foranstaltning", "vægtet belastning", "andel børn i udsatte positioner",
                   "andel i udsat position"),
    "noegle": ("nøgle", "fordelingstal", "antal børn med behov", "børn med behov", "fordelingsnøgle", "nøgletal",
               "udsatte", "udsatte børn", "udsatte børn i alt", "point", "point i alt", "vægtede point",
               "socioøkonomiske point", "børn i udsatte positioner", "børn i udsat position"),
    "noegle_aendring": ("nøgle: ændring", "nøgle ændring", "nøgleændring", "ændring af nøgle", "ændring af nøglen",
                        "ændring i nøglen", "justering af nøgle", "justering af nøglen"),
    "noegle_grund": ("nøgle: begrundelse", "nøgle begrundelse", "begrundelse for ændring", "begrundelse for ændringen",
                     "begrundelse for ændring af nøgle", "begrundelse for ændring af nøglen"),
    "fast": ("fast beløb", "fast tildeling", "faste beløb", "fast tillæg"),
    "fast_virkning": ("virkning", "fast beløb virkning", "fast beløb: virkning", "oven i eller i stedet for",
                      "oven i/i stedet for", "oven i / i stedet for"),
    "fast_grund": ("begrundelse", "fast beløb begrundelse", "fast beløb: begrundelse", "årsag"),
    "ansoegt": ("ansøgt", "ansøgt beløb", "ansøgte beløb", "beløb ansøgt", "ansøgte midler", "søgt beløb",
                "ansøgt i alt"),
    "loft_kolonne": ("loft", "loft pr barn", "loft, kr pr barn", "loft kr pr barn", "maks pr barn", "højst pr barn",
                     "maksimum pr barn", "eget loft", "individuelt loft"),
    "minimum_kolonne": ("minimum", "minimum pr institution", "minimumsbeløb", "minimumstildeling", "mindstebeløb",
                        "mindste beløb", "mindst", "gulv", "eget minimum", "individuelt minimum", "garanteret minimum"),
    "grundbeloeb_kolonne": ("grundbeløb pr modtager", "grundbeløb af puljen", "grundbeløb før nøglen",
                            "grundbeløb i en kolonne"),
    "grundbudget": ("grundbudget", "grundtildeling", "budget", "budget i alt", "decentralt budget", "udgiftsbudget",
                    "basisbudget", "budgetramme", "ramme", "grundramme", "driftsbudget"),
    "sidste_aar": ("socøk tildeling*", "socioøkonomisk tildeling*", "tildeling", "tildeling sidste år",
                   "sidste års tildeling", "tildelt", "tildelt sidste år", "udmeldt*", "socioøkonomi sidste år"),
    # of the same year; "udmeldt" alone is last year's
    "udmeldt": ("udmeldt foreløbigt", "udmeldt foreløbig", "foreløbigt udmeldt", "foreløbig udmelding",
                "foreløbig tildeling", "foreløbigt tildelt", "udmeldt i år", "udmeldt tidligere",
                "tidligere udmeldt", "allerede udmeldt"),
    "grundbudget_andet": ("grundbudget, opgjort anderledes", "grundbudget opgjort anderledes"),
    "noegletal_med": ("med i nøgletal", "med i nøgletallene", "indgår i nøgletal", "indgår i nøgletallene",
                      "tæller med i nøgletal", "tæller i nøgletal"),
    "noegletal_uden": ("uden for nøgletal", "uden for nøgletallene", "udenfor nøgletal", "ikke med i nøgletal",
                       "ikke med i nøgletallene", "holdes uden for nøgletal"),
}

# Words that say which edition or which part of a figure a column holds: without them its heading is that of another.
FORBEHOLD = (r"\b(?:endeligt?|endelige|korrigere(?:t|de)|korr|justere(?:t|de)|opdatere(?:t|de)|revidere(?:t|de)"
             r"|rette(?:t|de)|genberegne(?:t|de)|godkend(?:t|te)|vedtage(?:t|ne)|foreløbige?t?|gamm?e?le?t?|gl|ny|nyt|nye"
             r"|faktiske?|forvente(?:t|de)|budgettere(?:t|de)|prognose|skønne(?:t|de)|udkast|oprindeligt?|oprindelige"
             r"|normere(?:t|de)|fuldtidsomregne(?:t|de)|omregne(?:t|de))\b|\bfuldtids?(?=børn|elever|pladser)"
             r"|[,;]?\s*\b(?:ekskl|eksklusive?|excl|inkl|inklusive?|fraregnet|før|efter|uden)\b.*$"
             r"|[,;]?\s*\b\d{1,2}[/.-]\d{1,2}$")
# Other ways of counting the children of an institution than one each.
ANDRE_BOERN: tuple[str, ...] = ("pladser", "pladser i alt", "antal pladser", "normerede pladser", "moduler",
                                "moduler i alt", "antal moduler", "fuldtidspladser", "fuldtidspladser i alt",
                                "fuldtidsbørn", "fuldtidsbørn i alt", "fuldtidsenheder", "enheder", "børneenheder")

# Columns that are never a figure to distribute by.
KENDTE_UDEN_BRUG: tuple[str, ...] = (
    "løbenr", "lbnr", "nr", "nummer", "afdnr", "afdeling", "institutionsnr", "institutionsnummer", "psp-element", "psp",
    "omkostningssted", "id", "cpr", "cprnr", "alder", "køn", "fødselsdato", "type", "ejerform", "slags",
    "driftsform", "bemærkning*", "note*", "kommentar*", "adresse", "postnr", "postnummer", "by", "telefon", "leder",
    "email", "e-mail", "år", "ean", "ean-nr", "p-nr", "p-nummer", "dato",
)

# Words in the names of criteria (domain: forældres uddannelse, indkomst, erhvervstilknytning, enlige forsørgere ...).
KRITERIEORD: tuple[str, ...] = (
    "enlig", "forsørg", "indvandrer", "efterkommer", "indkomst", "udd", "arbejdsmarked", "erhverv", "friplads",
    "ydelse", "andetsprog", "modersmål", "sprog", "anbragt", "anbring", "foranstaltning", "kriteri", "tosproge",
    "underretning", "kontanthjælp", "ledig", "ressource",
)

# Headings of columns of units that can receive money for their institutions; those of the second kind are as often a
# part of town.
ENHEDER_SOM = (r"dagtilbud(?:s ?navn|senhed|stes navn|et)?|(?:\w+ )?\w*enhed(?:snavn|ens navn)?"
               r"|aftaleholder|virksomhed|klynge(?:navn)?|paraplyinstitution|hovedinstitution|moderinstitution"
               r"|(?:områdeinstitution|distriktsinstitution|områdedagtilbud)|landsbyordning|børneby")
OMRAADER_SOM = r"område(?:navn)?|dagtilbudsområde|institutionsområde|ledelsesområde"
# Columns that say of what kind an institution is, and the words of those that may receive for themselves.
EJERFORM: tuple[str, ...] = ("ejerform", "type", "driftsform", "slags", "institutionstype", "art")
SELVEJENDE = "selvej"
# Columns that say in which order applications are met.
PRIORITETER: tuple[str, ...] = ("prioritet", "prioritering", "prioritetsnr", "prioritetsnummer", "prioriteret",
                                "prioriteret rækkefølge", "rangfølge", "rang")

# And that say how many children there were last year.
BOERN_SIDSTE_AAR: tuple[str, ...] = ("børn sidste år", "børnetal sidste år", "antal børn sidste år",
                                     "indskrevne sidste år", "børn i alt sidste år", "børn året før",
                                     "børnetal året før", "elever sidste år", "elevtal sidste år")

# What a cell under a heading may say of it.
ENHEDSORD: tuple[str, ...] = ("kr", "hele kr", "antal", "pct", "%", "procent", "stk", "1000 kr", "tkr", "tusind kr",
                              "mio kr", "mill kr", "andel", "hoveder", "antal børn", "kr pr år", "pr år")

# Single cells, found by the label to their left: setting -> patterns.
ETIKETTER: dict[str, tuple[str, ...]] = {
    "pulje": ("pulje", "puljen", "puljens størrelse", "pulje til fordeling", "samlet pulje", "til fordeling",
              "pulje i alt", "beløb til fordeling", "ramme til fordeling", "midler til fordeling", "puljebeløb",
              "socioøkonomisk pulje", "pulje til socioøkonomisk fordeling", "socioøkonomisk pulje i alt",
              "socioøkonomisk ramme", "pulje til*", "puljer i alt", "puljer", "pulje a", "pulje b", "pulje c",
              "pulje 1", "pulje 2", "pulje 3", "pulje i", "pulje ii", "pulje, der skal fordeles", "at fordele",
              "fordeles", "til fordeling i alt"),
    "vaegt": ("vægtning af 0-2 årige", "vægt pr 0-2 årig"),
    "mindst_kriterier": ("mindst antal kriterier", "antal kriterier mindst", "mindst opfyldte kriterier",
                         "mindste antal kriterier", "kriterier mindst", "mindst antal opfyldte kriterier",
                         "mindst antal opfyldte", "mindste antal opfyldte kriterier", "antal opfyldte kriterier",
                         "antal kriterier, der mindst skal være opfyldt", "mindst opfyldt"),
    "taerskel": ("minimumsgrænse", "tærskel", "tærskelværdi", "nedre grænse", "bundgrænse"),
    "loft": ("loft",),
    "minimum": ("mindstebeløb", "minimumsbeløb", "mindste beløb"),
    "grundbeloeb": ("grundbeløb pr modtager", "grundbeløb af puljen", "grundbeløb før nøglen"),
    "garanti": (), "hoejst": (), "andel_nyt": (), "pl": (), "centralt": (), "hoejst_andel": (),
    "afrunding": ("afrunding", "afrundes til"),
    "erstat": ("skjulte antal tæller", "diskretionerede celler tæller", "skjulte celler tæller"),
}
_SMAA = (r"(?:de )?(?:(?:børn )?0-2(?: ?åri?ge?| års?)?(?: børn)?"
         r"|vuggestue(?:børn|barn|pladser)?(?:,? 0-2 år(?:ige)?)?)")
_STORE = (r"(?:de )?(?:(?:børn )?3-[56](?: ?åri?ge?| års?)?(?: børn)?"
          r"|børnehave(?:børn|barn|pladser)?(?:,? 3-[56] år(?:ige)?)?)")
_VAEGT = r"(?:vægt(?:en|ning|faktor)?)(?: for| af| pr|,)? "
_HVER = (r"(?:,? (?:kr )?(?:pr|for hver|til hver) (?:institution|daginstitution|enhed|skole|dagtilbud|modtager"
         r"|børnehus|aftaleenhed|budgetenhed|afdeling))")
_SIDSTE_AAR = r"(?:af )?sidste års?(?: tildeling| beløb| budget)?"
_MAKS = r"(?:højst|højest|maks|maksimum|maksimalt|max|loft|øvre grænse)"
# And what they may be called besides, as regular expressions for the whole of a label.
ETIKETTER_SOM: dict[str, str] = {
    "vaegt": _VAEGT + _SMAA,
    "loft": _MAKS + r",? (?:kr )?pr barn",
    "minimum": r"(?:minimum(?:sbeløb|stildeling)?|mindstebeløb|mindste (?:beløb|tildeling)|mindst|min|gulv)" + _HVER,
    "garanti": rf"(?:garanti(?:procent|andel|grad)?|garanteret andel)(?:,? (?:mindst )?{_SIDSTE_AAR})?"
               rf"|mindst {_SIDSTE_AAR}",
    "hoejst": rf"{_MAKS},? {_SIDSTE_AAR}",
    "andel_nyt": r"indfasning(?:sandel|sprocent|sgrad)?(?:,? andel (?:af )?(?:den )?nye? (?:fordeling|model|nøgle))?"
                 r"|andel (?:af )?(?:den )?nye? (?:fordeling|model|nøgle)|indfases med",
    "pl": r"p/?l(?:[- ](?:sats|regulering|fremskrivning|procent|opregning))?|pris-? og løn(?:fremskrivning|regulering)",
    "centralt": r"(?:heraf |minus |fratrukket |heraf til )?(?:(?:den )?centrale? ?puljer?"
                r"|centralt(?: (?:afsat|tilbageholdt|reserveret))?(?: beløb)?"
                r"|(?:beløb )?(?:afsat|afsættes|reserveret|holdes|tilbageholdt|tilbageholdes) centralt"
                r"|tilbageholdt(?: beløb)?|tilbageholdes|central reserve)(?: til .+)?"
                r"|heraf (?:central|reserve|reserveret)|reserve|fradrag(?: i alt)?|(?:tages )?af toppen",
    "hoejst_andel": _MAKS + r"(?: andel)?,? af (?:grundbudgettet|budgettet|eget budget)",
}
# What 3-5-year-olds weigh, where it is said: 1, or the user is asked.
VAEGT_STORE = _VAEGT + _STORE
# A pool with such a label is to be found, not given.
BESPARELSE_SOM = (r"(?:samlet |årlig |forventet )?(?:ramme|budget)?(?:besparelse|reduktion|effektivisering|nedskæring"
                  r"|spare(?:krav|mål|beløb|ramme))(?:en|r|er|skrav|sbeløb|sbidrag|smål)?(?: i alt| til fordeling)?"
                  r"|(?:beløb,? )?(?:der )?skal (?:spares|findes)|spares")
# Of several labels for the pool, one that says what is left to distribute goes before the others; a vague one is
# only asked about.
PULJE_NETTO = "til fordeling"
VAGE_ETIKETTER: dict[str, tuple[str, ...]] = {
    "minimum": ("minimum", "min"),
    "loft": ("maksimum", "maks", "max", "højst"),
    "pulje": ("pulje*", "beløb", "ramme", "samlet beløb", "bevilling", "afsat beløb"),
}
# Near words, anywhere in a label beside the pool: it is asked whether the number is that setting.
NAERE_ORD: dict[str, str] = {
    "pulje": r"pulje\b|\bbesparelse|\breduktion|\beffektivisering|\bspare|\bomprioritering",
    "vaegt": r"\bvægt(?:en|ning|faktor)?\b|\bomregningsfaktor|(?:0-2 ?år|vuggestue)\w*\b.*\b(?:tæller|vejer|faktor)\b"
             r"|\b(?:omregning|faktor)\b.*(?:0-2|vuggestue)",
    "taerskel": r"\btærskel|\bminimumsgrænse|\bnedre grænse|\bbundgrænse|\bkun .*\bover$",
    "loft": r"\bloft",
    "minimum": r"\bminimum\b|\bminimums(?:beløb|tildeling)|\bmindste ?(?:beløb|tildeling)|\bgulv\b|\bbundbeløb",
    "garanti": r"garanti|\bmindst\b.*\bsidste år|\b(?:fald|nedgang|tab)\b",
    "hoejst": r"\b(?:stigning|vækst|fremgang)\b|\b(?:højst|maks\w*|max)\b.*\bsidste år",
    "andel_nyt": r"\bindfas|\bovergang",
    "pl": r"\bp/?l\b|fremskrivning|\bpris-? og løn",
    "centralt": r"\bheraf\b|\bcentral|\btilbagehol|\breserve|\bfradrag|\bfra(?:træk|trukket)|\btrækkes fra|\børemærk"
                r"|\bbuffer|\buforudset|\bafsat\b|\bafsættes",
    "afrunding": r"\bafrund",
}
# Numbers that are nothing to count with, by how their label begins: years, dates, pages, telephones, cases.
INTET_TAL = (r"(?:år|budgetår|regnskabsår|skoleår|side|sider|dato|udarbejdet|opdateret|udskrevet|frist|version|udgave"
             r"|tlf|telefon|mobil|lokale|lokalnr|sag|sagsnr|sagsnummer|journalnr|jnr|ean|cvr|cvrnr|p-?nr|postnr|kontonr"
             r"|psp|nr|lbnr|løbenr|id|cpr|bilag|dok|doknr|uge)\b")

# Names of rows that may be something else than an institution: they are asked about. The first are whole names, the
# others may stand anywhere in a name.
TVIVLSOMME_NAVNE: tuple[str, ...] = (
    "reserve", "reserven", "ufordelt", "ikke fordelt", "kommunen", "hele kommunen", "landet", "hele landet", "norm",
    "mål", "vægt", "korrektion", "diff", "kontrol", "mellemregning", "tot", "sumtal", "totaler", "subtotaler", "summen",
    "sammentælling", "t o t a l", "σ", "andre kommuner", "uden for kommunen", "højeste", "laveste", "størst", "mindst",
    "fremskrivning", "ramme", "budget", "regnskab",
)
TVIVLSOMME_ORD: tuple[str, ...] = (
    "gennemsnit", "middelværdi", "kontrolsum", "central pulje", "ny ramme", "forventet pulje", "årsløn", "sumtal",
)
# And names of rows of children, or of money, that belong to no institution, as regular expressions for the whole name.
PRIVATE_SOM = r"private?\b.*|privatinstitution.*|privat(?:e )?pasning.*|(?:frit valg,? )?pasningstilskud.*"
INGEN_INSTITUTION_SOM = (
    r"(?:børn |elever |resten )?uden (?:institution|dagtilbud|skole|plads|enhed|tilknytning|distrikt)\b.*"
    r"|(?:ej|ikke) (?:fordel|placere|visitere|oplys|angiv|tildel|registrere|henfør)\w*.*"
    r"|u(?:fordel|oplys|placere|kend)t\w*.*"
    r"|frit valg\b.*|øvrige?\b.*|øvrigt|diverse\b.*|andet|andre\b.*|vakan\w*|venteliste.*|tilflyttere.*"
    r"|(?:børn |elever |pladser )?(?:i|fra)? ?(?:andre|anden|fremmede?|nabo)[ -]?kommuner?\w*.*"
    r"|mellemkommunale?.*|udenbys.*"
    r"|fælles(?:udgift\w*|konto|pulje| formål| udgifter| konto)?|(?:central )?administration(?:en)?|forvaltning(?:en)?"
    r"|centralt?|centrale? (?:pulje|konto|reserve|midler|udgifter).*|central(?:pulje|konto).*|buffer"
    r"|rest(?:pulje|beløb)?"
    r"|(?:.* )?\w*pulje[nr]?\b.*|difference|afvigelse|reserve\w*|fradrag|besparelser?|reduktion|effektivisering"
    r"|ny[et]?\b.*\b20\d\d\b.*"
    r"|nye (?:institutioner|daginstitutioner|børnehaver|vuggestuer|skoler|enheder|pladser).*")
# Columns that say who takes part, and the words for no in them; columns of remarks, and what speaks against it there.
DELTAGER: tuple[str, ...] = (
    "med", "med i fordelingen", "med i puljen", "medtages", "medregnes", "deltager", "deltagelse", "indgår",
    "indgår i fordelingen", "indgår i tildelingen", "indgår i puljen", "aktiv", "omfattet", "omfattet af puljen",
    "får midler", "skal have", "skal have midler", "i drift", "inkluderet", "inkluderes", "tæller med", "åben")
# Columns whose marks, dates or words say the opposite: what is filled in is out.
UDTRAEDER: tuple[str, ...] = ("lukket", "lukker", "lukkes", "lukkedato", "lukningsdato", "udgår", "udgået", "nedlagt",
                              "nedlægges", "ophørsdato", "ophører", "slutdato", "undtaget", "friholdt", "friholdes",
                              "ikke med", "fritaget", "lukket pr", "lukning", "nedlukning", "nedlukket", "nedlægning",
                              "nedlagt pr", "ophør", "ophørt", "ophørt pr", "ophør pr", "udtrådt", "udtræder",
                              "udløber", "afviklet", "afvikles", "undtages",
                              "undtagelse", "får ikke", "får intet")
UDE = ("nej", "n", "0", "-", "falsk", "inaktiv", "passiv")
UDE_BEGYNDER = ("ikke", "ej", "indgår ikke", "deltager ikke", "udgår", "udgået", "lukket", "nedlagt", "ophørt",
                "undtaget", "friholdes", "udtrådt", "udmeldt")
TILSTAND: tuple[str, ...] = ("status", "tilstand", "bemærkning*", "note*", "kommentar*", "anmærkning*")
UDE_I_BEMAERKNING = (r"\b(?:luk(?:ket|kes|ker)|udgår|udgået|nedlagt|nedlægges|nedlukke[ts]|ophør(?:t|er)|fusionere[ts]"
                     r"|sammenlagt|sammenlægges|friholdes|undtage[ts]|undtaget|indgår ikke|deltager ikke|ikke med"
                     r"|ikke omfattet|skal ikke have|udtræder|udtrådt|opsagt|planlagt|under opførelse|ikke åbnet)\b")
# A name that says so of its institution, where no months in operation do.
NEDLAGT_SOM = r".*\b(?:luk(?:ket|kes)|nedl(?:agt|ægges|ukket)|udgå(?:r|et)|ophørt|afviklet)\b.*"
# Whole names of rows under a total that only tell of the others.
STATISTIK: tuple[str, ...] = ("minimum", "maksimum", "min", "maks", "max", "median", "middel", "index", "indeks")
# Words that say that an institution is not open all year.
LUKKET: tuple[str, ...] = ("lukket", "lukker", "lukkes", "udgår", "udgået", "nedlagt", "nedlægges", "ophørt", "åbner",
                           "ophører")

# A workbook-level name that begins so and points at one cell is the pool.
PULJENAVN = "pulje"

# A row that holds one of these words is a sum row, if the arithmetic agrees.
SUMORD: tuple[str, ...] = ("i alt", "ialt", "total", "sum", "subtotal", "hovedtotal", "samlet")

# Amounts that do not stand in kroner: the unit, and how it is written.
ANDRE_ENHEDER: dict[str, tuple[str, ...]] = {
    "1.000 kr.": ("1.000 kr", "1000 kr", "1000-kr", "1 000 kr", "1.000,- kr", "t.kr", "t. kr", "tkr", "t.dkk", "tdkk",
                  "kkr", "tusind kr", "tusinde kr", "tusinder", "i tusinde", "i tusind", "kr. 1.000", "kr. (1000)",
                  "kr. (1.000)", "1.000 dkk", "dkk 1.000", "dkk 1000"),
    "mio. kr.": ("mio. kr", "mio kr", "mio.kr", "mill. kr", "mill.kr", "mill kr", "millioner kr", "mio. dkk",
                 "i mio.", "i millioner"),
}

# The same in a number format, right after the number.
ENHEDER_I_FORMATER: dict[str, tuple[str, ...]] = {"1.000 kr.": ("tusind", "tus."), "mio. kr.": ("mio", "mill")}

# Sentences with these words name an amount, not the unit of the others.
IKKE_ENHED: tuple[str, ...] = ("afrund", "pr. barn", "loft", "minimum", "mindst", "højst", "over ", "under ")

# Marks in a column of criteria (0/1 and TRUE/FALSE besides).
JA = ("ja", "j", "x")
NEJ = ("nej", "n")

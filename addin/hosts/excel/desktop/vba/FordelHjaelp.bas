Attribute VB_Name = "FordelHjaelp"
Option Explicit
Option Private Module
' Made by python -m addin.packaging.xlam.wrappers; a test fails when it differs.

Public Sub SkrivHjaelp()
    Hjaelp_FORDEL_BOERN
    Hjaelp_FORDEL_HELAAR
    Hjaelp_FORDEL_DISKRETION
    Hjaelp_FORDEL_UDSATTE
    Hjaelp_FORDEL_OPTAEL
    Hjaelp_FORDEL_KRITERIER
    Hjaelp_FORDEL_BELASTNING
    Hjaelp_FORDEL_SCORE
    Hjaelp_FORDEL_PROFIL
    Hjaelp_FORDEL_VURDERING
    Hjaelp_FORDEL_DISTRIKT
    Hjaelp_FORDEL_UDJAEVN
    Hjaelp_FORDEL_NOEGLE
    Hjaelp_FORDEL_SAMMENVEJ
    Hjaelp_FORDEL_ANDEL
    Hjaelp_FORDEL_PULJE
    Hjaelp_FORDEL_SATS
    Hjaelp_FORDEL_SPOR
    Hjaelp_FORDEL_FAST
    Hjaelp_FORDEL_ANSOEGNING
    Hjaelp_FORDEL_GARANTI
    Hjaelp_FORDEL_OVERGANG
    Hjaelp_FORDEL_BESPARELSE
    Hjaelp_FORDEL_AFRUND
    Hjaelp_FORDEL_KONTROL
    Hjaelp_FORDEL_FAKTOR
    Hjaelp_FORDEL_KVARTILFAKTOR
    Hjaelp_FORDEL_GINI
    Hjaelp_FORDEL_TRAPPE
    Hjaelp_FORDEL_DIFFERENTIER
    Hjaelp_FORDEL_STILLINGER
    Hjaelp_FORDEL_KLASSER
    Hjaelp_FORDEL_PL
    Hjaelp_FORDEL_DEMOGRAFI
End Sub

Private Sub Hjaelp_FORDEL_BOERN()
    Beskriv "FORDEL_BOERN", "Vægtet børnetal: de 0-2-årige gange en vægt plus de 3-5-årige.", Array( _
        "Antal børn på 0-2 år pr. institution, i en kolonne eller række. Tom er 0.", _
        "Antal børn på 3-5 år pr. institution, lige så mange som boern_0_2. Tom er 0.", _
        "Hvad et barn på 0-2 år tæller i forhold til et på 3-5 år. 1,8 som i KORA's tal, hvis den udelades.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_HELAAR()
    Beskriv "FORDEL_HELAAR", "Helårsbørn: gennemsnitligt antal børn over årets måneder.", Array( _
        "Antal børn, en række pr. institution, en kolonne pr. måned. Tom er 0.", _
        "Hvor mange måneder der regnes på. 12, hvis det udelades.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_DISKRETION()
    Beskriv "FORDEL_DISKRETION", "Gør leverede antal med diskretionsmærker til tal: - er 0, og skjulte antal (.. og <3) bliver erstattet.", Array( _
        "Antal børn, som de er leveret: en række pr. institution, en kolonne pr. kriterium. Tom er 0.", _
        "Hvad et skjult antal skal tælle: mindst 0 og under 3 for .. og <3, under 5 for <5.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_UDSATTE()
    Beskriv "FORDEL_UDSATTE", "Er barnet udsat? 1, når det opfylder mindst så mange kriterier, ellers 0.", Array( _
        "En række pr. barn, en kolonne pr. kriterium: 1/0, ja/nej, j/n eller x. Tom er nej.", _
        "Hvor mange kriterier der skal være opfyldt. Med vægte sammenlignes med summen af vægte.", _
        "Et tal pr. kriterium, i en række eller kolonne; tom er 0. Tæller 1 hver, hvis de udelades.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_OPTAEL()
    Beskriv "FORDEL_OPTAEL", "Tæller udsatte børn pr. institution ud fra en liste med en række pr. barn.", Array( _
        "Institutionernes navne eller numre i en kolonne eller række, hver én gang. En tom celle giver 0.", _
        "Institutionens navn eller nummer, en celle pr. barn.", _
        "En række pr. barn, en kolonne pr. kriterium: 1/0, ja/nej, j/n eller x. Tom er nej.", _
        """unikke"": børn, der opfylder mindst så mange kriterier. ""kriterier"": summen af opfyldte kriterier.", _
        "Hvor mange kriterier et barn skal opfylde for at tælle. Kun med metoden ""unikke"".", _
        "Et tal pr. kriterium, i en række eller kolonne; tom er 0. Tæller 1 hver, hvis de udelades.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_KRITERIER()
    Beskriv "FORDEL_KRITERIER", "Lægger optalte kriterier sammen pr. institution, eventuelt vægtet.", Array( _
        "Antal børn, en række pr. institution, en kolonne pr. kriterium. Tom er 0.", _
        "Et tal pr. kriterium, i en række eller kolonne; tom er 0. Tæller 1 hver, hvis de udelades.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_BELASTNING()
    Beskriv "FORDEL_BELASTNING", "Belastning: antal udsatte børn eller point pr. barn.", Array( _
        "Udsatte børn, opfyldte kriterier eller point pr. institution. Tom er 0.", _
        "Antal børn pr. institution, lige så mange som antal.", _
        "SAND: i forhold til gennemsnittet for alle, så 1 er gennemsnittet. FALSK eller udeladt: pr. barn.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_SCORE()
    Beskriv "FORDEL_SCORE", "Barnets score efter en statistisk model: en sandsynlighed eller et lineært indeks.", Array( _
        "Modellens kendetegn, en række pr. barn, en kolonne pr. kendetegn; må være negative. Tom er 0.", _
        "Modellens koefficienter, ét tal pr. kendetegn, i en række eller kolonne; må være negative. Tom er 0.", _
        "Modellens konstant; må være negativ. 0, hvis den udelades.", _
        """logit"": sandsynlighed mellem 0 og 1. ""lineaer"": summen selv.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_PROFIL()
    Beskriv "FORDEL_PROFIL", "Institutionens profil: gennemsnittet af dens børns score.", Array( _
        "Institutionernes navne eller numre i en kolonne eller række, hver én gang. En tom celle giver 0.", _
        "Institutionens navn eller nummer, en celle pr. barn.", _
        "Barnets score, en celle pr. barn; må være negativ.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_VURDERING()
    Beskriv "FORDEL_VURDERING", "Vægtede point fra en faglig vurdering, eventuelt gange antal børn.", Array( _
        "Point fra vurderingen, en række pr. institution, en kolonne pr. forhold. Tom er 0.", _
        "Hvad hvert forhold tæller, ét tal pr. forhold, i en række eller kolonne. Tom er 0.", _
        "Antal børn pr. institution, lige så mange som rækker i point. Udeladt: pointene alene.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_DISTRIKT()
    Beskriv "FORDEL_DISTRIKT", "Forventet behov ud fra, hvor børnene bor: børn fra hvert distrikt gange distriktets belastning.", Array( _
        "Antal børn, en række pr. institution, en kolonne pr. distrikt, børnene bor i. Tom er 0.", _
        "Belastning, ét tal pr. distrikt, i en række eller kolonne; 0,35 er 35 %. Tom er 0.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_UDJAEVN()
    Beskriv "FORDEL_UDJAEVN", "Udjævner tal over flere år, så et enkelt års udsving ikke flytter penge.", Array( _
        "Nøgletal eller børn, en række pr. institution, en kolonne pr. år, det ældste først. Tomme år regnes ikke med.", _
        """gennemsnit"": gennemsnit af årene. ""maks"": det største af første og sidste år.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_NOEGLE()
    Beskriv "FORDEL_NOEGLE", "Fordelingsnøgle: belastning gange børn.", Array( _
        "Belastning pr. institution, fx andel udsatte eller gennemsnitligt indeks. Tom er 0.", _
        "Antal børn pr. institution, lige så mange som belastning. Tom er 0.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_SAMMENVEJ()
    Beskriv "FORDEL_SAMMENVEJ", "Vejer flere nøgler sammen til én.", Array( _
        "Nøgler, en række pr. institution, en kolonne pr. nøgle. Tom er 0.", _
        "Hvad hver nøgle vejer, ét tal pr. nøgle, i en række eller kolonne; de gøres til 1 i alt. Tom er 0.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_ANDEL()
    Beskriv "FORDEL_ANDEL", "Hvert tals andel af summen.", Array( _
        "Tal, der ikke er negative, i en kolonne eller række. Tom er 0.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_PULJE()
    Beskriv "FORDEL_PULJE", "Fordeler en pulje efter en nøgle, eventuelt med tærskel, loft og minimum.", Array( _
        "Beløbet, der skal fordeles, i kr.", _
        "Fordelingsnøglen, ét tal pr. modtager i en kolonne eller række: børn, point eller andele.", _
        "Antal børn pr. modtager, lige så mange som nøglen. Skal med, når der er tærskel eller loft.", _
        "Mindste belastning (nøgle / børn), der giver penge; 0,35 er 35 %. Tom: ingen tærskel.", _
        "Mest i kr. pr. barn, ét tal eller et pr. modtager. Tom: intet loft.", _
        "Mindst i kr. pr. modtager, der får del i puljen, ét tal eller et pr. modtager. Tom: intet.", _
        "Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.", _
        """fuld"": over tærsklen tæller hele nøglen. ""over"": kun den del, der ligger over.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_SATS()
    Beskriv "FORDEL_SATS", "Satsen bag FORDEL_PULJE: kr. pr. nøgleenhed.", Array( _
        "Beløbet, der skal fordeles, i kr.", _
        "Fordelingsnøglen, ét tal pr. modtager i en kolonne eller række: børn, point eller andele.", _
        "Antal børn pr. modtager, lige så mange som nøglen. Skal med, når der er tærskel eller loft.", _
        "Mindste belastning (nøgle / børn), der giver penge; 0,35 er 35 %. Tom: ingen tærskel.", _
        "Mest i kr. pr. barn, ét tal eller et pr. modtager. Tom: intet loft.", _
        "Mindst i kr. pr. modtager, der får del i puljen, ét tal eller et pr. modtager. Tom: intet.", _
        "Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.", _
        """fuld"": over tærsklen tæller hele nøglen. ""over"": kun den del, der ligger over.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_SPOR()
    Beskriv "FORDEL_SPOR", "Hele beregningen bag FORDEL_PULJE som tabel, et trin pr. kolonne.", Array( _
        "Beløbet, der skal fordeles, i kr.", _
        "Fordelingsnøglen, ét tal pr. modtager i en kolonne eller række: børn, point eller andele.", _
        "Antal børn pr. modtager, lige så mange som nøglen. Skal med, når der er tærskel eller loft.", _
        "Mindste belastning (nøgle / børn), der giver penge; 0,35 er 35 %. Tom: ingen tærskel.", _
        "Mest i kr. pr. barn, ét tal eller et pr. modtager. Tom: intet loft.", _
        "Mindst i kr. pr. modtager, der får del i puljen, ét tal eller et pr. modtager. Tom: intet.", _
        "Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.", _
        """fuld"": over tærsklen tæller hele nøglen. ""over"": kun den del, der ligger over.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_FAST()
    Beskriv "FORDEL_FAST", "Betaler først faste beløb og fordeler resten af puljen efter en nøgle.", Array( _
        "Beløbet, der skal fordeles, i kr., de faste beløb iberegnet.", _
        "Fast beløb i kr., ét pr. modtager i en kolonne eller række. Tom er 0.", _
        "Fordelingsnøglen, ét tal pr. modtager i en kolonne eller række: børn, point eller andele.", _
        "Antal børn pr. modtager, lige så mange som nøglen. Skal med, når der er tærskel eller loft.", _
        "Mindste belastning (nøgle / børn), der giver penge; 0,35 er 35 %. Tom: ingen tærskel.", _
        "Mest i kr. pr. barn, ét tal eller et pr. modtager. Tom: intet loft.", _
        "Mindst i kr. pr. modtager, der får del i puljen, ét tal eller et pr. modtager. Tom: intet.", _
        "Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.", _
        """fuld"": over tærsklen tæller hele nøglen. ""over"": kun den del, der ligger over.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_ANSOEGNING()
    Beskriv "FORDEL_ANSOEGNING", "Fordeler en pulje efter ansøgninger; ingen får mere, end der er søgt om.", Array( _
        "Beløbet, der skal fordeles, i kr.", _
        "Ansøgt beløb i kr. pr. modtager, i en kolonne eller række. Tom er 0.", _
        """forholdsmaessig"": samme procent til alle. ""lige"": lige meget til alle. ""lige_afslag"": lige meget trukket fra alle. ""prioritet"": i den rækkefølge, prioritet siger.", _
        "Rækkefølge, lige så mange som ansoegt: 1 før 2. Ens tal deler forholdsmæssigt. Kun med metoden ""prioritet"".", _
        "Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_GARANTI()
    Beskriv "FORDEL_GARANTI", "Begrænser ændringen fra sidste år uden at ændre summen: de, der vinder, betaler for garantien.", Array( _
        "Nye beløb i kr. pr. modtager, i en kolonne eller række. Tom: lukket, får 0; skriv 0 for én, der skal have sin garanti.", _
        "Sidste års beløb i kr. i nyt prisniveau, lige så mange som nyt. Tom eller 0: ny, ingen grænser.", _
        "Mindste andel af sidste års beløb; 0,95 eller 95 %, hvis den udelades. 0: ingen garanti.", _
        "Største andel af sidste års beløb, fx 1,1 eller 110 %. Tom: ingen grænse opad.", _
        "Antal børn i år, lige så mange som nyt. Kun sammen med boern_foer.", _
        "Antal børn sidste år, lige så mange som nyt. Kun sammen med boern_nu.", _
        "Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_OVERGANG()
    Beskriv "FORDEL_OVERGANG", "Blander en ny og en gammel fordeling: indfasning over flere år, eller et skoleår, der skifter i august.", Array( _
        "Beløb i kr. pr. modtager efter den nye model, i en kolonne eller række. Tom er 0.", _
        "Beløb i kr. efter den gamle model, lige så mange som nyt. Tom er 0.", _
        "Hvor stor en del den nye model tæller, fra 0 til 1: =5/12 fra august, =1/3 første år af tre.", _
        "Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_BESPARELSE()
    Beskriv "FORDEL_BESPARELSE", "Fordeler en besparelse over budgetter; tallene er, hvad hver især skal spare.", Array( _
        "Besparelsen i kr., som et positivt tal.", _
        "Budgetter i kr., ét pr. institution, i en kolonne eller række. Tom er 0.", _
        "Hvad der spares efter, lige så mange som budgetter: 1 til hver giver samme beløb. Udeladt: efter budget.", _
        "Største andel af budgettet, nogen skal spare; 0,03 er 3 %. Tom: ingen grænse.", _
        "Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_AFRUND()
    Beskriv "FORDEL_AFRUND", "Runder beløb, så summen passer, efter største rests metode.", Array( _
        "Beløb i kr., i en kolonne eller række; må være negative. Tom er 0.", _
        "Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01. 0 runder ikke.", _
        "Summen efter afrunding, i kr., i hele enheder. Udeladt: beløbenes sum, rundet til enheden.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_KONTROL()
    Beskriv "FORDEL_KONTROL", "Kontrollerer, at beløb giver puljen og er i hele enheder: ""OK"", eller hvad der er galt.", Array( _
        "De fordelte beløb i kr., i en kolonne eller række. Tom er 0.", _
        "Det beløb, de skal give i alt, i kr. Rundes først ned til enheden.", _
        "Enhed, beløbene skal være i, i kr.: 1, 100, 1000 eller 0,01. 0 kontrollerer kun summen.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_FAKTOR()
    Beskriv "FORDEL_FAKTOR", "Differentieringsfaktor: højeste delt med laveste beløb pr. barn.", Array( _
        "Beløb pr. modtager i kr., i en kolonne eller række. Tom er 0.", _
        "Antal børn pr. modtager, lige så mange som beloeb; vægtede som i KORA's tal, hvis der sammenlignes med dem.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_KVARTILFAKTOR()
    Beskriv "FORDEL_KVARTILFAKTOR", "Kvartilfaktor: øvre kvartil delt med nedre kvartil af beløb pr. barn.", Array( _
        "Beløb pr. modtager i kr., i en kolonne eller række. Tom er 0.", _
        "Antal børn pr. modtager, lige så mange som beloeb; vægtede som i KORA's tal, hvis der sammenlignes med dem.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_GINI()
    Beskriv "FORDEL_GINI", "Gini-koefficient: hvor skævt pengene er fordelt på børnene, fra 0 (lige meget pr. barn) mod 1.", Array( _
        "Beløb pr. modtager i kr., i en kolonne eller række. Tom er 0.", _
        "Antal børn pr. modtager, lige så mange som beloeb. En modtager med 0 børn og 0 kr. regnes ikke med.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_TRAPPE()
    Beskriv "FORDEL_TRAPPE", "Nøgle, hvor beløbet pr. barn stiger lige mange procent for hvert trin i rækkefølgen.", Array( _
        "Belastning pr. institution, i en kolonne eller række. Tom er 0.", _
        "Højeste delt med laveste beløb pr. barn, mindst 1. Skriv 3, ikke 1:3.", _
        "Antal børn pr. institution, lige så mange som belastning. Tæller 1 hver, hvis det udelades.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_DIFFERENTIER()
    Beskriv "FORDEL_DIFFERENTIER", "Strækker eller presser belastningerne, så den højeste bliver faktor gange den laveste over 0.", Array( _
        "Belastning pr. institution, i en kolonne eller række. Tom er 0.", _
        "Højeste delt med laveste over 0, mindst 1. Skriv 3, ikke 1:3.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_STILLINGER()
    Beskriv "FORDEL_STILLINGER", "Omregner kroner til stillinger eller ugentlige timer, delt på pædagoger og medhjælpere.", Array( _
        "Beløb i kr., ét pr. modtager i en kolonne eller række; må være negative. Tom er 0.", _
        "Årsløn i kr. for en fuldtidsstilling som pædagog. Må være tom, når andelen er 0.", _
        "Årsløn i kr. for en fuldtidsstilling som pædagogmedhjælper. Skal med, når andelen er under 1.", _
        "Andel af stillingerne, der er pædagoger, fra 0 til 1; 1, hvis den udelades.", _
        """stillinger"" eller ""timer"" (37 timer om ugen pr. stilling).", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_KLASSER()
    Beskriv "FORDEL_KLASSER", "Antal hele klasser: elever delt med klasseloftet, rundet op.", Array( _
        "Antal elever på en årgang: ét tal, eller en række pr. skole og en kolonne pr. årgang. Tom er 0.", _
        "Flest elever i en klasse: ét tal, eller en kolonne pr. årgang (i én række), en række pr. skole eller en tabel som elever. 28, hvis det udelades.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_PL()
    Beskriv "FORDEL_PL", "Pl-fremskrivning: løfter beløb til et senere års pris- og lønniveau.", Array( _
        "Beløb i kr., i en kolonne eller række; må være negative. Tom er 0.", _
        "Pl-sats pr. år, ét tal eller flere i en række eller kolonne, de ældste først; 0,032 er 3,2 %. Må være negative.", _
        "")
End Sub

Private Sub Hjaelp_FORDEL_DEMOGRAFI()
    Beskriv "FORDEL_DEMOGRAFI", "Fremskriver en udgift med befolkningen: samme udgift pr. person i de kommende år.", Array( _
        "Udgiften i dag, i kr. (eller 1.000 kr. eller mio. kr.).", _
        "Antal personer i aldersgruppen i dag.", _
        "Antal personer i aldersgruppen i de kommende år, i en række eller kolonne. Tom er 0.", _
        "")
End Sub

Private Sub Beskriv(ByVal navn As String, ByVal tekst As String, ByVal argumenter As Variant)
    On Error Resume Next ' help that cannot be written must not keep Excel from starting
    Application.MacroOptions Macro:="'" & ThisWorkbook.Name & "'!" & navn, Description:=tekst, Category:="Fordel", ArgumentDescriptions:=argumenter
End Sub

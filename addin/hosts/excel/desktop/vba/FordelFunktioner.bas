Attribute VB_Name = "FordelFunktioner"
Option Explicit
' Made by python -m addin.packaging.xlam.wrappers; a test fails when it differs.

Public Function FORDEL_BOERN(ByVal boern_0_2 As Variant, ByVal boern_3_5 As Variant, Optional ByVal vaegt As Variant) As Variant
    FORDEL_BOERN = FordelKald("FORDEL_BOERN", Array(boern_0_2, boern_3_5, vaegt))
End Function

Public Function FORDEL_HELAAR(ByVal boern_pr_maaned As Variant, Optional ByVal maaneder As Variant) As Variant
    FORDEL_HELAAR = FordelKald("FORDEL_HELAAR", Array(boern_pr_maaned, maaneder))
End Function

Public Function FORDEL_DISKRETION(ByVal antal As Variant, ByVal erstat As Variant) As Variant
    FORDEL_DISKRETION = FordelKald("FORDEL_DISKRETION", Array(antal, erstat))
End Function

Public Function FORDEL_UDSATTE(ByVal kriterier As Variant, Optional ByVal mindst As Variant, Optional ByVal vaegte As Variant) As Variant
    FORDEL_UDSATTE = FordelKald("FORDEL_UDSATTE", Array(kriterier, mindst, vaegte))
End Function

Public Function FORDEL_OPTAEL(ByVal institutioner As Variant, ByVal barnets_institution As Variant, ByVal kriterier As Variant, Optional ByVal metode As Variant, Optional ByVal mindst As Variant, Optional ByVal vaegte As Variant) As Variant
    FORDEL_OPTAEL = FordelKald("FORDEL_OPTAEL", Array(institutioner, barnets_institution, kriterier, metode, mindst, vaegte))
End Function

Public Function FORDEL_KRITERIER(ByVal antal As Variant, Optional ByVal vaegte As Variant) As Variant
    FORDEL_KRITERIER = FordelKald("FORDEL_KRITERIER", Array(antal, vaegte))
End Function

Public Function FORDEL_BELASTNING(ByVal antal As Variant, ByVal boern As Variant, Optional ByVal relativ As Variant) As Variant
    FORDEL_BELASTNING = FordelKald("FORDEL_BELASTNING", Array(antal, boern, relativ))
End Function

Public Function FORDEL_SCORE(ByVal kendetegn As Variant, ByVal koefficienter As Variant, Optional ByVal konstant As Variant, Optional ByVal model As Variant) As Variant
    FORDEL_SCORE = FordelKald("FORDEL_SCORE", Array(kendetegn, koefficienter, konstant, model))
End Function

Public Function FORDEL_PROFIL(ByVal institutioner As Variant, ByVal barnets_institution As Variant, ByVal score As Variant) As Variant
    FORDEL_PROFIL = FordelKald("FORDEL_PROFIL", Array(institutioner, barnets_institution, score))
End Function

Public Function FORDEL_VURDERING(ByVal point As Variant, ByVal vaegte As Variant, Optional ByVal boern As Variant) As Variant
    FORDEL_VURDERING = FordelKald("FORDEL_VURDERING", Array(point, vaegte, boern))
End Function

Public Function FORDEL_DISTRIKT(ByVal boern_pr_distrikt As Variant, ByVal belastning As Variant) As Variant
    FORDEL_DISTRIKT = FordelKald("FORDEL_DISTRIKT", Array(boern_pr_distrikt, belastning))
End Function

Public Function FORDEL_UDJAEVN(ByVal tal As Variant, Optional ByVal metode As Variant) As Variant
    FORDEL_UDJAEVN = FordelKald("FORDEL_UDJAEVN", Array(tal, metode))
End Function

Public Function FORDEL_NOEGLE(ByVal belastning As Variant, ByVal boern As Variant) As Variant
    FORDEL_NOEGLE = FordelKald("FORDEL_NOEGLE", Array(belastning, boern))
End Function

Public Function FORDEL_SAMMENVEJ(ByVal noegler As Variant, ByVal vaegte As Variant) As Variant
    FORDEL_SAMMENVEJ = FordelKald("FORDEL_SAMMENVEJ", Array(noegler, vaegte))
End Function

Public Function FORDEL_ANDEL(ByVal tal As Variant) As Variant
    FORDEL_ANDEL = FordelKald("FORDEL_ANDEL", Array(tal))
End Function

Public Function FORDEL_PULJE(ByVal pulje As Variant, ByVal noegle As Variant, Optional ByVal boern As Variant, Optional ByVal taerskel As Variant, Optional ByVal loft As Variant, Optional ByVal minimum As Variant, Optional ByVal afrunding As Variant, Optional ByVal taerskeltype As Variant) As Variant
    FORDEL_PULJE = FordelKald("FORDEL_PULJE", Array(pulje, noegle, boern, taerskel, loft, minimum, afrunding, taerskeltype))
End Function

Public Function FORDEL_SATS(ByVal pulje As Variant, ByVal noegle As Variant, Optional ByVal boern As Variant, Optional ByVal taerskel As Variant, Optional ByVal loft As Variant, Optional ByVal minimum As Variant, Optional ByVal afrunding As Variant, Optional ByVal taerskeltype As Variant) As Variant
    FORDEL_SATS = FordelKald("FORDEL_SATS", Array(pulje, noegle, boern, taerskel, loft, minimum, afrunding, taerskeltype))
End Function

Public Function FORDEL_SPOR(ByVal pulje As Variant, ByVal noegle As Variant, Optional ByVal boern As Variant, Optional ByVal taerskel As Variant, Optional ByVal loft As Variant, Optional ByVal minimum As Variant, Optional ByVal afrunding As Variant, Optional ByVal taerskeltype As Variant) As Variant
    FORDEL_SPOR = FordelKald("FORDEL_SPOR", Array(pulje, noegle, boern, taerskel, loft, minimum, afrunding, taerskeltype))
End Function

Public Function FORDEL_FAST(ByVal pulje As Variant, ByVal faste_beloeb As Variant, ByVal noegle As Variant, Optional ByVal boern As Variant, Optional ByVal taerskel As Variant, Optional ByVal loft As Variant, Optional ByVal minimum As Variant, Optional ByVal afrunding As Variant, Optional ByVal taerskeltype As Variant) As Variant
    FORDEL_FAST = FordelKald("FORDEL_FAST", Array(pulje, faste_beloeb, noegle, boern, taerskel, loft, minimum, afrunding, taerskeltype))
End Function

Public Function FORDEL_ANSOEGNING(ByVal pulje As Variant, ByVal ansoegt As Variant, Optional ByVal metode As Variant, Optional ByVal prioritet As Variant, Optional ByVal afrunding As Variant) As Variant
    FORDEL_ANSOEGNING = FordelKald("FORDEL_ANSOEGNING", Array(pulje, ansoegt, metode, prioritet, afrunding))
End Function

Public Function FORDEL_GARANTI(ByVal nyt As Variant, ByVal foer As Variant, Optional ByVal mindst As Variant, Optional ByVal hoejst As Variant, Optional ByVal boern_nu As Variant, Optional ByVal boern_foer As Variant, Optional ByVal afrunding As Variant) As Variant
    FORDEL_GARANTI = FordelKald("FORDEL_GARANTI", Array(nyt, foer, mindst, hoejst, boern_nu, boern_foer, afrunding))
End Function

Public Function FORDEL_OVERGANG(ByVal nyt As Variant, ByVal foer As Variant, ByVal andel_nyt As Variant, Optional ByVal afrunding As Variant) As Variant
    FORDEL_OVERGANG = FordelKald("FORDEL_OVERGANG", Array(nyt, foer, andel_nyt, afrunding))
End Function

Public Function FORDEL_BESPARELSE(ByVal beloeb As Variant, ByVal budgetter As Variant, Optional ByVal noegle As Variant, Optional ByVal hoejst_andel As Variant, Optional ByVal afrunding As Variant) As Variant
    FORDEL_BESPARELSE = FordelKald("FORDEL_BESPARELSE", Array(beloeb, budgetter, noegle, hoejst_andel, afrunding))
End Function

Public Function FORDEL_AFRUND(ByVal beloeb As Variant, Optional ByVal enhed As Variant, Optional ByVal total As Variant) As Variant
    FORDEL_AFRUND = FordelKald("FORDEL_AFRUND", Array(beloeb, enhed, total))
End Function

Public Function FORDEL_KONTROL(ByVal beloeb As Variant, ByVal pulje As Variant, Optional ByVal enhed As Variant) As Variant
    FORDEL_KONTROL = FordelKald("FORDEL_KONTROL", Array(beloeb, pulje, enhed))
End Function

Public Function FORDEL_FAKTOR(ByVal beloeb As Variant, ByVal boern As Variant) As Variant
    FORDEL_FAKTOR = FordelKald("FORDEL_FAKTOR", Array(beloeb, boern))
End Function

Public Function FORDEL_KVARTILFAKTOR(ByVal beloeb As Variant, ByVal boern As Variant) As Variant
    FORDEL_KVARTILFAKTOR = FordelKald("FORDEL_KVARTILFAKTOR", Array(beloeb, boern))
End Function

Public Function FORDEL_GINI(ByVal beloeb As Variant, ByVal boern As Variant) As Variant
    FORDEL_GINI = FordelKald("FORDEL_GINI", Array(beloeb, boern))
End Function

Public Function FORDEL_TRAPPE(ByVal belastning As Variant, ByVal faktor As Variant, Optional ByVal boern As Variant) As Variant
    FORDEL_TRAPPE = FordelKald("FORDEL_TRAPPE", Array(belastning, faktor, boern))
End Function

Public Function FORDEL_DIFFERENTIER(ByVal belastning As Variant, ByVal faktor As Variant) As Variant
    FORDEL_DIFFERENTIER = FordelKald("FORDEL_DIFFERENTIER", Array(belastning, faktor))
End Function

Public Function FORDEL_STILLINGER(ByVal beloeb As Variant, ByVal loen_paedagog As Variant, Optional ByVal loen_medhjaelper As Variant, Optional ByVal andel_paedagoger As Variant, Optional ByVal enhed As Variant) As Variant
    FORDEL_STILLINGER = FordelKald("FORDEL_STILLINGER", Array(beloeb, loen_paedagog, loen_medhjaelper, andel_paedagoger, enhed))
End Function

Public Function FORDEL_KLASSER(ByVal elever As Variant, Optional ByVal loft As Variant) As Variant
    FORDEL_KLASSER = FordelKald("FORDEL_KLASSER", Array(elever, loft))
End Function

Public Function FORDEL_PL(ByVal beloeb As Variant, ByVal satser As Variant) As Variant
    FORDEL_PL = FordelKald("FORDEL_PL", Array(beloeb, satser))
End Function

Public Function FORDEL_DEMOGRAFI(ByVal udgift As Variant, ByVal befolkning_nu As Variant, ByVal befolkning As Variant) As Variant
    FORDEL_DEMOGRAFI = FordelKald("FORDEL_DEMOGRAFI", Array(udgift, befolkning_nu, befolkning))
End Function

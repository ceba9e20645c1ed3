Attribute VB_Name = "FordelLinks"
Option Explicit
Option Private Module
' A workbook from another PC: its formulas point at the Fordel.xlam of that PC. They are pointed at this one, and what
' reads #NAVN? is entered again. Nothing is touched where nothing needs it, and the workbook is as saved as it was.

Private Const EXCEL_LINKS As Long = 1 ' xlExcelLinks, xlLinkTypeExcelLinks
Private Const FORMLER As Long = -4123 ' xlCellTypeFormulas
Private Const NAVN_FEJL As Long = 2029 ' xlErrName
Private Const VORES As String = "fordel.xlam"
Private Const FUNKTION As String = "FORDEL_"

Public Sub LinksGenkend(ByVal bog As Object)
    Dim gemt As Boolean, ark As Object, mangler As String
    If StrComp(bog.FullName, ThisWorkbook.FullName, vbTextCompare) = 0 Then Exit Sub
    On Error GoTo Umuligt
    gemt = bog.Saved
    LinksFlyt bog
    For Each ark In bog.Worksheets
        If Not ArkGenkend(ark) Then mangler = mangler & vbLf & ark.Name
    Next ark
    If gemt Then bog.Saved = True
    If mangler <> "" Then MsgBox "Fordels funktioner på disse ark kan ikke kendes igen, fordi arket er beskyttet. Fjern beskyttelsen (Gennemse), gem, og åbn projektmappen igen." & vbLf & mangler, vbInformation, "Fordel"
    Exit Sub
Umuligt:
    MsgBox "Fordels funktioner i " & bog.Name & " kunne ikke kendes igen: " & Err.Description, vbInformation, "Fordel"
    If gemt Then bog.Saved = True
End Sub

' Protected view runs no functions; the text goes when Excel writes another.
Public Sub LinksFortael(ByVal bog As Object)
    Dim kilder As Variant, nr As Long
    On Error Resume Next
    kilder = bog.LinkSources(EXCEL_LINKS)
    If IsEmpty(kilder) Then Exit Sub
    For nr = LBound(kilder) To UBound(kilder)
        If ErVores(kilder(nr)) Then Application.StatusBar = "Fordels funktioner bliver først regnet, når du trykker på Aktivér redigering."
    Next nr
End Sub

Private Sub LinksFlyt(ByVal bog As Object)
    Dim kilder As Variant, nr As Long
    kilder = bog.LinkSources(EXCEL_LINKS)
    If IsEmpty(kilder) Then Exit Sub
    For nr = LBound(kilder) To UBound(kilder)
        If ErVores(kilder(nr)) And StrComp(kilder(nr), ThisWorkbook.FullName, vbTextCompare) <> 0 Then LinkFlyt bog, kilder(nr)
    Next nr
End Sub

' On a protected sheet Excel will not; the sheet is named below.
Private Sub LinkFlyt(ByVal bog As Object, ByVal gammel As String)
    On Error Resume Next
    bog.ChangeLink gammel, ThisWorkbook.FullName, EXCEL_LINKS
End Sub

Private Function ErVores(ByVal sti As String) As Boolean
    ErVores = (LCase$(Mid$(sti, InStrRev(Replace(sti, "/", "\"), "\") + 1)) = VORES)
End Function

' False where the sheet needs it and is protected.
Private Function ArkGenkend(ByVal ark As Object) As Boolean
    Dim celler As Object, stykke As Object
    ArkGenkend = True
    Set celler = MedFormler(ark)
    If celler Is Nothing Then Exit Function
    For Each stykke In celler.Areas
        If Not StykkeGenkend(ark, stykke) Then ArkGenkend = False
    Next stykke
End Function

' The cells that hold formulas; Nothing where none do. Of a protected sheet Excel does not say which.
Private Function MedFormler(ByVal ark As Object) As Object
    If ark.ProtectContents Then
        Set MedFormler = ark.UsedRange
        Exit Function
    End If
    On Error Resume Next
    Set MedFormler = ark.UsedRange.SpecialCells(FORMLER)
End Function

Private Function StykkeGenkend(ByVal ark As Object, ByVal fra As Object) As Boolean
    Dim tekster As Variant, raekke As Long, kolonne As Long
    StykkeGenkend = True
    tekster = fra.Formula
    If Not IsArray(tekster) Then
        StykkeGenkend = CelleGenkend(ark, fra.Cells(1, 1), CStr(tekster))
        Exit Function
    End If
    For raekke = LBound(tekster, 1) To UBound(tekster, 1)
        For kolonne = LBound(tekster, 2) To UBound(tekster, 2)
            If InStr(tekster(raekke, kolonne), FUNKTION) > 0 Then
                If Not CelleGenkend(ark, fra.Cells(raekke, kolonne), CStr(tekster(raekke, kolonne))) Then StykkeGenkend = False
            End If
        Next kolonne
    Next raekke
End Function

Private Function CelleGenkend(ByVal ark As Object, ByVal celle As Object, ByVal formel As String) As Boolean
    Dim ny As String
    CelleGenkend = True
    If Left$(formel, 1) <> "=" Or InStr(formel, FUNKTION) = 0 Then Exit Function
    ny = UdenSti(formel)
    If ny = formel And Not HarNavnefejl(celle) Then Exit Function
    If ark.ProtectContents Then
        CelleGenkend = False
    ElseIf celle.HasArray Then
        ' An array formula is one: it is entered once, from its first cell.
        If celle.CurrentArray.Cells(1, 1).Address = celle.Address Then celle.CurrentArray.FormulaArray = ny
    Else
        SkrivFormel celle, ny
    End If
End Function

Private Function HarNavnefejl(ByVal celle As Object) As Boolean
    If IsError(celle.Value2) Then HarNavnefejl = (CLng(celle.Value2) = NAVN_FEJL)
End Function

' Formula2 keeps a formula that spills as it is; an Excel that does not know it has Formula.
Private Sub SkrivFormel(ByVal celle As Object, ByVal formel As String)
    Dim hel As String
    On Error GoTo Gammel
    hel = UdenSti(celle.Formula2)
    celle.Formula2 = hel
    Exit Sub
Gammel:
    celle.Formula = formel
End Sub

' ='C:\Users\x\Fordel.xlam'!FORDEL_ANDEL(...) -> =FORDEL_ANDEL(...). What is inside a text in the formula is left alone.
Private Function UdenSti(ByVal formel As String) As String
    Dim til As Long, fra As Long
    UdenSti = formel
    Do
        til = InStr(1, UdenSti, VORES & "'!" & FUNKTION, vbTextCompare)
        If til > 0 Then
            fra = InStrRev(UdenSti, "'", til)
            If fra = 0 Then Exit Function
            UdenSti = Left$(UdenSti, fra - 1) & Mid$(UdenSti, til + Len(VORES) + 2)
        Else
            til = InStr(1, UdenSti, VORES & "!" & FUNKTION, vbTextCompare)
            If til = 0 Then Exit Function
            UdenSti = Left$(UdenSti, til - 1) & Mid$(UdenSti, til + Len(VORES) + 1)
        End If
    Loop
End Function

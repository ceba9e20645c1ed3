Attribute VB_Name = "FordelKnapper"
Option Explicit
' The buttons: what is asked and told is Python's, and comes a box at a time.

Private Const FUNKTIONSGUIDE As Long = 450 ' xlDialogFunctionWizard

' Every button of the ribbon, known by its tag.
Public Sub FordelTryk(control As Object)
    Dim genvundet As Boolean
    If control.Tag = "funktioner" Then
        VisFunktioner
        Exit Sub
    End If
    genvundet = PythonProevIgen()
    FordelSamtale control.Tag
    If genvundet Then RegnIgen
End Sub

' The cells that had to do without; where no workbook is open there are none.
Private Sub RegnIgen()
    On Error Resume Next
    If PythonKlar() Then Application.CalculateFull
End Sub

Private Sub FordelSamtale(ByVal navn As String)
    Dim trin As Variant, svar As String
    trin = PythonTrin("tryk", navn, ActiveWorkbook)
    Do While trin(0) <> "slut"
        svar = ""
        If trin(0) = "spoerg" Then
            svar = InputBox(trin(2), trin(1))
        ElseIf trin(0) = "aabn" Then
            svar = AabnNy(trin(2))
        Else
            MsgBox trin(2), vbInformation, trin(1)
        End If
        trin = PythonTrin("svar", svar, Nothing)
    Loop
    If trin(2) <> "" Then MsgBox trin(2), vbInformation, trin(1)
End Sub

' A new workbook from a file; what Excel says where it cannot.
Private Function AabnNy(ByVal sti As String) As String
    On Error GoTo Umuligt
    Application.Workbooks.Add sti
    Exit Function
Umuligt:
    AabnNy = Err.Description
End Function

Private Sub VisFunktioner()
    On Error GoTo Umuligt
    If ActiveCell Is Nothing Then Err.Raise vbObjectError + 1
    Application.Dialogs(FUNKTIONSGUIDE).Show
    Exit Sub
Umuligt:
    MsgBox "Stil dig i en tom celle på et regneark, og tryk igen. Fordels funktioner står i kategorien Fordel.", vbInformation, "Fordel"
End Sub

' Soon after Excel has started, when there is a workbook to see.
Public Sub FordelEfterStart()
    Dim bog As Object
    SkrivHjaelp
    For Each bog In Application.Workbooks
        LinksGenkend bog
    Next bog
End Sub

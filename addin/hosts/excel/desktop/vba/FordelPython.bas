Attribute VB_Name = "FordelPython"
Option Explicit
Option Private Module
' Python's state: not started, running, or not to be had. What Python runs is said by one file in %LOCALAPPDATA%\Fordel,
' read once; nothing in a workbook, beside it or in its folder is looked at.

Private Const FIL As String = "\Fordel\excel.ini"
Private Const START_MED As String = " -I -B -m addin.hosts.excel.desktop.server $(CLSID)"
Private Const HJAELP As String = "Ret fejlen, og tryk på en af knapperne på fanen Fordel: så prøver Fordel igen, uden at Excel skal genstartes."
Private Const AUTOMATISK As Long = -4105 ' xlCalculationAutomatic

Private mServer As Object
Private mPython As String
Private mDll As String
Private mLaest As Boolean
Private mFejl As String
Private mBesked As String
Private mBeregning As Long

' What a function answers. A text that begins with Chr$(27) is a refusal.
Public Function PythonKald(ByVal navn As String, ByVal argumenter As Variant) As Variant
    Dim forsoeg As Long, svar As Variant
    For forsoeg = 1 To 2
        If Not PythonKlar() Then Exit For
        If KaldLykkes(navn, argumenter, svar) Then
            PythonKald = svar
            Exit Function
        End If
        PythonSlip ' it has died: once more, with a new one
    Next forsoeg
    If mFejl = "" Then IkkeAtFaa "Python stoppede to gange, da " & navn & " skulle regnes."
    PythonKald = Chr$(27) & mFejl
End Function

' A step of a button: Array(kind, title, text), kind being spoerg, sig, aabn or slut.
Public Function PythonTrin(ByVal hvad As String, ByVal tekst As String, ByVal bog As Object) As Variant
    Dim hvorfor As String
    On Error GoTo Faldet
    If hvad = "tryk" Then
        mBeregning = Beregning()
        If Not PythonLever() Then PythonSlip ' it has died since: a new one
    End If
    If PythonKlar() Then
        If hvad = "tryk" Then
            PythonTrin = mServer.Tryk((tekst), bog)
        Else
            PythonTrin = mServer.Svar((tekst))
        End If
        Exit Function
    End If
    mBesked = ""
    PythonTrin = Array("slut", "Fordel", mFejl)
    Exit Function
Faldet:
    hvorfor = Err.Description
    PythonSlip
    ExcelSomFoer
    PythonTrin = Array("slut", "Fordel", "Python stoppede undervejs. Se efter, om Fordels ark er hele, før du bruger dem; tryk på knappen igen, så bliver de skrevet forfra." & vbLf & vbLf & "(" & hvorfor & ")")
End Function

' How Excel computes; it does not say where no workbook is open.
Private Function Beregning() As Long
    Beregning = AUTOMATISK
    On Error Resume Next
    Beregning = Application.Calculation
End Function

' While a button writes, Excel draws nothing and hears nothing; who did that is gone.
Private Sub ExcelSomFoer()
    On Error Resume Next
    Application.ScreenUpdating = True
    Application.EnableEvents = True
    Application.DisplayAlerts = True
    Application.Calculation = mBeregning
    Application.StatusBar = False
End Sub

' Whether the process that was started is still there; True where none was.
Private Function PythonLever() As Boolean
    Dim svar As String
    PythonLever = True
    If mServer Is Nothing Then Exit Function
    On Error GoTo Faldet
    svar = mServer.Advarsel()
    Exit Function
Faldet:
    PythonLever = False
End Function

' Before a button: what could not be had is tried again. True where cells have been without it.
Public Function PythonProevIgen() As Boolean
    PythonProevIgen = (mFejl <> "")
    If mFejl <> "" Then
        mFejl = ""
        mBesked = ""
        mLaest = False
    End If
End Function

Public Function PythonKlar() As Boolean
    If mServer Is Nothing And mFejl = "" Then PythonStart
    PythonKlar = Not (mServer Is Nothing)
End Function

' Lets the process go.
Public Sub PythonSlip()
    Set mServer = Nothing
    If mPython <> "" Then DllStop PythonKommando()
End Sub

' What there is to say once, when Excel has calculated: a function in a cell may show nothing itself.
Public Sub PythonFortael()
    Dim besked As String
    besked = mBesked
    If besked = "" Then Exit Sub
    mBesked = ""
    MsgBox besked, vbExclamation, "Fordel"
End Sub

Private Sub PythonStart()
    On Error GoTo Umuligt
    PythonLaes
    Set mServer = DllStart(mDll, PythonKommando())
    mBesked = mServer.Advarsel()
    Exit Sub
Umuligt:
    Set mServer = Nothing
    IkkeAtFaa Err.Description
End Sub

Private Sub IkkeAtFaa(ByVal hvorfor As String)
    mFejl = "Fordel kan ikke få Python i gang: " & hvorfor & vbLf & vbLf & "Fordels funktioner viser #VÆRDI!, og resten af Excel er upåvirket. " & HJAELP & vbLf & vbLf & "Kommandoen fordel excel tjek siger, hvad der mangler; fordel excel installer retter det."
    mBesked = mFejl
End Sub

Private Function KaldLykkes(ByVal navn As String, ByVal argumenter As Variant, ByRef svar As Variant) As Boolean
    On Error GoTo Faldet
    svar = mServer.Kald((navn), (argumenter))
    KaldLykkes = True
Faldet:
End Function

Private Function PythonKommando() As String
    PythonKommando = """" & mPython & """" & START_MED
End Function

' The settings, once: python=... and dll=..., a full path each.
Private Sub PythonLaes()
    Dim sti As String, linje As Variant
    If mLaest Then Exit Sub
    sti = FilMappe() & FIL
    If FilMappe() = "" Or Not FilFindes(sti) Then Err.Raise vbObjectError + 4, , "indstillingerne (" & sti & ") er der ikke"
    mPython = ""
    mDll = ""
    For Each linje In Split(FilTekst(sti), vbLf)
        If Left$(linje, 7) = "python=" Then mPython = Mid$(linje, 8)
        If Left$(linje, 4) = "dll=" Then mDll = Mid$(linje, 5)
    Next linje
    If mPython = "" Or mDll = "" Or InStr(mPython, """") > 0 Then Err.Raise vbObjectError + 5, , sti & " kan ikke læses"
    If Not FilFindes(mPython) Then Err.Raise vbObjectError + 6, , mPython & " er der ikke længere"
    mLaest = True
End Sub

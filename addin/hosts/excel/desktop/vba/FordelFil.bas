Attribute VB_Name = "FordelFil"
Option Explicit
Option Private Module
' The one place where files are looked at: the settings, and whether Python is where they say.

' The user's own folder for programs; no workbook can change what it is.
Public Function FilMappe() As String
    FilMappe = Environ("LOCALAPPDATA")
End Function

Public Function FilFindes(ByVal sti As String) As Boolean
    Dim slags As Long
    On Error Resume Next ' what is not there is an error; Dir would disturb a macro of the user's that is listing files
    slags = GetAttr(sti)
    FilFindes = (Err.Number = 0)
End Function

' A text file, its lines with vbLf between them.
Public Function FilTekst(ByVal sti As String) As String
    Dim nr As Integer, linje As String
    nr = FreeFile
    Open sti For Input As #nr
    Do While Not EOF(nr)
        Line Input #nr, linje
        FilTekst = FilTekst & linje & vbLf
    Loop
    Close #nr
End Function

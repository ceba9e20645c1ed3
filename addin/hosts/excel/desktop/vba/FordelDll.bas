Attribute VB_Name = "FordelDll"
Option Explicit
Option Private Module
' The one place where Windows is called: xlwings' DLL, which starts Python and gives its COM server.
' The names carry the version of xlwings they are of; `fordel excel installer` looks whether it is the one on the PC.

#If Win64 Then
Private Declare PtrSafe Function XLPyDLLActivateAuto Lib "xlwings64-0.37.8.dll" (ByRef svar As Variant, ByVal kommando As String, ByVal maade As Long) As Long
#Else
Private Declare PtrSafe Function XLPyDLLActivateAuto Lib "xlwings32-0.37.8.dll" (ByRef svar As Variant, ByVal kommando As String, ByVal maade As Long) As Long
#End If
Private Declare PtrSafe Function LoadLibraryW Lib "kernel32" (ByVal sti As LongPtr) As LongPtr

Private Const LAENGST As Long = 1500 ' the DLL copies the command into 2048 characters without looking
Private Const STARTET As Long = 1
Private Const STOPPET As Long = -1

' The server's object; raises an error that says why where Python cannot be started.
Public Function DllStart(ByVal sti As String, ByVal kommando As String) As Object
    Dim svar As Variant
    If Len(kommando) > LAENGST Then Err.Raise vbObjectError + 1, , "stien til Python er for lang"
    ' Loaded by its full path: a file of that name in the folder of a workbook is never looked for.
    If LoadLibraryW(StrPtr(sti)) = 0 Then Err.Raise vbObjectError + 2, , sti & " kan ikke indlæses"
    If XLPyDLLActivateAuto(svar, kommando, STARTET) <> 0 Then Err.Raise vbObjectError + 3, , CStr(svar)
    Set DllStart = svar
End Function

' Ends the process, so that the next start is a new one.
Public Sub DllStop(ByVal kommando As String)
    Dim svar As Variant
    On Error Resume Next
    XLPyDLLActivateAuto svar, kommando, STOPPET
End Sub

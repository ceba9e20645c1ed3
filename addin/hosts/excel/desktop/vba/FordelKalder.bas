Attribute VB_Name = "FordelKalder"
Option Explicit
Option Private Module
' What every function of the catalogue does: values in, one call, values or a true error out.

Private Const VAERDI_FEJL As Long = 2015 ' xlErrValue
Private Const FLERE As String = "flere" ' after Chr$(27): a range in several pieces, which Value2 would cut to the first

Public Function FordelKald(ByVal navn As String, ByVal argumenter As Variant) As Variant
    Dim nr As Long, svar As Variant, vaerdier() As Variant
    If IGuiden() Then Exit Function
    On Error GoTo Uventet
    ReDim vaerdier(LBound(argumenter) To UBound(argumenter))
    For nr = LBound(argumenter) To UBound(argumenter)
        If IsMissing(argumenter(nr)) Then
            vaerdier(nr) = Empty ' as an empty cell: the rule's own default
        ElseIf IsObject(argumenter(nr)) Then
            vaerdier(nr) = CellernesVaerdier(argumenter(nr))
        Else
            vaerdier(nr) = argumenter(nr)
        End If
    Next nr
    svar = PythonKald(navn, vaerdier)
    If VarType(svar) = vbString Then
        If Left$(svar, 1) = Chr$(27) Then svar = CVErr(VAERDI_FEJL)
    End If
    FordelKald = svar
    Exit Function
Uventet:
    FordelKald = CVErr(VAERDI_FEJL)
End Function

' The cells of a range as numbers, texts and errors: dates and amounts with a currency are their numbers, all decimals there.
Private Function CellernesVaerdier(ByVal celler As Object) As Variant
    If celler.Areas.Count > 1 Then
        CellernesVaerdier = Chr$(27) & FLERE
    Else
        CellernesVaerdier = celler.Value2
    End If
End Function

' While the function wizard is open nothing is calculated: the arguments are half written.
Private Function IGuiden() As Boolean
    On Error Resume Next
    IGuiden = Not Application.CommandBars("Standard").Controls(1).Enabled
End Function

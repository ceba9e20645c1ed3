"""Every member of Excel's that the stand-in has, with what it does here, and Microsoft's page about it.

Written from those pages and from what xlwings' own code says of it; no Excel has been asked. A line here and a member
there go together: a test compares.
"""

from __future__ import annotations

TABLE = """
Application.ActiveSheet       the active sheet of the workbook in front
Application.Calculation       what it is set to; here nothing is computed
Application.DisplayAlerts     True: a sheet that is deleted would ask, which stops the test
Application.EnableEvents      True: every cell that is written is noted, as a macro would hear of it
Application.Hwnd              a number
Application.International     a row of what the language has; the fifth, xlListSeparator, a semicolon as in Danish
Application.Name              Microsoft Excel
Application.ScreenUpdating    what it is set to
Application.StatusBar         what it is set to; False is Excel's own text
Application.Version           16.0
Areas.Count                   how many pieces
Axis.AxisTitle                an object with a text
Axis.Crosses                  what it is set to
Axis.HasTitle                 what it is set to
Axis.MaximumScale             what it is set to
Axis.MinimumScale             what it is set to
Axis.ReversePlotOrder         what it is set to
Axis.TickLabels               an object with a number format
Border.Color                  of a side of each cell on that side of the range
Border.LineStyle              xlContinuous; anything else stops the test
Border.Weight                 of a side of each cell on that side of the range
Chart.Axes                    by xlCategory and xlValue
Chart.ChartStyle              what it is set to
Chart.ChartTitle              an object with a text
Chart.ChartType               xlBarStacked; anything else stops the test
Chart.HasLegend               what it is set to
Chart.HasTitle                what it is set to
Chart.SeriesCollection        a series for each column of the source
Chart.SetSourceData           the cells of the bars
ChartObject.Chart             the chart in the frame
ChartObject.Delete            takes it off the sheet
ChartObject.ShapeRange        an object with an alternative text
ChartObjects.Add              a new one, last
ChartObjects.Count            how many
ChartObjects.Item             by number from 1
ChartObjects.Parent           the sheet
ChartTitle.Text               what it is set to
Font.Bold                     of every cell of the range
Font.Color                    blue, green, red in one number
Font.Italic                   of every cell of the range
Font.Size                     points
FormatCondition.Color         of its fill or its font
FormatCondition.Font          an object with a colour
FormatCondition.Interior      an object with a colour
FormatCondition.SetFirstPriority  the rule counts before the others
FormatCondition.StopIfTrue    what it is set to
FormatConditions.Add          xlCellValue and xlEqual; anything else stops the test
FormatConditions.Delete       of the cells of the range
HPageBreaks.Add               a new page before a row
Interior.Color                blue, green, red in one number
Name.Delete                   the name goes
Name.Name                     of a sheet's own: the sheet, quoted where it must be, and a "!" before it
Name.RefersTo                 a formula with its "="
Name.Visible                  what it is set to
Names.Add                     takes the place of one that is called so
Names.Count                   of a workbook: those of its sheets too
PageSetup.BottomMargin        points
PageSetup.CenterHeader        what it is set to
PageSetup.FitToPagesTall      what it is set to
PageSetup.FitToPagesWide      what it is set to; counts where Zoom is False
PageSetup.LeftFooter          what it is set to
PageSetup.LeftMargin          points
PageSetup.Orientation         xlLandscape or xlPortrait
PageSetup.PaperSize           xlPaperA4
PageSetup.PrintArea           an address
PageSetup.PrintTitleRows      an address
PageSetup.RightFooter         what it is set to
PageSetup.RightMargin         points
PageSetup.TopMargin           points
PageSetup.Zoom                what it is set to
Range.Address                 with dollars
Range.Application             the program
Range.Areas                   one, or as many as SpecialCells finds
Range.Borders                 by xlEdgeTop and the other five that are used
Range.Cells                   by row and column from 1
Range.Clear                   values, formulas, looks; of a whole sheet its rules too; never widths and heights
Range.Column                  from 1
Range.ColumnWidth             characters
Range.Columns                 an object with a count
Range.Count                   rows times columns
Range.CurrentArray            the cells of the array formula it is in
Range.Font                    an object of all its cells
Range.FormatConditions        of its cells
Range.Formula                 English names; of a cell without a formula its value; takes values too, as if typed
Range.Formula2                as Formula
Range.FormulaArray            255 letters at most, else it is refused
Range.GetResize               pywin32's name for Resize with arguments
Range.HasArray                whether it is in an array formula
Range.HorizontalAlignment     xlLeft and the others that are used
Range.IndentLevel             a number
Range.Interior                an object of all its cells
Range.Left                    points
Range.NumberFormat            in English
Range.Row                     from 1
Range.RowHeight               points, in whole pixels
Range.Rows                    an object with a count
Range.Select                  is noted
Range.SpecialCells            xlCellTypeVisible and xlCellTypeFormulas; raises where there is nothing
Range.Top                     points
Range.Validation              of its cells
Range.Value                   of a cell with the format of a date: a date; one cell is no rows
Range.Value2                  numbers whole, dates as numbers; an error is a whole number
Range.VerticalAlignment       xlCenter
Range.Worksheet               the sheet
Range.WrapText                of every cell of the range
Series.XValues                a range
SeriesCollection.Count        how many
ShapeRange.AlternativeText    what it is set to
Sheets.Add                    before a sheet, with a name of Excel's own, and is shown
Sheets.Count                  how many
Sheets.Parent                 the workbook
TickLabels.NumberFormat       what it is set to
Validation.Add                xlValidateList; words with the list separator of the language, 255 letters at most
Validation.Delete             of the cells of the range
Validation.ErrorMessage       what it is set to
Validation.ErrorTitle         what it is set to
Window.DisplayGridlines       of the sheet that is shown
Window.FreezePanes            at SplitRow and SplitColumn, of the sheet that is shown
Window.ScrollColumn           what it is set to
Window.ScrollRow              what it is set to
Window.SplitColumn            of the sheet that is shown
Window.SplitRow               of the sheet that is shown
Workbook.ActiveSheet          the one shown
Workbook.Application          the program
Workbook.Date1904             what it is set to
Workbook.FullName             the path and the name
Workbook.MultiUserEditing     what it is set to
Workbook.Name                 the name of the file
Workbook.Names                its own and its sheets'
Workbook.Path                 the folder; nothing where it was never saved, an address where it is online
Workbook.PrecisionAsDisplayed what it is set to
Workbook.ProtectStructure     True: no sheet can be added
Workbook.SaveCopyAs           a file of cells, formulas, names and what is hidden, not looks; the workbook is as it was
Workbook.Sheets               here there are worksheets alone
Workbook.Windows              by number
Workbook.Worksheets           by name or number
Worksheet.Activate            raises where it is hidden
Worksheet.Application         the program
Worksheet.Cells               all of them
Worksheet.ChartObjects        all, or one by number
Worksheet.Delete              with its names; would ask where DisplayAlerts is on
Worksheet.HPageBreaks         of the sheet
Worksheet.Index               from 1
Worksheet.Move                before another
Worksheet.Name                31 letters at most, and no other's
Worksheet.Names               its own
Worksheet.PageSetup           of the sheet
Worksheet.Parent              the workbook
Worksheet.ProtectContents     what it is set to
Worksheet.Range               an address, or two corners
Worksheet.UsedRange           from the first cell that holds or looks like something to the last
Worksheet.Visible             xlSheetVisible or xlSheetHidden
"""
MEMBERS = dict(line.split(maxsplit=1) for line in TABLE.strip().splitlines())
_PAGE = "https://learn.microsoft.com/office/vba/api/excel.{}"
_ELSEWHERE = {"Range.GetResize": "range.resize", "FormatCondition.Color": "interior.color"}


def page(member: str) -> str:
    """Microsoft's page about a member."""
    return _PAGE.format(_ELSEWHERE.get(member, member.lower()))

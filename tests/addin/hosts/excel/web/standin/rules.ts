// What Microsoft's pages say of Excel, a page a line, and where the stand-in holds to it. Nothing here has been seen in
// an Excel. Pages are below learn.microsoft.com/office/dev/add-ins unless they are whole addresses.
export const PAGES: readonly (readonly [rule: string, page: string, where: string])[] = [
  ["most members can be undone; of these not, and in a group they are refused with UndoNotSupported",
    "excel/excel-add-ins-undo-capabilities", "NOT_UNDOABLE"],
  ["a member that cannot be undone empties the list of what can, when it is used outside a group",
    "excel/excel-add-ins-undo-capabilities", "Session.run"],
  ["whether what can be grouped can be undone is asked by isSetSupported(\"ExcelUndoApiAll\", \"1.0\")",
    "excel/excel-add-ins-undo-capabilities", "supports"],
  ["Excel on the web takes requests and gives answers of at most 5 MB",
    "concepts/resource-limits-and-performance-optimization",
    "MOST_BYTES"],
  ["a range of more than 5,000,000 cells cannot be read", "concepts/resource-limits-and-performance-optimization",
    "MOST_CELLS"],
  ["objects are proxies: a property can be read when it has been loaded and context.sync() is done",
    "develop/application-specific-api-model", "Stand.value"],
  ["instructions wait in the order they were given until context.sync()", "develop/application-specific-api-model",
    "Session.sync"],
  ["a method ...OrNullObject gives an object whose isNullObject is true where there is nothing",
    "develop/application-specific-api-model#ornullobject-methods-and-properties", "Stand.value"],
  ["on a protected sheet what is locked cannot be changed: AccessDenied",
    "excel/excel-add-ins-worksheets#data-protection",
    "Sheet.guard"],
  ["in a workbook whose structure is protected sheets cannot be added, deleted or renamed: AccessDenied",
    "https://learn.microsoft.com/javascript/api/excel/excel.workbookprotection", "Book.guard"],
  ["while a cell is edited a run fails with InvalidOperationInCellEditMode, or waits with delayForCellEdit",
    "excel/excel-add-ins-delay-in-cell-edit", "run"],
  ["a single value is put into every cell of a range (numberFormat, values, formulas)",
    "excel/excel-add-ins-ranges-set-get-values", "everywhere"],
  ["blank cells are read as empty text, and empty text makes a cell blank",
    "excel/excel-add-ins-blank-null-values", "entered"],
  ["a value that begins with = is a formula; an apostrophe before it makes it text",
    "https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member", "entered"],
  ["text that looks like a number or a date is entered as one",
    "https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member", "entered"],
  ["what is done to a sheet that has been deleted is refused with ItemNotFound",
    "testing/application-specific-api-error-handling", "Sheet.guard"],
  ["cells of a kind, as formulas in error, are found at once; a null object where there are none",
    "excel/excel-add-ins-ranges-special-cells", "getSpecialCellsOrNullObject"],
  ["a new sheet comes after all others", "excel/excel-add-ins-worksheets#add-a-worksheet", "worksheets.add"],
  ["the id or name of something that is not there gives ItemNotFound; a name that is taken, ItemAlreadyExists",
    "testing/application-specific-api-error-handling", "missing, taken"],
  ["rowHidden is null where some rows are hidden and some are not",
    "https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-rowhidden-member", "hidden"],
  ["an answer that is too large is refused with ResponsePayloadSizeLimitExceeded",
    "testing/application-specific-api-error-handling", "Session.answer"],
  ["a new workbook can be opened from a file in Base64; the one that is open is not touched",
    "excel/excel-add-ins-workbooks#create-and-open-workbooks", "createWorkbook"],
  ["the file of the workbook comes in slices of at most 4 MB, two files at a time, on Windows and Mac and not on the web",
    "https://learn.microsoft.com/javascript/api/office/office.document",
    "getFileAsync"],
  ["a refusal of a function in a cell is an error value with a message, from CustomFunctions.Error",
    "excel/custom-functions-errors", "CustomFunctions"],
];

export const MOST_BYTES = 5_000_000;
export const MOST_CELLS = 5_000_000;

export type Platform = "PC" | "Mac" | "OfficeOnline";

// Microsoft's table of what cannot be undone: on the web, and on Windows and Mac. All of it, in its order, without the
// objects an add-in for budgets has no use for (PivotTableStyle, SlicerStyle, TimelineStyle, TableStyle, Style, Query,
// DocumentProperties, LinkedWorkbook, DataConnection, AllowEditRange), which the stand-in does not know anyway.
const NO = false, YES = true;
export const UNDOABLE: Record<string, readonly [web: boolean, desktop: boolean]> = {
  "Chart.categoryLabelLevel": [NO, NO],
  "Chart.seriesNameLevel": [NO, NO],
  "NamedItem.comment": [NO, YES],
  "Workbook.close": [NO, NO],
  "Workbook.insertWorksheetsFromBase64": [NO, NO],
  "Workbook.save": [NO, NO],
  "WorkbookProtection.protect": [NO, NO],
  "WorkbookProtection.unprotect": [NO, NO],
  "Worksheet.copy": [NO, NO],
  "Worksheet.delete": [NO, NO],
  "Worksheet.name": [YES, NO],
  "Worksheet.standardWidth": [NO, YES],
  "Worksheet.position": [YES, NO],
  "Worksheet.visibility": [YES, NO],
  "WorksheetCollection.addFromBase64": [NO, NO],
  "WorksheetProtection.protect": [NO, NO],
  "WorksheetProtection.unprotect": [NO, NO],
};

export function undoable(member: string, platform: Platform): boolean {
  const told = UNDOABLE[member];
  return told === undefined || told[platform === "OfficeOnline" ? 0 : 1];
}

// Workbook, sheets, names, and what else lies on a sheet.
import { Book, Box, box, type Chart, ExcelError, type Name, Sheet } from "./model.ts";
import { part, RANGE } from "./range.ts";
import { CHARTS } from "./charts.ts";
import type { Described } from "./stand.ts";

type Scope = { book: Book; sheet: Sheet | null };
const named = ({ book, sheet }: Scope): Name[] => (sheet ?? book).names;
const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

// ------------------------------------------------------------------------------------- names

const NAMES: Described<Excel.NamedItemCollection, Scope> = {
  name: "NamedItemCollection",
  items: [() => NAME, (scope) => named(scope).map((name) => ({ scope, name }))],
  does: {
    add: {
      gives: () => NAME,
      run: (scope, [name, reference]) => {
        if (named(scope).some((each) => same(each.name, name!))) throw new ExcelError("ItemAlreadyExists", name);
        if (typeof reference !== "string" || !reference.startsWith("=")) throw new ExcelError("InvalidArgument");
        const made = { name: name!, formula: reference, visible: true };
        named(scope).push(made);
        return { scope, name: made };
      },
    },
    getItemOrNullObject: {
      reads: true, orNull: true, gives: () => NAME,
      run: (scope, [name]) => {
        const found = named(scope).find((each) => same(each.name, name!));
        return found ? { scope, name: found } : null;
      },
    },
  },
};

const NAME: Described<Excel.NamedItem, { scope: Scope; name: Name }> = {
  name: "NamedItem",
  has: {
    name: { get: ({ name }) => name.name },
    formula: { get: ({ name }) => name.formula, set: ({ name }, formula: string) => { name.formula = formula; } },
    visible: { get: ({ name }) => name.visible, set: ({ name }, visible: boolean) => { name.visible = visible; } },
  },
  does: { delete: { run: ({ scope, name }) => { named(scope).splice(named(scope).indexOf(name), 1); } } },
};

// ------------------------------------------------------------------------------------- a sheet

export type On = { book: Book; sheet: Sheet };

const SHEET: Described<Excel.Worksheet, On> = {
  name: "Worksheet",
  has: {
    name: {
      get: ({ sheet }) => sheet.name,
      set: ({ book, sheet }, name: string) => {
        book.guard();
        if (book.find(name) && book.find(name) !== sheet) throw new ExcelError("ItemAlreadyExists", name);
        renamed(book, sheet.name, name);
        sheet.name = name;
      },
    },
    visibility: {
      get: ({ sheet }) => sheet.visibility,
      set: ({ book, sheet }, value: string) => { book.guard(); sheet.visibility = value; },
    },
    position: {
      get: ({ book, sheet }) => book.sheets.indexOf(sheet),
      set: ({ book, sheet }, at: number) => {
        book.guard();
        book.sheets.splice(book.sheets.indexOf(sheet), 1);
        book.sheets.splice(at, 0, sheet);
      },
    },
    showGridlines: {
      get: ({ sheet }) => sheet.gridlines, set: ({ sheet }, value: boolean) => { sheet.gridlines = value; },
    },
  },
  with: {
    names: [() => NAMES, (on) => on],
    charts: [() => CHARTS, (on) => on],
    protection: [() => SHEET_PROTECTION, ({ sheet }) => sheet],
    autoFilter: [() => FILTER, ({ sheet }) => sheet],
    freezePanes: [() => FREEZE, ({ sheet }) => sheet],
    pageLayout: [() => PAPER, ({ sheet }) => sheet],
    horizontalPageBreaks: [() => BREAKS, ({ sheet }) => sheet],
  },
  does: {
    getRange: { reads: true, gives: () => RANGE, run: ({ sheet }, [address]) => part(sheet, address) },
    getRangeByIndexes: {
      reads: true, gives: () => RANGE,
      run: ({ sheet }, [row, column, rows, columns]) => {
        if (!(rows! > 0 && columns! > 0)) throw new ExcelError("InvalidArgument");
        return { sheet, box: new Box(row!, column!, rows!, columns!) };
      },
    },
    getUsedRangeOrNullObject: {
      reads: true, orNull: true, gives: () => RANGE,
      run: ({ sheet }, [valuesOnly]) => {
        if (!valuesOnly) throw new Error("formats far out would count");
        const box = sheet.used();
        return box && { sheet, box };
      },
    },
    activate: { reads: true, run: ({ book, sheet }) => { book.active = book.sheets.indexOf(sheet); } },
    delete: {
      run: ({ book, sheet }) => {
        book.guard();
        const shown = book.sheets.filter((each) => each.visibility === "Visible");
        if (shown.length === 1) throw new ExcelError("InvalidOperation");
        book.sheets.splice(book.sheets.indexOf(sheet), 1);
        sheet.gone = true;
        for (const name of book.names) if (refers(name.formula, sheet.name)) name.formula = "=#REF!";
      },
    },
  },
};

const quoted = (sheet: string) => `'${sheet.replaceAll("'", "''")}'!`;
const refers = (formula: string, sheet: string) => formula.includes(quoted(sheet)) || formula.includes(`=${sheet}!`);

function renamed(book: Book, from: string, to: string) {
  for (const name of [...book.names, ...book.sheets.flatMap((sheet) => sheet.names)]) {
    name.formula = name.formula.replaceAll(quoted(from), quoted(to)).replaceAll(`=${from}!`, `=${quoted(to)}`);
  }
}

const SHEET_PROTECTION: Described<Excel.WorksheetProtection, Sheet> = {
  name: "WorksheetProtection", has: { protected: { get: (sheet) => sheet.locked } },
};

const FILTER: Described<Excel.AutoFilter, Sheet> = {
  name: "AutoFilter",
  has: { enabled: { get: (sheet) => sheet.filtered } },
  does: { remove: { run: (sheet) => { sheet.guard(); sheet.filtered = false; } } },
};

const FREEZE: Described<Excel.WorksheetFreezePanes, Sheet> = {
  name: "WorksheetFreezePanes",
  does: {
    freezeAt: { run: (sheet, [range]) => { sheet.frozen = frozen(range); } },
    freezeRows: { run: (sheet, [rows = 1]) => { sheet.frozen = part(sheet, `1:${rows}`).box; } },
    freezeColumns: { run: (sheet, [columns = 1]) => { sheet.frozen = new Box(0, 0, part(sheet).box.rows, columns!); } },
    unfreeze: { run: (sheet) => { sheet.frozen = null; } },
    getLocationOrNullObject: {
      reads: true, orNull: true, gives: () => RANGE, run: (sheet) => sheet.frozen && { sheet, box: sheet.frozen },
    },
  },
};

let frozen: (range: unknown) => Box;
export function knowing(boxOf: (range: unknown) => Box) { frozen = boxOf; }

const PAPER_KEYS = ["paperSize", "orientation", "zoom", "leftMargin", "rightMargin", "topMargin",
  "bottomMargin"] as const;
const BREAKS: Described<Excel.PageBreakCollection, Sheet> = {
  name: "PageBreakCollection",
  does: {
    add: { gives: () => BREAK, run: (sheet, [at]) => { sheet.breaks.push(box(String(at)).row); return sheet; } },
    removePageBreaks: { run: (sheet) => { sheet.breaks = []; } },
  },
};
const BREAK: Described<Excel.PageBreak, Sheet> = { name: "PageBreak" };

const PAPER: Described<Excel.PageLayout, Sheet> = {
  name: "PageLayout",
  has: Object.fromEntries(PAPER_KEYS.map((key) => [key, {
    get: (sheet: Sheet) => sheet.paper[key] ?? null,
    set: (sheet: Sheet, value: unknown) => { sheet.paper[key] = value; },
  }])) as Described<Excel.PageLayout, Sheet>["has"],
  with: { headersFooters: [() => HEADERS, (sheet) => sheet] },
  does: {
    setPrintArea: { run: (sheet, [area]) => { sheet.printArea = String(area); } },
    setPrintTitleColumns: { run: (sheet, [columns]) => { sheet.titleColumns = String(columns); } },
    setPrintTitleRows: { run: (sheet, [rows]) => { sheet.titleRows = String(rows); } },
    getPrintAreaOrNullObject: {
      reads: true, orNull: true, gives: () => RANGE, run: (sheet) => sheet.printArea && part(sheet, sheet.printArea),
    },
    getPrintTitleRowsOrNullObject: {
      reads: true, orNull: true, gives: () => RANGE, run: (sheet) => sheet.titleRows && part(sheet, sheet.titleRows),
    },
  },
};

const HEADERS: Described<Excel.HeaderFooterGroup, Sheet> = {
  name: "HeaderFooterGroup", with: { defaultForAllPages: [() => HEADER, (sheet) => sheet] },
};

const HEADER: Described<Excel.HeaderFooter, Sheet> = {
  name: "HeaderFooter",
  has: Object.fromEntries(["leftFooter", "rightFooter"].map((key) => [key, {
    get: (sheet: Sheet) => sheet.header[key] ?? "",
    set: (sheet: Sheet, value: string) => { sheet.header[key] = value; },
  }])),
};

// ------------------------------------------------------------------------------------- the workbook

const SHEETS: Described<Excel.WorksheetCollection, Book> = {
  name: "WorksheetCollection",
  items: [() => SHEET, (book) => book.sheets.map((sheet) => ({ book, sheet }))],
  does: {
    add: {
      gives: () => SHEET,
      run: (book, [name]) => {
        book.guard();
        if (!name || name.length > 31 || /[[\]:*?/\\]/.test(name)) throw new ExcelError("InvalidArgument", name);
        if (book.find(name)) throw new ExcelError("ItemAlreadyExists", name);
        const sheet = new Sheet(name);
        book.sheets.push(sheet);
        return { book, sheet };
      },
    },
    getItem: { reads: true, gives: () => SHEET, run: (book, [name]) => ({ book, sheet: book.sheet(name!) }) },
    getItemOrNullObject: {
      reads: true, orNull: true, gives: () => SHEET,
      run: (book, [name]) => {
        const sheet = book.find(name!);
        return sheet && { book, sheet };
      },
    },
    getActiveWorksheet: {
      reads: true, gives: () => SHEET, run: (book) => ({ book, sheet: book.sheets[book.active]! }),
    },
  },
};

const APPLICATION: Described<Excel.Application, Book> = {
  name: "Application",
  has: { calculationMode: { get: (book) => book.calculation } },
  with: { cultureInfo: [() => CULTURE, (book) => book] },
  does: { calculate: { reads: true, run: (book) => { book.calculated += 1; } } },
};

const CULTURE: Described<Excel.CultureInfo, Book> = {
  name: "CultureInfo", has: { name: { get: () => "da-DK" } }, with: { datetimeFormat: [() => DATES, (book) => book] },
};
const DATES: Described<Excel.DatetimeFormatInfo, Book> = {
  name: "DatetimeFormatInfo", has: { shortDatePattern: { get: () => "dd-MM-yyyy" } },
};

const BOOK_PROTECTION: Described<Excel.WorkbookProtection, Book> = {
  name: "WorkbookProtection", has: { protected: { get: (book) => book.locked } },
};

export const WORKBOOK: Described<Excel.Workbook, Book> = {
  name: "Workbook",
  does: {
    getActiveCell: {
      reads: true, gives: () => RANGE,
      run: (book) => {
        const [sheet, address] = book.selected.split("!");
        const { row, column } = part(book.sheet(sheet!), address).box;
        return { sheet: book.sheet(sheet!), box: new Box(row, column, 1, 1) };
      },
    },
  },
  has: { name: { get: (book) => book.name } },
  with: {
    worksheets: [() => SHEETS, (book) => book],
    names: [() => NAMES, (book) => ({ book, sheet: null })],
    application: [() => APPLICATION, (book) => book],
    protection: [() => BOOK_PROTECTION, (book) => book],
  },
};

export { APPLICATION };
export type { Chart };

// The workbook itself, as plain data. Only the stand-in's proxies touch it, and only when a batch is carried out.
export type Scalar = string | number | boolean;
export type Look = Record<string, string | number | boolean>;
export type Place = readonly [row: number, column: number];

export const ROWS = 1_048_576, COLUMNS = 16_384;

// An error as Office.js gives it: the code is what a program goes by.
export class ExcelError extends Error {
  constructor(readonly code: string, message = code, readonly debugInfo = { errorLocation: "" }) {
    super(message);
  }
}

export class Cell {
  constructor(readonly value: Scalar, readonly formula: string | null = null) {}
}

export interface Series { name: string; values: string; categories: string; look: Look }

export interface Chart {
  name: string; type: string; series: Series[]; at: string; width: number; height: number; title: string; look: Look;
}

export interface Rule { at: Box; formula: string; operator: string; fill: string; color: string }

// Rows and columns from 0, with how many there are.
export class Box {
  constructor(readonly row: number, readonly column: number, readonly rows: number, readonly columns: number) {}

  get size() { return this.rows * this.columns; }
  get whole() { return this.rows === ROWS && this.columns === COLUMNS; }

  *places(): Generator<Place> {
    for (let row = this.row; row < this.row + this.rows; row++) {
      for (let column = this.column; column < this.column + this.columns; column++) yield [row, column];
    }
  }

  holds(row: number, column: number) {
    return row >= this.row && row < this.row + this.rows
      && column >= this.column && column < this.column + this.columns;
  }

  get address(): string {
    const last: Place = [this.row + this.rows - 1, this.column + this.columns - 1];
    if (this.columns === COLUMNS) return `${this.row + 1}:${last[0] + 1}`;
    if (this.rows === ROWS) return `${letters(this.column)}:${letters(last[1])}`;
    const first = a1(this.row, this.column);
    return this.size === 1 ? first : `${first}:${a1(...last)}`;
  }
}

export function letters(column: number): string {
  let found = "";
  for (let left = column + 1; left; left = Math.floor((left - 1) / 26)) {
    found = String.fromCharCode(65 + ((left - 1) % 26)) + found;
  }
  return found;
}

export function a1(row: number, column: number): string {
  return letters(column) + (row + 1);
}

const number = (text: string) => [...text].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1;

// The rectangle an address tells of, without its sheet.
export function box(address: string): Box {
  const plain = address.replace(/^.*!/, "").replaceAll("$", "").toUpperCase();
  const found = plain.match(/^([A-Z]{1,3})?(\d+)?(?::([A-Z]{1,3})?(\d+)?)?$/);
  if (!found || !plain) throw new ExcelError("InvalidArgument", address);
  const [, left, top, right = left, bottom = top] = found;
  const [row, lastRow] = top ? [Number(top) - 1, Number(bottom) - 1] : [0, ROWS - 1];
  const [column, lastColumn] = left ? [number(left), number(right!)] : [0, COLUMNS - 1];
  return new Box(row, column, lastRow - row + 1, lastColumn - column + 1);
}

export class Sheet {
  visibility = "Visible";
  locked = false;
  gone = false; // deleted, while somebody held on to it
  gridlines = true;
  frozen: Box | null = null;
  filtered = false;
  printArea: string | null = null;
  titleRows: string | null = null;
  titleColumns = "";
  cells = new Map<number, Cell>();
  looks = new Map<number, Look>();
  widths = new Map<number, number>();
  heights = new Map<number, number>();
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  rules: Rule[] = [];
  choices: { at: Box; rule: unknown; alert: unknown }[] = [];
  charts: Chart[] = [];
  breaks: number[] = []; // rows a page of paper begins with
  names: Name[] = [];
  paper: Record<string, unknown> = {};
  header: Record<string, string> = {};

  constructor(public name: string) {}

  static key(row: number, column: number) { return row * COLUMNS + column; }

  guard() {
    if (this.gone) throw new ExcelError("ItemNotFound", this.name);
    if (this.locked) throw new ExcelError("AccessDenied");
  }

  look(row: number, column: number): Look {
    const key = Sheet.key(row, column);
    if (!this.looks.has(key)) this.looks.set(key, {});
    return this.looks.get(key)!;
  }

  // The cells with something in them; null where there are none.
  used(): Box | null {
    let top = ROWS, left = COLUMNS, bottom = -1, right = -1;
    for (const key of this.cells.keys()) {
      const row = Math.floor(key / COLUMNS), column = key % COLUMNS;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
    return bottom < 0 ? null : new Box(top, left, bottom - top + 1, right - left + 1);
  }
}

export interface Name { name: string; formula: string; visible: boolean }

export class Book {
  sheets: Sheet[] = [];
  names: Name[] = [];
  locked = false;
  calculation = "Automatic";
  active = 0;
  calculated = 0;
  selected = "";

  constructor(public name: string) {}

  guard() {
    if (this.locked) throw new ExcelError("AccessDenied");
  }

  find(name: string): Sheet | null {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()) ?? null;
  }

  sheet(name: string): Sheet {
    const found = this.find(name);
    if (!found) throw new ExcelError("ItemNotFound", name);
    return found;
  }
}

// What is in a cell after this is entered. Text that Excel could take for something else, in any language it may be set
// to, must be guarded by an apostrophe: here it is a fault of the test, for the product never means a date by it.
export function entered(value: unknown): Cell | null {
  if (value === "" || value === null) return null;
  if (typeof value === "number" || typeof value === "boolean") return new Cell(value);
  if (typeof value !== "string") throw new ExcelError("InvalidArgument", JSON.stringify(value));
  if (value.startsWith("'")) return new Cell(value.slice(1));
  if (value.startsWith("=")) {
    if (value.length > 8192) throw new ExcelError("FormulaLengthExceedsLimit");
    return new Cell("", value);
  }
  const truth = ["TRUE", "FALSE", "SAND", "FALSK"].includes(value.toUpperCase());
  if (/\d/.test(value) || truth || !/^\p{L}/u.test(value)) {
    throw new Error(`Excel may read ${JSON.stringify(value)} as a number`);
  }
  return new Cell(value);
}

// A copy that shares no part that is changed.
export function copy(book: Book): Book {
  const made = Object.assign(new Book(book.name), book, { names: book.names.map((name) => ({ ...name })) });
  made.sheets = book.sheets.map((sheet) => Object.assign(new Sheet(sheet.name), sheet, {
    cells: new Map(sheet.cells), looks: new Map([...sheet.looks].map(([key, look]) => [key, { ...look }])),
    widths: new Map(sheet.widths), heights: new Map(sheet.heights), hiddenRows: new Set(sheet.hiddenRows),
    hiddenColumns: new Set(sheet.hiddenColumns), rules: [...sheet.rules],
    choices: sheet.choices.map((each) => ({ ...each })),
    charts: sheet.charts.map((chart) => ({ ...chart, look: { ...chart.look },
      series: chart.series.map((series) => ({ ...series, look: { ...series.look } })) })),
    breaks: [...sheet.breaks],
    names: sheet.names.map((name) => ({ ...name })), paper: { ...sheet.paper }, header: { ...sheet.header },
  }));
  return made;
}

// Ranges: cells and looks.
import { Box, box, Cell, COLUMNS, entered, ExcelError, type Look, ROWS, Sheet } from "./model.ts";
import { CHOICE, RULES } from "./choices.ts";
import { MOST_CELLS } from "./rules.ts";
import type { Described } from "./stand.ts";

export interface Part { sheet: Sheet; box: Box }
type Side = Part & { side: string };

export const part = (sheet: Sheet, address?: string): Part => ({ sheet, box: box(address ?? `1:${ROWS}`) });

function readable({ box }: Part) {
  if (box.size > MOST_CELLS) throw new ExcelError("RangeExceedsLimit");
}

function grid<V>(range: Part, cell: (row: number, column: number) => V): V[][] {
  readable(range);
  const { row, column, rows, columns } = range.box;
  return Array.from({ length: rows },
    (_, down) => Array.from({ length: columns }, (_, right) => cell(row + down, column + right)));
}

const cellAt = ({ sheet }: Part, row: number, column: number) => sheet.cells.get(Sheet.key(row, column));

// Puts a grid, or one value into every cell.
function everywhere(range: Part, values: unknown, put: (row: number, column: number, value: any) => void) {
  const { box, sheet } = range;
  sheet.guard();
  if (Array.isArray(values) && (values.length !== box.rows || values.some((row) => row.length !== box.columns))) {
    throw new ExcelError("InvalidArgument", "the number of rows or columns does not match");
  }
  for (const [row, column] of box.places()) {
    put(row, column, Array.isArray(values) ? values[row - box.row]![column - box.column] : values);
  }
}

function enter(range: Part, values: unknown) {
  everywhere(range, values, (row, column, value) => {
    const cell = entered(value), key = Sheet.key(row, column);
    if (cell) range.sheet.cells.set(key, cell);
    else range.sheet.cells.delete(key);
  });
}

// One value where all cells have the same, null where they have not.
function uniform({ sheet, box }: Part, key: string, otherwise: unknown): unknown {
  const found = new Set<unknown>();
  for (const [row, column] of box.places()) found.add(sheet.looks.get(Sheet.key(row, column))?.[key] ?? otherwise);
  return found.size === 1 ? [...found][0] : null;
}

const look = (key: string, otherwise: unknown, told: (value: any) => any = (value) => value) => ({
  get: (range: Part) => uniform(range, key, otherwise),
  set: (range: Part, value: any) => everywhere(range, told(value), (row, column, each) => {
    range.sheet.look(row, column)[key] = each;
  }),
});

export const colour = (value: string) => {
  if (!/^#[0-9A-Fa-f]{6}$/.test(value)) throw new ExcelError("InvalidArgument", value);
  return value.toUpperCase();
};

const oneOf = (...words: string[]) => (value: string) => {
  if (!words.includes(value)) throw new ExcelError("InvalidArgument", value);
  return value;
};

function hidden(kept: Set<number>, first: number, count: number): boolean | null {
  let found = 0;
  for (let at = first; at < first + count; at++) if (kept.has(at)) found += 1;
  return found === 0 ? false : found === count ? true : null;
}

function hide(sheet: Sheet, kept: Set<number>, first: number, count: number, value: boolean) {
  sheet.guard();
  if (count >= COLUMNS && !value) return kept.clear();
  for (let at = first; at < first + count; at++) if (value) kept.add(at); else kept.delete(at);
}

// ------------------------------------------------------------------------------------- a range

export const RANGE: Described<Excel.Range, Part> = {
  name: "Range",
  has: {
    address: { get: ({ sheet, box }) => `${sheet.name}!${box.address}` },
    rowIndex: { get: ({ box }) => box.row },
    columnIndex: { get: ({ box }) => box.column },
    rowCount: { get: ({ box }) => box.rows },
    columnCount: { get: ({ box }) => box.columns },
    values: { get: (range) => grid(range, (row, column) => cellAt(range, row, column)?.value ?? ""), set: enter },
    formulas: {
      get: (range) => grid(range, (row, column) => {
        const cell = cellAt(range, row, column);
        return cell?.formula ?? cell?.value ?? "";
      }),
      set: enter,
    },
    formulaArray: {
      set: (range, formula: string) => everywhere(range, formula, (row, column) => {
        range.sheet.cells.set(Sheet.key(row, column), new Cell("", formula));
      }),
    },
    numberFormat: {
      get: (range) => grid(range,
        (row, column) => range.sheet.looks.get(Sheet.key(row, column))?.num_format ?? "General"),
      set: (range, value) => everywhere(range, value, (row, column, each) => {
        range.sheet.look(row, column).num_format = each;
      }),
    },
    rowHidden: {
      get: ({ sheet, box }) => hidden(sheet.hiddenRows, box.row, box.rows),
      set: ({ sheet, box }, value) => hide(sheet, sheet.hiddenRows, box.row, box.rows, value),
    },
    columnHidden: {
      get: ({ sheet, box }) => hidden(sheet.hiddenColumns, box.column, box.columns),
      set: ({ sheet, box }, value) => hide(sheet, sheet.hiddenColumns, box.column, box.columns, value),
    },
  },
  with: {
    format: [() => FORMAT, (range) => range],
    conditionalFormats: [() => RULES, (range) => range],
    dataValidation: [() => CHOICE, (range) => range],
  },
  does: {
    getCell: {
      reads: true, gives: () => RANGE,
      run: ({ sheet, box }, [row, column]) => ({ sheet, box: new Box(box.row + row!, box.column + column!, 1, 1) }),
    },
    clear: {
      run: ({ sheet, box }, [what = "All"]) => {
        if (what !== "All") throw new ExcelError("InvalidArgument", String(what));
        sheet.guard();
        if (!box.whole) throw new Error("only a whole sheet is cleared here");
        sheet.cells.clear();
        sheet.looks.clear();
      },
    },
    getSpecialCellsOrNullObject: {
      reads: true, orNull: true, gives: () => AREAS,
      run: ({ sheet, box }, [kind, value]) => {
        if (kind !== "Formulas" || value !== "Errors") throw new Error("only formulas in error are looked for here");
        const wrong = [...box.rows === ROWS ? sheet.cells : []].filter(([, cell]) => (
          cell.formula && String(cell.value).startsWith("#")));
        return wrong.length ? { sheet, keys: wrong.map(([key]) => key) } : null;
      },
    },
    select: { reads: true, run: ({ sheet, box }, _, book) => { book.selected = `${sheet.name}!${box.address}`; } },
    getRowProperties: {
      reads: true, answers: true,
      run: ({ sheet, box }, [wanted]) => Array.from({ length: box.rows }, (_, at) => ({
        ...(wanted!.rowHidden ? { rowHidden: sheet.hiddenRows.has(box.row + at) } : {}),
        ...(wanted!.format?.rowHeight ? { format: { rowHeight: sheet.heights.get(box.row + at) ?? 15 } } : {}),
      })),
    },
    getColumnProperties: {
      reads: true, answers: true,
      run: ({ sheet, box }, [wanted]) => Array.from({ length: box.columns }, (_, at) => ({
        ...(wanted!.columnHidden ? { columnHidden: sheet.hiddenColumns.has(box.column + at) } : {}),
        ...(wanted!.format?.columnWidth ? { format: { columnWidth: sheet.widths.get(box.column + at) ?? 48 } } : {}),
      })),
    },
    getCellProperties: {
      reads: true, answers: true, run: (range) => grid(range, (row, column) => told(range.sheet, row, column)),
    },
  },
};

// A cell's looks, in the words of getCellProperties.
function told(sheet: Sheet, row: number, column: number): Excel.CellProperties {
  const look: Look = sheet.looks.get(Sheet.key(row, column)) ?? {};
  const line = (side: string) => ({ style: look[`${side} weight`] ? "Continuous" : "None",
    weight: look[`${side} weight`] ?? "Thin", color: look[`${side} color`] ?? "#000000" });
  const borders = { top: line("top"), bottom: line("bottom"), left: line("left"), right: line("right") };
  return { format: {
    fill: { color: (look.fill as string) ?? "" },
    font: { bold: look.bold === true, italic: look.italic === true, size: (look.size as number) ?? 11,
      color: (look.color as string) ?? "#000000" },
    horizontalAlignment: (look.horizontal as "General") ?? "General",
    verticalAlignment: (look.vertical as "Bottom") ?? "Bottom",
    wrapText: look.wrap === true, indentLevel: (look.indent as number) ?? 0,
    borders: borders as Excel.CellBorderCollection,
  } };
}

// Several ranges of a sheet; here each is a cell of its own.
const AREAS: Described<Excel.RangeAreas, { sheet: Sheet; keys: number[] }> = {
  name: "RangeAreas",
  has: { address: { get: ({ sheet, keys }) => keys.map((key) => cellOf(sheet, key).box.address).join(",") } },
  with: { areas: [() => EACH, (areas) => areas] },
};
const EACH: Described<Excel.RangeCollection, { sheet: Sheet; keys: number[] }> = {
  name: "RangeCollection", items: [() => RANGE, ({ sheet, keys }) => keys.map((key) => cellOf(sheet, key))],
};
const cellOf = (sheet: Sheet, key: number): Part => (
  { sheet, box: new Box(Math.floor(key / COLUMNS), key % COLUMNS, 1, 1) });

// ------------------------------------------------------------------------------------- looks

const FONT: Described<Excel.RangeFont, Part> = {
  name: "RangeFont",
  has: { bold: look("bold", false), italic: look("italic", false), size: look("size", 11),
    color: look("color", "#000000", colour) },
};

const FILL: Described<Excel.RangeFill, Part> = { name: "RangeFill", has: { color: look("fill", "#FFFFFF", colour) } };

const FORMAT: Described<Excel.RangeFormat, Part> = {
  name: "RangeFormat",
  with: { font: [() => FONT, (range) => range], fill: [() => FILL, (range) => range],
    borders: [() => BORDERS, (range) => range] },
  has: {
    wrapText: look("wrap", false),
    horizontalAlignment: look("horizontal", "General", oneOf("Left", "Center", "Right", "General")),
    verticalAlignment: look("vertical", "Bottom", oneOf("Top", "Center", "Bottom")),
    indentLevel: look("indent", 0),
    columnWidth: { set: ({ sheet, box }, points) => sized(sheet, sheet.widths, box.column, box.columns, points) },
    rowHeight: { set: ({ sheet, box }, points) => sized(sheet, sheet.heights, box.row, box.rows, points) },
    useStandardWidth: { set: ({ sheet }, value) => { sheet.guard(); if (value) sheet.widths.clear(); } },
    useStandardHeight: { set: ({ sheet }, value) => { sheet.guard(); if (value) sheet.heights.clear(); } },
  },
};

function sized(sheet: Sheet, kept: Map<number, number>, first: number, count: number, points: number) {
  sheet.guard();
  for (let at = first; at < first + count; at++) kept.set(at, points);
}

const EDGES: Record<string, (box: Box, row: number, column: number) => string[]> = {
  EdgeTop: (box, row) => (row === box.row ? ["top"] : []),
  EdgeBottom: (box, row) => (row === box.row + box.rows - 1 ? ["bottom"] : []),
  EdgeLeft: (box, _, column) => (column === box.column ? ["left"] : []),
  EdgeRight: (box, _, column) => (column === box.column + box.columns - 1 ? ["right"] : []),
  InsideHorizontal: (box, row) => [...(row > box.row ? ["top"] : []),
    ...(row < box.row + box.rows - 1 ? ["bottom"] : [])],
  InsideVertical: (box, _, column) => [...(column > box.column ? ["left"] : []),
    ...(column < box.column + box.columns - 1 ? ["right"] : [])],
};

const BORDERS: Described<Excel.RangeBorderCollection, Part> = {
  name: "RangeBorderCollection",
  does: {
    getItem: {
      reads: true, gives: () => BORDER,
      run: (range, [side]) => {
        if (!EDGES[side!]) throw new ExcelError("InvalidArgument", side);
        return { ...range, side };
      },
    },
  },
};

const lined = (key: string, check: (value: string) => string) => ({
  set: ({ sheet, box, side }: Side, value: string) => {
    sheet.guard();
    for (const [row, column] of box.places()) {
      for (const edge of EDGES[side]!(box, row, column)) sheet.look(row, column)[`${edge} ${key}`] = check(value);
    }
  },
});

const BORDER: Described<Excel.RangeBorder, Side> = {
  name: "RangeBorder",
  has: {
    style: lined("style", oneOf("Continuous")),
    weight: lined("weight", oneOf("Thin", "Medium", "Thick", "Hairline")),
    color: lined("color", colour),
  },
};

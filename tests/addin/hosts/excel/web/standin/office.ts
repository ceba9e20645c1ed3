// What stands in for Office.js on the page: Office, Excel and CustomFunctions, and `standin` for the tests.
import { Book, Cell, ExcelError, Sheet } from "./model.ts";
import { readback } from "./readback.ts";
import { PAGES } from "./rules.ts";
import { APPLICATION, knowing, WORKBOOK } from "./sheets.ts";
import { Excel as Behind, modelOf, Session, type Settings, stand } from "./stand.ts";

knowing((range) => modelOf(range as object).box);

// A workbook as a test describes it: cells are [row, column, value, formula], formats [row, column, code].
export interface Seed {
  name: string; locked?: boolean; calculation?: string; names?: [string, string][];
  sheets: {
    name: string; visible?: boolean; locked?: boolean; filtered?: boolean;
    hiddenRows?: number[]; hiddenColumns?: number[];
    cells: [number, number, string | number | boolean, (string | null)?][]; formats?: [number, number, string][];
    names?: [string, string][]; charts?: { name: string; title: string }[];
  }[];
}

function opened(seed: Seed): Book {
  const { locked = false, calculation = "Automatic" } = seed;
  const book = Object.assign(new Book(seed.name), { locked, calculation });
  const named = (names: [string, string][] = []) => names.map(([name, formula]) => ({ name, formula, visible: true }));
  book.names = named(seed.names);
  book.sheets = seed.sheets.map((told) => {
    const sheet = new Sheet(told.name);
    for (const [row, column, value, formula] of told.cells) {
      sheet.cells.set(Sheet.key(row, column), new Cell(value, formula ?? null));
    }
    for (const [row, column, code] of told.formats ?? []) sheet.look(row, column).num_format = code;
    Object.assign(sheet, {
      visibility: told.visible === false ? "Hidden" : "Visible",
      locked: told.locked ?? false, filtered: told.filtered ?? false,
      hiddenRows: new Set(told.hiddenRows), hiddenColumns: new Set(told.hiddenColumns), names: named(told.names),
    });
    sheet.charts = (told.charts ?? []).map(({ name, title }) => ({ name, type: "BarClustered", title, series: [],
      at: "A1", width: 100, height: 100, look: {} }));
    return sheet;
  });
  return book;
}

const behind = new Behind(new Book("Tom.xlsx"));
const seed = (globalThis as any).fordelSeed; // of a test: book, settings, host (null outside Excel)

// ------------------------------------------------------------------------------------- Excel

class RequestContext {
  readonly workbook: unknown;
  readonly application: unknown;
  readonly session: Session;

  constructor(group = false) {
    this.session = new Session(behind, group);
    this.workbook = stand(this.session, WORKBOOK, () => behind.book);
    this.application = stand(this.session, APPLICATION, () => behind.book);
  }

  sync() { return this.session.sync(); }
}

type Options = { delayForCellEdit?: boolean; mergeUndoGroup?: boolean };
type Batch = (context: unknown) => Promise<unknown>;

async function run(...given: [Options, Batch] | [Batch]): Promise<unknown> {
  const [options, batch] = given.length === 2 ? given : [{}, given[0]];
  for (const key of Object.keys(options)) {
    if (key !== "delayForCellEdit" && key !== "mergeUndoGroup") throw new Error(`no option ${key}`);
  }
  if (behind.editing) {
    if (!options.delayForCellEdit) throw new ExcelError("InvalidOperationInCellEditMode");
    await behind.editing;
  }
  const context = new RequestContext(options.mergeUndoGroup);
  const done = await batch(knownOnly(context, "RequestContext"));
  await context.sync(); // Excel.run takes what is left
  behind.runs.push({ group: Boolean(options.mergeUndoGroup), syncs: context.session.trips });
  return done;
}

// Books that were opened from a file, as it was given; only one that is a package is opened.
const created: string[] = [];

async function createWorkbook(base64?: string): Promise<void> {
  if (!supports("ExcelApi", "1.8")) throw new ExcelError("ApiNotFound");
  if (base64 !== undefined && !atob(base64).startsWith("PK")) throw new ExcelError("InvalidArgument");
  if (behind.settings.refuse === "createWorkbook") throw new ExcelError("GeneralException");
  created.push(base64 ?? "");
}

function knownOnly<T extends object>(object: T, name: string): T {
  return new Proxy(object, {
    get(target, key) {
      if (typeof key === "symbol" || key === "then" || key in target) return Reflect.get(target, key);
      throw new Error(`${name} has no member ${key} here`);
    },
    set(_, key) { throw new Error(`${name}.${String(key)} cannot be set`); },
  });
}

// ------------------------------------------------------------------------------------- the file of the open workbook

const LARGEST_SLICE = 4_194_304;
let held = 0; // files that are not closed

// Base64 of what Excel would give; a test says which file the open workbook is.
const fileOf = () => Uint8Array.from(atob((globalThis as any).standin.file), (sign) => sign.charCodeAt(0));

function getFileAsync(type: string, options: { sliceSize: number }, done: (result: unknown) => void): void {
  const refuse = (name: string) => setTimeout(() => done({ status: "failed", error: { name, code: name } }));
  if (type !== "compressed" || !supports("CompressedFile", "1.1")) return void refuse("NotSupported");
  if (options.sliceSize > LARGEST_SLICE || held >= 2) return void refuse("InternalError");
  const bytes = fileOf(), { sliceSize } = options;
  held += 1;
  const slice = (index: number, told: (result: unknown) => void) => {
    const data = Array.from(bytes.subarray(index * sliceSize, (index + 1) * sliceSize));
    setTimeout(() => told({ status: "succeeded", value: { index, size: data.length, data } }));
  };
  const value = { size: bytes.length, sliceCount: Math.ceil(bytes.length / sliceSize), getSliceAsync: slice,
    closeAsync: () => { held -= 1; } };
  setTimeout(() => done({ status: "succeeded", value: knownOnly(value, "File") }));
}

// ------------------------------------------------------------------------------------- Office and functions

const actions = new Map<string, (event: { completed(): void }) => Promise<void>>();
const functions = new Map<string, (...given: unknown[]) => Promise<unknown>>();
const counted = { shown: 0, completed: 0, associated: 0 };

function supports(name: string, version: string): boolean {
  const parts = (text: string) => text.split(".").map(Number);
  const [have, wanted] = [parts(behind.settings.sets[name] ?? "0"), parts(version)];
  return have[0]! > wanted[0]! || (have[0] === wanted[0] && (have[1] ?? 0) >= (wanted[1] ?? 0));
}

const office = {
  HostType: { Excel: "Excel" },
  PlatformType: {},
  FileType: { Compressed: "compressed" },
  context: knownOnly({
    requirements: knownOnly({ isSetSupported: supports }, "RequirementSetSupport"),
    document: knownOnly({ getFileAsync }, "Document"),
    diagnostics: { platform: "PC", version: "16.0" },
    officeTheme: seed?.theme ? { bodyBackgroundColor: seed.theme } : undefined, // told on Windows only
  }, "Context"),
  onReady: async (told?: (info: unknown) => unknown) => {
    const info = { host: seed?.host === null ? null : "Excel", platform: behind.settings.platform };
    await told?.(info);
    return info;
  },
  actions: knownOnly({ associate: (name: string, does: any) => { actions.set(name, does); } }, "Actions"),
  addin: knownOnly({ showAsTaskpane: async () => { counted.shown += 1; } }, "Addin"),
};

class FunctionError extends Error {
  constructor(readonly code: string, message?: string) {
    if (message !== undefined && typeof message !== "string") throw new Error("the message must be text");
    super(message);
  }
}

const customFunctions = {
  associate: (id: string, does: any) => { functions.set(id, does); counted.associated += 1; },
  Error: FunctionError,
  ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
};

// ------------------------------------------------------------------------------------- for the tests

// A cell's call as Excel makes it: always with what is told of the call at last.
async function cell(id: string, given: unknown[], address = "Ark1!A1"): Promise<unknown> {
  try {
    return { answer: await functions.get(id)!(...given, { address }) };
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    return { error: error.code, message: error.message };
  }
}

async function press(action: string): Promise<void> {
  const does = actions.get(action);
  if (!does) throw new Error(`no button ${action}`);
  await does({ completed: () => { counted.completed += 1; } });
}

const SETS = { ExcelApi: "1.20", ExcelUndoApiAll: "1.0", CustomFunctionsRuntime: "1.4", SharedRuntime: "1.2",
  CompressedFile: "1.1" };

function open(seed: Seed, settings: Partial<Settings> = {}) {
  behind.book = opened(seed);
  Object.assign(behind, { undo: [], syncs: 0, runs: [], editing: null, largest: 0 });
  Object.assign(behind.settings,
    { platform: "PC", delay: 0, limit: true, refuse: "", single: "", sets: SETS, ...settings });
}

// All of the workbook as text, for two to be compared: what nobody has touched is left out.
function state(): string {
  const touched = ([, each]: [number, unknown]) => typeof each === "number" || Object.keys(each as object).length > 0;
  const plain = (_: string, value: unknown) => (value instanceof Map
    ? [...value].filter(touched).sort(([a], [b]) => a - b)
    : value instanceof Set ? [...value].sort() : value);
  const { sheets, names } = behind.book;
  return JSON.stringify({ sheets, names }, plain);
}

const undone = () => { const before = behind.undo.pop(); if (before) behind.book = before; return Boolean(before); };

// In a context of its own, and without the limits of the one that wrote.
async function back(wanted: Record<string, [number, number]>) {
  const limit = behind.settings.limit;
  behind.settings.limit = false;
  try {
    return await run(async (context) => readback(context as Excel.RequestContext, wanted));
  } finally {
    behind.settings.limit = limit;
  }
}

const standin = { behind, open, press, cell, readback: back, undone, state, counted, created, functions, pages: PAGES, file: "",
  held: () => held };

Object.assign(globalThis, {
  Office: knownOnly(office, "Office"), CustomFunctions: knownOnly(customFunctions, "CustomFunctions"),
  Excel: knownOnly({ run, RequestContext, createWorkbook }, "Excel"), standin,
});
open(seed?.book ?? { name: "Tom.xlsx", sheets: [{ name: "Ark1", cells: [] }] }, seed?.settings);

// Writes a plan into the open workbook, sheet by sheet, in few round trips: each takes about as much as Excel on the
// web can be sent. All that is asked first is what must be known to write, in one trip.
import { dress, draw, furnish, isOurChart } from "./looks.js";
import * as words from "./words.js";

const REQUEST = 1_500_000; // characters of a round trip; Excel on the web takes 5 MB
const EACH = 300; // characters of one small instruction, as Office.js sends it

// Something that was expected is gone, or has come in the way, since the workbook was read.
export class Changed extends Error {}

// Round trips that are taken when what is gathered is as much as is sent at once.
class Trips {
  /** @param {Excel.RequestContext} context */
  constructor(context) {
    this.context = context;
    this.gathered = 0;
  }

  async room(size = EACH) {
    if (this.gathered && this.gathered + size > REQUEST) {
      await this.context.sync();
      this.gathered = 0;
    }
    this.gathered += size;
  }
}

/** Throws Changed where the workbook is another than was read, or a sheet of it has gone or come in the way; before
 * anything is written, and afterwards of what was `made`.
 * @param {Excel.RequestContext} context */
export async function verify(context, book, plan, made = []) {
  const { workbook } = context;
  workbook.load("name");
  const sheets = workbook.worksheets.load("items/name");
  await context.sync();
  if (workbook.name !== book.name) throw new Changed(words.ANOTHER);
  const here = new Set(sheets.items.map(({ name }) => name.toLowerCase()));
  const left = made.length ? new Set([...plan.drop, ...renamed(plan).map(({ was }) => was)]) : new Set();
  const wanted = [...book.sheets.map(({ name }) => name).filter((name) => !left.has(name)), ...made];
  const gone = wanted.find((name) => !here.has(name.toLowerCase()));
  if (gone !== undefined) throw new Changed(words.renamed(gone));
  const taken = plan.sheets.find(({ was, name }) => (
    was?.toLowerCase() !== name.toLowerCase() && here.has(name.toLowerCase())));
  if (!made.length && taken) throw new Changed(words.arrived(taken.name));
}

/** What no undo group may hold: sheets of ours that go, and those that get another name.
 * @param {Excel.RequestContext} context */
export async function prepare(context, plan) {
  for (const name of plan.drop) context.workbook.worksheets.getItem(name).delete();
  for (const { was, name } of renamed(plan)) context.workbook.worksheets.getItem(was).name = name;
  await context.sync();
}

export function renamed(plan) {
  return plan.sheets.filter(({ was, name }) => was && was !== name);
}

/** All the rest. `say` is told how much is done, from 0 to 1.
 * @param {Excel.RequestContext} context */
export async function write(context, plan, manual, say) {
  const out = new Trips(context);
  const there = await asked(context, plan);
  const sheets = plan.sheets.map((told, at) => seat(context, told, there.sheets[at]));
  for (const [at, [name, target]] of plan.names.entries()) {
    await out.room();
    define(context, name, target, there.names[at]);
  }
  for (const [at, told] of plan.sheets.entries()) {
    say(at / plan.sheets.length);
    await fill(out, sheets[at], told);
    await dress(out, sheets[at], told);
    furnish(sheets[at], told);
  }
  for (const [at, told] of plan.sheets.entries()) {
    told.charts.forEach((chart, number) => draw(context, sheets[at], chart, number + 1));
  }
  sheets[0]?.activate();
  if (manual) context.workbook.application.calculate("Recalculate");
  await context.sync();
}

/** What is there now of the sheets and names of the plan.
 * @param {Excel.RequestContext} context */
async function asked(context, { sheets, names }) {
  const { workbook } = context;
  const found = {
    sheets: sheets.map(({ name }) => workbook.worksheets.getItemOrNullObject(name).load("name")),
    names: names.map(([name]) => workbook.names.getItemOrNullObject(name).load("name")),
  };
  await context.sync();
  const kept = found.sheets.filter((sheet) => !sheet.isNullObject);
  for (const sheet of kept) {
    sheet.charts.load("items/name,items/title/text");
    sheet.autoFilter.load("enabled");
  }
  if (kept.length) await context.sync();
  return found;
}

/** The sheet of ours that was there, emptied, so that what refers to it still does; else a new one, which comes last.
 * @param {Excel.RequestContext} context
 * @param {any} told
 * @param {Excel.Worksheet} there */
function seat(context, told, there) {
  const { name, was, charts } = told;
  if (was && there.isNullObject) throw new Changed(words.renamed(name));
  if (!was && !there.isNullObject) throw new Changed(words.arrived(name));
  if (!was) {
    const sheet = context.workbook.worksheets.add(name);
    sheet.names.add(told.mark[0], told.mark[1]); // at once: so it is known as ours, whatever happens next
    return sheet;
  }
  empty(there, charts);
  return there;
}

/** Charts, drawings and notes of the user's stay.
 * @param {Excel.Worksheet} sheet */
function empty(sheet, charts) {
  const all = sheet.getRange();
  if (sheet.autoFilter.enabled) sheet.autoFilter.remove();
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  all.clear();
  all.rowHidden = false;
  all.columnHidden = false;
  all.format.useStandardWidth = true;
  all.format.useStandardHeight = true;
  sheet.freezePanes.unfreeze();
  for (const chart of sheet.charts.items) if (isOurChart(chart, charts)) chart.delete();
}

/** @param {Excel.RequestContext} context
 * @param {Excel.NamedItem} there */
function define(context, name, target, there) {
  if (there.isNullObject) context.workbook.names.add(name, target);
  else there.formula = target;
}

// ------------------------------------------------------------------------------------- cells

/** @param {Excel.Worksheet} sheet */
async function fill(out, sheet, { cells, blocks }) {
  await inParts(out, cells, 0, (rows, first) => {
    sheet.getRangeByIndexes(first, 0, rows.length, rows[0].length).formulas = rows; // takes values as well
  });
  for (const { row, column, values, formula } of blocks) {
    if (formula) {
      await out.room();
      fillFormula(sheet.getRangeByIndexes(row, column, values.length, 1), formula);
    } else {
      await inParts(out, values.map((value) => [value]), row, (rows, first) => {
        sheet.getRangeByIndexes(first, column, rows.length, 1).values = rows;
      });
    }
  }
}

/** A column of one array formula, where this Excel can be told so; else the formula fills it from the top cell.
 * @param {Excel.Range} column */
function fillFormula(column, formula) {
  if (Office.context.requirements.isSetSupported("ExcelApiDesktop", "1.1")) column.formulaArray = formula;
  else column.getCell(0, 0).formulas = [[formula]];
}

// Rows in portions of what is sent at once: put(rows, number of the first).
async function inParts(out, rows, first, put) {
  let part = [], size = 0;
  for (const row of rows) {
    const more = JSON.stringify(row).length + 1;
    if (part.length && size + more > REQUEST) {
      await out.room(size);
      put(part, first);
      first += part.length;
      [part, size] = [[], 0];
    }
    part.push(row);
    size += more;
  }
  await out.room(size);
  put(part, first);
}

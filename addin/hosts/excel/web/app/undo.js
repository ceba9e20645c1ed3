// Puts a plan into the workbook as one undo step where this Excel can, and keeps what it takes to undo it elsewhere.
import { RUN } from "./read.js";
import { prepare, renamed, write } from "./write.js";

const KEPT = 10; // runs
const runs = []; // the latest last: what there was of ours before each
const written = new Map(); // name of a sheet -> its plan, as this pane wrote it last

// Microsoft's own question for whether what we put into an undo group can be undone.
export function canGroup() {
  return Office.context.requirements.isSetSupported("ExcelUndoApiAll", "1.0");
}

// Writes the plan. Gives what may truly be said of undoing it.
export async function apply(plan, book, cells, say) {
  const run = before(plan, book, cells);
  runs.push(run);
  if (runs.length > KEPT) runs.shift();
  if (run.apart.length) await Excel.run(RUN, (context) => prepare(context, plan));
  const grouped = await asOneStep(plan, book, say);
  remember(plan);
  return truth(run, grouped);
}

async function asOneStep(plan, book, say) {
  const work = (context) => write(context, plan, book.manual, say);
  if (canGroup()) {
    try {
      await Excel.run({ ...RUN, mergeUndoGroup: true }, work);
      return true;
    } catch (error) {
      if (error.code !== "UndoNotSupported") throw error;
      const begun = plan.sheets.filter(({ was }) => !was).map(({ name }) => name);
      await Excel.run(RUN, (context) => remove(context, begun)); // else what the group began with would stay
    }
  }
  await Excel.run(RUN, work);
  return false;
}

function remember({ drop, sheets }) {
  for (const name of drop) written.delete(name);
  for (const { was } of sheets) written.delete(was);
  for (const sheet of sheets) written.set(sheet.name, sheet);
}

/** Deletes those of the sheets that are there; gives their names.
 * @param {Excel.RequestContext} context */
async function remove(context, names) {
  const found = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name).load("name"));
  await context.sync();
  const there = found.filter((sheet) => !sheet.isNullObject);
  there.forEach((sheet) => sheet.delete());
  await context.sync();
  return there.map((sheet) => sheet.name);
}

// ------------------------------------------------------------------------------------- what there was before

function before(plan, book, cells) {
  const over = plan.sheets.filter(({ was }) => was).map(({ was, name }) => ({ was, now: name }));
  const touched = [...over, ...plan.drop.map((was) => ({ was, now: null }))];
  return {
    made: plan.sheets.filter(({ was }) => !was).map(({ name }) => name),
    sheets: touched.map(({ was, now }) => ({ now, plan: asItStood(written.get(was), book, cells[was]) })),
    unknown: touched.map(({ was }) => was).filter((was) => !written.has(was)),
    names: plan.names.map(([name]) => [name, target(book, name)]),
    apart: [...plan.drop, ...renamed(plan).map(({ was }) => was)],
  };
}

// A sheet as this pane wrote it, with what the user has typed on it since, where it was read again.
function asItStood(plan, book, rows) {
  if (!plan || !rows) return plan;
  const { read } = book.sheets.find(({ name }) => name === plan.name);
  const cells = [...Array(read.row).fill([]), ...rows].map((row, at) => at < read.row ? row
    : [...Array(read.column).fill(""), ...row.map((value) => (typeof value === "string" && value ? `'${value}` : value))]);
  for (const [row, column, formula] of read.formulas) cells[row][column] = formula;
  const wide = Math.max(...cells.map((row) => row.length));
  return { ...plan, cells: cells.map((row) => [...row, ...Array(wide - row.length).fill("")]) };
}

function target(book, wanted) {
  const found = book.names.find(([name, , scope]) => scope === null && name.toLowerCase() === wanted.toLowerCase());
  return found ? found[1] : null;
}

function truth(run, grouped) {
  const rest = `Ctrl+Z tager det skrevne tilbage, men ikke, at ${quoted(run.apart)} er fjernet eller omdøbt.`;
  if (grouped && !run.apart.length) return "Ctrl+Z tager det hele tilbage.";
  if (!run.unknown.length) {
    return (grouped ? rest : "Ctrl+Z tager det ikke tilbage i ét trin.") + " Fortryd fordeling tager det hele tilbage.";
  }
  if (grouped) return rest;
  return `Det kan ikke fortrydes herfra: ${quoted(run.unknown)} stod i projektmappen, før ruden blev åbnet, og er `
    + "skrevet over. Luk uden at gemme, hvis du vil have det gamle igen; er Automatisk lagring slået til, så find det i "
    + "versionshistorikken.";
}

export function quoted(names) {
  return names.map((name) => `"${name}"`).join(", ");
}

// ------------------------------------------------------------------------------------- Fortryd fordeling

// Takes the latest run of this pane back. Gives what to say of it.
export async function revert(book, say) {
  const run = runs.at(-1);
  if (!run) return { done: false, text: "Der er intet at fortryde: ruden har ikke skrevet noget, siden den blev åbnet." };
  if (run.unknown.length) return { done: false, text: truth(run, false) };
  const gone = await Excel.run(RUN, (context) => remove(context, run.made));
  if (run.made.length && !gone.length && !run.sheets.length) {
    runs.pop();
    return { done: false, text: `Det er allerede fortrudt: ${quoted(run.made)} er der ikke.` };
  }
  const here = new Set(book.sheets.map(({ name }) => name));
  const sheets = run.sheets.map(({ now, plan }) => ({ ...plan, was: here.has(now) ? now : null }));
  const plan = { sheets, drop: [], names: run.names.filter(([, old]) => old !== null) };
  if (renamed(plan).length) await Excel.run(RUN, (context) => prepare(context, plan));
  await Excel.run(RUN, (context) => write(context, plan, book.manual, say));
  await Excel.run(RUN, (context) => forget(context, run.names.filter(([, old]) => old === null)));
  runs.pop();
  run.made.forEach((name) => written.delete(name));
  remember(plan);
  const back = sheets.length ? ` ${quoted(sheets.map(({ name }) => name))} er, som før.` : "";
  return { done: true, text: `Taget tilbage.${gone.length ? ` ${quoted(gone)} er fjernet.` : ""}${back}` };
}

/** @param {Excel.RequestContext} context */
async function forget(context, names) {
  const found = names.map(([name]) => context.workbook.names.getItemOrNullObject(name).load("name"));
  await context.sync();
  for (const name of found) if (!name.isNullObject) name.delete();
  await context.sync();
}

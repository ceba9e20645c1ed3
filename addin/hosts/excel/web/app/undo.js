// Puts a plan into the workbook as one undo step where this Excel can, and keeps what it takes to undo it elsewhere.
import { outline, RUN } from "./read.js";
import { latest, remember, standing } from "./standing.js";
import { prepare, renamed, verify, write } from "./write.js";

const KEPT = 10; // runs
const runs = []; // the latest last: what there was of ours before each

// Microsoft's own question for whether what we put into an undo group can be undone.
export function canGroup() {
  return Office.context.requirements.isSetSupported("ExcelUndoApiAll", "1.0");
}

// Writes the plan, or takes back what it has written where Excel stops, or the user has been at the sheets. Gives what
// may truly be said of undoing it.
export async function apply(plan, book, cells, say) {
  await Excel.run(RUN, (context) => verify(context, book, plan));
  const stands = await Excel.run(RUN, (context) => standing(context, touched(plan).map(({ was }) => was)));
  const run = before(plan, book, cells, stands);
  runs.push(run);
  if (runs.length > KEPT) runs.shift();
  try {
    if (run.apart.length) await Excel.run(RUN, (context) => prepare(context, plan));
    run.grouped = await asOneStep(plan, book, say);
    await Excel.run(RUN, (context) => verify(context, book, plan, plan.sheets.map(({ name }) => name)));
  } catch (error) {
    error.isBack = await rescued(run, book.manual);
    throw error;
  }
  remember(plan);
  return truth(run);
}

// Nothing is left half written, where it can be helped: whether all is as it was before.
async function rescued(run, manual) {
  if (run.unknown.length) return false;
  try {
    await restore(run, await Excel.run(RUN, outline), manual, () => {});
    runs.splice(runs.indexOf(run), 1);
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

// What may be said of undoing a plan before it is written.
export function foreseen(plan) {
  const old = touched(plan).map(({ was }) => was);
  return truth({ grouped: canGroup(), apart: apart(plan), unknown: old.filter((was) => !latest(was)) });
}

async function asOneStep(plan, book, say) {
  const work = (context) => write(context, plan, book.manual, say);
  if (canGroup()) {
    try {
      await Excel.run({ ...RUN, mergeUndoGroup: true }, work);
      return true;
    } catch (error) {
      if (error.code !== "UndoNotSupported") throw error;
      const begun = plan.sheets.filter(({ was }) => !was);
      await Excel.run(RUN, (context) => remove(context, begun)); // else what the group began with would stay
    }
  }
  await Excel.run(RUN, work);
  return false;
}

/** Deletes those of the sheets that are there and are ours; gives their names.
 * @param {Excel.RequestContext} context */
async function remove(context, made) {
  const found = made.map(({ name }) => context.workbook.worksheets.getItemOrNullObject(name).load("name"));
  await context.sync();
  const there = found.map((sheet, at) => ({ sheet, mark: made[at].mark[0] })).filter(({ sheet }) => !sheet.isNullObject);
  const marks = there.map(({ sheet, mark }) => sheet.names.getItemOrNullObject(mark).load("name"));
  await context.sync();
  const ours = there.filter((_, at) => !marks[at].isNullObject).map(({ sheet }) => sheet);
  ours.forEach((sheet) => sheet.delete());
  await context.sync();
  return ours.map((sheet) => sheet.name);
}

// ------------------------------------------------------------------------------------- what there was before

function touched({ sheets, drop }) {
  const over = sheets.filter(({ was }) => was).map(({ was, name }) => ({ was, now: name }));
  return [...over, ...drop.map((was) => ({ was, now: null }))];
}

function before(plan, book, cells, stands) {
  const old = touched(plan);
  return {
    grouped: false, wrote: plan.sheets, dropped: plan.drop,
    made: plan.sheets.filter(({ was }) => !was),
    sheets: old.map(({ was, now }) => (
      { now, plan: asItStood(stands.get(was)?.at(-1) ?? latest(was), book, cells[was]) })),
    unknown: old.map(({ was }) => was).filter((was) => !latest(was)),
    names: plan.names.map(([name]) => [name, target(book, name)]),
    apart: apart(plan),
  };
}

// What no undo group may hold.
function apart(plan) {
  return [...plan.drop, ...renamed(plan).map(({ was }) => was)];
}

// A sheet as this pane wrote it, with what the user has typed on it since, where it was read again.
function asItStood(plan, book, rows) {
  if (!plan || !rows) return plan;
  const { read } = book.sheets.find(({ name }) => name === plan.name);
  const text = (value) => (typeof value === "string" && value ? `'${value}` : value);
  const cells = [...Array(read.row).fill([]), ...rows].map((row, at) => at < read.row ? row
    : [...Array(read.column).fill(""), ...row.map(text)]);
  for (const [row, column, formula] of read.formulas) cells[row][column] = formula;
  const wide = Math.max(...cells.map((row) => row.length));
  return { ...plan, cells: cells.map((row) => [...row, ...Array(wide - row.length).fill("")]) };
}

function target(book, wanted) {
  const found = book.names.find(([name, , scope]) => scope === null && name.toLowerCase() === wanted.toLowerCase());
  return found ? found[1] : null;
}

function truth({ grouped, apart, unknown }) {
  const rest = `Ctrl+Z tager det skrevne tilbage, men ikke, at ${quoted(apart)} er fjernet eller omdøbt.`;
  if (grouped && !apart.length) return "Ctrl+Z tager det hele tilbage.";
  if (!unknown.length) {
    return (grouped ? rest : "Ctrl+Z tager det ikke tilbage i ét trin.") + " Fortryd fordeling tager det hele tilbage.";
  }
  if (grouped) return rest;
  return `Det kan ikke fortrydes herfra: ruden ved ikke, hvad der stod på ${quoted(unknown)}, som skrives over. `
    + "Luk uden at gemme, hvis du vil have det gamle igen; er Automatisk lagring slået til, så find det i "
    + "versionshistorikken.";
}

// Whether the button can take the latest run back.
export function canRevert() {
  return runs.length > 0 && !runs.at(-1).unknown.length;
}

export function quoted(names) {
  return names.map((name) => `"${name}"`).join(", ");
}

// ------------------------------------------------------------------------------------- Fortryd fordeling

// Takes the latest run of this pane back, of those that have not been by Ctrl+Z. Gives what to say of it.
export async function revert(book, say) {
  if (!runs.length) {
    return { done: false, text: "Der er intet at fortryde: ruden har ikke skrevet noget, siden den blev åbnet." };
  }
  while (runs.length && !await there(runs.at(-1))) runs.pop();
  if (!runs.length) return { done: false, text: "Der er intet at fortryde: det er allerede taget tilbage." };
  const run = runs.at(-1);
  if (run.unknown.length) return { done: false, text: truth(run) };
  const gone = await restore(run, book, book.manual, say);
  runs.pop();
  const sheets = run.sheets.map(({ plan }) => plan);
  const back = sheets.length ? ` ${quoted(sheets.map(({ name }) => name))} er, som før.` : "";
  return { done: true, text: `Taget tilbage.${gone.length ? ` ${quoted(gone)} er fjernet.` : ""}${back}` };
}

// Puts what there was before a run in its place; gives the names of what the run had made. `book` is as it is now.
async function restore(run, book, manual, say) {
  const gone = await Excel.run(RUN, (context) => remove(context, run.made));
  const here = new Set(book.sheets.map(({ name }) => name));
  const sheets = run.sheets.map(({ now, plan }) => ({ ...plan, was: here.has(now) ? now : null }));
  const plan = { sheets, drop: [], names: run.names.filter(([, old]) => old !== null) };
  if (renamed(plan).length) await Excel.run(RUN, (context) => prepare(context, plan));
  await Excel.run(RUN, (context) => write(context, plan, manual, say));
  await Excel.run(RUN, (context) => forget(context, run.names.filter(([, old]) => old === null)));
  remember({ sheets, drop: run.made.map(({ name }) => name) });
  return gone;
}

// Whether anything of a run is still there: a sheet as it wrote it, or as none that it knows, or one that it removed.
async function there({ wrote, dropped }) {
  const names = wrote.map(({ name }) => name);
  const found = await Excel.run(RUN, (context) => standing(context, [...names, ...dropped]));
  return dropped.some((name) => !found.has(name))
    || wrote.some((sheet) => found.has(sheet.name) && asItWrote(sheet, found.get(sheet.name)));
}

const asItWrote = (sheet, alike) => !alike.length || alike.includes(sheet);

/** @param {Excel.RequestContext} context */
async function forget(context, names) {
  const found = names.map(([name]) => context.workbook.names.getItemOrNullObject(name).load("name"));
  await context.sync();
  for (const name of found) if (!name.isNullObject) name.delete();
  await context.sync();
}

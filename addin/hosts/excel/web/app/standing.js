// What this pane has written on each sheet of ours, and which of it stands there now: Ctrl+Z, of which no add-in is
// told, may have taken the latest back.
const KEPT = 20; // plans of a sheet
const ROWS = 500; // of a sheet that are compared
const written = new Map(); // name of a sheet -> its plans, the latest last

export function remember({ drop, sheets }) {
  for (const name of [...drop, ...sheets.map(({ was, name }) => (was === name ? null : was))]) written.delete(name);
  for (const sheet of sheets) written.set(sheet.name, [...(written.get(sheet.name) ?? []), sheet].slice(-KEPT));
}

export function latest(name) {
  return written.get(name)?.at(-1);
}

/** Name -> the plans it is as, the latest last, for those of the sheets that are there.
 * @param {Excel.RequestContext} context */
export async function standing(context, names) {
  const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name).load("name"));
  await context.sync();
  const found = new Map();
  for (const [at, name] of names.entries()) {
    if (sheets[at].isNullObject) continue;
    found.set(name, (written.get(name) ?? []).map((plan) => [plan, cells(sheets[at], plan)]));
  }
  if (found.size) await context.sync();
  for (const [name, plans] of found) {
    found.set(name, plans.filter(([plan, range]) => alike(plan.cells, range.values)).map(([plan]) => plan));
  }
  return found;
}

/** @param {Excel.Worksheet} sheet */
function cells(sheet, plan) {
  return sheet.getRangeByIndexes(0, 0, Math.min(plan.cells.length, ROWS), plan.cells[0].length).load("values");
}

// Texts and numbers as they were written; what a formula comes to may differ.
function alike(wanted, values) {
  return values.every((line, row) => line.every((value, column) => {
    const cell = wanted[row][column];
    if (typeof cell !== "string") return cell === value;
    return cell.startsWith("=") || cell.replace(/^'/, "") === value;
  }));
}

// What the pane asks of Excel besides reading and writing a run: to show cells, and to put a formula into one.
import { RUN } from "./read.js";
import * as words from "./words.js";

const MOST = 50; // cells in error that are told

/** Marks the cells a place such as Budget!C5:C56 tells of. Gives what to say of it. */
export async function mark(place) {
  const [, sheet, address] = place.match(/^(.*)!([^!]+)$/) ?? [null, place, "A1"];
  try {
    return await Excel.run(RUN, async (context) => {
      const found = context.workbook.worksheets.getItemOrNullObject(sheet).load("name,visibility");
      await context.sync();
      if (found.isNullObject || found.visibility !== "Visible") return words.gone(place);
      found.activate();
      found.getRange(address).select();
      await context.sync();
      return words.shown(place);
    });
  } catch (error) {
    console.error(error);
    return words.gone(place);
  }
}

/** Puts a formula into the cell that is chosen, if nothing stands in it. Gives what to say of it. */
export async function insert(formula) {
  return Excel.run(RUN, async (context) => {
    const cell = context.workbook.getActiveCell().load("address,formulas");
    await context.sync();
    const place = plain(cell.address);
    if (cell.formulas[0][0] !== "") return words.occupied(place);
    cell.formulas = [[formula]];
    await context.sync();
    return words.inserted(formula.replaceAll(",", ";"), place);
  });
}

/** The cells with a function of ours that show an error: [{ place, name }], and whether there are more. */
export async function inError() {
  return Excel.run(RUN, async (context) => {
    const sheets = context.workbook.worksheets.load("items/name,items/visibility");
    await context.sync();
    const asked = sheets.items.filter((sheet) => sheet.visibility === "Visible").map((sheet) => (
      sheet.getRange().getSpecialCellsOrNullObject("Formulas", "Errors").load("address")));
    await context.sync();
    const areas = asked.filter((each) => !each.isNullObject).map((each) => (
      each.areas.load("items/address,items/formulas,items/rowIndex,items/columnIndex")));
    await context.sync();
    return told(areas.flatMap((each) => each.items));
  });
}

function told(ranges) {
  const found = [];
  for (const { address, formulas, rowIndex, columnIndex } of ranges) {
    const sheet = plain(address).replace(/![^!]*$/, "");
    for (const [down, row] of formulas.entries()) {
      for (const [right, formula] of row.entries()) {
        const name = String(formula).match(/FORDEL_[A-Z0-9_]+/)?.[0];
        if (name) found.push({ place: `${sheet}!${letters(columnIndex + right)}${rowIndex + down + 1}`, name });
      }
    }
  }
  return { cells: found.slice(0, MOST), more: found.length > MOST };
}

/** 'Ark 1'!$B$2, with or without its workbook, as it is told: Ark 1!B2. */
export function plain(address) {
  const [, sheet, cells] = address.replaceAll("$", "").match(/^(.*)!([^!]+)$/) ?? [null, "", address];
  const bare = sheet.replace(/^\[[^\]]*\]/, "").replace(/^'(.*)'$/, "$1").replace(/^\[[^\]]*\]/, "");
  return sheet ? `${bare.replaceAll("''", "'")}!${cells}` : cells;
}

function letters(column) {
  let found = "";
  for (let left = column + 1; left; left = Math.floor((left - 1) / 26)) {
    found = String.fromCharCode(65 + ((left - 1) % 26)) + found;
  }
  return found;
}

// Reads the open workbook: first its outline, then the cells of the sheets that are wanted, in parts that Excel on the
// web can send (5 MB an answer, 5 million cells a range). Nothing is changed but what manual calculation has left old.
export const RUN = { delayForCellEdit: true }; // wait for who is typing in a cell; else Excel refuses
const PART = 40_000; // cells of one round trip; most take some 20 bytes with their format
const SMALL = 20_000; // cells of a sheet whose formulas are read too; a list of children has none
const TOO_LARGE = new Set(["ResponsePayloadSizeLimitExceeded", "RangeExceedsLimit", "OperationCellsExceedLimit"]);

/** Sheets, names, and how far out each sheet goes.
 * @param {Excel.RequestContext} context */
export async function outline(context) {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name,items/visibility");
  const names = workbook.names.load("items/name,items/formula");
  workbook.load("name");
  workbook.protection.load("protected");
  workbook.application.load("calculationMode");
  await context.sync();
  const manual = workbook.application.calculationMode === "Manual";
  if (manual) workbook.application.calculate("Recalculate"); // what is on the screen may be old
  const more = sheets.items.map((sheet) => ({
    own: sheet.names.load("items/name,items/formula"),
    used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
    locked: sheet.protection.load("protected"),
  }));
  await context.sync();
  const told = (scope) => ({ name, formula }) => [name, formula, scope];
  return {
    name: workbook.name, locked: workbook.protection.protected, manual,
    names: [...names.items.map(told(null)),
      ...sheets.items.flatMap((sheet, at) => more[at].own.items.map(told(sheet.name)))],
    sheets: sheets.items.map((sheet, at) => ({
      name: sheet.name, visible: sheet.visibility === "Visible", locked: more[at].locked.protected,
      ...extent(more[at].used),
    })),
  };
}

/** Where the cells with something in them begin, and the last of them; the format of empty ones does not count.
 * @param {Excel.Range} used */
function extent(used) {
  if (used.isNullObject) return { box: null, last: null };
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  return { box: [rowIndex, columnIndex, rowCount, columnCount],
    last: [rowIndex + rowCount - 1, columnIndex + columnCount - 1] };
}

/** The cells of the sheets of these names, into `cells` by name; what else is to be known of them into the outline.
 * @param {Excel.RequestContext} context */
export async function read(context, book, wanted, cells, say) {
  const sheets = book.sheets.filter((sheet) => wanted.includes(sheet.name) && sheet.box);
  for (const sheet of sheets) {
    cells[sheet.name] = [];
    sheet.read = { row: sheet.box[0], column: sheet.box[1], errors: [], dates: [], hidden_rows: [], hidden_columns: [],
      formulas: sheet.box[2] * sheet.box[3] <= SMALL ? [] : null };
  }
  const slices = sheets.flatMap(sliced);
  for (const [at, trip] of trips(slices).entries()) {
    say(at / slices.length);
    await take(context, trip, cells);
  }
}

function sliced(sheet) {
  const [row, column, rows, columns] = sheet.box;
  const high = Math.max(1, Math.floor(PART / columns));
  const found = [];
  for (let done = 0; done < rows; done += high) {
    found.push({ sheet, row: row + done, column, rows: Math.min(high, rows - done), columns });
  }
  return found;
}

// Slices together in one round trip, as many as are no more than a part.
function trips(slices) {
  const found = [];
  let room = 0;
  for (const slice of slices) {
    const size = slice.rows * slice.columns;
    if (size > room) {
      found.push([]);
      room = PART;
    }
    found.at(-1).push(slice);
    room -= size;
  }
  return found;
}

// One round trip; in two halves where the answer is larger than Excel sends, as with long texts.
async function take(context, trip, cells) {
  try {
    await taken(context, trip, cells);
  } catch (error) {
    const halves = TOO_LARGE.has(error.code) ? halved(trip) : null;
    if (!halves) throw error;
    for (const half of halves) await take(context, half, cells);
  }
}

function halved(trip) {
  if (trip.length > 1) return [trip.slice(0, trip.length >> 1), trip.slice(trip.length >> 1)];
  const [slice] = trip;
  if (slice.rows === 1) return null;
  const high = slice.rows >> 1;
  return [[{ ...slice, rows: high }], [{ ...slice, row: slice.row + high, rows: slice.rows - high }]];
}

/** @param {Excel.RequestContext} context */
async function taken(context, trip, cells) {
  const ranges = trip.map(({ sheet, row, column, rows, columns }) => {
    const range = context.workbook.worksheets.getItem(sheet.name).getRangeByIndexes(row, column, rows, columns);
    return range.load(`values,numberFormat,rowHidden,columnHidden${sheet.read.formulas ? ",formulas" : ""}`);
  });
  await context.sync();
  if (ranges.some((range) => !range.values)) throw { code: "RangeExceedsLimit" }; // told so by some versions
  const hidden = trip.map((slice, at) => hiddenOf(ranges[at]));
  if (hidden.some(({ rows, columns }) => rows || columns)) await context.sync();
  for (const [at, slice] of trip.entries()) {
    put(slice, ranges[at], cells[slice.sheet.name]);
    putHidden(slice, ranges[at], hidden[at]);
  }
}

/** Asks which rows and columns, where some are hidden and some are not (null).
 * @param {Excel.Range} range */
function hiddenOf(range) {
  return { rows: range.rowHidden === null ? range.getRowProperties({ rowHidden: true }) : null,
    columns: range.columnHidden === null ? range.getColumnProperties({ columnHidden: true }) : null };
}

function putHidden({ sheet: { read }, row, column, rows, columns }, range, asked) {
  const which = (answer, all, key, count) => answer
    ? answer.value.flatMap((each, at) => (each[key] ? [at] : [])) : all ? [...Array(count).keys()] : [];
  read.hidden_rows.push(...which(asked.rows, range.rowHidden, "rowHidden", rows).map((at) => row + at));
  const found = which(asked.columns, range.columnHidden, "columnHidden", columns).map((at) => column + at);
  read.hidden_columns.push(...found.filter((each) => !read.hidden_columns.includes(each)));
}

function put({ sheet: { read }, row, column }, range, rows) {
  const { values, numberFormat } = range;
  const formulas = read.formulas && range.formulas; // what is not loaded may not even be looked at
  for (const [at, line] of values.entries()) {
    for (const [beside, value] of line.entries()) {
      const place = [row + at, column + beside];
      if (typeof value === "number") {
        if (isDate(numberFormat[at][beside])) read.dates.push(place);
      } else if (typeof value === "string" && value.startsWith("#")) read.errors.push(place);
      if (formulas) {
        const formula = formulas[at][beside];
        // a text may begin with = and is then its own value
        if (typeof formula === "string" && formula.startsWith("=") && formula !== value) {
          read.formulas.push([...place, formula]);
        }
      }
    }
    rows.push(line);
  }
}

// Whether a number with this format is shown as a date or a time: what is quoted, escaped or a colour is no part of it.
const known = new Map();
export function isDate(format) {
  if (!known.has(format)) {
    const plain = String(format).replace(/"[^"]*"|\\.|[_*]./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
    known.set(format, !/^general$/i.test(plain) && /[ymdhs]/i.test(plain.split(";")[0]));
  }
  return known.get(format);
}

// What stands in the workbook, read as any program would: by Office.js, in another context than the one that wrote it.
/// <reference types="office-js" />
type Told = Record<string, unknown>;

// `wanted` are the sheets that are read whole, each with how many rows and columns at least.
export async function readback(context: Excel.RequestContext, wanted: Record<string, [number, number]>): Promise<Told> {
  const sheets = context.workbook.worksheets.load("items/name,items/visibility");
  const ours = context.workbook.names.load("items/name,items/formula");
  await context.sync();
  const own = sheets.items.map((sheet) => ({ sheet: sheet.name, names: sheet.names.load("items/name,items/formula") }));
  await context.sync();
  const told: Told[] = [];
  for (const sheet of sheets.items) {
    const least = wanted[sheet.name];
    told.push(least ? await whole(context, sheet, least) : { name: sheet.name });
  }
  return { sheets: told, names: Object.fromEntries([
    ...ours.items.map(({ name, formula }) => [name, formula]),
    ...own.flatMap(({ sheet, names }) => names.items.map(({ name, formula }) => [`${sheet}!${name}`, formula])),
  ]) };
}

async function whole(context: Excel.RequestContext, sheet: Excel.Worksheet, least: [number, number]): Promise<Told> {
  sheet.load("showGridlines");
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
  const rules = sheet.getRange().conditionalFormats.load("items/cellValue/rule,items/cellValue/format/fill/color,"
    + "items/cellValue/format/font/color");
  const charts = sheet.charts.load("items/name,items/chartType,items/title/text,items/width,items/height,"
    + "items/legend/visible");
  await context.sync();
  const last = used.isNullObject ? [0, 0] : [used.rowIndex + used.rowCount, used.columnIndex + used.columnCount];
  const [rows, columns] = [Math.max(least[0], last[0]!), Math.max(least[1], last[1]!)];
  const all = sheet.getRangeByIndexes(0, 0, rows, columns).load("formulas,values");
  const high = Math.min(rows, least[0]); // a long column below has no looks
  const dressed = sheet.getRangeByIndexes(0, 0, high, columns).load("numberFormat");
  const looks = dressed.getCellProperties({ format: { fill: { color: true },
    borders: { top: {}, bottom: {}, left: {}, right: {} } as any,
    font: { bold: true, italic: true, size: true, color: true }, horizontalAlignment: true, verticalAlignment: true,
    wrapText: true, indentLevel: true } });
  const heights = sheet.getRangeByIndexes(0, 0, high, 1).getRowProperties({ format: { rowHeight: true } });
  const widths = sheet.getRangeByIndexes(0, 0, 1, columns + 5).getColumnProperties({ format: { columnWidth: true } });
  const ruled = rules.items.map((rule) => rule.getRange().load("rowIndex,columnIndex,rowCount,columnCount"));
  const all_series = charts.items.map((chart) => chart.series.load("items/name"));
  await context.sync();
  const drawn = all_series.map(({ items }) => items.map((series) => (
    ["Values", "Categories"].map((what) => series.getDimensionDataSourceString(what as "Values")))));
  await context.sync();
  return {
    name: sheet.name, gridlines: sheet.showGridlines,
    frozen: frozen.isNullObject ? null : frozen.address.replace(/^.*!/, ""),
    cells: all.formulas.flatMap((line, row) => line.flatMap((entered, column) =>
      (entered === "" ? [] : [[row, column, entered, all.values[row]![column]]]))),
    looks: looks.value.flatMap((line, row) => line.flatMap(({ format }, column) => {
      const look = said(format!, dressed.numberFormat[row]![column]);
      return Object.keys(look).length ? [[row, column, look]] : [];
    })),
    widths: widths.value.map(({ format }) => format!.columnWidth),
    heights: heights.value.map(({ format }) => format!.rowHeight),
    rules: rules.items.map((rule, at) => ({ at: box(ruled[at]!), ...rule.cellValue.rule,
      fill: rule.cellValue.format.fill.color, color: rule.cellValue.format.font.color })),
    choices: await choices(context, sheet, high, columns),
    charts: charts.items.map((chart, at) => ({ name: chart.name, type: chart.chartType, title: chart.title.text,
      legend: chart.legend.visible, width: chart.width, height: chart.height,
      series: drawn[at]!.map((sources) => sources.map(({ value }) => value)) })),
    ...await paper(context, sheet),
  };
}

// What is not as in a cell nobody has touched, in the words the file host's sheets are compared in.
const UNTOUCHED: Told = { bold: false, italic: false, size: 11, color: "#000000", fill: "", horizontal: "general",
  vertical: "bottom", wrap: false, indent: 0, num_format: "General" };

function said(format: Excel.CellPropertiesFormat, numberFormat: string): Told {
  const { font, fill, borders } = format as any;
  const look: Told = { bold: font.bold, italic: font.italic, size: font.size, color: font.color, fill: fill.color,
    horizontal: format.horizontalAlignment!.toLowerCase(), vertical: format.verticalAlignment!.toLowerCase(),
    wrap: format.wrapText, indent: format.indentLevel, num_format: numberFormat };
  for (const key of Object.keys(look)) if (look[key] === UNTOUCHED[key]) delete look[key];
  for (const side of ["top", "bottom", "left", "right"]) {
    const { style, weight, color } = borders[side];
    if (style === "None") continue;
    look[`${side} weight`] = weight.toLowerCase();
    if (color !== "#000000") look[`${side} color`] = color;
  }
  return look;
}

const box = (range: Excel.Range) => [range.rowIndex, range.columnIndex, range.rowCount, range.columnCount];

// The cells in which a word is picked from a list, with the list.
async function choices(
  context: Excel.RequestContext, sheet: Excel.Worksheet, rows: number, columns: number,
): Promise<unknown[]> {
  const any = sheet.getRangeByIndexes(0, 0, rows, columns);
  any.dataValidation.load("type");
  await context.sync();
  if (any.dataValidation.type === "None") return [];
  const cells = Array.from({ length: rows * columns }, (_, at) => [Math.floor(at / columns), at % columns] as const)
    .map(([row, column]) => (
      { row, column, cell: any.getCell(row, column).dataValidation.load("type,rule,errorAlert") }));
  await context.sync();
  return cells.filter(({ cell }) => cell.type === "List")
    .map(({ row, column, cell }) => [row, column, cell.rule.list!.source, cell.errorAlert]);
}

async function paper(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Told> {
  const layout = sheet.pageLayout.load("paperSize,orientation,zoom,leftMargin,rightMargin,topMargin,bottomMargin");
  const footer = layout.headersFooters.defaultForAllPages.load("leftFooter,rightFooter");
  const area = layout.getPrintAreaOrNullObject().load("address");
  const titles = layout.getPrintTitleRowsOrNullObject().load("address");
  await context.sync();
  return {
    printArea: area.isNullObject ? null : area.address.replace(/^.*!/, ""),
    titleRows: titles.isNullObject ? null : titles.address.replace(/^.*!/, ""),
    paper: { size: layout.paperSize, orientation: layout.orientation, zoom: layout.zoom, left: layout.leftMargin,
      right: layout.rightMargin, top: layout.topMargin, bottom: layout.bottomMargin,
      footer: [footer.leftFooter, footer.rightFooter] },
  };
}

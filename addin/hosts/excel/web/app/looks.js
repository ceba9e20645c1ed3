// How cells look, and what else lies on a sheet of ours, as Python has said it in the words of Office.js.
const CHART = "Fordel "; // how the name of a chart of ours begins
const MARGINS = { leftMargin: 28.8, rightMargin: 28.8, topMargin: 36, bottomMargin: 36 }; // points: 0.4 and 0.5"

/** The formats of all cells: `looks` are rectangles that look alike.
 * @param {Excel.Worksheet} sheet */
export async function dress(out, sheet, { looks }) {
  for (const [address, look] of looks) {
    await out.room(300 * (Object.keys(look).length + 2 * (look.borders?.length ?? 0)));
    const range = sheet.getRange(address);
    if (look.format) range.numberFormat = look.format; // of one value for all its cells
    if (look.fill) range.format.fill.color = look.fill;
    Object.assign(range.format.font, look.font);
    if (look.wrap) range.format.wrapText = true;
    if (look.horizontal) range.format.horizontalAlignment = look.horizontal;
    if (look.vertical) range.format.verticalAlignment = look.vertical;
    if (look.indent) range.format.indentLevel = look.indent;
    for (const [sides, weight, color] of look.borders ?? []) {
      for (const side of sides) line(range.format.borders.getItem(side), weight, color);
    }
  }
}

/** @param {Excel.RangeBorder} border */
function line(border, weight, color) {
  border.style = "Continuous";
  border.weight = weight;
  if (color) border.color = color;
}

/** Widths, rules, choices, what stays in sight, and the paper.
 * @param {Excel.Worksheet} sheet */
export function furnish(sheet, told) {
  for (const [column, width] of told.widths) sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  for (const [row, height] of told.heights) sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = height;
  for (const mark of told.highlights) highlight(sheet.getRange(mark.area), mark);
  for (const choice of told.choices) choose(sheet.getRange(choice.area), choice);
  sheet.showGridlines = false;
  freeze(sheet, told.freeze);
  paper(sheet.pageLayout, told);
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of told.breaks) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}

/** @param {Excel.Range} range */
function highlight(range, { text, fill, color }) {
  const rule = range.conditionalFormats.add("CellValue").cellValue;
  rule.format.fill.color = fill;
  rule.format.font.color = color;
  rule.rule = { formula1: `="${text}"`, operator: "EqualTo" };
}

/** @param {Excel.Range} range */
function choose(range, { words, wrong }) {
  range.dataValidation.rule = { list: { inCellDropDown: true, source: words.join(",") } };
  range.dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "Fordel", message: wrong };
}

/** @param {Excel.Worksheet} sheet */
function freeze(sheet, frozen) {
  const [rows, columns] = frozen ?? [0, 0];
  if (rows && columns) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows) sheet.freezePanes.freezeRows(rows);
  else if (columns) sheet.freezePanes.freezeColumns(columns);
}

/** A4, one page wide, headings repeated, page numbers: as in a file.
 * @param {Excel.PageLayout} layout */
function paper(layout, told) {
  layout.paperSize = "A4";
  layout.orientation = told.landscape ? "Landscape" : "Portrait";
  layout.zoom = { horizontalFitToPages: told.wide, verticalFitToPages: told.tall || undefined };
  Object.assign(layout, MARGINS);
  layout.headersFooters.defaultForAllPages.leftFooter = "&8&F, &A";
  layout.headersFooters.defaultForAllPages.rightFooter = "&8Side &P af &N";
  if (told.repeat !== null) layout.setPrintTitleRows(`$${told.repeat + 1}:$${told.repeat + 1}`);
  if (told.wide > 1) layout.setPrintTitleColumns("$A:$A");
  if (told.print) layout.setPrintArea(told.print);
}

// ------------------------------------------------------------------------------------- charts

/** @param {Excel.RequestContext} context
 * @param {Excel.Worksheet} sheet */
export function draw(context, sheet, told, number) {
  const cells = ([name, address]) => context.workbook.worksheets.getItem(name).getRange(address);
  const [first, ...others] = told.series;
  const chart = sheet.charts.add("BarClustered", cells(first.values), "Columns");
  chart.name = CHART + number;
  chart.setPosition(told.at);
  chart.width = told.width;
  chart.height = told.height;
  chart.title.text = told.title;
  chart.title.format.font.size = 12;
  chart.legend.visible = false;
  paint(chart.series.getItemAt(0), first, cells(told.categories));
  for (const each of others) {
    const series = chart.series.add(each.name);
    series.setValues(cells(each.values));
    paint(series, each, cells(told.categories));
  }
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.reversePlotOrder = true; // the first at the top
  categoryAxis.format.font.size = 11;
  valueAxis.minimum = 0;
  valueAxis.maximum = told.most;
  valueAxis.tickLabelPosition = "High"; // which is below, with the order reversed
  valueAxis.title.text = told.axis;
  valueAxis.title.format.font.size = 11;
  valueAxis.title.format.font.bold = false;
  valueAxis.numberFormat = "#,##0";
  valueAxis.majorGridlines.format.line.color = told.lines;
}

/** Bars with their numbers, or bars nobody sees with a line through their ends.
 * @param {Excel.ChartSeries} series
 * @param {Excel.Range} categories */
function paint(series, told, categories) {
  series.setXAxisValues(categories);
  series.gapWidth = 40;
  series.overlap = 100;
  if (told.line) {
    series.format.fill.clear();
    const line = series.trendlines.add("Linear");
    line.forwardPeriod = line.backwardPeriod = 0.5;
    line.format.line.color = told.line;
    return;
  }
  series.format.fill.setSolidColor(told.color);
  series.hasDataLabels = true;
  series.dataLabels.showValue = true;
  series.dataLabels.numberFormat = "#,##0";
}

/** Whether a chart on a sheet of ours was drawn by us, here or by the file host.
 * @param {Excel.Chart} chart */
export function isOurChart(chart, charts) {
  return chart.name.startsWith(CHART) || charts.some(({ title }) => title === chart.title.text);
}

// Charts, as far as ours go.
import { box, type Chart, ExcelError, type Sheet } from "./model.ts";
import { type Described, modelOf } from "./stand.ts";
import type { On } from "./sheets.ts";

type Drawn = { sheet: Sheet; chart: Chart };

const source = (range: unknown) => {
  const { sheet, box: area } = modelOf(range as object);
  const absolute = area.address.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return `${sheet.name}!${absolute}`;
};

export const CHARTS: Described<Excel.ChartCollection, On> = {
  name: "ChartCollection",
  items: [() => CHART, ({ sheet }) => sheet.charts.map((chart) => ({ sheet, chart }))],
  does: {
    add: {
      gives: () => CHART,
      run: ({ sheet }, [type, values]) => {
        sheet.guard();
        const chart: Chart = { name: `Chart ${sheet.charts.length + 1}`, type: type!, values: source(values),
          categories: "",
          at: "A1", width: 360, height: 216, title: "", look: {} };
        sheet.charts.push(chart);
        return { sheet, chart };
      },
    },
  },
};

const put = (key: string) => ({
  get: ({ chart }: Drawn) => chart.look[key] ?? null,
  set: ({ chart }: Drawn, value: any) => { chart.look[key] = value; },
});

const CHART: Described<Excel.Chart, Drawn> = {
  name: "Chart",
  has: {
    name: {
      get: ({ chart }) => chart.name,
      set: ({ sheet, chart }, name: string) => {
        const taken = sheet.charts.some((each) => each !== chart && each.name === name);
        if (taken) throw new ExcelError("ItemAlreadyExists", name);
        chart.name = name;
      },
    },
    chartType: { get: ({ chart }) => chart.type },
    width: { get: ({ chart }) => chart.width, set: ({ chart }, points: number) => { chart.width = points; } },
    height: { get: ({ chart }) => chart.height, set: ({ chart }, points: number) => { chart.height = points; } },
  },
  with: {
    title: [() => TITLE, (drawn) => drawn],
    legend: [() => LEGEND, (drawn) => drawn],
    series: [() => ALL_SERIES, (drawn) => drawn],
    axes: [() => AXES, (drawn) => drawn],
  },
  does: {
    setPosition: { run: ({ chart }, [at]) => { chart.at = box(String(at)).address; } },
    delete: { run: ({ sheet, chart }) => { sheet.guard(); sheet.charts.splice(sheet.charts.indexOf(chart), 1); } },
  },
};

const TITLE: Described<Excel.ChartTitle, Drawn> = {
  name: "ChartTitle",
  has: { text: { get: ({ chart }) => chart.title, set: ({ chart }, text: string) => { chart.title = text; } } },
  with: { format: [() => TITLE_FORMAT, (drawn) => drawn] },
};
const TITLE_FORMAT: Described<Excel.ChartTitleFormat, Drawn> = {
  name: "ChartTitleFormat", with: { font: [() => font("title"), (drawn) => drawn] },
};
const font = (what: string): Described<Excel.ChartFont, Drawn> => ({
  name: "ChartFont", has: { size: put(`${what} size`), bold: put(`${what} bold`) },
});
const LEGEND: Described<Excel.ChartLegend, Drawn> = { name: "ChartLegend", has: { visible: put("legend") } };

const ALL_SERIES: Described<Excel.ChartSeriesCollection, Drawn> = {
  name: "ChartSeriesCollection",
  items: [() => SERIES, (drawn) => [drawn]],
  does: { getItemAt: { reads: true, gives: () => SERIES, run: (drawn, [at]) => (at === 0 ? drawn : null) } },
};
const SERIES: Described<Excel.ChartSeries, Drawn> = {
  name: "ChartSeries",
  has: { gapWidth: put("gap") },
  with: { format: [() => SERIES_FORMAT, (drawn) => drawn] },
  does: {
    setXAxisValues: { run: ({ chart }, [range]) => { chart.categories = source(range); } },
    getDimensionDataSourceString: {
      reads: true, answers: true, run: ({ chart }, [what]) => (what === "Categories" ? chart.categories : chart.values),
    },
  },
};
const SERIES_FORMAT: Described<Excel.ChartSeriesFormat, Drawn> = {
  name: "ChartSeriesFormat", with: { fill: [() => SERIES_FILL, (drawn) => drawn] },
};
const SERIES_FILL: Described<Excel.ChartFill, Drawn> = {
  name: "ChartFill", does: { setSolidColor: { run: ({ chart }, [colour]) => { chart.look.fill = colour!; } } },
};

const AXES: Described<Excel.ChartAxes, Drawn> = {
  name: "ChartAxes",
  with: {
    categoryAxis: [() => axis("category"), (drawn) => drawn], valueAxis: [() => axis("value"), (drawn) => drawn],
  },
};
const axis = (what: string): Described<Excel.ChartAxis, Drawn> => ({
  name: "ChartAxis",
  has: { numberFormat: put(`${what} format`), textOrientation: put(`${what} turned`) },
  with: {
    format: [() => axisFormat(what), (drawn) => drawn],
    title: [() => axisTitle(what), (drawn) => drawn],
    majorGridlines: [() => LINES, (drawn) => drawn],
  },
});
const axisFormat = (what: string): Described<Excel.ChartAxisFormat, Drawn> => ({
  name: "ChartAxisFormat", with: { font: [() => font(what), (drawn) => drawn] },
});
const axisTitle = (what: string): Described<Excel.ChartAxisTitle, Drawn> => ({
  name: "ChartAxisTitle", has: { text: put(`${what} title`) },
  with: { format: [() => axisTitleFormat(what), (drawn) => drawn] },
});
const axisTitleFormat = (what: string): Described<Excel.ChartAxisTitleFormat, Drawn> => ({
  name: "ChartAxisTitleFormat", with: { font: [() => font(`${what} title`), (drawn) => drawn] },
});
const LINES: Described<Excel.ChartGridlines, Drawn> = {
  name: "ChartGridlines", with: { format: [() => LINES_FORMAT, (drawn) => drawn] },
};
const LINES_FORMAT: Described<Excel.ChartGridlinesFormat, Drawn> = {
  name: "ChartGridlinesFormat", with: { line: [() => LINE, (drawn) => drawn] },
};
const LINE: Described<Excel.ChartLineFormat, Drawn> = { name: "ChartLineFormat", has: { color: put("lines") } };

// Charts, as far as ours go.
import { box, type Chart, ExcelError, type Series, type Sheet } from "./model.ts";
import { type Described, modelOf } from "./stand.ts";
import type { On } from "./sheets.ts";

type Drawn = { sheet: Sheet; chart: Chart };
type Bars = Drawn & { series: Series };

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
        const chart: Chart = { name: `Chart ${sheet.charts.length + 1}`, type: type!, at: "A1", width: 360,
          height: 216, title: "", look: {},
          series: [{ name: "Series1", values: source(values), categories: "", look: {} }] };
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

const shown = (key: string) => ({
  get: ({ series }: Bars) => series.look[key] ?? null,
  set: ({ series }: Bars, value: any) => { series.look[key] = value; },
});
const of = (drawn: Drawn, series: Series | undefined) => series && { ...drawn, series };

const ALL_SERIES: Described<Excel.ChartSeriesCollection, Drawn> = {
  name: "ChartSeriesCollection",
  items: [() => SERIES, (drawn) => drawn.chart.series.map((series) => ({ ...drawn, series }))],
  does: {
    getItemAt: { reads: true, gives: () => SERIES, run: (drawn, [at]) => of(drawn, drawn.chart.series[at!]) ?? null },
    add: {
      gives: () => SERIES,
      run: (drawn, [name]) => {
        drawn.chart.series.push({ name: String(name), values: "", categories: "", look: {} });
        return of(drawn, drawn.chart.series.at(-1));
      },
    },
  },
};
const SERIES: Described<Excel.ChartSeries, Bars> = {
  name: "ChartSeries",
  has: {
    gapWidth: shown("gap"), overlap: shown("overlap"), hasDataLabels: shown("labels"),
    name: { get: ({ series }) => series.name },
  },
  with: {
    format: [() => SERIES_FORMAT, (bars) => bars], dataLabels: [() => LABELS, (bars) => bars],
    trendlines: [() => TRENDS, (bars) => bars],
  },
  does: {
    setXAxisValues: { run: ({ series }, [range]) => { series.categories = source(range); } },
    setValues: { run: ({ series }, [range]) => { series.values = source(range); } },
    getDimensionDataSourceString: {
      reads: true, answers: true,
      run: ({ series }, [what]) => (what === "Categories" ? series.categories : series.values),
    },
  },
};
const SERIES_FORMAT: Described<Excel.ChartSeriesFormat, Bars> = {
  name: "ChartSeriesFormat", with: { fill: [() => SERIES_FILL, (bars) => bars] },
};
const SERIES_FILL: Described<Excel.ChartFill, Bars> = {
  name: "ChartFill",
  does: {
    setSolidColor: { run: ({ series }, [colour]) => { series.look.fill = colour!; } },
    clear: { run: ({ series }) => { series.look.fill = ""; } },
  },
};
const LABELS: Described<Excel.ChartDataLabels, Bars> = {
  name: "ChartDataLabels", has: { showValue: shown("values"), numberFormat: shown("label format") },
};
const TRENDS: Described<Excel.ChartTrendlineCollection, Bars> = {
  name: "ChartTrendlineCollection",
  does: { add: { gives: () => TREND, run: (bars, [type]) => { bars.series.look.trend = String(type); return bars; } } },
};
const TREND: Described<Excel.ChartTrendline, Bars> = {
  name: "ChartTrendline", has: { forwardPeriod: shown("forward"), backwardPeriod: shown("backward") },
  with: { format: [() => TREND_FORMAT, (bars) => bars] },
};
const TREND_FORMAT: Described<Excel.ChartTrendlineFormat, Bars> = {
  name: "ChartTrendlineFormat", with: { line: [() => TREND_LINE, (bars) => bars] },
};
const TREND_LINE: Described<Excel.ChartLineFormat, Bars> = { name: "ChartLineFormat", has: { color: shown("line") } };

const AXES: Described<Excel.ChartAxes, Drawn> = {
  name: "ChartAxes",
  with: {
    categoryAxis: [() => axis("category"), (drawn) => drawn], valueAxis: [() => axis("value"), (drawn) => drawn],
  },
};
const axis = (what: string): Described<Excel.ChartAxis, Drawn> => ({
  name: "ChartAxis",
  has: {
    numberFormat: put(`${what} format`), reversePlotOrder: put(`${what} reversed`), minimum: put(`${what} least`),
    maximum: put(`${what} most`), tickLabelPosition: put(`${what} labels`),
  },
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

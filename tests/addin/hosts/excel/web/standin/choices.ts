// What lies on ranges: colours by rule, and words to choose from.
import { ExcelError, type Sheet } from "./model.ts";
import { colour, type Part, RANGE } from "./range.ts";
import type { Described } from "./stand.ts";

type Ruled = { sheet: Sheet; rule: Sheet["rules"][number] };

export const RULES: Described<Excel.ConditionalFormatCollection, Part> = {
  name: "ConditionalFormatCollection",
  items: [() => RULE, ({ sheet }) => sheet.rules.map((rule) => ({ sheet, rule }))],
  does: {
    add: {
      gives: () => RULE,
      run: ({ sheet, box }, [kind]) => {
        sheet.guard();
        if (kind !== "CellValue") throw new ExcelError("InvalidArgument", kind);
        const rule = { at: box, formula: "", operator: "", fill: "", color: "" };
        sheet.rules.push(rule);
        return { sheet, rule };
      },
    },
    clearAll: {
      run: ({ sheet, box }) => {
        sheet.guard();
        if (!box.whole) throw new Error("only those of a whole sheet are cleared here");
        sheet.rules = [];
      },
    },
  },
};

const RULE: Described<Excel.ConditionalFormat, Ruled> = {
  name: "ConditionalFormat",
  has: { type: { get: () => "CellValue" } },
  with: { cellValue: [() => CELL_VALUE, (ruled) => ruled] },
  does: { getRange: { reads: true, gives: () => RANGE, run: ({ sheet, rule }) => ({ sheet, box: rule.at }) } },
};

const CELL_VALUE: Described<Excel.CellValueConditionalFormat, Ruled> = {
  name: "CellValueConditionalFormat",
  has: {
    rule: {
      get: ({ rule }) => ({ formula1: rule.formula, operator: rule.operator }),
      set: ({ rule }, { formula1: formula, operator }: Excel.ConditionalCellValueRule) => (
        Object.assign(rule, { formula, operator })),
    },
  },
  with: { format: [() => RULE_FORMAT, (ruled) => ruled] },
};

const RULE_FORMAT: Described<Excel.ConditionalRangeFormat, Ruled> = {
  name: "ConditionalRangeFormat",
  with: { fill: [() => RULE_FILL, (ruled) => ruled], font: [() => RULE_FONT, (ruled) => ruled] },
};

const ruled = (key: "fill" | "color") => ({
  get: ({ rule }: Ruled) => rule[key], set: ({ rule }: Ruled, value: string) => { rule[key] = colour(value); },
});
const RULE_FILL: Described<Excel.ConditionalRangeFill, Ruled> = {
  name: "ConditionalRangeFill", has: { color: ruled("fill") },
};
const RULE_FONT: Described<Excel.ConditionalRangeFont, Ruled> = {
  name: "ConditionalRangeFont", has: { color: ruled("color") },
};

function chosen({ sheet, box }: Part) {
  const found = sheet.choices.filter((each) => each.at.address === box.address);
  if (found.length) return found.at(-1)!;
  const made = { at: box, rule: null as unknown, alert: null as unknown };
  sheet.choices.push(made);
  return made;
}

const at = ({ sheet, box }: Part) => sheet.choices.filter((each) => each.at.holds(box.row, box.column)).at(-1);

export const CHOICE: Described<Excel.DataValidation, Part> = {
  name: "DataValidation",
  has: {
    type: {
      get: (range) => (at(range) ? "List" : range.sheet.choices.length ? "MixedCriteria" : "None"),
    },
    rule: {
      get: (range) => at(range)?.rule ?? {},
      set: (range, rule: Excel.DataValidationRule) => {
        range.sheet.guard();
        if (!rule.list || String(rule.list.source).length > 255) throw new ExcelError("InvalidArgument");
        chosen(range).rule = rule;
      },
    },
    errorAlert: {
      get: (range) => at(range)?.alert ?? {},
      set: (range, alert) => { range.sheet.guard(); chosen(range).alert = alert; },
    },
  },
  does: { clear: { run: ({ sheet }) => { sheet.guard(); sheet.choices = []; } } },
};

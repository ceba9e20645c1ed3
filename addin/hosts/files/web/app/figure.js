// The picture of a result, drawn from the same numbers as the one in the workbook (addin/told/figure.py). A name stands
// over its bar, so that there is room for both on a telephone.
import { make, more } from "./parts.js";
import * as words from "./page_words.js";

const SVG = "http://www.w3.org/2000/svg";
const ROW = 38, BAR = 14, UNDER = 19; // pixels: of a bar with its name, of the bar, and down to it
const WIDE = 84; // per cent of the width the axis has; the rest is for the number

function draw(tag, attributes, ...inside) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...inside);
  return element;
}

/** One picture after the other; those after the first are asked for. */
export function pictures(figures) {
  const [first, ...rest] = figures.map(picture);
  return first && [first, rest.length > 0 && more(words.MORE_PICTURES, rest)];
}

function picture({ title, axis, alt, most, mean, bars }, number) {
  const height = bars.length * ROW + 4, hatch = `hatch-${number}`;
  const along = (value) => `${Math.max(0, (value / most) * WIDE).toFixed(3)}%`;
  const pattern = draw("pattern", { id: hatch, width: 6, height: 6, patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)" }, draw("line", { class: "hatch", x1: 0, y1: 0, x2: 0, y2: 6 }));
  const rows = bars.map((each, at) => bar(each, at * ROW, [along(each.value), along(mean)], hatch));
  return make("figure", {}, make("figcaption", {}, title), make("p", { class: "dim" }, axis),
    draw("svg", { class: "bars", role: "img", "aria-label": alt, height }, draw("defs", {}, pattern), ...rows));
}

// The line of the mean passes each bar, not the names over them.
function bar({ name, shown, at_cap: atCap }, top, [width, mean], hatch) {
  const look = atCap ? { class: "capped", fill: `url(#${hatch})` } : { class: "bar" };
  return draw("g", {}, draw("text", { x: 0, y: top + 13 }, name),
    draw("rect", { ...look, x: 0, y: top + UNDER, width, height: BAR }),
    draw("line", { class: "mean", x1: mean, x2: mean, y1: top + UNDER - 2, y2: top + UNDER + BAR + 2 }),
    draw("text", { x: width, dx: 6, y: top + UNDER + BAR - 2 }, shown));
}

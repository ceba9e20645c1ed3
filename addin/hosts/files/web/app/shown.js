// What the page shows besides what the pane does: what a workbook holds, and what a result gives away.
import * as words from "./page_words.js";
import { button, checks, make } from "./parts.js";

const STEPS = ["opret_opsaetning", "fordel_tjek", "fordel_pulje", "klargoer"]; // one after the other

/** Marks the button that comes after what was done last, the first where nothing was. */
export function nextIs(buttons, done) {
  const next = STEPS[STEPS.indexOf(done) + 1];
  for (const each of buttons) {
    if (each.dataset.action === next) each.setAttribute("aria-current", "step");
    else each.removeAttribute("aria-current");
  }
}

/** Of the file as it was given; `proof` is of what was made of it. */
export function facts({ facts: found, proof }, name) {
  const heading = words.factsOf(name);
  return [proof && make("p", { class: "verdict" }, proof), make("h3", {}, heading),
    make("table", { class: "facts" }, make("caption", { class: "unseen" }, heading),
      make("tbody", {}, found.map(([what, detail, there]) => make("tr", { class: there ? null : "none" },
        make("th", { scope: "row" }, what), make("td", {}, detail)))))];
}

/** Looked for after the result is shown, since it takes a while; `clear` is the way to a copy that may be sent. */
export function smallCounts(clear) {
  const shown = make("div", { role: "status", id: "small" }, make("p", { class: "dim" }, words.LOOKING));
  const told = ({ small }) => shown.replaceChildren(...(small ? checks([small], null).flat().filter(Boolean)
    : [make("p", {}, words.NO_SMALL)]), make("p", {}, button(words.TO_CLEAR, clear, "link")));
  return { shown, told };
}

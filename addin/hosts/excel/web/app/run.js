// A run in the pane: what is asked, what will be done, what came of it, or why it did nothing. The data are Python's
// (addin/told/shapes.py).
import { button, checks, found, groups, lines, link, make, more, sentence, table } from "./parts.js";
import { answer } from "./show.js";
import * as words from "./words.js";

// ------------------------------------------------------------------------------------- before

/** Says what will be done, and what will come of it. Gives true where the user says yes, null where not. */
export function before(label, told, result, undo, note, goTo) {
  answer("before", words.ready(label),
    note && make("p", { class: "note" }, note),
    make("div", { class: "happens" }, make("h3", {}, words.happens(told.go)), make("p", {}, told.does),
      make("ul", {}, written(told)), make("p", {}, undo)),
    told.verdict && make("p", { class: "verdict" }, result.table && words.RESULT, told.verdict),
    checks(told.checks, goTo), told.nothing && make("p", { class: "dim" }, told.nothing),
    found(told.found, goTo),
    result.table && more(words.AMOUNTS, [table(result.table), lines(words.FIGURES, result.figures, goTo, "figures")]),
    groups(told.groups, goTo));
  return new Promise((resolve) => choice(told.go, "go", () => resolve(true), () => resolve(null)));
}

function written({ sheets, gone }) {
  const named = (label, names) => names.length > 0 && make("li", {}, label, make("b", {}, names.join(", ")));
  const some = (isNew) => sheets.filter((sheet) => sheet.is_new === isNew).map((sheet) => sheet.name);
  return [named(words.NEW, some(true)), named(words.OVER, some(false)), named(words.GONE, gone)];
}

// Two buttons that stay in sight, and Esc for the second.
export function choice(yes, id, onYes, onNo) {
  const row = make("div", { class: "row stays" },
    make("button", { type: "button", class: "main", id, onclick: onYes }, yes),
    make("button", { type: "button", id: "cancel", onclick: onNo }, words.CANCEL));
  document.getElementById("answer").append(row);
  leaveBy(document.getElementById("answer"), onNo);
}

function leaveBy(element, onNo) {
  element.onkeydown = (event) => { if (event.key === "Escape") onNo(); };
}

// ------------------------------------------------------------------------------------- questions

/** Asks in one form. `complain` tells of answers that cannot be used, by setting. Gives the answers by setting, or null
 * where the user would rather not. */
export function asking(label, { questions, red, found: known }, complain, goTo) {
  const fields = questions.map((question, number) => field(question, number, goTo));
  const form = make("form", { novalidate: true }, red.length > 0 && checks(red, goTo), fields,
    make("div", { class: "row stays" }, make("button", { type: "submit", class: "main" }, words.ANSWER),
      make("button", { type: "button", id: "cancel" }, words.CANCEL)));
  answer("question", red.length ? words.isRed(label) : words.asks(label, questions.length),
    known ? found(known, goTo) : make("p", { class: "dim" }, words.NOT_YET, " ", words.WHY_ASKED), form);
  return new Promise((resolve) => {
    const leave = () => resolve(null);
    form.querySelector("#cancel").addEventListener("click", leave);
    leaveBy(document.getElementById("answer"), leave);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const said = new FormData(form);
      const given = Object.fromEntries(questions.map(({ setting }, number) => (
        [setting, String(said.get(`q${number}`) ?? "").trim()])));
      const wrong = await complain(given);
      const open = fields.filter((each, number) => unusable(each, wrong[questions[number].setting] ?? ""));
      if (open.length) open[0].querySelector("input, textarea").focus();
      else resolve(given);
    });
  });
}

function field({ setting, text, help, place, choices, again }, number, goTo) {
  const id = `q${number}`, plain = text.map(([part]) => part).join("");
  const options = choices.map(([value, said, sample], each) => make("label", { class: "choice" },
    make("input", { type: "radio", name: id, value, "aria-describedby": `${id}-open`, id: `${id}-${each}` }),
    make("span", {}, said.includes(value) ? said : `${said} (${value})`, sample && make("small", {}, sample))));
  return make("fieldset", { "data-setting": setting }, make("legend", {}, plain),
    place && (goTo ? link(words.see(place), place, goTo) : make("p", { class: "dim" }, words.stands(place))),
    help && make("p", { class: "dim", id: `${id}-help` }, help),
    again && make("p", { class: "open" }, again),
    choices.length ? options : make("textarea", { name: id, rows: 3, "aria-label": plain,
      "aria-describedby": `${help ? `${id}-help ` : ""}${id}-open` }),
    make("p", { class: "open", id: `${id}-open`, role: "alert", hidden: true }));
}

function unusable(fieldset, why) {
  const shown = fieldset.querySelector("[id$=-open]");
  shown.textContent = why;
  shown.hidden = !why;
  for (const each of fieldset.querySelectorAll("input, textarea")) {
    each.setAttribute("aria-invalid", String(Boolean(why)));
  }
  return Boolean(why);
}

// ------------------------------------------------------------------------------------- after

/** What came of it; `takeBack` is there where the pane itself can. */
export function after(label, told, undo, takeBack, goTo) {
  answer(told.red ? "red" : "done", told.red ? words.isRed(label) : words.done(label),
    outcome(told, null, goTo),
    make("div", { class: "undo" }, make("p", {}, undo), takeBack && button(words.UNDO, takeBack)));
}

/** The amounts, a picture of them where there is one, and all that is told of them. */
export function outcome(told, picture, goTo) {
  return [told.verdict && make("p", { class: "verdict" }, told.verdict),
    told.table && table(told.table), picture,
    told.figures.length > 0 && [make("h3", {}, words.FIGURES), lines(words.FIGURES, told.figures, goTo, "figures")],
    checks(told.checks, goTo), told.nothing && make("p", { class: "dim" }, told.nothing),
    groups(told.groups, goTo),
    told.sheets.length > 0 && [make("h3", {}, words.WRITTEN), make("ul", {}, told.sheets.map(({ name }) => (
      make("li", {}, link(name, `${name}!A1`, goTo)))))]];
}

/** Why nothing was done: all that is red, with its cells and how it is mended. */
export function refused(label, { lines: said, red }, goTo) {
  answer("refused", words.refused(label), said.map((each) => make("p", {}, sentence(each, goTo))),
    checks(red, goTo), make("p", {}, words.UNTOUCHED));
}

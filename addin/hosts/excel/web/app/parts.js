// The parts a page is put together from, of the plain data Python tells (addin/told/shapes.py). Texts are put as text,
// never as HTML. `goTo` takes the user to the cells of a place; where it is null, the place is text.
import * as words from "./words.js";

const ROWS = 10; // of a table, before the rest is asked for
const OPEN = 12; // lines that are shown at once
const GRADES = { rød: "red", gul: "yellow", stille: "quiet" }; // of what is told -> how it looks

// An element with attributes and what is in it; nothing of what is null or false.
export function make(tag, attributes, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside.flat(Infinity).filter((each) => each || each === 0));
  return element;
}

export const button = (text, onclick, look = null) => make("button", { type: "button", class: look, onclick }, text);
export const paragraphs = (text) => text.split(/\n+/).map((line) => make("p", {}, line));

/** Cells, as a link where somebody can be taken to them. */
export function link(text, place, goTo) {
  if (!goTo || !place) return text;
  const go = (event) => { event.preventDefault(); goTo(place); };
  return make("a", { href: "#answer", class: "place", title: words.see(place), "data-place": place, onclick: go }, text);
}

/** A sentence of pieces, with links where it names cells. */
export function sentence(pieces, goTo) {
  return pieces.map(([text, place]) => link(text, place, goTo));
}

export const list = (sentences, goTo) => (
  make("ul", {}, sentences.map((each) => make("li", {}, sentence(each, goTo)))));

export const more = (heading, inside, open = false) => (
  make("details", { open }, make("summary", {}, heading), inside));

/** Lines of what was found, or of key figures: what it is, what it says, and how it was found, or what it means. */
export function lines(caption, found, goTo, look) {
  if (!found.length) return null;
  return make("table", { class: look }, make("caption", { class: "unseen" }, caption),
    make("tbody", {}, found.map(({ label, value, place, note }) => {
      const said = note && make("small", {}, note), means = look === "figures";
      return make("tr", {}, make("th", { scope: "row" }, label, means && said),
        make("td", {}, link(value, place, goTo), !means && said));
    })));
}

export function groups(told, goTo) {
  return told.map(({ title, grade, lines: all, open }) => (open && all.length <= OPEN
    ? [make("h3", { class: GRADES[grade] }, title), list(all, goTo)] : more(words.counted(title, all.length), list(all, goTo), open)));
}

/** Checks that have found something, red ones first, each with how it is mended. */
export function checks(told, goTo) {
  return Object.keys(words.GRADES).map((grade) => {
    const some = told.filter((check) => check.grade === grade);
    if (!some.length) return null;
    return [make("h3", { class: GRADES[grade] }, words.GRADES[grade]), make("ul", { class: "checks" }, some.map(
      ({ label, found, remedy, last }) => make("li", { class: GRADES[grade] }, make("b", {}, label),
        found.length > 1 ? list(found, goTo) : found.map((each) => make("p", {}, sentence(each, goTo))),
        make("p", { class: "remedy" }, make("span", {}, words.MENDED[grade]), remedy),
        last && make("p", {}, words.LAST, last))))];
  });
}

/** A table of amounts. The first rows; the rest are asked for. */
export function table({ head, rows, total, about }) {
  const cells = (row) => row.map((text, at) => (at ? make("td", {}, text) : make("th", { scope: "row" }, text)));
  const body = make("tbody", {}, rows.map((row, at) => make("tr", { hidden: at >= ROWS }, cells(row))));
  const whole = make("table", { class: "amounts" }, make("caption", { class: "unseen" }, words.TABLE),
    make("thead", {}, make("tr", {}, head.map((text) => make("th", { scope: "col" }, text)))), body,
    make("tfoot", {}, make("tr", {}, cells(total))));
  const wide = make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": words.TABLE }, whole);
  const said = about && make("p", { class: "dim" }, about);
  if (rows.length <= ROWS + 2) {
    for (const row of body.rows) row.hidden = false;
    return [wide, said];
  }
  const toggle = make("button", { type: "button", class: "link", "aria-expanded": "false" }, words.all(rows.length));
  toggle.addEventListener("click", () => {
    const open = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = open ? words.FEWER : words.all(rows.length);
    for (const [at, row] of [...body.rows].entries()) row.hidden = !open && at >= ROWS;
  });
  return [wide, make("p", {}, toggle), said];
}

/** What was found: first what is distributed, among whom and by what. */
export function found(told, goTo) {
  if (!told?.main.length) return null;
  const { main, said, standard, aside } = told;
  return [make("h3", {}, words.FOUND), lines(words.FOUND, main, goTo, "found"),
    said.length > 0 && more(words.counted(words.SETTINGS, said.length), lines(words.SETTINGS, said, goTo, "found"),
      said.length <= 8),
    standard.length > 0 && more(words.counted(words.STANDARD, standard.length),
      lines(words.STANDARD, standard, goTo, "found")),
    aside.length > 0 && more(words.counted(words.ASIDE, aside.length), list(aside, goTo))];
}

/** A text to be copied, and the button that does it. */
export function toCopy(text, label, copy) {
  const shown = make("pre", { tabindex: "0", role: "region", "aria-label": label }, text);
  const said = make("span", { role: "status" });
  return [shown, make("p", {}, button(copy, () => {
    getSelection().selectAllChildren(shown);
    document.execCommand("copy"); // the newer way is refused in a frame of another site
    said.textContent = ` ${words.COPIED}`;
  }), said)];
}

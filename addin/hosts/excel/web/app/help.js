// The pane's help: the latest errors, the functions, the templates, and what Fordel is.
import { link, make, sentence, toCopy } from "./parts.js";
import { answer } from "./show.js";
import * as words from "./words.js";

// ------------------------------------------------------------------------------------- Seneste fejl

/** `cells` are [{ place, name, why }] in error now; `refusals` are [{ label, lines, at }] of this pane, the latest first. */
export function errors(cells, isMore, refusals, goTo) {
  const none = !cells.length && !refusals.length;
  answer("help", words.ERRORS, none && make("p", {}, words.NO_ERRORS),
    cells.length > 0 && [make("h3", {}, words.IN_CELLS), make("ul", { class: "checks" }, cells.map(
      ({ place, name, why }) => make("li", { class: "red" }, link(place, place, goTo), " ", make("code", {}, name),
        make("p", {}, why || words.HOVER))))],
    isMore && make("p", {}, words.MANY),
    refusals.length > 0 && [make("h3", {}, words.BY_BUTTONS), make("ul", { class: "checks" }, refusals.map(
      ({ label, lines: said, at }) => make("li", { class: "red" }, make("b", {}, label), ` kl. ${at}`,
        said.map((each) => make("p", {}, sentence(each, goTo))))))]);
}

// ------------------------------------------------------------------------------------- Funktioner

/** The reference, which the page carries with it; `insert` puts a formula into the chosen cell. */
export function functions(insert) {
  const carried = /** @type {HTMLTemplateElement} */ (document.getElementById("reference"));
  const inside = /** @type {DocumentFragment} */ (carried.content.cloneNode(true));
  const search = inside.querySelector("input"), count = inside.querySelector("[role=status]");
  const all = [...inside.querySelectorAll("details")], groups = [...inside.querySelectorAll("section")];
  for (const each of inside.querySelectorAll("button[data-formula]")) {
    each.addEventListener("click", () => insert(/** @type {HTMLElement} */ (each).dataset.formula));
  }
  const sift = () => {
    const parts = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const each of all) each.hidden = !parts.every((part) => each.textContent.toLowerCase().includes(part));
    for (const group of groups) group.hidden = ![...group.querySelectorAll("details")].some((each) => !each.hidden);
    count.textContent = words.found(all.filter((each) => !each.hidden).length);
  };
  search.addEventListener("input", sift);
  sift();
  answer("help", words.FUNCTIONS, inside);
}

// ------------------------------------------------------------------------------------- Ny fra skabelon

/** The list of templates, which the page carries with it; `open` opens one, by its button. */
export function templates(open) {
  const carried = /** @type {HTMLTemplateElement} */ (document.getElementById("templates"));
  const inside = /** @type {DocumentFragment} */ (carried.content.cloneNode(true));
  for (const each of inside.querySelectorAll("button")) each.addEventListener("click", () => open(each));
  answer("help", words.TEMPLATES, inside);
}

// ------------------------------------------------------------------------------------- Om

/** `told` is Python's: privacy and versions; `host` are lines of where it runs. */
export function about({ privacy, versions }, host) {
  const told = [...versions.map(([label, value]) => ({ label, value })), ...host];
  const text = told.map(({ label, value }) => `${label}: ${value}`).join("\n");
  answer("help", words.ABOUT, make("p", {}, versions[0].join(" ")),
    make("h3", {}, words.PRIVATE), privacy.map((each) => make("p", {}, each)),
    make("h3", {}, words.DIAGNOSIS), make("p", { class: "dim" }, words.NOTHING_OF_YOURS),
    toCopy(text, words.DIAGNOSIS, words.COPY_IT));
}


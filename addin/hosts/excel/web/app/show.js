// The frame of the pane: how far it is, and one answer at a time.
import { button, make, more, paragraphs, toCopy } from "./parts.js";
import * as words from "./words.js";

const HINT = 6_000; // ms before it is said what Excel may be waiting for
const STEPS = ["", "python", "numpy", "fordel"];

const at = (id) => document.getElementById(id);
let hint;

// ------------------------------------------------------------------------------------- how far it is

export function fetching(step) {
  const what = words.FETCHES[step] ?? "";
  status(`${words.FETCH} ${what}`.trim(), STEPS.indexOf(step) / STEPS.length);
}

/** `waits` is what may keep it, said after a while. */
export function working(text, part = null, waits = words.WAITS) {
  status(text, part);
  clearTimeout(hint);
  hint = setTimeout(() => { at("hint").textContent = waits; }, HINT);
}

export function idle() {
  clearTimeout(hint);
  at("work").hidden = true;
  at("status").textContent = words.READY;
}

function status(text, part) {
  at("work").hidden = false;
  at("hint").textContent = "";
  if (at("status").textContent !== text) at("status").textContent = text; // else a screen reader says it again
  if (part === null) at("progress").removeAttribute("value");
  else at("progress").setAttribute("value", part);
}

// What may be pressed, in the pane and in the answer that waits for the user.
export function lock(buttons, locked) {
  const waiting = /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("#answer .stays button"));
  for (const each of [...buttons, ...waiting]) each.disabled = locked;
}

/** Says something in passing, to a screen reader too. */
export function say(text) {
  if (at("note")) at("note").textContent = text;
}

// ------------------------------------------------------------------------------------- one answer at a time

/** Takes the place of the answer before; `kind` is how it looks. */
export function answer(kind, heading, ...inside) {
  const title = make("h2", { id: "answer-title", tabindex: "-1" }, heading);
  say("");
  at("answer").className = kind;
  at("answer").replaceChildren(title, ...inside.flat(Infinity).filter((each) => each || each === 0));
  at("answer").hidden = false;
  document.body.className = `told ${kind}`; // the buttons make room
  scrollTo(0, 0);
  title.focus({ preventScroll: true });
}

export function told(label, text) {
  answer("done", label, paragraphs(text));
}

export function stopped(label) {
  answer("refused", words.stopped(label), make("p", {}, words.UNTOUCHED));
}

/** What Excel, or the page itself, could not do: a sentence. */
export function failed(label, text) {
  answer("refused", words.refused(label), paragraphs(text));
}

export function bug(label, report) {
  const [said, ...lines] = report.split("\n\n");
  answer("refused", words.bug(label), make("p", {}, said), toCopy(lines.join("\n\n"), words.REPORT, words.COPY));
}

// Fordel is not there; `again` tries once more, where that may help. `why` is for whoever runs the server.
export function broken(text, again, why = "") {
  idle();
  at("status").textContent = words.BROKEN;
  answer("refused", words.BROKEN, make("p", {}, text),
    again && make("p", {}, button(words.TRY_AGAIN, again, "main")),
    why && more(words.TO_IT, make("pre", { tabindex: "0", role: "region", "aria-label": words.OWN_WORDS }, why)));
}

export function outside() {
  idle();
  answer("refused", words.OUTSIDE, make("p", {}, words.IS_PANE));
}

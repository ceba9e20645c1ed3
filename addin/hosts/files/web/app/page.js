// The page that takes a workbook: a file in, a button, and a file out. Python has one workbook open at a time; after a
// stop it is given the file again.
import { pictures } from "./figure.js";
import { keepOffline } from "./offline.js";
import * as page from "./page_words.js";
import { found, make } from "./parts.js";
import { ask, on, seen, sentence, start, stop, STOPPED } from "./python.js";
import * as run from "./run.js";
import * as show from "./show.js";
import "./theme.js";
import * as words from "./words.js";

const MOST = 300 * 2 ** 20; // bytes: the command opens no more, unpacked
const KINDS = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12" };
/** @type {HTMLButtonElement[]} */
const BUTTONS = Array.from(document.querySelectorAll("button.action"));
const DOES = { efterse: inspect };
const NEXT = { opret_opsaetning: page.NEXT, fordel_tjek: page.NEXT_CHECKED };
const at = (id) => document.getElementById(id);

/** @type {{ name: string, data: ArrayBuffer } | null} */
let chosen = null;
let given = false, busy = false, halted = false; // `given`: whether Python has the file
let address = ""; // of the result

// ------------------------------------------------------------------------------------- the file

async function choose(name, read) {
  clear();
  await working(name, async () => {
    const data = await read();
    chosen = { name, data };
    given = false;
    at("chosen").replaceChildren(make("b", {}, name), page.chosen(page.size(data.byteLength)));
    pick(page.ANOTHER, "");
    show.working(page.OPENING, null, "");
    const { large, refused } = await give();
    if (refused) {
      forget();
      return run.refused(name, refused, null);
    }
    at("large").textContent = large;
    at("large").hidden = !large;
  });
  if (chosen) BUTTONS[0].focus({ preventScroll: true });
}

function clear() {
  URL.revokeObjectURL(address);
  address = "";
  at("answer").hidden = true;
  at("answer").replaceChildren();
  document.body.className = "";
  at("large").hidden = true;
}

function forget() {
  chosen = null;
  pick(page.PICK, "main");
  at("chosen").textContent = page.START;
}

function pick(text, look) {
  at("pick").textContent = text;
  at("pick").className = look;
}

/** @param {FileList | File[]} files */
function take(files) {
  if (busy) return show.say(page.BUSY);
  if (files.length !== 1) return show.say(page.ONE);
  const [file] = files;
  if (file.size > MOST) return show.failed(file.name, page.tooLarge(file.name));
  return choose(file.name, () => file.arrayBuffer().catch(() => { throw page.NO_FILE; }));
}

async function example() {
  await choose(page.DEMO, async () => {
    const answer = await fetch(new URL("eksempel.xlsx", import.meta.url)).catch(() => null);
    if (!answer?.ok) throw page.NO_DEMO;
    return answer.arrayBuffer();
  });
}

// Python gets its own copy; ours is for the next time.
async function give() {
  if (given) return {};
  const answer = await asked("opened", chosen.name, chosen.data);
  given = !answer.refused;
  return answer;
}

// ------------------------------------------------------------------------------------- a button

async function press(button) {
  const { action, label } = button.dataset;
  if (busy || !chosen) return;
  await working(label, () => (DOES[action] ?? distribute)(label, action));
}

// What takes time: nothing else begins meanwhile, it can be stopped, and whatever goes wrong is a sentence.
async function working(label, work) {
  lock(true);
  halted = false;
  try {
    await work();
  } catch (error) {
    if (typeof error !== "string") console.error(error);
    if (seen.failed) broken();
    else if (halted) show.answer("refused", words.stopped(label), make("p", {}, page.STOPPED));
    else show.failed(label, error === STOPPED || typeof error !== "string" ? page.MEMORY : error);
  } finally {
    lock(false);
  }
}

function lock(on) {
  busy = on;
  show.lock(BUTTONS, on || !chosen);
  for (const id of ["pick", "demo"]) /** @type {HTMLButtonElement} */ (at(id)).disabled = on;
  at("halt").hidden = !on;
  if (!on) show.idle();
}

/** Of Python; a sentence is thrown where its memory does not suffice, and what it took is given back. */
async function asked(method, ...args) {
  const answer = await ask(method, ...args);
  if (!answer.memory) return answer;
  stop();
  throw page.MEMORY;
}

async function distribute(label, action) {
  let choices = {}, said = null;
  for (;;) {
    show.working(words.DECIDE, null, "");
    const { refused } = await give();
    if (refused) return run.refused(label, refused, null);
    const answer = await asked("decide", action, JSON.stringify(choices), JSON.stringify(said));
    if (answer.bug) return show.bug(label, answer.bug);
    if (answer.refused) return run.refused(label, answer.refused, null);
    if (!answer.asking) return result(label, action, answer);
    choices = answer.choices;
    said = await answered(run.asking(label, answer.asking,
      (each) => ask("complaints", JSON.stringify(each), JSON.stringify(choices)), null));
    if (!said) return show.answer("refused", words.stopped(label), make("p", {}, page.STOPPED));
  }
}

// While the user answers, nothing works.
async function answered(shown) {
  show.idle();
  at("halt").hidden = true;
  show.lock([], false);
  const answers = await shown;
  at("halt").hidden = false;
  show.lock([], true);
  return answers;
}

async function result(label, action, { before, after, figures, name }) {
  const bytes = await ask("result");
  URL.revokeObjectURL(address);
  address = URL.createObjectURL(new Blob([bytes], { type: KINDS[name.split(".").at(-1).toLowerCase()] }));
  const get = make("a", { class: "get", id: "get", href: address, download: name }, `${page.GET}: ${name}`);
  show.answer(after.red ? "red" : "done", after.red ? words.isRed(label) : words.done(label),
    make("p", {}, get), make("p", { class: "dim" }, page.SAVED), NEXT[action] && make("p", {}, NEXT[action]),
    action === "opret_opsaetning" && found(before.found, null),
    run.outcome(after, pictures(figures), null),
    action !== "opret_opsaetning" && found(before.found, null));
}

async function inspect(label) {
  show.working(words.DECIDE, null, "");
  const { refused } = await give();
  const answer = refused ? { refused } : await asked("inspected");
  if (answer.bug) return show.bug(label, answer.bug);
  if (answer.refused) return run.refused(label, answer.refused, null);
  show.answer("done", label, answer.proof && make("p", { class: "verdict" }, answer.proof),
    make("h3", {}, page.FACTS), make("table", { class: "facts" }, make("caption", { class: "unseen" }, page.FACTS),
      make("tbody", {}, answer.facts.map(([what, detail, found]) => make("tr", { class: found ? null : "none" },
        make("th", { scope: "row" }, what), make("td", {}, detail))))));
}

function halt() {
  halted = true;
  stop();
}

// ------------------------------------------------------------------------------------- the start

function broken() {
  given = false;
  show.broken(sentence(), seen.failed.blocked ? null : startAgain, seen.failed.why);
}

function startAgain() {
  show.fetching("");
  start();
}

function dropping() {
  const over = (yes) => at("drop").classList.toggle("over", yes);
  addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
  addEventListener("dragleave", (event) => event.relatedTarget === null && over(false));
  addEventListener("drop", (event) => {
    event.preventDefault(); // else the browser leaves the page for the file
    over(false);
    take(event.dataTransfer.files);
  });
}

function choosing() {
  const file = /** @type {HTMLInputElement} */ (at("file"));
  at("pick").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    if (file.files.length) take([...file.files]);
    file.value = ""; // the same may be chosen again
  });
  at("demo").addEventListener("click", example);
  at("stop").addEventListener("click", halt);
}

for (const each of BUTTONS) each.addEventListener("click", () => press(each));
dropping();
choosing();
on("step", (step) => show.fetching(step));
on("progress", ({ progress, part }) => busy && show.working(`${progress} …`, part, ""));
on("ready", () => {
  given = false;
  if (!busy) show.idle();
  keepOffline(() => show.say(page.NEW_VERSION));
});
on("failed", broken);
if (seen.failed) broken();
else if (seen.ready) show.idle();
else show.fetching(seen.step);
globalThis.fordelHentet = true; // all of the page's own files have come

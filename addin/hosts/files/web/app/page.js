// The page that takes a workbook: a file in, a button, and a file out. Python has one workbook open at a time; after a
// stop it is given the file again.
import { filesTo } from "./drop.js";
import * as editions from "./editions.js";
import { pictures } from "./figure.js";
import { letGo, offered } from "./made.js";
import { keepOffline } from "./offline.js";
import * as page from "./page_words.js";
import { button, found, make } from "./parts.js";
import { ask, on, seen, sentence, start, stop, STOPPED } from "./python.js";
import * as run from "./run.js";
import * as show from "./show.js";
import { facts, nextIs, smallCounts } from "./shown.js";
import { templates } from "./start.js";
import "./theme.js";
import * as words from "./words.js";

const MOST = 300 * 2 ** 20; // bytes: the command opens no more, unpacked
/** @type {HTMLButtonElement[]} */
const BUTTONS = Array.from(document.querySelectorAll("button.action"));
const DOES = { efterse: inspect, klargoer: job, udmeld: job };
const NEXT = { opret_opsaetning: page.NEXT, fordel_tjek: page.NEXT_CHECKED, fordel_pulje: "" };
const at = (id) => document.getElementById(id);

/** @type {{ name: string, data: ArrayBuffer } | null} */
let chosen = null;
/** @type {{ name: string, data: Blob } | null} */
let made = null; // what has been distributed of it
let given = false, handed = false; // whether Python has the file, and that of which something is to be made
let busy = false, halted = false;
let answers = {}; // to what has been asked about the file, where they came to a result

// ------------------------------------------------------------------------------------- the file

async function choose(name, read) {
  empty();
  await working(name, async () => {
    const data = await read();
    chosen = { name, data };
    made = null;
    answers = {};
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
    nextIs(BUTTONS, null);
  });
  if (chosen) BUTTONS[0].focus({ preventScroll: true });
}

function empty() {
  letGo();
  at("answer").hidden = true;
  at("answer").replaceChildren();
  document.body.className = "";
  at("large").hidden = true;
}

function forget() {
  chosen = made = null;
  pick(page.PICK, "main");
  at("chosen").textContent = page.START;
}

function pick(text, look) {
  at("pick").textContent = text;
  at("pick").className = look;
}

/** @param {FileList | File[]} files */
function take(files) {
  if (editions.dropped(files)) return undefined;
  if (busy) return show.say(page.BUSY);
  if (files.length !== 1) return show.say(page.ONE);
  const [file] = files;
  if (file.size > MOST) return show.failed(file.name, page.tooLarge(file.name));
  return choose(file.name, () => file.arrayBuffer().catch(() => { throw words.NOT_READ; }));
}

/** A file to begin on, for who has no budget yet. */
function begin() {
  if (busy) return show.say(page.BUSY);
  return templates((title, first, read) => working(title, async () => {
    show.working(page.TEMPLATE, null, "");
    const { names } = await asked("template", ...await read());
    const [{ get }] = await offered(names, [page.GET]);
    show.answer("done", title, get, make("p", {}, page.templateIs(first)));
  }));
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
    else if (halted) stopped(label);
    else show.failed(label, error === STOPPED || typeof error !== "string" ? page.MEMORY : error);
  } finally {
    lock(false);
  }
}

function lock(on) {
  busy = on;
  show.lock(BUTTONS, on || !chosen);
  for (const id of ["pick", "demo", "new"]) /** @type {HTMLButtonElement} */ (at(id)).disabled = on;
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
  const answer = await rounds(label, action, give);
  if (answer) await result(label, action, answer);
}

// Until all is answered: what was made, null where nothing was, and then it has been said. `ready` gives Python what it
// is to work with.
async function rounds(label, action, ready) {
  const known = action in NEXT ? answers : {};
  let choices = known, said = null;
  for (;;) {
    show.working(words.DECIDE, null, "");
    const { refused } = await ready();
    const answer = refused ? { refused } : await asked("decide", action, JSON.stringify(choices), JSON.stringify(said));
    if (answer.bug) show.bug(label, answer.bug);
    if (answer.refused) run.refused(label, answer.refused, null);
    if (answer.bug || answer.refused) answers = {};
    if (answer.bug || answer.refused) return null;
    if (!answer.asking) return { ...answer, kept: Object.keys(known).length > 0 };
    choices = answer.choices;
    said = await answered(run.asking(label, answer.asking,
      (each) => ask("complaints", JSON.stringify(each), JSON.stringify(choices)), null));
    if (!said) {
      stopped(label);
      return null;
    }
  }
}

const stopped = (label) => show.answer("refused", words.stopped(label), make("p", {}, page.STOPPED));

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

async function result(label, action, { before, after, figures, names, choices, kept }) {
  const [{ get, data }] = await offered(names, [page.GET]);
  if (action === "fordel_pulje") made = { name: names[0], data };
  show.answer(after.red ? "red" : "done", after.red ? words.isRed(label) : words.done(label),
    get, make("p", { class: "dim" }, page.SAVED), NEXT[action] && make("p", {}, NEXT[action]),
    kept && make("p", {}, page.KEPT, " ", button(page.AFRESH, () => again(action), "link")),
    action === "opret_opsaetning" && found(before.found, null),
    run.outcome(after, pictures(figures), null),
    action !== "opret_opsaetning" && found(before.found, null));
  nextIs(BUTTONS, action);
  const { begrundelse, ...rest } = choices; // a reason is of what was red then
  answers = rest;
  if (action !== "fordel_pulje") return;
  const small = smallCounts(() => press(named("klargoer")));
  at("get").parentElement.nextElementSibling.after(make("p", {}, page.CONTROL), small.shown);
  ask("small_counts", JSON.stringify(choices)).then(small.told, () => small.shown.remove()); // where it was stopped
}

// The same without what has been answered before.
function again(action) {
  answers = {};
  return press(named(action));
}

const named = (action) => BUTTONS.find((each) => each.dataset.action === action);

// ------------------------------------------------------------------------------------- what is made of the file

async function job(label, action) {
  const from = made ?? { name: chosen.name, data: new Blob([chosen.data]) };
  const earlier = await answered(editions.asks(action, page.madeOf(from.name, Boolean(made))));
  if (!earlier) return stopped(label);
  handed = false;
  const read = (data) => data.arrayBuffer().catch(() => { throw words.NOT_READ; });
  const answer = await rounds(label, action, async () => {
    if (!handed) await ask("file_job", action, from.name, await read(from.data));
    if (!handed) for (const each of earlier) await ask("earlier", each.name, await read(each));
    handed = true;
    return {};
  });
  if (!answer) return undefined;
  const each = await offered(answer.names, words.JOBS[action].get);
  return show.answer("done", words.done(label), each.map(({ get }) => get), make("p", { class: "dim" }, page.SAVED),
    run.outcome(answer.after, null, null));
}

// ------------------------------------------------------------------------------------- what the workbook holds

async function inspect(label) {
  show.working(words.DECIDE, null, "");
  const { refused } = await give();
  const answer = refused ? { refused } : await asked("inspected");
  if (answer.bug) return show.bug(label, answer.bug);
  if (answer.refused) return run.refused(label, answer.refused, null);
  show.answer("done", label, ...facts(answer, chosen.name));
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

for (const each of BUTTONS) each.addEventListener("click", () => press(each));
at("demo").addEventListener("click", example);
at("new").addEventListener("click", begin);
at("stop").addEventListener("click", halt);
filesTo(take);
on("step", (step) => show.fetching(step));
on("progress", ({ progress, part }) => busy && show.working(`${progress} …`, part, ""));
on("ready", () => {
  given = handed = false;
  if (!busy) show.idle();
  keepOffline(() => show.say(page.NEW_VERSION));
});
on("failed", broken);
if (seen.failed) broken();
else if (seen.ready) show.idle();
else show.fetching(seen.step);
globalThis.fordelHentet = true; // all of the page's own files have come

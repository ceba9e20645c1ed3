// The page's end of the worker where Python lives: starts it, says how far it is, asks it, and starts it again.
const HERE = new URL("./", import.meta.url);
const PATIENCE = 180_000; // ms without a word while it is fetched: then it is not coming
const RUNTIME = document.documentElement.dataset.runtime; // the module of Fordel that answers this page
const IN_OFFICE = RUNTIME.includes("excel");
export const STOPPED = "Fordel gik i stå og bliver startet forfra. Prøv igen om lidt.";

export const seen = { step: "", ready: null, failed: null, heap: 0 }; // for whoever comes later

const news = new EventTarget();
let worker, watch, next = 1, attempt = 0;
let waiting = new Map();
let ready, arrived, gaveUp;

// Tells of "step", "ready", "failed", "progress" and "bug", each with what is said of it.
export function on(what, told, once = false) {
  news.addEventListener(what, (/** @type {CustomEvent} */ event) => told(event.detail), { once });
}

export function tell(what, detail) {
  if (what in seen) seen[what] = detail;
  news.dispatchEvent(new CustomEvent(what, { detail }));
}

// Fetches Python. A first failure is tried again at once, and then without what was kept from before.
export function start() {
  Object.assign(seen, { step: "", ready: null, failed: null });
  attempt = 0;
  ready = new Promise((resolve, reject) => { arrived = resolve; gaveUp = reject; });
  ready.catch(() => {});
  launch();
}

function launch() {
  attempt += 1;
  worker = new Worker(new URL(attempt === 1 ? "worker.js" : "worker.js#forfra", HERE), { name: RUNTIME });
  const mine = worker;
  const failed = (why, blocked) => mine === worker && fail(why, blocked);
  worker.onerror = (event) => {
    event.preventDefault(); // told here, and not as a fault of the page too
    failed(event.message || "worker.js", false);
  };
  worker.onmessage = ({ data }) => {
    if (data.id) return answered(data);
    if (data.progress) return tell("progress", data);
    if (data.step) tell("step", data.step);
    if (data.ready) succeed(data);
    else if (data.failed) failed(data.failed, data.blocked);
    else patience();
  };
  patience();
}

function patience() {
  clearTimeout(watch);
  watch = setTimeout(() => fail("tid", false), PATIENCE);
}

function succeed(data) {
  clearTimeout(watch);
  tell("ready", { times: data.times, heap: data.heap });
  arrived();
}

function fail(why, blocked) {
  clearTimeout(watch);
  worker.terminate();
  if (attempt === 1 && !blocked) return launch();
  tell("failed", { why, blocked });
  gaveUp(sentence());
}

// Why Python is not there, in one sentence for a cell or the pane.
export function sentence() {
  if (seen.failed?.blocked) {
    return `Fordel kan ikke køre her: WebAssembly er slået fra i ${IN_OFFICE ? "denne pc's Office" : "denne browser"}. `
      + "Bed it-afdelingen om at tillade det.";
  }
  return `Fordel kunne ikke hentes. Tjek forbindelsen, og tryk Prøv igen${IN_OFFICE ? " i Fordels rude" : ""}.`;
}

// What may be large, as JSON in bytes, there and back: a text passes to Python and from it a sign at a time, and each is
// an object in the worker's memory.
export const packed = (value) => new TextEncoder().encode(JSON.stringify(value));

// The answer of Python to a call. Waits until Python is there; throws a sentence where it will not come. What is packed
// is handed over, and no longer here.
export async function ask(method, ...args) {
  const answer = await file(method, ...args);
  return JSON.parse(typeof answer === "string" ? answer : new TextDecoder().decode(answer));
}

// The same where the answer is a file: its bytes.
export async function file(method, ...args) {
  await ready;
  const id = next++;
  const answer = new Promise((resolve) => waiting.set(id, resolve));
  worker.postMessage({ id, method, args }, args.flatMap((each) => (each instanceof Uint8Array ? [each.buffer] : [])));
  const found = await answer;
  if (found === null) throw STOPPED;
  return found;
}

function answered({ id, answer, broken, heap }) {
  if (broken !== undefined) {
    console.error(broken);
    return stop();
  }
  seen.heap = heap;
  waiting.get(id)?.(answer);
  waiting.delete(id);
}

// Ends Python in the middle of what it does, or after it has stopped by itself: all that wait are told, and a new one is
// fetched.
export function stop() {
  worker.terminate();
  gaveUp(STOPPED); // to who waits for it to come at all
  for (const resolve of waiting.values()) resolve(null);
  waiting = new Map();
  start();
}

if (!globalThis.fordelForGammel) start();

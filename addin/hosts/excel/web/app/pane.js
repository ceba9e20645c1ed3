// The pane and the ribbon: one button at a time, from what stands in the workbook to what is written and told.
import { inError, insert, mark } from "./cells.js";
import { sentences } from "./errors.js";
import * as help from "./help.js";
import { elsewhere, hasFile, work as workOn } from "./jobs.js";
import { ask, on, packed, seen, sentence, start } from "./python.js";
import { outline, read, RUN } from "./read.js";
import * as run from "./run.js";
import * as show from "./show.js";
import { diagnosis } from "./support.js";
import { open } from "./templates.js";
import { follow } from "./theme.js";
import { apply, canRevert, foreseen, revert } from "./undo.js";
import * as words from "./words.js";
import { wording } from "./wording.js";

const KEPT = 5; // refusals of buttons
/** @type {HTMLButtonElement[]} */
const BUTTONS = Array.from(document.querySelectorAll("button.action"));
const LEFT = Symbol("another button was pressed meanwhile");
const DOES = { fortryd: takeBack, klargoer: made, udmeld: made, ny_fra_skabelon: templates, seneste_fejl: errors,
  funktioner: functions, om: about };

let busy = false, turn = 0, leave = null; // what is open is left by another button
const refusals = [];

// ------------------------------------------------------------------------------------- a button

/** One of the pane's; those of the ribbon are the same. While one works, another does nothing.
 * @param {HTMLButtonElement} button
 * @param {object} choices what has been answered already */
async function press(button, choices = {}) {
  const { action, label } = button.dataset;
  if (busy) return;
  leave?.();
  const mine = ++turn, phase = { writing: false };
  work(true);
  try {
    await (DOES[action] ?? distribute)(label, phase, action, mine, choices);
  } catch (error) {
    if (typeof error !== "string") console.error(error);
    fail(label, wording(error, phase.writing));
  } finally {
    if (mine === turn) work(false);
  }
}

const named = (action) => BUTTONS.find((each) => each.dataset.action === action);

function work(on) {
  busy = on;
  show.lock(BUTTONS, on);
  if (!on) show.idle();
}

// What the user answers; while it is open, other buttons may be pressed, and it is left.
async function answered(shown, mine) {
  work(false); // also what is shown now
  const left = new Promise((resolve) => { leave = () => resolve(LEFT); });
  const given = await Promise.race([shown, left]);
  if (mine !== turn) return LEFT;
  leave = null;
  work(true);
  return given;
}

function fail(label, text) {
  keep(label, text.split("\n").map((line) => [[line, ""]]));
  show.failed(label, text);
}

function keep(label, lines) {
  const at = new Date().toLocaleTimeString("da-DK", { hour: "2-digit", minute: "2-digit" });
  refusals.unshift({ label, lines, at });
  refusals.splice(KEPT);
}

// ------------------------------------------------------------------------------------- a run

async function distribute(label, phase, action, mine, choices) {
  await waitForPython();
  let round = await decided(action, choices, null), note = "";
  for (;;) {
    const { answer } = round;
    if (answer.bug) return show.bug(label, answer.bug);
    if (answer.refused) return refuse(label, answer.refused);
    const given = await answered(answer.asking ? asks(label, answer) : proposes(label, answer, note), mine);
    if (given === LEFT) return;
    if (!given) return show.stopped(label);
    if (answer.asking) {
      round = await decided(action, answer.choices, given);
      continue;
    }
    const now = await again(action, round);
    if (same(now.answer, answer)) return write(label, now, phase);
    [round, note] = [now, words.CHANGED];
  }
}

const asks = (label, { asking, choices }) => run.asking(label, asking,
  (given) => ask("complaints", JSON.stringify(given), JSON.stringify(choices)), goTo);
const proposes = (label, { before, after, plan }, note) => (
  run.before(label, before, after, foreseen(plan), note, goTo));
const same = (one, other) => one.plan && JSON.stringify([one.before, one.after])
  === JSON.stringify([other.before, other.after]);

async function write(label, { book, cells, answer }, phase) {
  show.working(words.WRITE);
  phase.writing = true;
  const undo = await apply(answer.plan, book, cells, (part) => show.working(words.WRITE, part));
  run.after(label, answer.after, undo, canRevert() ? () => press(named("fortryd")) : null, goTo);
}

function refuse(label, told) {
  keep(label, [...told.lines, ...told.red.flatMap((check) => check.found)]);
  run.refused(label, told, goTo);
  if (told.place) goTo(told.place);
}

// What the action says of the workbook as it is now. A sheet the action looks at, and that has not been read, is read,
// and it begins anew: so nothing is read that is not needed, and nothing unread is taken for empty.
async function decided(action, choices, given) {
  show.working(words.READ);
  const book = await Excel.run(RUN, outline);
  const cells = {};
  let answer = await ask("wanted", packed(book));
  while (answer.read) {
    const wanted = answer.read.filter((name) => !(name in cells));
    await Excel.run(RUN, (context) => read(context, book, wanted, cells, (part) => show.working(words.READ, part)));
    show.working(words.DECIDE);
    answer = await ask("decide", action, ...[book, cells, choices, given].map(packed));
    if (answer.read?.every((name) => name in cells)) throw new Error("a sheet is asked for again");
  }
  return { book, cells, answer };
}

// The same once more, right before it is written: the user may have changed the workbook since it was shown.
async function again(action, round) {
  show.working(words.AGAIN);
  const book = await Excel.run(RUN, outline);
  const cells = {}, names = Object.keys(round.cells);
  await Excel.run(RUN, (context) => read(context, book, names, cells, (part) => show.working(words.AGAIN, part)));
  const as = (one) => JSON.stringify([one.book, names.map((name) => one.cells[name])]);
  return as({ book, cells }) === as(round) ? round : decided(action, round.answer.choices, null);
}

async function takeBack(label, phase) {
  show.working(words.BACK);
  phase.writing = true;
  const book = await Excel.run(RUN, outline);
  const { done, text } = await revert(book, (part) => show.working(words.BACK, part));
  if (done) show.told(label, text);
  else show.failed(label, text);
}

async function made(label, phase, action, mine) {
  if (!hasFile()) return elsewhere(label, action);
  await waitForPython();
  const { name } = await Excel.run(RUN, outline);
  return workOn(label, action, name, async (shown) => {
    const given = await answered(shown, mine);
    if (given === LEFT) return null;
    if (!given) show.stopped(label);
    return given;
  }, async (file, title) => {
    try {
      await Excel.createWorkbook(file);
      show.say(words.isOpen(title));
    } catch (error) {
      show.say(wording(error, false));
    }
  }, (keep) => press(named("opret_opsaetning"), keep));
}

async function waitForPython() {
  if (seen.ready) return;
  if (seen.failed) throw sentence();
  show.fetching(seen.step);
  await new Promise((resolve, reject) => {
    on("ready", resolve, true);
    on("failed", () => reject(sentence()), true);
  });
}

// ------------------------------------------------------------------------------------- help

async function errors() {
  show.working(words.LOOK);
  const [{ cells, more }, why] = await Promise.all([inError(), sentences()]);
  help.errors(cells.map((cell) => ({ ...cell, why: why.get(cell.place) })), more, refusals, goTo);
}

async function functions() {
  help.functions(async (formula) => {
    try {
      show.say(await insert(formula));
    } catch (error) {
      show.say(wording(error, false));
    }
  });
}

async function templates(label) {
  help.templates(async ({ textContent: title, dataset: { template, first } }) => {
    try {
      show.told(label, await open(template, title, first));
    } catch (error) {
      fail(label, wording(error, false));
    }
  });
}

async function about() {
  await waitForPython();
  help.about(await ask("about"), diagnosis());
}

async function goTo(place) {
  show.say(await mark(place));
}

// ------------------------------------------------------------------------------------- the start

on("step", (step) => show.fetching(step));
on("ready", () => busy || show.idle());
on("failed", broken);

function broken() {
  show.broken(sentence(), seen.failed.blocked ? null : startAgain, seen.failed.why);
}

function startAgain() {
  show.fetching("");
  start();
}

function ready({ host }) {
  if (host !== Office.HostType.Excel) return show.outside();
  follow();
  for (const button of BUTTONS) {
    button.addEventListener("click", () => press(button));
    Office.actions.associate(button.dataset.action, async (event) => {
      event.completed(); // the ribbon waits for no answer to a question
      await Office.addin.showAsTaskpane();
      await press(button);
    });
  }
  show.lock(BUTTONS, false);
}

if (typeof Office === "undefined") show.broken(words.NO_OFFICE, () => location.reload());
else Office.onReady(ready);
if (seen.failed) broken();
else if (seen.ready) show.idle();
else show.fetching(seen.step);
globalThis.fordelHentet = true; // all of the page's own files have come

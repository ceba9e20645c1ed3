// The pane and the ribbon: one button at a time, from what stands in the workbook to what is written and told.
import { ask, on, seen, sentence, start } from "./python.js";
import { outline, read, RUN } from "./read.js";
import * as show from "./show.js";
import { apply, revert } from "./undo.js";
import { wording } from "./wording.js";

const READ = "Læser arkene …", DECIDE = "Regner …", WRITE = "Skriver arkene …";
const FETCHES = { "": "Python", python: "regnebiblioteket", numpy: "Fordels regler" }; // what comes after each step
/** @type {HTMLButtonElement[]} */
const BUTTONS = Array.from(document.querySelectorAll("button.action"));

let busy = false;

// ------------------------------------------------------------------------------------- a button

/** One of the pane's; those of the ribbon are the same.
 * @param {HTMLButtonElement} button */
async function press(button) {
  const { action, label } = button.dataset;
  if (busy) return;
  busy = true;
  show.lock(BUTTONS, true);
  const phase = { writing: false };
  try {
    await waitForPython();
    if (action === "fortryd") await takeBack(label, phase);
    else await run(action, label, phase);
  } catch (error) {
    if (typeof error !== "string") console.error(error);
    show.refused(label, wording(error, phase.writing));
  } finally {
    busy = false;
    show.lock(BUTTONS, false);
    show.idle();
  }
}

async function run(action, label, phase) {
  for (let choices = {}, given = null; ;) {
    const { book, cells, answer } = await decided(action, choices, given);
    if (answer.bug) return show.bug(label, answer.bug);
    if (answer.refused) return show.refused(label, answer.refused);
    if (answer.plan) {
      show.working(WRITE);
      phase.writing = true;
      const undo = await apply(answer.plan, book, cells, (part) => show.working(WRITE, part));
      return show.done(label, answer.told, undo, goTo);
    }
    show.idle();
    choices = answer.choices;
    given = await show.ask(label, answer.questions, choices, goTo);
    if (!given) return show.stopped(label);
  }
}

// What the action says of the workbook as it is now. A sheet the action looks at, and that has not been read, is read,
// and it begins anew: so nothing is read that is not needed, and nothing unread is taken for empty.
async function decided(action, choices, given) {
  show.working(READ);
  const book = await Excel.run(RUN, outline);
  const cells = {};
  let answer = await ask("wanted", JSON.stringify(book));
  while (answer.read) {
    const wanted = answer.read.filter((name) => !(name in cells));
    await Excel.run(RUN, (context) => read(context, book, wanted, cells, (part) => show.working(READ, part)));
    show.working(DECIDE);
    answer = await ask("decide", action, ...[book, cells, choices, given].map((each) => JSON.stringify(each)));
    if (answer.read?.every((name) => name in cells)) throw new Error("a sheet is asked for again");
  }
  return { book, cells, answer };
}

async function takeBack(label, phase) {
  show.working("Tager tilbage …");
  phase.writing = true;
  const book = await Excel.run(RUN, outline);
  const { done, text } = await revert(book, (part) => show.working("Tager tilbage …", part));
  if (done) show.told(label, text);
  else show.refused(label, text);
}

async function waitForPython() {
  if (seen.ready) return;
  if (seen.failed) throw sentence();
  show.fetching(FETCHES[seen.step] ?? "", seen.step);
  await new Promise((resolve, reject) => {
    on("ready", resolve, true);
    on("failed", () => reject(sentence()), true);
  });
}

// Shows the cells a place such as Budget!C5:C56 tells of.
async function goTo(place) {
  const [, sheet, address] = place.match(/^(.*)!([^!]+)$/) ?? [null, place, "A1"];
  await Excel.run(RUN, async (context) => {
    const found = context.workbook.worksheets.getItemOrNullObject(sheet).load("name");
    await context.sync();
    if (found.isNullObject) return;
    found.activate();
    found.getRange(address).select();
    await context.sync();
  }).catch((error) => console.error(error));
}

// ------------------------------------------------------------------------------------- the start

on("step", (step) => show.fetching(FETCHES[step] ?? "", step));
on("ready", () => busy || show.idle());
on("failed", broken);

function broken() {
  show.broken(sentence(), seen.failed.blocked ? null : again, seen.failed.why);
}

function again() {
  show.fetching(FETCHES[""], "");
  start();
}

function ready({ host }) {
  if (host !== Office.HostType.Excel) return show.outside();
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

if (typeof Office === "undefined") show.broken("Excel svarer ikke: Microsofts Office.js kunne ikke hentes fra "
  + "appsforoffice.microsoft.com. Tjek forbindelsen, og åbn ruden igen.", () => location.reload());
else Office.onReady(ready);
if (seen.failed) broken();
else if (seen.ready) show.idle();
else show.fetching(FETCHES[seen.step] ?? "", seen.step);
globalThis.fordelHentet = true; // all of the page's own files have come

// The page behind the functions in cells: how far Python is, and what to do when it did not come.
import { answerOthers } from "./errors.js";
import { on, seen, sentence, start } from "./python.js";
import * as show from "./show.js";
import "./theme.js";

const READY = "Klar. Viser celler stadig #VÆRDI!, så genberegn dem: Ctrl+Alt+F9.";

function again() {
  show.fetching("");
  start();
}

function ready() {
  show.idle();
  if (failed) show.told("Funktionerne er klar", READY);
  failed = false;
}

function broken() {
  failed = true;
  show.broken(sentence(), seen.failed.blocked ? null : again, seen.failed.why);
}

let failed = false;
answerOthers();
on("step", (step) => show.fetching(step));
on("ready", ready);
on("failed", broken);
on("bug", (report) => show.bug("Funktioner", report));
if (seen.failed) broken();
else if (seen.ready) ready();
else show.fetching(seen.step);
globalThis.fordelHentet = true; // all of the page's own files have come

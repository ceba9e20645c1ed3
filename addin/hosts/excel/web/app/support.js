// For support and tests: a function of Fordel called by hand, and which Fordel this is.
import { ask } from "./python.js";

const VERSION = document.documentElement.dataset.version;

// In the console of the pane: await fordel.kald("FORDEL_ANDEL", [[[1], [3]]])
async function kald(navn, argumenter) {
  const body = { client: "Office.js", func_name: navn, args: argumenter, version: "", runtime: "1.4" };
  const { answer, refused } = await ask("call", JSON.stringify(body));
  if (refused) throw refused;
  return answer;
}

globalThis.fordel = Object.freeze({ kald, version: VERSION });

// What xlwings' own client for functions in cells (custom-functions-code.js, unchanged) expects to find on the page;
// stands in for xlwings' wasm.js, which would run Python on the page's own thread and fetch it from another site.
import { getCultureInfoName, getDateFormat } from "./xlwings/utils.js";
import { note } from "./errors.js";
import { ask, packed, tell } from "./python.js";

globalThis.xlwings = { getCultureInfoName, getDateFormat };

// A refusal is thrown as the sentence itself: xlwings' client puts it on the cell as it is. A cell calculated before
// Python is there waits.
globalThis.wasmCustomFunctionsCall = async (body) => {
  const { answer, refused, bug } = await ask("call", packed(body));
  if (bug) tell("bug", bug);
  note(body.caller_address, body.func_name, refused ?? null);
  if (refused) throw refused;
  return answer;
};

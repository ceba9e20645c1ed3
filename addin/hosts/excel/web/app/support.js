// For support and tests: a function of Fordel called by hand, which Fordel this is, and where it runs.
import { ask, packed, seen } from "./python.js";

const VERSION = document.documentElement.dataset.version;
const SETS = [["ExcelApi", 20, 9], ["ExcelApiDesktop", 4, 1]]; // from the newest down to the oldest we know
const ALONE = ["ExcelUndoApiAll", "SharedRuntime", "CustomFunctionsRuntime"];

// In the console of the pane: await fordel.kald("FORDEL_ANDEL", [[[1], [3]]])
async function kald(navn, argumenter) {
  const body = { client: "Office.js", func_name: navn, args: argumenter, version: "", runtime: "1.4" };
  const { answer, refused } = await ask("call", packed(body));
  if (refused) throw refused;
  return answer;
}

/** Lines of where the pane runs: nothing of a workbook. */
export function diagnosis() {
  const { platform, version } = Office.context.diagnostics;
  const { times = {}, heap = 0 } = seen.ready ?? {};
  const whole = (bytes) => `${Math.round(bytes / 1_000_000)} MB`;
  return [["Excel", `${version} (${platform})`], ["Excel kan", can().join(", ")],
    ["Start", `${((times.all ?? 0) / 1000).toFixed(1).replace(".", ",")} s`],
    ["Pythons hukommelse", `${whole(heap)} ved start, ${whole(seen.heap)} nu`],
    ["Browser", navigator.userAgent]].map(([label, value]) => ({ label, value }));
}

function can() {
  const has = (name, version) => Office.context.requirements.isSetSupported(name, version);
  const newest = SETS.map(([name, most, least]) => {
    let minor = Number(most);
    while (minor >= Number(least) && !has(name, `1.${minor}`)) minor -= 1;
    return minor >= Number(least) ? `${name} 1.${minor}` : null;
  });
  return [...newest, ...ALONE.filter((name) => has(name, "1.0"))].filter(Boolean);
}

globalThis.fordel = Object.freeze({ kald, version: VERSION });

// Drives one Chromium for the tests, a line of JSON in and a line out: {method, ...} -> {result} or {error}.
//   node driver.mjs CHROMIUM
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const [executablePath] = process.argv.slice(2);
const STANDIN = fileURLToPath(new URL("standin/office.ts", import.meta.url));
const { outputFiles } = await build({ entryPoints: [STANDIN], bundle: true, write: false, format: "iife" });
const office = outputFiles[0].text; // one script, as Office.js is
// WebUIOmnibox...: the bar of addresses, which nobody sees here, makes pages of its own in every window.
const WITHOUT = ["LocalNetworkAccessChecks", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", `--disable-features=${WITHOUT}`];
const browser = await chromium.launch({ executablePath, args: ARGS });
const contexts = new Map(), pages = new Map();
let next = 1;

const AROUND = "http://localhost/"; // another site than 127.0.0.1
const OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

// A profile of its own: what one test has kept in the browser, another never sees. `refusing` is a browser of its own
// that lets nobody keep anything.
async function profile({ userAgent, refusing = false, colorScheme }) {
  const options = { userAgent, colorScheme, viewport: { width: 340, height: 760 }, deviceScaleFactor: 2, locale: "da-DK" };
  const made = refusing
    ? await chromium.launchPersistentContext(settings(REFUSING), { ...options, executablePath, args: ARGS })
    : await browser.newContext(options);
  contexts.set(next, made);
  return next++;
}

const REFUSING = { profile: { default_content_setting_values: { cookies: 2 } } };

function settings(told) {
  const folder = mkdtempSync(join(tmpdir(), "fordel-"));
  mkdirSync(join(folder, "Default"));
  writeFileSync(join(folder, "Default", "Preferences"), JSON.stringify(told));
  return folder;
}

// A page; `broken` are files that fail: their end -> how ("abort", a status, "half", "never", or a script to run before
// it) and how many `times`. `seed` is
// the workbook; `headers` take the place of the server's; `framed` is in a frame of another site, as in Excel on the
// web.
async function open({ profile: number, url, seed, broken = {}, withoutOffice = false, headers, framed = false }) {
  const page = await contexts.get(number).newPage();
  const told = { page, console: [], requests: [], outside: [], failed: [] };
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && told.console.push(message.text()));
  page.on("pageerror", (error) => told.console.push(String(error)));
  const home = new URL(url).origin;
  await page.route("**/*", async (route) => {
    const address = route.request().url();
    if (address.startsWith("data:") || address.startsWith("blob:")) return route.continue();
    if (address === OFFICE) {
      return withoutOffice ? route.abort() : route.fulfill({ body: office, contentType: "text/javascript" });
    }
    if (framed && address === AROUND) {
      return route.fulfill({ body: `<iframe src="${url}"></iframe>`, contentType: "text/html" });
    }
    if (new URL(address).origin !== home) {
      told.outside.push(address);
      return route.abort();
    }
    told.requests.push(address);
    const fails = ([end, left]) => address.split("#")[0].endsWith(end) && left.times-- > 0;
    const how = Object.entries(broken).find(fails)?.[1].how;
    if (how === "abort") return route.abort();
    if (how === "never") return undefined;
    if (typeof how === "number") return route.fulfill({ status: how, body: "" });
    if (how === "half") {
      const whole = await route.fetch();
      const body = await whole.body();
      return route.fulfill({ response: whole, body: body.subarray(0, body.length >> 1) });
    }
    if (typeof how === "object") {
      const whole = await route.fetch();
      return route.fulfill({ response: whole, body: `${how.before}\n${await whole.text()}` });
    }
    if (headers) {
      const whole = await route.fetch();
      return route.fulfill({ response: whole, headers: { ...whole.headers(), ...headers } });
    }
    return route.continue();
  });
  await page.addInitScript(`globalThis.fordelSeed = ${JSON.stringify(seed ?? null)};`);
  pages.set(next, told);
  await page.goto(framed ? AROUND : url, { waitUntil: "commit" });
  return next++;
}

// `code` is a function of `given`, in the page or in the frame whose address holds `frame`.
async function run({ page, code, given, frame }) {
  const { page: shown } = pages.get(page);
  const where = frame ? shown.frames().find((each) => each.url().includes(frame)) : shown;
  if (!where) return null;
  return (await where.evaluate(`(${code})(${JSON.stringify(given ?? null)})`)) ?? null;
}

// Asks in the page itself, which costs it next to nothing. A strict policy forbids what playwright has for this.
const ASKING = `async (code, last) => {
  for (;;) {
    const found = await code();
    if (found || Date.now() > last) return found;
    await new Promise((done) => setTimeout(done, 15));
  }
}`;

// Until it is so: asked anew where the page has become another, or its frame is not there yet.
async function until({ page, code, frame, timeout = 60_000 }) {
  const last = Date.now() + timeout;
  while (Date.now() <= last) {
    try {
      const found = await run({ page, code: `() => (${ASKING})(${code}, ${last})`, frame });
      if (found) return found;
    } catch (error) {
      if (!/destroyed|navigat|detached/.test(error.message)) throw error;
    }
    await new Promise((done) => setTimeout(done, 15));
  }
  throw new Error(`not so after ${timeout} ms: ${code}`);
}

// A file half fetched when its page closes is nobody's error; unhandled it would end this process.
function leave(page) {
  return page.unrouteAll({ behavior: "ignoreErrors" });
}

// Megabytes of the largest of the processes pages run in: now, and the most it has been.
async function memory() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => {
    const told = readFileSync(`/proc/${id}/status`, "utf8");
    return [/VmRSS:\s+(\d+)/, /VmHWM:\s+(\d+)/].map((line) => Number(told.match(line)[1]) / 1000);
  });
  return sizes.reduce((one, other) => (one[0] > other[0] ? one : other));
}

// Files dropped on an element, as [name, base64], the way a browser gives them to a page.
async function drop({ page, selector, files }) {
  const { page: shown } = pages.get(page);
  const given = await shown.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, data] of all) {
      transfer.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name));
    }
    return transfer;
  }, files);
  await shown.dispatchEvent(selector, "dragover", { dataTransfer: given });
  await shown.dispatchEvent(selector, "drop", { dataTransfer: given });
  return null;
}

// What a link gives, saved there; the name it suggests.
async function download({ page, selector, path }) {
  const { page: shown } = pages.get(page);
  const [coming] = await Promise.all([shown.waitForEvent("download"), shown.click(selector)]);
  await coming.saveAs(path);
  return coming.suggestedFilename();
}

const methods = {
  profile, open, run, until, memory,
  told: ({ page }) => ({ ...pages.get(page), page: undefined }),
  click: ({ page, selector }) => pages.get(page).page.click(selector).then(() => null),
  fill: ({ page, selector, text }) => pages.get(page).page.fill(selector, text).then(() => null),
  files: ({ page, selector, paths }) => pages.get(page).page.setInputFiles(selector, paths).then(() => null),
  drop, download,
  key: ({ page, key }) => pages.get(page).page.keyboard.press(key).then(() => null),
  inject: ({ page, path }) => pages.get(page).page.evaluate(readFileSync(path, "utf8")).then(() => null),
  screenshot: ({ page, path, full: fullPage = true }) => (
    pages.get(page).page.screenshot({ path, fullPage }).then(() => null)),
  size: ({ page, width, height }) => pages.get(page).page.setViewportSize({ width, height }).then(() => null),
  media: ({ page, ...given }) => pages.get(page).page.emulateMedia(given).then(() => null), // null: as it is opened
  offline: ({ profile: number, off }) => contexts.get(number).setOffline(off).then(() => null),
  reload: ({ page }) => pages.get(page).page.reload({ waitUntil: "commit" }).then(() => null),
  close: async ({ page }) => {
    await leave(pages.get(page).page);
    await pages.get(page).page.close();
    pages.delete(page);
    return null;
  },
  forget: async ({ profile: number }) => {
    await Promise.all(contexts.get(number).pages().map(leave));
    await contexts.get(number).close();
    contexts.delete(number);
    return null;
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { method, ...given } = JSON.parse(line);
  let answer;
  try {
    answer = { result: (await methods[method](given)) ?? null };
  } catch (error) {
    answer = { error: String(error.stack ?? error).slice(0, 3000) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
for (const context of contexts.values()) await context.close();
await browser.close();

// Python lives here, off the page's thread: Excel restarts an add-in whose page does not answer for five seconds.
// The address says which build this is; "#forfra" after it, that no kept picture of Python's memory is to be used. The
// worker is named by the module of Fordel that answers the page (its end is python.js).
const BUILD = location.pathname.split("/").at(-2);
const KEPT = `fordel-${BUILD}`;
const STANDARD = "{{imports}}"; // before the picture
// Into files, each written in one piece: bit by bit, as Python itself unpacks, its memory is taken anew each time it grows.
const UNPACK = `
def unpack():
    import importlib, io, os, zipfile
    with zipfile.ZipFile("fordel.zip") as outer, zipfile.ZipFile(io.BytesIO(outer.read("moduler.zip"))) as packed:
        for path in packed.namelist():
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(packed.read(path))
    os.unlink("fordel.zip")
    importlib.invalidate_caches()

unpack()
`;

let python, runtime;
const ready = Promise.race([start(), trouble()]);
ready.catch((error) => postMessage({ failed: String(error.message || error), blocked: Boolean(error.blocked) }));

async function start() {
  const began = performance.now();
  const times = {};
  let last = began;
  const done = (step) => {
    times[step] = Math.round(performance.now() - last);
    last = performance.now();
    postMessage({ step });
  };
  probe();
  importScripts("pyodide/pyodide.js");
  const [made, ours] = await Promise.all([interpreter(), fetched("fordel.zip")]);
  python = made;
  done("python");
  python.FS.writeFile("fordel.zip", ours, { canOwn: true });
  python.runPython(UNPACK);
  letGo(ours.buffer);
  python.pyimport("numpy").destroy();
  done("numpy");
  runtime = python.pyimport(name);
  runtime.listen?.((step, part) => postMessage({ progress: step, part }));
  done("fordel");
  times.all = Math.round(performance.now() - began);
  postMessage({ ready: true, times, heap: heap() });
}

// What goes wrong inside loadPyodide without its ending: its WebAssembly did not come whole, or its list of packages.
function trouble() {
  const instantiate = WebAssembly.instantiateStreaming;
  return new Promise((_, reject) => {
    addEventListener("unhandledrejection", ({ reason }) => reject(reason));
    WebAssembly.instantiateStreaming = (...given) => instantiate(...given).catch((error) => {
      reject(error);
      throw error;
    });
  });
}

// Nor does it end where WebAssembly is forbidden; eight bytes of it tell at once.
function probe() {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (error) {
    throw Object.assign(new Error(String(error)), { blocked: true });
  }
}

async function fetched(name) {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name} ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

// Where the browser lets us keep it, a picture of Python's memory makes the next start twice as quick. It is made
// before any workbook is there.
async function interpreter() {
  const options = { indexURL: new URL("pyodide/", location.href).href };
  const store = await storage();
  if (!store) return loadPyodide(options);
  const found = await store.match("billede");
  let picture = found && new Uint8Array(await found.arrayBuffer());
  const made = await loadPyodide({ ...options, ...(found ? { _loadSnapshot: picture } : { _makeSnapshot: true }) });
  if (!found) {
    made.runPython(STANDARD);
    picture = made.makeMemorySnapshot();
    await store.put("billede", new Response(picture)).catch(() => {}); // no room: not kept
  }
  letGo(picture.buffer); // 21 MB
  return made;
}

// Gives its memory back at once, by handing it over to nobody; else who used it would hold on to it.
function letGo(buffer) {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(null, [buffer]);
}

// The storage of this build, those of others emptied; null where it is refused, as in a frame of another site.
async function storage() {
  try {
    const others = (await caches.keys()).filter((name) => name.startsWith("fordel-") && name !== KEPT);
    for (const name of others) await caches.delete(name);
    if (location.hash === "#forfra") await caches.delete(KEPT);
    return location.hash === "#forfra" ? null : await caches.open(KEPT);
  } catch {
    return null;
  }
}

function heap() {
  return python._module.HEAP8.length;
}

// A text as it is; bytes as the browser has them.
function plain(answer) {
  if (typeof answer === "string") return answer;
  const bytes = answer.toJs();
  answer.destroy();
  return bytes;
}

onmessage = async ({ data: { id, method, args } }) => {
  try {
    await ready;
    const answer = plain(await runtime[method](...args));
    postMessage({ id, answer, heap: heap() }, { transfer: answer.buffer ? [answer.buffer] : [] });
  } catch (error) { // Python itself has stopped, for want of memory as a rule
    postMessage({ id, broken: String(error).slice(-1500) });
  }
};

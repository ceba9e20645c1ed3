// The jobs on the file of the workbook that is open: it comes from Excel as it is now, and what is made of it is opened
// as new workbooks. The workbook itself is not touched.
import { asks } from "./editions.js";
import { base64 } from "./templates.js";
import { button, make } from "./parts.js";
import { ask, file as fileOf } from "./python.js";
import * as run from "./run.js";
import * as show from "./show.js";
import * as words from "./words.js";

const SLICE = 4_194_304; // bytes Excel gives at a time, at the most

/** Whether this Excel hands its file out: on Windows and Mac it does, on the web not. */
export function hasFile() {
  return Office.context.requirements.isSetSupported("CompressedFile", "1.1");
}

/** Says where it can be done instead: on the page that takes a workbook, of the same folder. */
export function elsewhere(label, action) {
  show.answer("refused", words.refused(label), make("p", {}, words.noFileHere(action)),
    make("p", {}, make("a", { href: "index.html", target: "_blank", rel: "noopener" }, words.THE_PAGE)));
}

// Excel's own way of asking: an answer comes in a call.
function told(does) {
  return new Promise((resolve, reject) => does(({ status, value, error }) => (
    status === "succeeded" ? resolve(value) : reject(error))));
}

/** The file as it is now. */
async function wholeFile() {
  const file = await told((done) => Office.context.document.getFileAsync(Office.FileType.Compressed,
    { sliceSize: SLICE }, done));
  try {
    const slices = [];
    for (let each = 0; each < file.sliceCount; each += 1) {
      slices.push(new Uint8Array((await told((done) => file.getSliceAsync(each, done))).data));
    }
    return await new Blob(slices).arrayBuffer();
  } finally {
    file.closeAsync(); // Excel holds two at the most
  }
}

/** Until all is answered; `answered` waits for the user and gives null where the work is over, `open` opens what was
 * made, and `keep` writes what was answered in the workbook. */
export async function work(label, action, name, answered, open, keep) {
  const earlier = await answered(asks(action, words.madeOf(name)));
  if (!earlier) return undefined;
  const read = await Promise.all(earlier.map((each) => each.arrayBuffer().catch(() => { throw words.NOT_READ; })));
  show.working(words.GET_FILE);
  await ask("file_job", action, name, await wholeFile());
  for (const [number, each] of read.entries()) await ask("earlier", earlier[number].name, each);
  let choices = {}, said = null;
  for (;;) {
    show.working(words.DECIDE);
    const answer = await ask("file_step", JSON.stringify(choices), JSON.stringify(said));
    if (answer.bug) return show.bug(label, answer.bug);
    if (answer.refused) return run.refused(label, answer.refused, null);
    if (!answer.asking) return offered(label, action, answer, open, keep);
    choices = answer.choices;
    said = await answered(run.asking(label, answer.asking,
      (given) => ask("complaints", JSON.stringify(given), JSON.stringify(choices)), null));
    if (!said) return undefined;
  }
}

function offered(label, action, { after, names, keep: settings }, open, keep) {
  const each = names.map((file, number) => [
    make("p", {}, button(words.JOBS[action].open[number],
      async () => open(base64(await fileOf("file_made", number)), file), number ? null : "main")),
    make("p", { class: "dim" }, words.saveAs(file))]);
  const kept = Object.keys(settings).length > 0 && [make("p", {}, words.KEEP), make("p", {}, button(words.DO_KEEP,
    () => keep(settings)))];
  return show.answer("done", words.done(label), each, kept, run.outcome(after, null, null));
}

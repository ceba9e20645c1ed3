// Which cells a function of ours has refused, and why: kept by the page behind functions in cells while it is open, and
// told to the pane, which is another add-in, when it asks. Nothing is kept anywhere else.
import { plain } from "./cells.js";

const KEPT = 200; // cells
const PATIENCE = 400; // ms for the page to answer; there may be none
const kept = new Map(); // cell -> [function, sentence], the latest last

// Null where the browser lets no two pages talk, as it may in a frame of another site.
function channel() {
  try {
    return new BroadcastChannel("fordel-fejl");
  } catch {
    return null;
  }
}

/** What a cell came to: a sentence, or null where all was well. */
export function note(address, name, sentence) {
  if (!address) return;
  const place = plain(address);
  kept.delete(place);
  if (sentence !== null) kept.set(place, [name, sentence]);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
}

/** Answers whoever asks. */
export function answerOthers() {
  const line = channel();
  if (line) line.onmessage = ({ data }) => { if (data === "?") line.postMessage([...kept]); };
}

/** Cell -> sentence, as the page behind the functions has them; empty where there is none. */
export async function sentences() {
  const line = channel(), found = new Map();
  if (!line) return found;
  line.onmessage = ({ data }) => {
    if (Array.isArray(data)) for (const [place, [, sentence]] of data) found.set(place, sentence);
  };
  line.postMessage("?");
  await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  line.close();
  return found;
}

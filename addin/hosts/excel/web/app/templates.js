// A template workbook, opened as a new one beside the workbook that is open; that one is not touched.
import * as words from "./words.js";

/** Opens the template that is called so; gives its sentence, or throws one. `first` is the sheet to begin on. */
export async function open(name, title, first) {
  const answer = await fetch(new URL(`skabeloner/${name}.xlsx`, import.meta.url)).catch(() => null);
  if (!answer?.ok) throw words.NO_TEMPLATE;
  await Excel.createWorkbook(base64(new Uint8Array(await answer.arrayBuffer())));
  return words.opened(title, first);
}

/** @param {Uint8Array} bytes */
export function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

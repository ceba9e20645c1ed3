// The templates, which the page carries a list of; each lies beside it as a file.
import * as help from "./help.js";
import { NO_TEMPLATE } from "./words.js";

/** Lists them. `take` gets the title of the one that is chosen, the sheet to begin on, and what reads its file: the name
 * and the bytes, or a sentence that is thrown. */
export function templates(take) {
  help.templates(({ textContent: title, dataset: { template, first } }) => take(title, first, async () => {
    const answer = await fetch(new URL(`skabeloner/${template}.xlsx`, import.meta.url)).catch(() => null);
    if (!answer?.ok) throw NO_TEMPLATE;
    return [`${template}.xlsx`, await answer.arrayBuffer()];
  }));
}

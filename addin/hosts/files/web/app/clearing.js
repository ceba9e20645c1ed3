// Before the copy that may leave the house is made: of which file, and what was published before, chosen or dropped here.
import { button, make } from "./parts.js";
import * as words from "./page_words.js";
import { choice } from "./run.js";
import { answer } from "./show.js";

/** @type {((files: File[]) => void) | null} */
let open = null;

/** Files dropped on the page; whether they are taken here. */
export function dropped(files) {
  open?.([...files]);
  return Boolean(open);
}

/** Gives the editions published before, or null where the user would rather not. `isMade` is of what was just made. */
export async function asks(label, name, isMade) {
  /** @type {File[]} */
  let earlier = [];
  const chosen = make("ul", { id: "earlier-list" });
  const file = /** @type {HTMLInputElement} */ (make("input", { type: "file", accept: ".xlsx,.xlsm", multiple: true,
    hidden: true, tabindex: "-1", id: "earlier", "aria-label": words.EARLIER }));
  const shown = () => chosen.replaceChildren(...earlier.map((each) => make("li", {}, each.name, " ",
    make("button", { type: "button", class: "link", "aria-label": words.without(each.name), onclick: () => {
      earlier = earlier.filter((other) => other !== each);
      shown();
    } }, words.REMOVE))));
  open = (files) => {
    earlier = [...earlier, ...files];
    shown();
  };
  file.addEventListener("change", () => { open?.([...file.files]); file.value = ""; });
  answer("question", words.CLEARS, make("p", {}, words.clearsOf(name, isMade)), make("p", {}, words.CLEARED_BY),
    make("h3", {}, words.EARLIER), make("p", { class: "dim" }, words.WHY_EARLIER), chosen, file,
    make("p", {}, button(words.ADD_EARLIER, () => file.click())));
  try {
    return await new Promise((resolve) => choice(words.MAKE_COPY, "go", () => resolve(earlier), () => resolve(null)));
  } finally {
    open = null;
  }
}

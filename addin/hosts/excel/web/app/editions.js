// Before a job on a file is done: of which file, and what was sent before, chosen or dropped here.
import { button, make } from "./parts.js";
import { choice } from "./run.js";
import { answer } from "./show.js";
import * as words from "./words.js";

/** @type {((files: File[]) => void) | null} */
let open = null;

/** Files dropped on the page; whether they are taken here. */
export function dropped(files) {
  open?.([...files]);
  return Boolean(open);
}

/** Gives the editions before, or null where the user would rather not. `of` says what it is made of. */
export async function asks(action, of) {
  const { title, does, before, why, go, several } = words.JOBS[action];
  /** @type {File[]} */
  let earlier = [];
  const chosen = make("ul", { id: "earlier-list" });
  const file = /** @type {HTMLInputElement} */ (make("input", { type: "file", accept: ".xlsx,.xlsm", multiple: several,
    hidden: true, tabindex: "-1", id: "earlier", "aria-label": before }));
  const shown = () => chosen.replaceChildren(...earlier.map((each) => make("li", {}, each.name, " ",
    make("button", { type: "button", class: "link", "aria-label": words.without(each.name), onclick: () => {
      earlier = earlier.filter((other) => other !== each);
      shown();
    } }, words.REMOVE))));
  open = (files) => {
    earlier = several ? [...earlier, ...files] : files.slice(-1);
    shown();
  };
  file.addEventListener("change", () => { open?.([...file.files]); file.value = ""; });
  answer("question", title, make("p", {}, of), make("p", {}, does), make("h3", {}, before),
    make("p", { class: "dim" }, why), chosen, file, make("p", {}, button(words.ADD_EARLIER, () => file.click())));
  try {
    return await new Promise((resolve) => choice(go, "go", () => resolve(earlier), () => resolve(null)));
  } finally {
    open = null;
  }
}

// What stands in the pane. Texts are put as text, never as HTML.
const HINT = 6_000; // ms before it is said what Excel may be waiting for
const WAITS = "Excel venter måske på, at du afslutter redigeringen af en celle (Enter eller Esc).";
const STEPS = ["", "python", "numpy", "fordel"];

const at = (id) => document.getElementById(id);
let hint;

// An element with attributes and what is in it; nothing of what is null or false.
function make(tag, attributes, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside.flat().filter((each) => each !== null && each !== false));
  return element;
}

// ------------------------------------------------------------------------------------- how far it is

export function fetching(what, step) {
  status(what ? `Henter Fordel … ${what}` : "Henter Fordel …", STEPS.indexOf(step) / STEPS.length);
}

export function working(text, part = null) {
  status(text, part);
  clearTimeout(hint);
  hint = setTimeout(() => { at("hint").textContent = WAITS; }, HINT);
}

export function idle() {
  clearTimeout(hint);
  at("work").hidden = true;
  at("status").textContent = "Klar";
}

function status(text, part) {
  at("work").hidden = false;
  at("hint").textContent = "";
  if (at("status").textContent !== text) at("status").textContent = text; // else a screen reader says it again
  if (part === null) at("progress").removeAttribute("value");
  else at("progress").setAttribute("value", part);
}

export function lock(buttons, locked) {
  for (const button of buttons) button.disabled = locked;
}

// ------------------------------------------------------------------------------------- what came of it

function answer(kind, heading, ...inside) {
  const title = make("h2", { id: "answer-title", tabindex: "-1" }, heading);
  at("answer").className = kind;
  at("answer").replaceChildren(title, ...inside.flat().filter(Boolean));
  at("answer").hidden = false;
  document.body.className = `told ${kind}`; // the buttons make room
  title.focus();
}

const paragraphs = (text) => text.split(/\n+/).map((line) => make("p", {}, line));
const list = (lines) => make("ul", {}, lines.map((line) => make("li", {}, line)));
const more = (heading, inside) => make("details", {}, make("summary", {}, heading), inside);

export function done(label, told, undo, goTo) {
  answer(told.red ? "red" : "done", told.red ? `${label}: noget er rødt` : `${label}: færdig`,
    told.verdict && make("p", { class: "verdict" }, told.verdict),
    told.figures.length && pairs(told.figures),
    make("p", {}, "Se ", told.sheets.flatMap((name, number) => [number ? ", " : "",
      make("button", { type: "button", class: "link", onclick: () => goTo(`${name}!A1`) }, name)]), "."),
    told.warnings.length && [make("h3", {}, told.red ? "Rødt" : "Se efter"), list(told.warnings)],
    told.found.length && more(`Fundet (${told.found.length})`, found(told.found)),
    told.remarks.length && more(`Gættet eller sprunget over (${told.remarks.length})`, list(told.remarks)),
    told.messages.length && more(`Mere om kørslen (${told.messages.length})`, list(told.messages)),
    make("p", { class: "undo" }, undo));
}

function pairs(lines) {
  return make("table", {}, make("caption", { class: "unseen" }, "Nøgletal"),
    lines.map(([label, value]) => make("tr", {}, make("th", { scope: "row" }, label), make("td", {}, value))));
}

function found(lines) {
  return make("table", { class: "found" }, make("caption", { class: "unseen" }, "Indstillinger, der er fundet"),
    lines.map(([label, value, source]) => make("tr", {}, make("th", { scope: "row" }, label),
      make("td", {}, value, source && make("small", {}, source)))));
}

export function told(label, text) {
  answer("done", label, paragraphs(text));
}

export function refused(label, text) {
  answer("refused", `${label}: ikke udført`, paragraphs(text));
}

export function stopped(label) {
  answer("refused", `${label}: stoppet`, make("p", {}, "Intet er skrevet."));
}

export function bug(label, report) {
  const [said, ...lines] = report.split("\n\n");
  const shown = make("pre", { tabindex: "0", "aria-label": "Fejlrapport" }, lines.join("\n\n"));
  answer("refused", `${label}: fejl i Fordel`, make("p", {}, said), shown, make("button", {
    type: "button",
    onclick: () => {
      getSelection().selectAllChildren(shown);
      document.execCommand("copy"); // the newer way is refused in a frame of another site
    },
  }, "Kopiér rapporten"));
}

// Fordel is not there; `again` tries once more, where that may help. `why` is for whoever runs the server.
export function broken(text, again, why = "") {
  idle();
  at("status").textContent = "Fordel kunne ikke hentes";
  answer("refused", "Fordel kunne ikke hentes", make("p", {}, text),
    again && make("p", {}, make("button", { type: "button", class: "main", onclick: again }, "Prøv igen")),
    why && more("Til it-afdelingen", make("pre", { tabindex: "0", "aria-label": "Browserens egne ord" }, why)));
}

export function outside() {
  idle();
  answer("refused", "Åbn Fordel i Excel", make("p", {}, "Denne side er en rude i Excel og kan intet uden for den."));
}

// ------------------------------------------------------------------------------------- questions

// Asks in a form. Gives the answers by setting, or null where the user would rather not.
export function ask(label, questions, given, goTo) {
  const fields = questions.map((question, number) => field(question, number, question.setting in given, goTo));
  const form = make("form", { novalidate: true }, fields, make("div", { class: "row" },
    make("button", { type: "submit", class: "main" }, "Svar og fortsæt"),
    make("button", { type: "button", id: "cancel" }, "Annuller")));
  const count = questions.length === 1 ? "et spørgsmål" : `${questions.length} spørgsmål`;
  answer("question", `${label}: ${count}`, form);
  return new Promise((resolve) => {
    form.querySelector("#cancel").addEventListener("click", () => resolve(null));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const said = new FormData(form);
      const answers = questions.map((_, number) => String(said.get(`q${number}`) ?? "").trim());
      const open = fields.filter((each, number) => unanswered(each, answers[number]));
      if (open.length) return open[0].querySelector("input, textarea").focus();
      resolve(Object.fromEntries(questions.map(({ setting }, number) => [setting, answers[number]])));
    });
  });
}

function field({ text, place, choices }, number, unusable, goTo) {
  const id = `q${number}`;
  const options = choices.map(([value, said], each) => make("label", { class: "choice" },
    make("input", { type: "radio", name: id, value, "aria-describedby": `${id}-open`, id: `${id}-${each}` }),
    make("span", {}, said.includes(value) ? said : `${said} (${value})`)));
  return make("fieldset", {}, make("legend", {}, text),
    place && make("button", { type: "button", class: "link", onclick: () => goTo(place) }, `Vis ${place}`),
    unusable && make("p", { class: "open" }, "Svaret før kunne ikke bruges."),
    choices.length ? options : make("textarea", { name: id, rows: 3, "aria-label": text }),
    make("p", { class: "open", id: `${id}-open`, hidden: true }, choices.length ? "Vælg et svar." : "Skriv et svar."));
}

function unanswered(fieldset, said) {
  fieldset.querySelector("[id$=-open]").hidden = Boolean(said);
  return !said;
}

// What was made last, to be fetched: each file as a link and as data, until something else is made.
import { make } from "./parts.js";
import { file } from "./python.js";

const KINDS = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12" };
let addresses = [];

export function letGo() {
  for (const each of addresses) URL.revokeObjectURL(each);
  addresses = [];
}

/** By their names, each with a label. */
export async function offered(names, labels) {
  letGo();
  const found = [];
  for (const [number, name] of names.entries()) {
    const bytes = await file("result", number);
    const data = new Blob([bytes], { type: KINDS[name.split(".").at(-1).toLowerCase()] });
    addresses.push(URL.createObjectURL(data));
    const get = make("a", { class: "get", id: number ? `get-${number}` : "get", href: addresses.at(-1), download: name },
      `${labels[number]}: ${name}`);
    found.push({ get: make("p", {}, get), data });
  }
  return found;
}

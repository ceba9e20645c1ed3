// What Excel answers when it cannot, as a sentence that says how it is mended. Its own texts are for programmers.
import { canRevert } from "./undo.js";
import { UNTOUCHED } from "./words.js";
import { Changed } from "./write.js";

const SENTENCES = {
  AccessDenied: "Excel giver ikke lov til at skrive. Projektmappen er skrivebeskyttet, eller et ark er beskyttet "
    + "(Gennemse, Fjern arkbeskyttelse).",
  InvalidOperationInCellEditMode: "En celle er ved at blive redigeret. Afslut med Enter eller Esc, og prøv igen.",
  InactiveWorkbook: "Projektmappen er ikke den, der er fremme. Klik i den, og prøv igen.",
  RequestAborted: "Excel afbrød arbejdet. Prøv igen.",
  ActivityLimitReached: "Excel er optaget. Vent lidt, og prøv igen.",
  ServiceNotAvailable: "Excel er optaget. Vent lidt, og prøv igen.",
  MemoryLimitReached: "Excel har ikke hukommelse nok. Luk andre projektmapper, og prøv igen.",
  ResponsePayloadSizeLimitExceeded: "En række i projektmappen er for lang til, at Excel kan sende den: over 5 MB "
    + "tekst.",
};
const HALF = "Nogle af Fordels ark kan være skrevet og andre ikke. Kør igen, så bliver de skrevet forfra";
const HALF_BACK = ", eller tryk på Fortryd fordeling";

// `error` is a sentence already, or what Excel or the page has thrown.
export function wording(error, writing) {
  if (typeof error === "string") return error;
  const known = SENTENCES[error.code];
  const place = error.debugInfo?.errorLocation ? ` ved ${error.debugInfo.errorLocation}` : "";
  const isUntouched = !writing || (error.isBack ?? error instanceof Changed);
  const left = !isUntouched ? `${HALF}${canRevert() ? HALF_BACK : ""}. Dine egne ark er ikke rørt.` : UNTOUCHED;
  if (error instanceof Changed) return `${error.message} ${left}`;
  return `${known ?? `Excel kunne ikke gøre det (${error.code ?? error.name}${place}).`} ${left}`;
}

// The words of the page that takes a workbook, besides those it has in common with the pane.
export const START = "Træk et budget (.xlsx eller .xlsm) herhen.";
export const PICK = "Vælg en fil", ANOTHER = "Vælg en anden fil";
export const OPENING = "Åbner filen …", GET = "Hent filen";
export const chosen = (size) => ` er valgt (${size}).`;
export const DEMO = "Solbakke budget 2027.xlsx";
export const BUSY = "Fordel er i gang. Vent, eller stop først.";
export const ONE = "Slip én fil ad gangen.";
export const NO_DEMO = "Eksemplet kunne ikke hentes. Tjek forbindelsen, og prøv igen.";
export const tooLarge = (name) => `${name} fylder mere, end Fordel åbner. Del projektmappen op, og prøv igen.`;
export const STOPPED = "Stoppet. Der er ikke lavet nogen fil, og projektmappen er, som den var.";
export const MEMORY = "Browseren har ikke hukommelse nok til denne projektmappe. Luk andre faner og programmer, og prøv "
  + "igen, eller brug kommandoen fordel på en pc, hvor den er installeret. Der er ikke lavet nogen fil.";
export const SAVED = "Det er en kopi: filen, du valgte, er ikke ændret. Filen her forsvinder, når siden lukkes.";
export const NEXT = "Se arket Fordel opsætning i filen, ret det, der ikke passer, og giv siden den rettede fil.";
export const NEXT_CHECKED = "Begrundelser skrives på arket Fordel tjek i filen. Giv siden filen igen for at fordele.";
export const madeOf = (name, isMade) => `Den laves af ${name}${isMade ? ", som lige er lavet." : ", filen, du valgte."}`;
export const TEMPLATE = "Henter skabelonen …";
export const templateIs = (first) => `Åbn filen i et regneark, læs arket Vejledning, og begynd på ${first}. Fordels egne `
  + "funktioner står i den som værdier, så den kan bruges, hvor intet er installeret.";
export const MORE_PICTURES = "Resten af figuren";
export const factsOf = (name) => `Det rummer ${name}, som du gav den`;
export const LOOKING = "Ser efter, om små antal kan regnes ud af beløbene …";
export const NO_SMALL = "Der er ingen små antal fundet, som kan regnes ud af beløbene alene. Det er intet løfte, og filen "
  + "rummer hele budgettet: send den kopi, Klargør laver.";
export const TO_CLEAR = "Klargør: lav kopien, der må sendes";
export const CONTROL = "Kontrollen er arket Fordeling kontrol. Den er almindelige formler, som ingen har regnet endnu: "
  + "dit regneark regner dem, når filen åbnes, og så skal der stå OK.";
export const KEPT = "Dine svar fra før om den samme fil er brugt igen.", AFRESH = "Svar forfra";
export const NEW_VERSION = "En ny udgave af Fordel er hentet. Den tages i brug, når siden har været lukket og åbnes igen.";

/** 512 -> "1 kB", 1234567 -> "1,2 MB". */
export function size(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;
}

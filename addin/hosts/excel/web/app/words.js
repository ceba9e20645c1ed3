// The words of the pane that do not come from Python.
export const READ = "Læser arkene …", DECIDE = "Regner …", WRITE = "Skriver arkene …", BACK = "Tager tilbage …";
export const AGAIN = "Ser efter, om noget er ændret …", LOOK = "Leder efter celler med fejl …";
export const FETCH = "Henter Fordel …", READY = "Klar";
export const FETCHES = { "": "Python", python: "regnebiblioteket", numpy: "Fordels regler" }; // what comes next
export const WAITS = "Excel venter måske på, at du afslutter redigeringen af en celle (Enter eller Esc).";

export const UNTOUCHED = "Intet er skrevet.";
export const CHANGED = "Projektmappen er ændret, siden det blev vist. Det her gælder nu; se det igennem igen.";
export const ANOTHER = "Det er en anden projektmappe, der er fremme nu, eller den har fået et andet navn. Prøv igen.";
export const renamed = (name) => `Arket "${name}" er omdøbt eller slettet imens. Prøv igen.`;
export const arrived = (name) => `Der er imens kommet et ark, som hedder "${name}". Prøv igen.`;

export const CANCEL = "Annuller", TRY_AGAIN = "Prøv igen", UNDO = "Fortryd", ANSWER = "Svar og fortsæt";
export const ready = (label) => `${label}: klar, intet er skrevet endnu`;
export const done = (label) => `${label}: færdig`;
export const isRed = (label) => `${label}: noget er rødt`;
export const refused = (label) => `${label}: ikke udført`;
export const stopped = (label) => `${label}: stoppet`;
export const asks = (label, count) => `${label}: ${count === 1 ? "et spørgsmål" : `${count} spørgsmål`}`;

export const FOUND = "Fundet", STANDARD = "Som standard", ASIDE = "Gættet eller sprunget over";
export const SETTINGS = "Andre indstillinger", AMOUNTS = "Se beløbene, før de skrives";
export const NOT_YET = "Hvad der er fundet, kan først siges, når der er svaret.";
export const WHY_ASKED = "Der spørges, fordi projektmappen ikke siger det sikkert, og et gæt kan flytte penge.";
export const GRADES = { rød: "Rødt", gul: "Gult" };
export const MENDED = { rød: "Sådan rettes det: ", gul: "Hvad der gøres: " };
export const FIGURES = "Nøgletal", TABLE = "Fordelingen";
export const RESULT = "Sådan bliver det: ", LAST = "Sidste års begrundelse: ";
export const happens = (go) => `Når du trykker på ${go}`;
export const NEW = "Nye ark: ", OVER = "Skrives på ny: ", GONE = "Fjernes: ", WRITTEN = "Skrevet";
export const counted = (heading, count) => `${heading} (${count})`;
export const all = (count) => `Vis alle ${count}`;
export const FEWER = "Vis færre";
export const shown = (place) => `${place} er markeret.`;
export const see = (place) => `Vis ${place}`;
export const stands = (place) => `Det står i ${place}.`;
export const gone = (place) => `${place} kan ikke vises: arket er skjult eller findes ikke mere.`;

export const BROKEN = "Fordel kunne ikke hentes", TO_IT = "Til it-afdelingen", OWN_WORDS = "Browserens egne ord";
export const REPORT = "Fejlrapport", COPY = "Kopiér rapporten", COPIED = "Kopieret.";
export const bug = (label) => `${label}: fejl i Fordel`;
export const OUTSIDE = "Åbn Fordel i Excel", IS_PANE = "Denne side er en rude i Excel og kan intet uden for den.";
export const NO_OFFICE = "Excel svarer ikke: Microsofts Office.js kunne ikke hentes fra appsforoffice.microsoft.com. "
  + "Tjek forbindelsen, og åbn ruden igen.";

export const ERRORS = "Seneste fejl", IN_CELLS = "Celler, der viser fejl", BY_BUTTONS = "Afvist, siden ruden blev åbnet";
export const NO_ERRORS = "Ingen celler med Fordels funktioner viser fejl, og ingen knap har afvist noget, siden ruden "
  + "blev åbnet.";
export const HOVER = "Hvorfor, står ved cellen: hold musen over dens mærke.";
export const MANY = "Der er flere; ret disse, og se efter igen.";
export const FUNCTIONS = "Funktioner";
export const found = (count) => count === 1 ? "1 funktion" : `${count} funktioner`;
export const inserted = (formula, place) => `${formula} er sat ind i ${place}. Skriv tal eller celler i stedet for `
  + "navnene; indtil da viser cellen #NAVN?.";
export const occupied = (place) => `${place} er ikke tom. Vælg en tom celle, og prøv igen.`;
export const ABOUT = "Om Fordel", PRIVATE = "Hvad der sker med tallene", DIAGNOSIS = "Diagnose";
export const NOTHING_OF_YOURS = "Til den, der hjælper. Der er intet fra projektmappen i den.";
export const COPY_IT = "Kopiér diagnosen";
export const TEMPLATES = "Ny fra skabelon";
export const NO_TEMPLATE = "Skabelonen kunne ikke hentes. Tjek forbindelsen, og prøv igen.";
export const opened = (title, first) => `"${title}" er åbnet som en ny projektmappe. Læs arket Vejledning, og begynd på `
  + `${first}. Gem den, hvor den skal ligge.\nArket Med funktioner regnes kun, hvor tilføjelsesprogrammet Fordel `
  + "funktioner er installeret; alle andre ark er almindelige formler.";
export const GET_FILE = "Henter projektmappens fil fra Excel …";
const COMMANDS = { klargoer: "klargoer", udmeld: "udmelding" };
export const noFileHere = (action) => "Excel på nettet giver ikke et tilføjelsesprogram hele filen. Gem projektmappen, og giv "
  + "den til Fordels side i browseren: den gør det på din egen maskine. Kommandoen fordel "
  + `${COMMANDS[action]} gør det samme.`;
export const THE_PAGE = "Åbn Fordels side";
export const saveAs = (name) => `Den åbnes som en ny projektmappe; gem den som ${name}.`;
export const isOpen = (name) => `${name} er åbnet som en ny projektmappe. Gem den.`;
export const KEEP = "Hvem der har valgt mindste antal, kan stå på arket Fordel opsætning. Så bliver der ikke spurgt næste "
  + "gang. Åbn først kopien og listen.";
export const DO_KEEP = "Skriv det på Fordel opsætning";
export const madeOf = (name) => `Den laves af ${name}, som den er nu. Projektmappen bliver ikke rørt.`;
export const NOT_READ = "Filen kunne ikke læses fra disken. Er den flyttet, åben eller en mappe? Vælg den igen.";
export const ADD_EARLIER = "Tilføj en tidligere udgave", REMOVE = "Fjern";
export const without = (name) => `Fjern ${name}`;
// What is made of a file: what is told and asked before, and how what was made is got, from Excel and from the page.
export const JOBS = {
  klargoer: { title: "Kopien, der må sendes", go: "Lav kopien", several: true,
    does: "I den er Fordels side og bilag som værdier, og de af dine egne ark, du vælger. Beløbene regnes igen og holdes op "
      + "mod dem, der står i filen. Ved siden af får du en liste over det, der er udeladt; den bliver i huset.",
    before: "Er der sendt en udgave før?", why: "Ellers gå videre. Af to udgaver kan der regnes mere ud end af én: vælg "
      + "de filer, der er sendt før (Fordels egne).",
    open: ["Åbn kopien, der må sendes", "Åbn listen over det udeladte (bliver i huset)"],
    get: ["Hent kopien, der må sendes", "Hent listen over det udeladte (bliver i huset)"] },
  udmeld: { title: "Udmeldingen", go: "Lav udmeldingen", several: false,
    does: "Den har et ark til hver modtager, til at skrive ud: beløbet, beregningen linje for linje, hvorfor det er ændret, "
      + "og kravene, med felter til opfølgning, hvor der er krav.",
    before: "Erstatter den en udgave?", why: "Ellers gå videre. Er der sendt en før (fx høringen), så vælg den "
      + "projektmappe, den blev lavet af: så står der, hvem der får et andet beløb, og hvorfor.",
    open: ["Åbn udmeldingen"], get: ["Hent udmeldingen"] },
};

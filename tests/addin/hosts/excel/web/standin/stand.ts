// Proxies as Office.js has them: they know where they are, keep instructions until sync, and can be read of only what
// was loaded. Whoever touches a member that is not described here gets an error, and not undefined.
import { Book, copy, ExcelError } from "./model.ts";
import { MOST_BYTES, type Platform, undoable } from "./rules.ts";

// What is described of a class of Excel's: the compiler refuses a member Microsoft's types do not have. `M` is the part
// of the model it stands for.
export interface Described<T, M> {
  name: string;
  // properties: how they are read of the model, and how they are set
  has?: { [K in keyof T]?: Property<M> };
  // other objects that are there with this one
  with?: { [K in keyof T]?: readonly [described: () => Described<any, any>, model: (model: M) => unknown] };
  // what it does; the result is a proxy for what `gives` describes, or a value where `answers` is true
  does?: { [K in keyof T]?: T[K] extends (...given: infer A) => unknown ? Does<M, A> : never };
  items?: readonly [described: () => Described<any, any>, models: (model: M) => readonly unknown[]]; // of a collection
}

interface Property<M> {
  get?: (model: M, stand: Stand) => unknown;
  set?: (model: M, value: any, stand: Stand) => void;
}

interface Does<M, A extends readonly unknown[]> {
  run: (model: M, given: Partial<A>, book: Book) => unknown;
  gives?: () => Described<any, any>;
  answers?: boolean; // a ClientResult
  reads?: boolean; // changes nothing
  orNull?: boolean;
}

type Step = { member: string; size: number; changes: boolean; run: () => void };
const NOTHING = Symbol("nothing is there");

// `refuse` are members that fail, `single` one that no undo group may hold, beside those of Microsoft's table.
export interface Settings {
  platform: Platform; delay: number; limit: boolean; sets: Record<string, string>; refuse: string | string[];
  single: string;
}

// The Excel behind: one workbook, its list of what can be undone, and how it is set for this test.
export class Excel {
  undo: Book[] = [];
  syncs = 0;
  runs: { group: boolean; syncs: number }[] = [];
  editing: Promise<void> | null = null;
  largest = 0; // bytes of a request or an answer
  settings: Settings = { platform: "PC", delay: 0, limit: true, sets: {}, refuse: "", single: "" };

  constructor(public book: Book) {}
}

// One Excel.run: a context with what waits for the next sync.
export class Session {
  private waiting: Step[] = [];
  private loads: (() => number)[] = [];
  private kept = false; // whether this run has its entry in the list of what can be undone
  trips = 0;

  constructor(readonly excel: Excel, readonly group: boolean) {}

  later(member: string, size: number, changes: boolean, run: () => void) {
    this.waiting.push({ member, size, changes, run });
  }

  load(work: () => number) {
    this.loads.push(work);
  }

  async sync(): Promise<void> {
    const { settings } = this.excel;
    const [steps, loads] = [this.waiting, this.loads];
    [this.waiting, this.loads] = [[], []];
    this.excel.syncs += 1;
    this.trips += 1;
    if (settings.delay) await new Promise((done) => setTimeout(done, settings.delay));
    const size = steps.reduce((all, step) => all + step.size, 0);
    this.excel.largest = Math.max(this.excel.largest, size);
    if (settings.limit && size > MOST_BYTES) throw new ExcelError("RequestPayloadSizeLimitExceeded");
    if (!this.group) this.kept = false;
    for (const step of steps) this.run(step);
    this.answer(loads);
  }

  private run(step: Step) {
    const { book, settings, undo } = this.excel;
    const errorLocation = step.member;
    if ([settings.refuse].flat().includes(step.member)) throw new ExcelError("GeneralException", step.member, { errorLocation });
    const can = step.member !== settings.single && undoable(step.member, settings.platform);
    if (this.group && !can) throw new ExcelError("UndoNotSupported", step.member);
    if (step.changes && !this.kept) {
      undo.push(copy(book));
      this.kept = true;
    }
    step.run();
    if (!can) undo.length = 0;
  }

  private answer(loads: (() => number)[]) {
    const size = loads.reduce((all, work) => all + work(), 0);
    this.excel.largest = Math.max(this.excel.largest, size);
    if (this.excel.settings.limit && size > MOST_BYTES) throw new ExcelError("ResponsePayloadSizeLimitExceeded");
  }
}

// What a proxy stands for, and what has been loaded of it.
export class Stand {
  readonly loaded = new Map<string, unknown>();
  private readonly beside = new Map<string, object>();
  proxy!: object;

  constructor(readonly session: Session, readonly described: Described<any, any>, readonly find: () => unknown) {}

  model(): any {
    const found = this.find();
    if (found === null || found === undefined) throw new ExcelError("ItemNotFound", this.described.name);
    return found;
  }

  value(key: string): unknown {
    if (this.loaded.has(key)) return this.loaded.get(key);
    throw new ExcelError("PropertyNotLoaded", `${this.described.name}.${key} is not loaded`);
  }

  with(key: string): any {
    if (!this.beside.has(key)) {
      const [described, model] = this.described.with![key]!;
      this.beside.set(key, stand(this.session, described(), () => model(this.model())));
    }
    return this.beside.get(key);
  }

  // Takes a path such as items/format/font/bold at sync; gives how many characters the answer has.
  take([key = "", ...rest]: readonly string[]): number {
    if (this.find() === null) return 5; // nothing is loaded of what is not there
    if (key === "items") return this.takeItems(rest);
    if (this.described.with?.[key]) return of(this.with(key)).take(rest);
    const get = this.described.has?.[key]?.get;
    const path = `${this.described.name}.${[key, ...rest].join("/")}`;
    if (!get || rest.length) throw new ExcelError("InvalidArgument", path);
    const value = get(this.model(), this);
    this.loaded.set(key, value);
    return JSON.stringify(value ?? null).length;
  }

  private takeItems(rest: readonly string[]): number {
    const [described, models] = this.described.items!;
    const kept = this.loaded.get("items") as object[] | undefined;
    const items = kept ?? models(this.model()).map((model) => stand(this.session, described(), () => model));
    this.loaded.set("items", items);
    return items.reduce((all, item) => all + (rest.length ? of(item).take(rest) : 2), 2);
  }
}

const stands = new WeakMap<object, Stand>();
const of = (proxy: object): Stand => stands.get(proxy)!;
export const modelOf = (proxy: object): any => of(proxy).model();

export function stand(session: Session, described: Described<any, any>, find: () => unknown): any {
  const me = new Stand(session, described, find);
  me.proxy = new Proxy(me, { get: (_, key) => got(me, key), set: (_, key, value) => put(me, String(key), value) });
  stands.set(me.proxy, me);
  return me.proxy;
}

function got(me: Stand, key: string | symbol): unknown {
  const { session, described } = me;
  if (typeof key === "symbol" || key === "then" || key === "toJSON") return undefined;
  if (key === "load") return (what: string | string[]) => loading(me, Array.isArray(what) ? what.join(",") : what);
  if (key === "context") return session;
  if (key === "isNullObject") return me.value(key);
  if (key === "items" && described.items) return me.value(key);
  if (described.with?.[key]) return me.with(key);
  if (described.does?.[key]) return (...given: unknown[]) => doing(me, key, given);
  if (described.has?.[key]) return me.value(key);
  throw new Error(`Excel.${described.name} has no member ${key} here`);
}

function loading(me: Stand, what: string): object {
  if (typeof what !== "string" || !what) {
    throw new Error(`${me.described.name}.load() of everything is not recommended`);
  }
  for (const path of what.split(",")) me.session.load(() => me.take(path.trim().split("/")));
  return me.proxy;
}

function put(me: Stand, key: string, value: unknown): boolean {
  const property = me.described.has?.[key];
  if (!property?.set) throw new Error(`Excel.${me.described.name}.${key} cannot be set here`);
  const size = 120 + (JSON.stringify(value)?.length ?? 0);
  me.session.later(`${me.described.name}.${key}`, size, true, () => property.set!(me.model(), value, me));
  return true;
}

function doing(me: Stand, key: string, given: unknown[]): unknown {
  const does = me.described.does![key] as Does<any, any>;
  const member = `${me.described.name}.${key}`;
  let found: unknown = NOTHING;
  const run = () => { found = does.run(me.model(), given as any, me.session.excel.book) ?? null; };
  const arguments_ = given.map((each) => (each && typeof each === "object" && stands.has(each) ? "" : each));
  me.session.later(member, 120 + JSON.stringify(arguments_).length, !does.reads, run);
  if (does.answers) return clientResult(me.session, () => found);
  if (!does.gives) return undefined;
  const made = stand(me.session, does.gives(), () => {
    if (found === NOTHING) throw new Error(`${member}: not there before sync`);
    return found;
  });
  if (does.orNull) me.session.load(() => (of(made).loaded.set("isNullObject", found === null), 5));
  return made;
}

// A value that is there after the next sync.
function clientResult(session: Session, found: () => unknown): object {
  let value: { is: unknown } | null = null;
  session.load(() => (value = { is: found() }, JSON.stringify(value.is).length));
  return { get value() {
    if (!value) throw new ExcelError("ValueNotLoaded");
    return value.is;
  } };
}

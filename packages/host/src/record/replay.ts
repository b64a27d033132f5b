import { PluginError, ResultError } from "@polyplug/errors";
import { EndSignal, type LinearMemory } from "@polyplug/wasi";
import type { Boundary, Call } from "../intercept/boundary.ts";
import type { TypedSite } from "../intercept/call-site.ts";
import type { Life } from "../life/life.ts";
import type { LoadedPlugin } from "../loaded-plugin.ts";
import { fromBase64 } from "./decode-value.ts";
import { lineFault } from "./fault-line.ts";
import { Misfit } from "./misfit.ts";
import { ObjectIds } from "./object-ids.ts";
import type { LineFault, LineSite, RecordLine } from "./record-line.ts";
import type { ReplayCursor } from "./replay-cursor.ts";
import { ReplayOver } from "./replay-cursor.ts";
import type { ReplayFault } from "./replay-outcome.ts";
import { NoRoom } from "./room.ts";
import { SiteValues } from "./site-values.ts";

type Line<Kind extends RecordLine["kind"]> = Extract<RecordLine, { kind: Kind }>;

/** An instance that is linked and not made yet. */
export interface ReplayInstance {
  readonly boundary: ReplayBoundary;
  instantiate(): LoadedPlugin<object>;
}

/** Gives the next instance; undefined where none is linked. */
export type InstantiateNow = () => ReplayInstance | undefined;

/** Runs the calls of a record again. What crosses the other way has to be what the record says, and is answered from it. */
export class Replay {
  readonly cursor: ReplayCursor;
  readonly ids: ObjectIds = new ObjectIds({ keep: true });
  /** What is longer than all of the record is not what it says. */
  readonly room: number;
  readonly #instantiate: InstantiateNow;
  #boundary: ReplayBoundary | undefined;
  #plugin: LoadedPlugin<object> | undefined;
  calls = 0;
  imports = 0;
  fault: ReplayFault | undefined;

  constructor(cursor: ReplayCursor, room: number, instantiate: InstantiateNow) {
    this.room = room;
    this.cursor = cursor;
    this.#instantiate = instantiate;
  }

  /** What the host does by the next line, if it is the host that does something. */
  hostDoes(line: RecordLine): boolean {
    switch (line.kind) {
      case "load":
        this.#load();
        return true;
      case "call":
        this.#call(line);
        return true;
      case "dispose":
        this.cursor.take();
        this.dispose();
        return true;
      default:
        return false;
    }
  }

  dispose(): void {
    this.#plugin?.dispose();
  }

  #load(): void {
    const made = this.#instantiate();
    if (made === undefined)
      throw this.cursor.refuse("a new instance is loaded within a call, which cannot be run again");
    this.cursor.take();
    this.#boundary = made.boundary;
    try {
      this.#plugin = made.instantiate();
    } catch (error) {
      this.#refuseOver(made.boundary);
      if (!PluginError.is(error)) throw error;
      this.#compareFault("fault", error, {});
    }
  }

  #call(line: Line<"call">): void {
    const { cursor } = this;
    const target = this.#boundary?.exports.get(keyOf(line));
    if (target === undefined) throw cursor.differs({ ...line, args: "the plugin has no such export" });
    const { call, values, boundary } = target;
    const args = cursor.reading(() => values.decodeArgs(line.args));
    cursor.take();
    this.calls++;
    let result: unknown;
    try {
      result = call(...args);
    } catch (error) {
      this.#refuseOver(boundary);
      this.#compareThrown(line.id, error, values);
      return;
    }
    this.#refuseOver(boundary);
    this.#compareReturn(line.id, () => ({ value: values.encodeResult(result) }));
  }

  /** A plugin may catch what was thrown to end it, and so what ends a replay within an import is looked for after it. */
  #refuseOver({ isOver }: ReplayBoundary): void {
    if (isOver) throw new ReplayOver();
  }

  #compareThrown(id: number, error: unknown, values: SiteValues): void {
    if (ResultError.is(error)) this.#compareReturn(id, () => ({ err: values.encodeErr(error.payload) }));
    else if (PluginError.is(error)) this.#compareFault("throw", error, { id });
    else throw error;
  }

  #compareReturn(id: number, encode: () => object): void {
    const { cursor } = this;
    if (cursor.isAtEnd(true)) throw new ReplayOver();
    const about = { kind: "return", id };
    const found = JSON.parse(JSON.stringify({ ...about, ...this.#given(about, encode) })) as object;
    const line = cursor.peek();
    if (line?.kind !== "return" || !cursor.isSame(line, found)) throw cursor.differs(found);
    cursor.take();
  }

  /** What the plugin gave, which may be of any length. */
  #given<T>(about: object, encode: () => T): T {
    try {
      return encode();
    } catch (error) {
      if (error instanceof NoRoom) throw this.cursor.differs({ ...about, value: "longer than all of the record" });
      throw error;
    }
  }

  #compareFault(kind: "throw" | "fault", error: PluginError, about: object): void {
    const { cursor } = this;
    const found: LineFault = lineFault(error);
    if (cursor.isAtEnd(true)) throw new ReplayOver();
    const line = cursor.peek();
    const isSame =
      line !== undefined &&
      line.kind === kind &&
      (!("id" in about) || ("id" in line && line.id === about.id)) &&
      line.code === found.code &&
      line.exitCode === found.exitCode &&
      sharePrefix(line.frames ?? [], found.frames ?? []);
    if (!isSame) throw cursor.differs({ kind, ...about, ...found });
    cursor.take();
    this.fault = { code: error.code, reason: error.reason };
  }

  /** What the plugin's call of its host is answered with. */
  answer(args: readonly unknown[], values: SiteValues, site: LineSite, memory: LinearMemory | undefined): unknown {
    const { cursor } = this;
    if (cursor.isAtEnd(true)) throw new ReplayOver();
    const line = cursor.peek();
    const encoded = this.#given({ kind: "import", ...site }, () => values.encodeArgs(args));
    const isSame = line?.kind === "import" && keyOf(line) === keyOf(site) && cursor.isSame(line.args, encoded);
    if (!isSame) throw cursor.differs({ kind: "import", ...site, args: encoded });
    cursor.take();
    this.imports++;
    for (;;) {
      if (cursor.isAtEnd(true)) throw new ReplayOver();
      const next = cursor.peek();
      if (next === undefined || this.hostDoes(next)) continue;
      if (!("id" in next) || next.id !== line.id) throw cursor.refuse("it is no answer to the import before it");
      return this.#answerOf(next, values, memory);
    }
  }

  #answerOf(line: RecordLine, values: SiteValues, memory: LinearMemory | undefined): unknown {
    const { cursor } = this;
    switch (line.kind) {
      case "answer": {
        if (line.err !== undefined) {
          const { err } = line;
          const payload = cursor.reading(() => values.decodeErr(err));
          cursor.take();
          throw new ResultError(payload);
        }
        const value = cursor.reading(() => {
          for (const written of line.memory ?? []) write(memory, written);
          return values.decodeResult(line.value);
        });
        cursor.take();
        return value;
      }
      case "fail":
        cursor.take();
        if (line.message === undefined) return unfit;
        throw new Error(line.message);
      case "end":
        cursor.take();
        throw new EndSignal(endOf(line));
      default:
        throw cursor.refuse("it is no answer to the import before it");
    }
  }
}

/** What fits no type: a host's function gave something of the kind. */
const unfit = Symbol("what does not fit");

function endOf({ exitCode, code = "trap", reason = "" }: Line<"end">): EndSignal["end"] {
  if (exitCode !== undefined) return { kind: "exit", code: exitCode };
  return { kind: "fault", error: new PluginError({ code: code as PluginError["code"], action: "go on", reason }) };
}

function write(memory: LinearMemory | undefined, written: unknown): void {
  const [pointer, text] = Array.isArray(written) ? written : [];
  const bytes = fromBase64(text);
  const room = memory === undefined ? 0 : memory.buffer.byteLength;
  if (memory === undefined || typeof pointer !== "number" || !(pointer >= 0 && pointer + bytes.length <= room)) {
    throw new Misfit("expected memory to be written that the plugin has");
  }
  new Uint8Array(memory.buffer).set(bytes, pointer);
}

/** Of frames further out an engine may have kept fewer. */
function sharePrefix(first: readonly number[], second: readonly number[]): boolean {
  return first.slice(0, second.length).every((index, at) => index === second[at]);
}

function keyOf({ interface: owner, function: name }: LineSite): string {
  return JSON.stringify([owner ?? null, name]);
}

/** An export as it is called again. */
interface ReplayedExport {
  readonly call: Call;
  readonly values: SiteValues;
  readonly boundary: ReplayBoundary;
}

/** The boundary of an instance whose host is a record. */
export class ReplayBoundary implements Boundary {
  readonly stats = undefined;
  readonly standsIn = true;
  readonly exports: Map<string, ReplayedExport> = new Map();
  readonly #replay: Replay;
  #life: Life | undefined;
  #memory: LinearMemory | undefined;
  isOver = false;

  constructor(replay: Replay) {
    this.#replay = replay;
  }

  attach(life: Life): void {
    this.#life = life;
  }

  bindMemory(memory: LinearMemory): void {
    this.#memory = memory;
  }

  exported(call: Call, site: TypedSite): Call {
    const values = new SiteValues(site.signature, this.#replay);
    this.exports.set(keyOf(lineSite(site)), { call, values, boundary: this });
    return call;
  }

  imported(_call: Call | undefined, site: TypedSite): Call | undefined {
    const values = new SiteValues(site.signature, this.#replay);
    return (...args) => this.#answer(args, values, lineSite(site));
  }

  #answer(args: readonly unknown[], values: SiteValues, site: LineSite): unknown {
    const life = this.#life;
    try {
      return this.#replay.answer(args, values, site, this.#memory);
    } catch (error) {
      this.isOver ||= error instanceof ReplayOver;
      if (life === undefined || !(error instanceof ReplayOver || error instanceof EndSignal)) throw error;
      life.interrupt(error);
      throw life.signal;
    }
  }
}

function lineSite({ interface: owner, function: name }: TypedSite): LineSite {
  return owner === undefined ? { function: name } : { interface: owner, function: name };
}

import { messageOf, PluginError, ResultError } from "@polyplug/errors";
import { isEndSignal, type LinearMemory } from "@polyplug/wasi";
import type { PluginStats } from "../events/plugin-stats.ts";
import { preview1Module } from "../info/capabilities.ts";
import type { Boundary, Call, HostSuspension } from "../intercept/boundary.ts";
import type { TypedSite } from "../intercept/call-site.ts";
import { settled } from "../intercept/settled.ts";
import type { Life } from "../life/life.ts";
import { toBase64 } from "./encode-value.ts";
import { lineFault } from "./fault-line.ts";
import { Misfit } from "./misfit.ts";
import { type Written, watchWrites } from "./preview1-writes.ts";
import type { Json, LineSite, RecordLine } from "./record-line.ts";
import type { RecordWriter } from "./recorder.ts";
import { NoRoom, Room } from "./room.ts";
import { SiteValues } from "./site-values.ts";

/** Records what crosses the boundary of one instance, next to the plugin: what others on it make of a call is in the record. */
export class RecordingBoundary implements Boundary {
  readonly #inner: Boundary;
  readonly #recorder: RecordWriter;
  #life: Life | undefined;
  #memory: LinearMemory | undefined;
  #hasBegun = false;
  /** What is under way, the innermost last: calls into the plugin, and within them calls of its host. */
  readonly #open: Open[] = [];

  constructor(inner: Boundary, recorder: RecordWriter) {
    this.#inner = inner;
    this.#recorder = recorder;
  }

  get stats(): PluginStats | undefined {
    return this.#inner.stats;
  }

  get suspension(): HostSuspension | undefined {
    return this.#inner.suspension;
  }

  attach(life: Life): void {
    this.#life = life;
    this.#inner.attach(life);
    const { onEnd } = life;
    life.onEnd = (end, fault) => {
      if (end === "disposed") this.#ended();
      else if (!this.#isCalled && fault !== undefined) this.#failed(fault);
      onEnd?.(end, fault);
    };
  }

  bindMemory(memory: LinearMemory): void {
    this.#memory = memory;
    this.#inner.bindMemory?.(memory);
  }

  exported(call: Call, site: TypedSite): Call {
    const values = new SiteValues(site.signature, this.#recorder);
    const recorded: Call = (...args) => this.#call(call, args, values, lineSite(site));
    return this.#inner.exported(Object.defineProperty(recorded, "name", { value: call.name }), site);
  }

  imported(...[call, site, answers]: Parameters<Boundary["imported"]>): Call | undefined {
    const inner = this.#inner.imported(call, site, answers);
    if (inner === undefined) return undefined;
    const values = new SiteValues(site.signature, this.#recorder);
    return (...args) => this.#import(inner, args, values, lineSite(site));
  }

  #call(call: Call, args: readonly unknown[], values: SiteValues, site: LineSite): unknown {
    const recorder = this.#recorder;
    // What does not fit is refused before the plugin is entered, and what has ended is not entered.
    const encoded = recorder.isOver || !this.#life?.alive ? undefined : this.#fitting(() => values.encodeArgs(args));
    if (encoded === undefined) return call(...args);
    const entry: Open = { kind: "call", id: -1 };
    return this.make(() => call(...args), {
      begins: () => {
        this.#begin();
        entry.id = recorder.nextId();
        recorder.write({ kind: "call", id: entry.id, ...site, args: encoded });
        this.#open.push(entry);
      },
      gives: (value) => {
        const result = this.#fitting(() => values.encodeResult(value));
        recorder.write({ kind: "return", id: entry.id, ...valueField(result) });
        this.#left(entry);
      },
      fails: (error) => {
        this.#abandon(entry, error);
        this.#threw(entry.id, error, values);
        this.#left(entry);
      },
    });
  }

  /** Makes a call, and tells what becomes of it. */
  protected make(call: () => unknown, told: CallRecord): unknown {
    told.begins();
    let result: unknown;
    try {
      result = call();
    } catch (error) {
      told.fails(error);
      throw error;
    }
    return settled(result, told.gives, told.fails);
  }

  get #isCalled(): boolean {
    return this.#open.some(({ kind }) => kind === "call");
  }

  /** What a plugin waited for that was ended from outside has no answer any more. */
  #abandon(entry: Open, error: unknown): void {
    for (let last = this.#open.at(-1); last !== undefined && last !== entry; last = this.#open.at(-1)) {
      this.#open.pop();
      if (last.kind !== "import") continue;
      // A promise where nobody waits for one is what does not fit.
      const isMisfit = PluginError.is(error) && error.code === "bad-result";
      this.#recorder.write({ kind: "fail", id: last.id, ...(!isMisfit && { message: messageOf(error) }) });
    }
  }

  #left(entry: Open): void {
    const index = this.#open.indexOf(entry);
    if (index !== -1) this.#open.splice(index, 1);
    if (!this.#isCalled && this.#life?.isDisposed) this.#recorder.close();
  }

  #threw(id: number, error: unknown, values: SiteValues): void {
    if (ResultError.is(error)) {
      const err = this.#fitting(() => values.encodeErr(error.payload)) ?? null;
      this.#recorder.write({ kind: "return", id, err });
    } else if (PluginError.is(error)) {
      this.#recorder.write({ kind: "throw", id, ...lineFault(error) });
    } else {
      this.#recorder.write({ kind: "throw", id, code: "trap", reason: messageOf(error) });
    }
  }

  #import(call: Call, args: readonly unknown[], values: SiteValues, site: LineSite): unknown {
    const recorder = this.#recorder;
    if (recorder.isOver || !this.#life?.alive) return call(...args);
    this.#begin();
    const encoded = this.#withRoom(() => values.encodeArgs(args));
    if (encoded === undefined) return call(...args);
    const id = recorder.nextId();
    recorder.write({ kind: "import", id, ...site, args: encoded });
    const entry: Open = { kind: "import", id };
    this.#open.push(entry);
    const written = this.#watchWrites(site, args);
    const gives = (value: unknown): void => {
      if (this.#closes(entry)) this.#answered(id, value, values, written);
    };
    const fails = (error: unknown): void => {
      if (this.#closes(entry)) this.#importThrew(id, error, values);
    };
    let result: unknown;
    try {
      result = this.awaited(call(...args));
    } catch (error) {
      fails(error);
      throw error;
    }
    return settled(result, gives, fails);
  }

  /** What a function of the host's gave, as a promise where the plugin waits for it. */
  protected awaited(result: unknown): unknown {
    return result;
  }

  /** Whether the plugin still waited for it. */
  #closes(entry: Open): boolean {
    const index = this.#open.indexOf(entry);
    if (index !== -1) this.#open.splice(index, 1);
    return index !== -1;
  }

  #answered(
    id: number,
    result: unknown,
    values: SiteValues,
    written: ReturnType<typeof watchWrites> | undefined,
  ): void {
    const recorder = this.#recorder;
    const memory = result === 0 ? this.#withRoom(() => inBase64(written?.() ?? [], recorder.room)) : undefined;
    try {
      const value = valueField(this.#withRoom(() => values.encodeResult(result)));
      recorder.write({ kind: "answer", id, ...value, ...(memory && memory.length > 0 && { memory }) });
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      recorder.write({ kind: "fail", id });
    }
  }

  #importThrew(id: number, error: unknown, values: SiteValues): void {
    const recorder = this.#recorder;
    if (isEndSignal(error)) {
      const { end } = error;
      const told = end.kind === "exit" ? { exitCode: end.code } : { code: end.error.code, reason: end.error.reason };
      recorder.write({ kind: "end", id, ...told });
      return;
    }
    const err = ResultError.is(error) ? this.#fitting(() => values.encodeErr(error.payload)) : undefined;
    if (err === undefined) recorder.write({ kind: "fail", id, message: messageOf(error) });
    else recorder.write({ kind: "answer", id, err });
  }

  /** Undefined for what is longer than there is room for, which ends the record. */
  #withRoom<T>(encode: () => T): T | undefined {
    try {
      return encode();
    } catch (error) {
      if (!(error instanceof NoRoom)) throw error;
      this.#recorder.truncate();
      return undefined;
    }
  }

  /** The same, and undefined for what is none of its type. */
  #fitting<T>(encode: () => T): T | undefined {
    try {
      return this.#withRoom(encode);
    } catch (error) {
      if (error instanceof Misfit) return undefined;
      throw error;
    }
  }

  #watchWrites(site: LineSite, args: readonly unknown[]): ReturnType<typeof watchWrites> | undefined {
    if (site.interface !== preview1Module || this.#memory === undefined) return undefined;
    return watchWrites(site.function, args, this.#memory);
  }

  /** What is linked may never be instantiated: an instance begins with what first crosses its boundary. */
  #begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.#recorder.write({ kind: "load" });
  }

  /** A line of the instance that is written elsewhere: what WASI answered it. */
  protected wrote(line: WasiLine): void {
    this.#begin();
    if (line.kind === "truncated") {
      this.#recorder.truncate();
      return;
    }
    if (line.kind === "import") this.#open.push({ kind: "import", id: line.id });
    else {
      const index = this.#open.findLastIndex(({ kind, id }) => kind === "import" && id === line.id);
      if (index === -1) throw new TypeError("it answers what was not asked");
      this.#open.splice(index, 1);
    }
    this.#recorder.write(line);
  }

  #failed(fault: PluginError): void {
    this.#begin();
    this.#recorder.write({ kind: "fault", ...lineFault(fault) });
  }

  #ended(): void {
    this.#memory = undefined;
    this.#recorder.write({ kind: "dispose" });
    if (!this.#isCalled) this.#recorder.close();
  }
}

/** Something that has begun and not ended. */
interface Open {
  readonly kind: "call" | "import";
  id: number;
}

/** What is told of a call of the plugin: that it has its turn, and what comes of it. */
export interface CallRecord {
  begins(): void;
  gives(value: unknown): void;
  fails(error: unknown): void;
}

/** What an instance says of its own calls of WASI, and that there was one for which there is no room. */
export type WasiLine = Extract<RecordLine, { kind: "import" | "answer" | "fail" | "end" | "truncated" }>;

function inBase64(written: readonly Written[], most: number): readonly (readonly [number, string])[] {
  const room = new Room(most);
  for (const [, { length }] of written) room.take(Math.ceil(length / 3) * 4);
  return written.map(([at, bytes]) => [at, toBase64(bytes)]);
}

function lineSite({ interface: owner, function: name }: TypedSite): LineSite {
  return owner === undefined ? { function: name } : { interface: owner, function: name };
}

function valueField(value: Json | undefined): { readonly value?: Json } {
  return value === undefined ? {} : { value };
}

import { messageOf, PluginError, ResultError } from "@polyplug/errors";
import { isEndSignal, type LinearMemory } from "@polyplug/wasi";
import type { PluginStats } from "../events/plugin-stats.ts";
import { preview1Module } from "../info/capabilities.ts";
import type { Boundary, Call } from "../intercept/boundary.ts";
import type { TypedSite } from "../intercept/call-site.ts";
import type { Life } from "../life/life.ts";
import { toBase64 } from "./encode-value.ts";
import { lineFault } from "./fault-line.ts";
import { Misfit } from "./misfit.ts";
import { watchWrites } from "./preview1-writes.ts";
import type { Json, LineSite } from "./record-line.ts";
import type { Recorder } from "./recorder.ts";
import { SiteValues } from "./site-values.ts";

/** Records what crosses the boundary of one instance, next to the plugin: what others on it make of a call is in the record. */
export class RecordingBoundary implements Boundary {
  readonly #inner: Boundary;
  readonly #recorder: Recorder;
  #life: Life | undefined;
  #memory: LinearMemory | undefined;
  #hasBegun = false;
  /** Calls into the plugin that are under way: what ends it within one is told of there. */
  #calls = 0;

  constructor(inner: Boundary, recorder: Recorder) {
    this.#inner = inner;
    this.#recorder = recorder;
  }

  get stats(): PluginStats | undefined {
    return this.#inner.stats;
  }

  attach(life: Life): void {
    this.#life = life;
    this.#inner.attach(life);
    const { onEnd } = life;
    life.onEnd = (end, fault) => {
      if (end === "disposed") this.#ended();
      else if (this.#calls === 0 && fault !== undefined) this.#failed(fault);
      onEnd?.(end, fault);
    };
  }

  bindMemory(memory: LinearMemory): void {
    this.#memory = memory;
    this.#inner.bindMemory?.(memory);
  }

  exported(call: Call, site: TypedSite): Call {
    const values = new SiteValues(site.signature, this.#recorder.ids);
    return this.#inner.exported((...args) => this.#call(call, args, values, lineSite(site)), site);
  }

  imported(call: Call | undefined, site: TypedSite): Call | undefined {
    const inner = this.#inner.imported(call, site);
    if (inner === undefined) return undefined;
    const values = new SiteValues(site.signature, this.#recorder.ids);
    return (...args) => this.#import(inner, args, values, lineSite(site));
  }

  #call(call: Call, args: readonly unknown[], values: SiteValues, site: LineSite): unknown {
    const recorder = this.#recorder;
    // What does not fit is refused before the plugin is entered, and what has ended is not entered.
    const encoded = recorder.isOver || !this.#life?.alive ? undefined : fitting(() => values.encodeArgs(args));
    if (encoded === undefined) return call(...args);
    this.#begin();
    const id = recorder.nextId();
    recorder.write({ kind: "call", id, ...site, args: encoded });
    this.#calls++;
    let result: unknown;
    try {
      result = call(...args);
    } catch (error) {
      this.#threw(id, error, values);
      this.#left();
      throw error;
    }
    recorder.write({ kind: "return", id, ...valueField(fitting(() => values.encodeResult(result))) });
    this.#left();
    return result;
  }

  #left(): void {
    this.#calls--;
    if (this.#calls === 0 && this.#life?.isDisposed) this.#recorder.close();
  }

  #threw(id: number, error: unknown, values: SiteValues): void {
    if (ResultError.is(error)) {
      const err = fitting(() => values.encodeErr(error.payload)) ?? null;
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
    const id = recorder.nextId();
    recorder.write({ kind: "import", id, ...site, args: values.encodeArgs(args) });
    const written = this.#watchWrites(site, args);
    let result: unknown;
    try {
      result = call(...args);
    } catch (error) {
      this.#importThrew(id, error, values);
      throw error;
    }
    const memory = result === 0 ? written?.().map(([at, bytes]) => [at, toBase64(bytes)] as const) : undefined;
    try {
      const value = valueField(values.encodeResult(result));
      recorder.write({ kind: "answer", id, ...value, ...(memory && memory.length > 0 && { memory }) });
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      recorder.write({ kind: "fail", id });
    }
    return result;
  }

  #importThrew(id: number, error: unknown, values: SiteValues): void {
    const recorder = this.#recorder;
    if (isEndSignal(error)) {
      const { end } = error;
      const told = end.kind === "exit" ? { exitCode: end.code } : { code: end.error.code, reason: end.error.reason };
      recorder.write({ kind: "end", id, ...told });
      return;
    }
    const err = ResultError.is(error) ? fitting(() => values.encodeErr(error.payload)) : undefined;
    if (err === undefined) recorder.write({ kind: "fail", id, message: messageOf(error) });
    else recorder.write({ kind: "answer", id, err });
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

  #failed(fault: PluginError): void {
    this.#begin();
    this.#recorder.write({ kind: "fault", ...lineFault(fault) });
  }

  #ended(): void {
    this.#memory = undefined;
    this.#recorder.write({ kind: "dispose" });
    if (this.#calls === 0) this.#recorder.close();
  }
}

function lineSite({ interface: owner, function: name }: TypedSite): LineSite {
  return owner === undefined ? { function: name } : { interface: owner, function: name };
}

function valueField(value: Json | undefined): { readonly value?: Json } {
  return value === undefined ? {} : { value };
}

/** Undefined for what is none of its type. */
function fitting<T>(encode: () => T): T | undefined {
  try {
    return encode();
  } catch (error) {
    if (error instanceof Misfit) return undefined;
    throw error;
  }
}

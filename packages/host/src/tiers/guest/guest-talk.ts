import { ResultError } from "@polyplug/errors";
import { HostFailure } from "../../link/host-failure.ts";
import { bodyStart } from "../wire/area.ts";
import { faultRecord, ThrownByHost, writeRecord } from "../wire/fault-record.ts";
import type { GuestStart } from "../wire/guest-start.ts";
import { type Line, type Message, said, writing } from "../wire/message.ts";
import type { WireFunction } from "../wire/packing.ts";
import { readRefusal } from "../wire/refusal.ts";
import { resultOf, valuesOfError, valuesOfResult } from "../wire/result-values.ts";

/** The guest's end of a line, whose thread does nothing else while it waits. */
export interface GuestLine extends Line {
  /** What the host says next, however long that takes. */
  hear(): Message;
  /** What was handed over with the message that was heard last. */
  handed(): GuestStart;
}

/** A function that the host calls by its index. */
export interface GuestFunction {
  readonly wire: WireFunction;
  readonly call: (...args: unknown[]) => unknown;
}

/** A plugin as the host reaches it. */
export interface Guest {
  readonly functions: readonly GuestFunction[];
  readonly alive: boolean;
  /** Pages of memory that it has, as far as the host would see it inline. */
  readonly pages: number;
}

/** What a call gives whose result has been passed. */
const passed: unique symbol = Symbol("passed");

/** What the guest's side says and hears. */
export class GuestTalk {
  readonly #line: GuestLine;
  #guest: Guest | undefined;

  constructor(line: GuestLine) {
    this.#line = line;
  }

  /** Calls a function of the host, and waits for what it gives. The host may call the guest meanwhile. */
  ask(index: number, wire: WireFunction, name: string, args: readonly unknown[]): unknown {
    writing(this.#line, (area) => wire.args.write(area, args));
    this.#line.say(said.hostCall, index);
    for (;;) {
      const message = this.#line.hear();
      if (message.kind === said.call) {
        this.#answer(message.index);
        continue;
      }
      if (message.kind === said.refusal) {
        const { code, id, message: why } = readRefusal(this.#line.area);
        throw new HostFailure(name, code, new ThrownByHost(id, why));
      }
      const { values } = wire.result.read(this.#line.area);
      return resultOf(wire, values);
    }
  }

  /** Tells that this side is there, and waits until it is given a plugin to load. */
  begin(): GuestStart {
    this.#line.say(said.started, 0);
    const { kind } = this.#line.hear();
    if (kind !== said.load) throw new TypeError("there is nothing to load");
    return this.#line.handed();
  }

  /** Tells that the plugin is about to run, for its time is counted from here on. */
  linked(): void {
    this.#line.area.top = bodyStart;
    this.#line.say(said.linked, 0);
    const { kind } = this.#line.hear();
    if (kind !== said.setUp) throw new TypeError("it is not to be set up");
  }

  /** Tells that the plugin could not be loaded. */
  fail(error: unknown): void {
    this.#refuse(error, 1);
  }

  /** Tells that the plugin is loaded, and answers every call from then on. */
  serve(guest: Guest): never {
    this.#guest = guest;
    this.#line.area.top = bodyStart;
    this.#line.say(said.ready, guest.pages);
    for (;;) this.#answer(this.#line.hear().index);
  }

  /** Writes down what is said next: what a call gives that is about to be over. */
  pass(wire: WireFunction, result: readonly unknown[]): typeof passed {
    writing(this.#line, (area) => wire.result.write(area, result));
    return passed;
  }

  #answer(index: number): void {
    const found = this.#guest?.functions[index];
    if (found === undefined) throw new RangeError(`there is no function ${index}`);
    const { wire, call } = found;
    try {
      const { values } = wire.args.read(this.#line.area);
      const result = outcomeOf(wire, call, values);
      if (result !== passed) this.pass(wire, result);
    } catch (error) {
      this.#refuse(error, this.#guest?.alive === true ? 0 : 1);
      return;
    }
    this.#line.say(said.reply, this.#guest?.pages ?? 0);
  }

  #refuse(error: unknown, ended: 0 | 1): void {
    writing(this.#line, (area) => writeRecord(area, faultRecord(error)));
    this.#line.say(said.failure, ended);
  }
}

/** What the call gives, as values that are passed. */
function outcomeOf(
  wire: WireFunction,
  call: GuestFunction["call"],
  values: readonly unknown[],
): readonly unknown[] | typeof passed {
  try {
    const result = call(...values);
    return result === passed ? passed : valuesOfResult(wire, result);
  } catch (error) {
    if (wire.fails && ResultError.is(error)) return valuesOfError(error);
    throw error;
  }
}

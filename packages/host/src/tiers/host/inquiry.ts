import type { Passed } from "@polyplug/abi";
import { ResultError } from "@polyplug/errors";
import { writeRecord } from "../wire/fault-record.ts";
import { type Line, said, writing } from "../wire/message.ts";
import type { Refusal } from "../wire/refusal.ts";
import { valuesOfError, valuesOfResult } from "../wire/result-values.ts";
import type { HostedFunction, HostFunctions } from "./host-functions.ts";
import { isThenable } from "./is-thenable.ts";

/** A call by the guest of a function of the host, for whose answer the guest waits. */
export class Inquiry {
  /** Says the answer, once there is one. */
  answer: ((line: Line) => void) | undefined;
  /** The one that the code belongs to that had the guest called, of another plugin for one. */
  readonly outer: Inquiry | undefined;
  readonly #asked: HostedFunction;
  readonly #passed: Passed;
  readonly #functions: HostFunctions;

  constructor(asked: HostedFunction, passed: Passed, functions: HostFunctions, outer: Inquiry | undefined) {
    this.#asked = asked;
    this.#passed = passed;
    this.#functions = functions;
    this.outer = outer;
  }

  /** Calls the function and calls `done` when there is an answer, which may be at once. */
  run(done: () => void): void {
    const give = (value: unknown): void => {
      this.answer = (line) => this.#give(line, value);
      done();
    };
    const fail = (thrown: unknown): void => {
      this.answer = (line) => this.#fail(line, thrown);
      done();
    };
    let result: unknown;
    try {
      result = this.#asked.call(...this.#passed.values);
      if (isThenable(result)) {
        // Of its own it may settle twice, or throw after it has.
        Promise.resolve(result).then(give, fail);
        return;
      }
    } catch (thrown) {
      fail(thrown);
      return;
    }
    give(result);
  }

  #give(line: Line, value: unknown): void {
    const { wire, misfit } = this.#asked;
    try {
      const fault = misfit?.(value);
      if (fault !== undefined) throw new TypeError(fault);
      writing(line, (area) => wire.result.write(area, valuesOfResult(wire, value)));
    } catch (thrown) {
      this.#refuse(line, this.#functions.refusal("bad-result", thrown));
      return;
    }
    this.#passed.loans?.end();
    line.say(said.answer, 0);
  }

  #fail(line: Line, thrown: unknown): void {
    const { wire } = this.#asked;
    if (!wire.fails || !ResultError.is(thrown)) {
      this.#refuse(line, this.#functions.refusal("trap", thrown));
      return;
    }
    try {
      writing(line, (area) => wire.result.write(area, valuesOfError(thrown)));
    } catch (cause) {
      this.#refuse(line, this.#functions.refusal("bad-result", cause));
      return;
    }
    this.#passed.loans?.end();
    line.say(said.answer, 0);
  }

  #refuse(line: Line, refusal: Refusal): void {
    writing(line, (area) => writeRecord(area, refusal));
    line.say(said.refusal, 0);
  }
}

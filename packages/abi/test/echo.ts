import {
  type CanonicalAbi,
  type CoreFunction,
  type FunctionOptions,
  type FunctionType,
  HandleTable,
  type StringEncoding,
  type ValueFunction,
} from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import { firstAllocation } from "./echo-guest.ts";

/** What came of a call, as far as its caller and the host function can see it, and the state of the instance after it. */
export interface Outcome {
  readonly seen: readonly unknown[] | undefined;
  readonly returned?: unknown;
  readonly error?: unknown;
  readonly state: readonly unknown[];
  /** What the guest allocated, and what the host put there. */
  readonly bytes: () => Uint8Array;
}

/** An echo guest between a caller and a host function, each with an implementation of its own. */
export class Echo {
  readonly #exports: WebAssembly.Exports;
  readonly #call: ValueFunction;
  readonly #instance: FunctionOptions["instance"] = { handles: new HandleTable(), mayLeave: true, entered: false };
  #answer: ValueFunction = () => undefined;

  constructor(
    module: WebAssembly.Module,
    type: FunctionType,
    encoding: StringEncoding,
    { lift, lower }: { readonly lift: CanonicalAbi; readonly lower: CanonicalAbi },
  ) {
    const exported = (name: string): unknown => this.#exports[name];
    const options: FunctionOptions = {
      name: "echo",
      instance: this.#instance,
      encoding,
      outcome: "value",
      memory: {
        get buffer() {
          return (exported("memory") as WebAssembly.Memory).buffer;
        },
      },
      realloc: {
        get function() {
          return exported("realloc") as CoreFunction;
        },
      },
    };
    const call = lower.lower((...args) => this.#answer(...args), type, options);
    this.#exports = new WebAssembly.Instance(module, { host: { call } }).exports;
    this.#call = lift.lift(exported("call") as CoreFunction, type, options);
  }

  /** Calls the guest, and answers what it calls in turn with a value. */
  run(args: readonly unknown[], answer: unknown): Outcome {
    const top = this.#exports["top"] as WebAssembly.Global<"i32">;
    top.value = firstAllocation;
    let seen: readonly unknown[] | undefined;
    this.#answer = (...given) => {
      seen = given;
      return answer;
    };
    const result = attempt(() => this.#call(...args));
    const { entered, mayLeave } = this.#instance;
    // Without a guard a fault leaves the instance as it was then.
    Object.assign(this.#instance, { entered: false, mayLeave: true });
    const { buffer } = this.#exports["memory"] as WebAssembly.Memory;
    const end = top.value;
    const bytes = (): Uint8Array => new Uint8Array(buffer, firstAllocation, end - firstAllocation);
    return { seen, ...result, state: [entered, mayLeave], bytes };
  }
}

/** What some work gives or throws, in a form that can be compared. */
export function attempt(work: () => unknown): Pick<Outcome, "returned" | "error"> {
  try {
    return { returned: work() };
  } catch (error) {
    if (!PluginError.is(error)) return { error: String(error) };
    const { code, message, path } = error;
    return { error: { code, message, path } };
  }
}

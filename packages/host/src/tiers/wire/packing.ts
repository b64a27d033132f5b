import {
  elementSize,
  type FunctionOptions,
  type FunctionType,
  type Loans,
  type Part,
  type Passages,
  type Passed,
  type Reader,
  type ResourceMapping,
  type Writer,
} from "@polyplug/abi";
import { type Area, bodyStart } from "./area.ts";

/** How the values of one half of a call lie in an area. */
export interface Packing {
  /**
   * Writes them to an area, the first to where a body begins. Throws `AreaFull`, and for what does not fit what a
   * caller may see.
   */
  write(area: Area, values: readonly unknown[]): Loans | undefined;
  read(area: Area): Passed;
}

/** Both halves of the calls of a function. */
export interface WireFunction {
  readonly args: Packing;
  readonly result: Packing;
  /** Whether its result is one of WIT's: `err` is thrown then. */
  readonly fails: boolean;
  /** Whether it gives several values, in an array. */
  readonly gives: "one" | "several";
}

/** What packing typed values takes beside their types. */
export interface PackingContext {
  readonly passages: Passages;
  readonly plugin: string;
  /** How this side has resources. Default: by their representations. */
  readonly resources?: ResourceMapping | undefined;
  /** Whether lists of numbers that are read may lie in the area, until something else is written there. */
  readonly lists?: FunctionOptions["lists"];
  /** Whether long strings that are read may do so too, as their UTF-8. */
  readonly strings?: FunctionOptions["strings"];
}

/** How calls of a function with a WIT type are packed. `name` is what messages call it by. */
export function typedFunction(name: string, type: FunctionType, context: PackingContext): WireFunction {
  return {
    args: new TypedPacking("arguments", name, type, context),
    result: new TypedPacking("result", name, type, context),
    fails: type.result?.kind === "result",
    gives: "one",
  };
}

/** Values as the canonical ABI has them in memory: a tuple, and behind it what that points to. */
class TypedPacking implements Packing {
  readonly #part: Part;
  readonly #name: string;
  readonly #type: FunctionType;
  readonly #context: PackingContext;
  readonly #size: number;
  /** Of each area what was made for it, by the area that it works on. */
  readonly #writers = new WeakMap<Area, Writer>();
  readonly #readers = new WeakMap<Area, Reader>();

  constructor(part: Part, name: string, type: FunctionType, context: PackingContext) {
    this.#part = part;
    this.#name = name;
    this.#type = type;
    this.#context = context;
    const values = part === "arguments" ? type.params.map((param) => param.type) : [type.result ?? []].flat();
    this.#size = values.length === 0 ? 0 : elementSize({ kind: "tuple", types: values });
  }

  write(area: Area, values: readonly unknown[]): Loans | undefined {
    area.top = bodyStart + this.#size;
    if (this.#size === 0) return undefined;
    let write = this.#writers.get(area);
    if (write === undefined) {
      const { passages, plugin, resources, lists, strings } = this.#context;
      write = passages.writer(this.#part, this.#type, area.options(this.#name, plugin, { resources, lists, strings }));
      this.#writers.set(area, write);
    }
    return write(values, bodyStart);
  }

  read(area: Area): Passed {
    if (this.#size === 0) return nothing;
    let read = this.#readers.get(area);
    if (read === undefined) {
      const { passages, plugin, resources, lists, strings } = this.#context;
      read = passages.reader(this.#part, this.#type, area.options(this.#name, plugin, { resources, lists, strings }));
      this.#readers.set(area, read);
    }
    return read(bodyStart);
  }
}

const nothing: Passed = { values: [], loans: undefined };

import type { FunctionOptions, InstanceState } from "../canonical/canonical-abi.ts";
import { CallScope } from "../reference/call-scope.ts";
import type { HandleContext } from "../reference/handle-context.ts";
import type { MemoryContext } from "../reference/memory-context.ts";
import type { ValueType } from "../types/value-type.ts";
import type { Faults } from "../values/faults.ts";
import { makeReallocate, type Reallocate } from "./allocator.ts";
import { faults } from "./fault.ts";
import { GuestMemory } from "./guest-memory.ts";
import { makeStrings, type Strings } from "./strings.ts";
import { makeTypeFunction, type TypeWork } from "./type-functions.ts";

/** What functions of one guest share: its memory, and code for its strings and for types that several of them use. */
export class Codec implements HandleContext, MemoryContext {
  readonly options: Pick<FunctionOptions, "instance" | "encoding" | "resources" | "guard" | "lists" | "strings">;
  readonly memory: GuestMemory;
  /** How much code was made for this guest, in characters. */
  textLength = 0;
  /** The loans of the call under way. */
  scope: CallScope = new CallScope();
  readonly misfit: Faults["misfit"] = faults.misfit;
  readonly trap: Faults["trap"] = faults.trap;
  readonly exceeded: Faults["exceeded"] = faults.exceeded;
  /** Undefined once the guest is forgotten. */
  #guest: FunctionOptions | undefined;
  #reallocate: Reallocate | undefined;
  #strings: Strings | undefined;
  readonly #functions = new Map<TypeWork, Map<ValueType, CallableFunction>>();

  constructor(options: FunctionOptions) {
    const { instance, encoding, resources, guard, lists, strings } = options;
    this.options = { instance, encoding, resources, guard, lists, strings };
    this.#guest = options;
    this.memory = new GuestMemory(options);
    instance.releases?.push(() => {
      this.#guest = undefined;
      this.memory.release();
    });
  }

  get reallocate(): Reallocate {
    this.#reallocate ??= makeReallocate(this, this.#guest?.realloc);
    return this.#reallocate;
  }

  get strings(): Strings {
    this.#strings ??= makeStrings(this);
    return this.#strings;
  }

  /** The function that does this work for values of a type, made once. */
  of(work: TypeWork, type: ValueType): CallableFunction {
    const known = this.#functions.get(work) ?? new Map<ValueType, CallableFunction>();
    this.#functions.set(work, known);
    const found = known.get(type) ?? makeTypeFunction(this, work, type);
    known.set(type, found);
    return found;
  }

  /** Whether functions with these options are of the same guest. */
  serves(options: FunctionOptions): boolean {
    return this.#guest !== undefined && shared.every((key) => this.#guest?.[key] === options[key]);
  }

  /** Begins the loans of a call. */
  beginScope(): CallScope {
    this.scope = new CallScope();
    return this.scope;
  }

  get view(): DataView {
    this.memory.refresh();
    return this.memory.view;
  }

  bytes(pointer: number, length: number): Uint8Array {
    this.memory.refresh();
    return this.memory.bytes.subarray(pointer, pointer + length);
  }

  allocate(alignment: number, byteLength: number): number {
    return this.reallocate(0, 0, alignment, byteLength);
  }

  checkRange(pointer: number, alignment: number, byteLength: number, what: string): void {
    this.memory.checkRange(pointer, alignment, byteLength, what);
  }

  countLifted(byteLength: number): void {
    this.memory.countLifted(byteLength);
  }
}

/**
 * Codecs by instance, whose functions mostly have one memory and one realloc, and then by the realloc: a guest may well
 * have one for each function, and must not have each looked for among all.
 */
const codecs = new WeakMap<InstanceState, WeakMap<object, Codec[]>>();

const shared = ["memory", "realloc", "encoding", "resources", "guard", "lists", "strings"] as const;

/** The codec for a function with these options. */
export function codecOf(options: FunctionOptions): Codec {
  const { instance, realloc = instance } = options;
  const ofInstance = codecs.get(instance) ?? new WeakMap<object, Codec[]>();
  codecs.set(instance, ofInstance);
  const known = ofInstance.get(realloc) ?? [];
  ofInstance.set(realloc, known);
  const found = known.find((one) => one.serves(options));
  if (found !== undefined) return found;
  const codec = new Codec(options);
  known.push(codec);
  return codec;
}

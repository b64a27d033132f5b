import {
  type CanonicalAbi,
  type CoreFunction,
  type FunctionOptions,
  type FunctionType,
  flattenFunction,
  HandleTable,
  type InstanceState,
  type ValueFunction,
  type ValueType,
} from "@polyplug/abi";

export type CoreValue = number | bigint;

/** A function of one parameter `a`. */
export function taking(...types: ValueType[]): FunctionType {
  return { params: types.map((type, index) => ({ name: index === 0 ? "a" : `a${index + 1}`, type })) };
}

/** The guest's side of calls: a real memory, and a `realloc` that never frees and grows the memory when it must. */
export class Guest {
  readonly memory: WebAssembly.Memory = new WebAssembly.Memory({ initial: 1 });
  readonly instance: InstanceState;
  /** What `realloc` was called with. */
  readonly reallocs: (readonly number[])[] = [];
  #end = 16;

  constructor(handles: HandleTable = new HandleTable()) {
    this.instance = { handles, mayLeave: true, entered: false };
  }

  realloc = (old: number, oldSize: number, alignment: number, newSize: number): number => {
    this.reallocs.push([old === 0 ? 0 : 1, oldSize, alignment, newSize]);
    const pointer = Math.ceil(this.#end / alignment) * alignment;
    this.#end = pointer + newSize;
    const missing = this.#end - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / 65_536));
    new Uint8Array(this.memory.buffer).copyWithin(pointer, old, old + Math.min(oldSize, newSize));
    return pointer;
  };

  /** The options of a function `f`. */
  options(given: Partial<FunctionOptions> = {}): FunctionOptions {
    const { instance, memory, realloc } = this;
    return { name: "f", instance, encoding: "utf8", memory, realloc, outcome: "value", ...given };
  }

  bytes(pointer: number, length: number): number[] {
    return [...new Uint8Array(this.memory.buffer, pointer, length)];
  }

  write(pointer: number, ...bytes: number[]): void {
    new Uint8Array(this.memory.buffer).set(bytes, pointer);
  }
}

/** A guest, and one way to speak with it. */
export class Speaker {
  readonly abi: CanonicalAbi;
  readonly guest: Guest;
  readonly options: FunctionOptions;

  constructor(abi: CanonicalAbi, given: Partial<FunctionOptions> = {}, guest: Guest = new Guest()) {
    this.abi = abi;
    this.guest = guest;
    this.options = guest.options(given);
  }

  /** The core values, integers unsigned, that the guest gets when it is called with these arguments. */
  lowered(type: FunctionType, ...args: unknown[]): CoreValue[] {
    let seen: CoreValue[] = [];
    const { params } = flattenFunction(type, "lift");
    const core = (...flat: CoreValue[]): void => {
      seen = flat.map((value, index) => unsigned(value, params[index]));
    };
    this.lift(core, type)(...args);
    return seen;
  }

  /** The arguments that the host gets when the guest calls it with these core values. */
  lifted(type: FunctionType, ...flat: CoreValue[]): unknown[] {
    let seen: unknown[] = [];
    const implementation = (...args: unknown[]): void => {
      seen = args;
    };
    Reflect.apply(this.lower(implementation, type), undefined, flat);
    return seen;
  }

  lift(core: CoreFunction, type: FunctionType): ValueFunction {
    return this.abi.lift(core, type, this.options);
  }

  lower(implementation: ValueFunction, type: FunctionType): CoreFunction {
    return this.abi.lower(implementation, type, this.options);
  }

  /** What the host is given where the guest gives this back: a core value, or a pointer to where the value lies. */
  returned(result: ValueType, core: CoreValue): unknown {
    return this.lift(() => core, { params: [], result })();
  }

  /** What the guest gets where the host gives this back, `out` being where it wants what has no room in a core value. */
  answered(result: ValueType | undefined, value: unknown, ...out: number[]): unknown {
    return Reflect.apply(
      this.lower(() => value, { params: [], result }),
      undefined,
      out,
    );
  }
}

/** As the guest's code does it when it uses such a value. */
function unsigned(value: CoreValue, type: string | undefined): CoreValue {
  if (type === "i32") return Number(value) >>> 0;
  return type === "i64" ? BigInt.asUintN(64, BigInt(value)) : value;
}

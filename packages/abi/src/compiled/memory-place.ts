import { discriminantType } from "../layout/discriminant-type.ts";
import { payloadOffset } from "../layout/element-size.ts";
import { fieldOffsets } from "../layout/field-offsets.ts";
import type { ValueType, VariantCase } from "../types/value-type.ts";
import type { Emitter } from "./emitter.ts";
import type { Fields, PieceKind, Sink, Source, VariantPlace } from "./place.ts";

/** What the methods of a `DataView` are called by. */
const accessors: Readonly<Record<PieceKind, string>> = {
  bool: "Uint8",
  u8: "Uint8",
  s8: "Int8",
  u16: "Uint16",
  s16: "Int16",
  u32: "Uint32",
  s32: "Int32",
  u64: "BigUint64",
  s64: "BigInt64",
  f32: "Float32",
  f64: "Float64",
};

/** A place in memory that is known to be aligned and within bounds. */
export class MemoryPlace implements Source, Sink {
  readonly #e: Emitter;
  readonly #pointer: string;
  readonly #offset: number;

  /** `pointer` is a name, `offset` in bytes. */
  constructor(e: Emitter, pointer: string, offset = 0) {
    this.#e = e;
    this.#pointer = pointer;
    this.#offset = offset;
  }

  read(kind: PieceKind): string {
    const value = this.#access("get", kind);
    return kind === "bool" ? `${value}!==0` : value;
  }

  readPair(): readonly [string, string] {
    return [this.read("u32"), this.#further(4).read("u32")];
  }

  readWhole(type: ValueType): string {
    return `${this.#e.constant(this.#e.codec.of("load", type))}(${this.#at})`;
  }

  write(kind: PieceKind, expression: string): void {
    this.#e.line(`${this.#access("set", kind, piece(kind, expression))};`);
  }

  writePair(pointer: string, length: string): void {
    this.write("u32", pointer);
    this.#further(4).write("u32", length);
  }

  writeWhole(type: ValueType, value: string): void {
    this.#e.line(`${this.#e.constant(this.#e.codec.of("store", type))}(${value},${this.#at});`);
  }

  fillRest(): void {
    // In memory, what a case does not fill keeps what was there.
  }

  field(fields: Fields, index: number): MemoryPlace {
    return this.#further(fieldOffsets(fields)[index] ?? 0);
  }

  variant(cases: readonly VariantCase[]): VariantPlace<MemoryPlace> {
    const payload = this.#further(payloadOffset(cases));
    return { discriminant: this, discriminantKind: discriminantType(cases), payload: () => payload };
  }

  #further(bytes: number): MemoryPlace {
    return new MemoryPlace(this.#e, this.#pointer, this.#offset + bytes);
  }

  get #at(): string {
    return this.#offset === 0 ? this.#pointer : `${this.#pointer}+${this.#offset}`;
  }

  #access(verb: "get" | "set", kind: PieceKind, ...value: string[]): string {
    const accessor = accessors[kind];
    // Memory is little-endian, which a method for more than one byte has to be told.
    const args = [this.#at, ...value, ...(accessor.endsWith("8") ? [] : ["true"])];
    return `${this.#e.memory}.view.${verb}${accessor}(${args.join(",")})`;
  }
}

function piece(kind: PieceKind, expression: string): string {
  if (kind === "bool") return `${expression}?1:0`;
  // An engine may write any bits for NaN that it was given, but for its own it writes the canonical ones.
  return kind === "f32" || kind === "f64" ? `${expression}===${expression}?${expression}:NaN` : expression;
}

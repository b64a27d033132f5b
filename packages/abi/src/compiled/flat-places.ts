import type { CoreType } from "../flatten/core-type.ts";
import { flattenType, flattenTypes } from "../flatten/flatten-type.ts";
import type { ValueType } from "../types/value-type.ts";
import { narrowed, widened, wrapped } from "./core-conversions.ts";
import type { Emitter } from "./emitter.ts";
import type { Fields, PieceKind, Sink, Source, VariantPlace } from "./place.ts";

/** A core value: an expression for it, or the variable that it goes into. */
export interface CoreSlot {
  readonly type: CoreType;
  readonly name: string;
}

/** The core types of a type that is passed flat, which is known to have few enough. */
export function flatOf(type: ValueType | undefined): readonly CoreType[] {
  return (type && flattenType(type)) ?? [];
}

/** Where among the core values of a record those of a field begin. */
function start(fields: Fields, index: number): number {
  return flattenTypes(fields.slice(0, index).map(({ type }) => type))?.length ?? 0;
}

/** Core values that a value is lifted from. */
export class FlatSource implements Source {
  readonly #e: Emitter;
  readonly #slots: readonly CoreSlot[];

  constructor(e: Emitter, slots: readonly CoreSlot[]) {
    this.#e = e;
    this.#slots = slots;
  }

  read(kind: PieceKind): string {
    const value = this.#name(0);
    switch (kind) {
      case "bool":
        return `${value}!==0`;
      case "u64":
        return `${this.#e.constant(BigInt.asUintN)}(64,${value})`;
      case "s64":
        return `${this.#e.constant(BigInt.asIntN)}(64,${value})`;
      case "f32":
      case "f64":
        return value;
      default:
        return wrapped(kind, value);
    }
  }

  readPair(): readonly [string, string] {
    return [`${this.#name(0)}>>>0`, `${this.#name(1)}>>>0`];
  }

  readWhole(type: ValueType): string {
    const values = flatOf(type).map((_, index) => this.#name(index));
    return `${this.#e.constant(this.#e.codec.of("lift", type))}(${values.join(",")})`;
  }

  field(fields: Fields, index: number): FlatSource {
    return new FlatSource(this.#e, this.#slots.slice(start(fields, index)));
  }

  variant(): VariantPlace<FlatSource> {
    const [, ...places] = this.#slots;
    const payload = (type: ValueType | undefined): FlatSource =>
      new FlatSource(
        this.#e,
        flatOf(type).map((want, index) => {
          const slot = places[index] ?? missing(index);
          return { type: want, name: narrowed(this.#e, slot.name, slot.type, want) };
        }),
      );
    return { discriminant: this, discriminantKind: "u32", payload };
  }

  #name(index: number): string {
    return (this.#slots[index] ?? missing(index)).name;
  }
}

/** Variables for core values that a value is lowered to. They may be wider than its own. */
export class FlatSink implements Sink {
  readonly #e: Emitter;
  readonly #slots: readonly CoreSlot[];

  constructor(e: Emitter, slots: readonly CoreSlot[]) {
    this.#e = e;
    this.#slots = slots;
  }

  write(kind: PieceKind, expression: string): void {
    if (kind === "f32") this.#put(0, "f32", `${this.#e.constant(Math.fround)}(${expression})`);
    else this.#put(0, coreType(kind), kind === "bool" ? `${expression}?1:0` : expression);
  }

  writePair(pointer: string, length: string): void {
    this.#put(0, "i32", pointer);
    this.#put(1, "i32", length);
  }

  writeWhole(type: ValueType, value: string): void {
    const values = this.#e.let(`${this.#e.constant(this.#e.codec.of("lower", type))}(${value})`);
    for (const [index, have] of flatOf(type).entries()) this.#put(index, have, `${values}[${index}]`);
  }

  fillRest(type: ValueType | undefined): void {
    // The discriminant comes before what a case carries.
    for (const { name, type: want } of this.#slots.slice(1 + flatOf(type).length)) {
      this.#e.line(`${name}=${want === "i64" ? "0n" : "0"};`);
    }
  }

  field(fields: Fields, index: number): FlatSink {
    const from = start(fields, index);
    return new FlatSink(this.#e, this.#slots.slice(from, from + flatOf(fields[index]?.type).length));
  }

  variant(): VariantPlace<FlatSink> {
    const payload = (type: ValueType | undefined): FlatSink =>
      new FlatSink(this.#e, this.#slots.slice(1, 1 + flatOf(type).length));
    return { discriminant: this, discriminantKind: "u32", payload };
  }

  #put(index: number, have: CoreType, expression: string): void {
    const { name, type } = this.#slots[index] ?? missing(index);
    this.#e.line(`${name}=${widened(this.#e, expression, have, type)};`);
  }
}

function coreType(kind: PieceKind): CoreType {
  if (kind === "f32" || kind === "f64") return kind;
  return kind === "u64" || kind === "s64" ? "i64" : "i32";
}

function missing(index: number): never {
  throw new RangeError(`there is no core value ${index}`);
}

import type { NumberKind, ValueType, VariantCase } from "../types/value-type.ts";

/** What is read and written in one piece: a number, or an integer of as many bytes that stands for something else. */
export type PieceKind = NumberKind | "bool";

/** A variant as parts of where it is. */
export interface VariantPlace<Place> {
  readonly discriminant: Place;
  readonly discriminantKind: PieceKind;
  /** Where a case has what it carries. */
  readonly payload: (type: ValueType | undefined) => Place;
}

export type Fields = readonly { readonly type: ValueType }[];

/** Where a value is lifted from, be it memory or core values. What it gives are expressions. */
export interface Source {
  /** A number of this kind; an integer that stands for something else is unsigned. */
  read(kind: PieceKind): string;
  /** A pointer and a length, unsigned. */
  readPair(): readonly [pointer: string, length: string];
  /** The whole value, by the function for its type. */
  readWhole(type: ValueType): string;
  field(fields: Fields, index: number): Source;
  variant(cases: readonly VariantCase[]): VariantPlace<Source>;
}

/** Where a value is lowered to. What it does, it emits. */
export interface Sink {
  /** Puts what an expression gives there, which is in the range of its kind; for floats it is a name. */
  write(kind: PieceKind, expression: string): void;
  writePair(pointer: string, length: string): void;
  /** Lowers the whole value of that name, by the function for its type. */
  writeWhole(type: ValueType, value: string): void;
  /** Puts zeros where values of this type have nothing and those of other cases have something. */
  fillRest(type: ValueType | undefined): void;
  field(fields: Fields, index: number): Sink;
  variant(cases: readonly VariantCase[]): VariantPlace<Sink>;
}

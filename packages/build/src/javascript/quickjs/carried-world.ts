import type { NumberKind } from "@polyplug/abi";

/** A type by its place in the table of its world. */
export type TypeIndex = number;

/** What of a type tells how its values cross the border of the engine, as plain data. */
export type CarriedType =
  /** The engine has it as the contract's types do. */
  | { readonly kind: "plain" }
  | { readonly kind: "number"; readonly number: NumberKind }
  | { readonly kind: "numbers"; readonly number: NumberKind }
  | { readonly kind: "list"; readonly element: TypeIndex }
  /** By the names of the fields in JavaScript. */
  | { readonly kind: "record"; readonly fields: readonly (readonly [key: string, type: TypeIndex])[] }
  | { readonly kind: "tuple"; readonly types: readonly TypeIndex[] }
  /** What is `{ tag, val }`: variants, results, and options of options. Cases that carry nothing are left out. */
  | { readonly kind: "tagged"; readonly cases: readonly (readonly [tag: string, type: TypeIndex])[] }
  | { readonly kind: "option"; readonly type: TypeIndex }
  /** A handle of one of the resources that the plugin exports. */
  | { readonly kind: "handle"; readonly resource: number };

/** What crosses the border in a call. */
export interface CarriedFunction {
  readonly params: readonly TypeIndex[];
  /** What is returned; of a `result` what is `ok`. */
  readonly result?: TypeIndex | undefined;
  /** Whether it gives a `result`, so that what is thrown is an answer too. */
  readonly fails: boolean;
  /** What is thrown then. */
  readonly error?: TypeIndex | undefined;
}

/** A resource's class. */
export interface CarriedClass {
  /** Which of the exported resources; left out of those of the host. */
  readonly resource?: number | undefined;
  readonly construct?: CarriedFunction | undefined;
  readonly methods: readonly (readonly [key: string, type: CarriedFunction])[];
  readonly statics: readonly (readonly [key: string, type: CarriedFunction])[];
}

/** The functions and classes of an interface, or of the world itself, by their names in JavaScript. */
export interface CarriedFace {
  readonly functions: readonly (readonly [key: string, type: CarriedFunction])[];
  readonly classes: readonly (readonly [key: string, type: CarriedClass])[];
}

/** A world, as far as values of it cross the border. */
export interface CarriedWorld {
  readonly types: readonly CarriedType[];
  /** The interfaces that the plugin exports, by the names that it may export them under. */
  readonly exports: readonly (readonly [names: readonly string[], face: CarriedFace])[];
  readonly own: CarriedFace;
  /** Those of the host, by their ids. */
  readonly imports: readonly (readonly [id: string, face: CarriedFace])[];
  /** The world's own functions that the host provides, by their names in WIT, with those in JavaScript. */
  readonly provided: readonly (readonly [name: string, key: string, type: CarriedFunction])[];
}

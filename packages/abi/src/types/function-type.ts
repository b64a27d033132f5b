import type { ValueType } from "./value-type.ts";

export interface Parameter {
  /** As WIT writes it, in kebab-case. */
  readonly name: string;
  readonly type: ValueType;
}

/** The type of a component's function, synchronous. */
export interface FunctionType {
  readonly params: readonly Parameter[];
  /** Left out where the function gives nothing back. */
  readonly result?: ValueType | undefined;
}

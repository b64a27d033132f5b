import type { ValueType } from "./value-type.ts";

export interface Parameter {
  /** As WIT writes it, in kebab-case. */
  readonly name: string;
  readonly type: ValueType;
}

/** The type of a component's function. */
export interface FunctionType {
  /** Whether it is an `async func`, which can be told of and not yet called. Default: false. */
  readonly async?: boolean | undefined;
  readonly params: readonly Parameter[];
  /** Left out where the function gives nothing back. */
  readonly result?: ValueType | undefined;
}

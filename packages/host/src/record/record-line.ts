/** A value as the record has it; see {@link encodeValue}. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The first line: whose calls follow. */
export interface RecordHeader {
  readonly polyplug: "record";
  readonly version: 1;
  readonly plugin: string;
  /** Of the plugin's bytes, as the option `integrity` has it. */
  readonly hash: string;
  /** The contract that it was loaded with, in its binary form as base64. */
  readonly contract?: string;
  readonly limits?: Json;
  /** What ran it: `Node.js 26`. */
  readonly engine: string;
}

/** A function of the boundary. */
export interface LineSite {
  readonly interface?: string;
  readonly function: string;
}

/** What a plugin, or a call of it, ended by. */
export interface LineFault {
  readonly code: string;
  readonly reason: string;
  readonly exitCode?: number;
  /** The functions of the trap's innermost frames, by their indices. */
  readonly frames?: readonly number[];
}

/**
 * Every other line: one time that something crossed the boundary, in the order in which it did. What the host does is
 * `load`, `call`, `answer`, `fail` and `dispose`; what the plugin does is `return`, `throw`, `import` and `fault`. A
 * `call` and its `return` or `throw` have one number, and so have an `import` and its `answer`, `fail` or `end`.
 */
export type RecordLine =
  | { readonly kind: "load" }
  | ({ readonly kind: "call"; readonly id: number; readonly args: readonly Json[] } & LineSite)
  | ({ readonly kind: "import"; readonly id: number; readonly args: readonly Json[] } & LineSite)
  | { readonly kind: "return"; readonly id: number; readonly value?: Json; readonly err?: Json }
  | ({ readonly kind: "throw"; readonly id: number } & LineFault)
  | ({ readonly kind: "fault" } & LineFault)
  | {
      readonly kind: "answer";
      readonly id: number;
      readonly value?: Json;
      readonly err?: Json;
      /** What it wrote to the plugin's memory: addresses and bytes in base64. */
      readonly memory?: readonly (readonly [number, string])[];
    }
  /** The host's function threw; without a message it gave what does not fit. */
  | { readonly kind: "fail"; readonly id: number; readonly message?: string }
  /** WASI ended the plugin. */
  | {
      readonly kind: "end";
      readonly id: number;
      readonly exitCode?: number;
      readonly code?: string;
      readonly reason?: string;
    }
  | { readonly kind: "dispose" }
  | { readonly kind: "truncated"; readonly maxSize: number };

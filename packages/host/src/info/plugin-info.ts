import type { Capability } from "@polyplug/wasi";
import type { PluginMetadata } from "../metadata/plugin-metadata.ts";

/** What a plugin is, read from its bytes alone: none of its code has run. Plain data that survives `JSON.stringify`. */
export interface PluginInfo {
  readonly kind: "module" | "component";
  /** In bytes. */
  readonly size: number;
  /** The world that it says it is of, `ns:pkg/world@1.2.3`. Components do not say, and bare modules have none. */
  readonly world?: string | undefined;
  readonly imports: readonly ImportInfo[];
  readonly exports: readonly ExportInfo[];
  /** Memories that the plugin defines or imports, by index. */
  readonly memories: readonly MemoryInfo[];
  /**
   * `command` runs once, from `_start` or `run` of `wasi:cli/run`; `reactor` is set up by `_initialize` and then called;
   * `plain` needs neither. Of a component that is no command it is undefined, for it sets itself up.
   */
  readonly entry: "command" | "reactor" | "plain" | undefined;
  /** The source language, as far as the `producers` section or the imports tell. */
  readonly language: string | undefined;
  /** The `producers` section: field, then tool and version. Empty where there is none. */
  readonly producers: readonly ProducerInfo[];
  /**
   * What the plugin's imports are for: keys of a grant, such as `stdout` or `files`, and `sockets`, which cannot be
   * granted. It may well run without them.
   */
  readonly capabilities: readonly Capability[];
  /**
   * How values with WIT types cross to a plugin that was loaded: `reference` is slow, and used where code may not be made.
   * Undefined for a bare module, and before there is anything to call.
   */
  readonly canonicalAbi?: "compiled" | "reference" | undefined;
  /** What is wrong with custom sections. The specification has such faults ignored, and so does loading. */
  readonly notes: readonly string[];
}

/** What {@link inspectPlugin} tells of a plugin's bytes beside what is in them. */
export interface Inspection extends PluginInfo {
  /** What it imports and exports as WIT writes it; undefined for a bare module. */
  readonly wit?: string | undefined;
  /** Parts of the component model that it needs and that cannot be had here yet, such as `stream.read`. */
  readonly unsupported?: readonly string[] | undefined;
  /** What it says of itself, such as its version and authors. Its language is told apart, for nobody need have said it. */
  readonly metadata: PluginMetadata;
  /** The hash of the bytes in the form that the `integrity` option takes. */
  readonly integrity: string;
}

export interface ImportInfo extends ExternInfo {
  readonly module: string;
}

export type ExportInfo = ExternInfo;

/** One import or export with its type, as text and, for a function, in parts. */
export interface ExternInfo {
  readonly name: string;
  readonly kind: "func" | "table" | "memory" | "global" | "tag";
  /**
   * The type in the style of the text format: `func (i32, i32) -> i32`, `memory 1..16`, `global mut i32`. Of a component
   * it is WIT: `write: func(line: string)`.
   */
  readonly type: string;
  readonly params?: readonly string[];
  readonly results?: readonly string[];
}

export interface MemoryInfo {
  /** In pages of 65,536 bytes. */
  readonly min: number;
  readonly max: number | undefined;
  readonly shared: boolean;
  readonly index: "i32" | "i64";
}

export interface ProducerInfo {
  readonly field: string;
  readonly name: string;
  readonly version: string;
}

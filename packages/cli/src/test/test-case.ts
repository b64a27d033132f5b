import type { Grant, Limits } from "@polyplug/host";

/** What a call has to come to. */
export type Expectation =
  /** It returns this, in the WebAssembly Value Encoding; `err(…)` is what a function with a `result` throws. */
  | { readonly kind: "result"; readonly text: string }
  /** It traps, with this somewhere in the message. */
  | { readonly kind: "trap"; readonly text: string }
  /** It is refused or fails with this code of `PluginError`. */
  | { readonly kind: "error"; readonly code: string }
  /** It returns, whatever. */
  | { readonly kind: "return" };

/** What a case grants: as `loadPlugin` takes it, but for output, which is kept and shown where the case fails. */
export type CaseGrant = Omit<Grant, "stdout" | "stderr"> & { readonly stdout?: true; readonly stderr?: true };

/** One call of a plugin, of an instance of its own. */
export interface TestCase {
  readonly name: string;
  /** The function, by any name that `polyplug call` takes. */
  readonly call: string;
  /** In the WebAssembly Value Encoding; of a bare module numbers. */
  readonly args: readonly string[];
  readonly expected: Expectation;
  readonly grant: CaseGrant;
  /** As `loadPlugin` takes them. */
  readonly limits: Limits;
  /** What functions return that the plugin imports, by their names. */
  readonly imports: Readonly<Record<string, string>>;
  /** The calls of imported functions in their order: `log.write("a")`. Undefined where it does not matter. */
  readonly calls: readonly string[] | undefined;
}

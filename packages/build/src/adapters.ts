import type { Adapter } from "./adapter.ts";
import { assemblyscript } from "./assemblyscript/assemblyscript.ts";
import { BuildError } from "./build-error.ts";
import { c } from "./c/c.ts";
import { cpp } from "./c/cpp.ts";
import { go } from "./go/go.ts";
import { rustFor } from "./rust/rust.ts";

/** Every language that has one compiler, by its name. */
export const adapters: ReadonlyMap<string, Adapter> = new Map(
  [rustFor(["wasm32-wasip1"]), c, cpp, go, assemblyscript].map((adapter) => [adapter.language, adapter]),
);

/** The adapter of a language. */
export function adapterOf(language: string): Adapter {
  const adapter = adapters.get(language);
  if (adapter === undefined)
    throw new BuildError(`build ${language}`, `no adapter builds it, only ${[...adapters.keys()].join(", ")}`);
  return adapter;
}

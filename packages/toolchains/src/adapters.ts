import type { Adapter } from "./adapter.ts";
import { assemblyscript } from "./adapters/assemblyscript.ts";
import { c } from "./adapters/c.ts";
import { cpp } from "./adapters/cpp.ts";
import { go } from "./adapters/go.ts";
import { rust } from "./adapters/rust.ts";

/** Every guest language, by the name of its folder. */
export const adapters: ReadonlyMap<string, Adapter> = new Map(
  [rust, c, cpp, go, assemblyscript].map((adapter) => [adapter.language, adapter]),
);

import { readFileSync } from "node:fs";

/** Bytes beside the text that they were assembled from, by `wasm-tools parse`. */
function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`./fixtures/${name}.wasm`, import.meta.url));
}

/** Components by the name of their text. */
export const componentFixtures: Readonly<Record<"resources" | "types" | "async", Uint8Array>> = {
  resources: fixture("resources"),
  types: fixture("types"),
  async: fixture("async"),
};

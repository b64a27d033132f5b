import { readFileSync } from "node:fs";

/** The content of a section `component-type`; the folder says how it was made. */
export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`./fixtures/${name}.wasm`, import.meta.url));
}

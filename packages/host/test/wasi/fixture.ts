import { readFileSync } from "node:fs";

/** The bytes of a component whose text is beside it. */
export function fixture(name: "http" | "services" | "hostile"): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`${name}.wasm`, import.meta.url)));
}

import { readFileSync } from "node:fs";
import { type LinkPlan, planComponent } from "@polyplug/component";
import { decodeComponent } from "@polyplug/wasm-binary";

/** The bytes of a component of the folder `fixtures`, where its text is beside it. */
export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`fixtures/${name}.wasm`, import.meta.url));
}

/** The plan for a component of the folder `fixtures`. */
export async function planFixture(name: string): Promise<LinkPlan> {
  return await planComponent(decodeComponent(fixture(name)));
}

import type { World } from "@polyplug/abi";
import { type WorldFunction, worldFunctions } from "./world-functions.ts";

/** What a plugin imports but for WASI, which is granted. */
export function hostFunctions({ imports }: World): WorldFunction[] {
  return worldFunctions(imports).filter(({ owner }) => !owner?.startsWith("wasi:"));
}

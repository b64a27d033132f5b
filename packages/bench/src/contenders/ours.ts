import { loadPlugin } from "@polyplug/host";
import { type Calls, hostFunctions } from "../calls.ts";
import type { Contender } from "./contender.ts";

/** The guest as the host gives it, with either canonical ABI. */
export async function ours(path: string, party: "ours" | "reference"): Promise<Contender> {
  const canonicalAbi = party === "ours" ? "compiled" : "reference";
  const options = { canonicalAbi, imports: { ...hostFunctions } } as const;
  // Plugins come and go, and calls must not be quick merely because none has ended yet.
  (await loadPlugin(path, options)).dispose();
  const { exports } = await loadPlugin<Calls>(path, options);
  return { party, calls: exports };
}

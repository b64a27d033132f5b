import { loadPlugin } from "@polyplug/host";
import { type Calls, hostFunctions } from "../calls.ts";
import type { Contender } from "./contender.ts";

/** The guest as the host gives it, with either canonical ABI. */
export async function ours(path: string, party: "ours" | "reference"): Promise<Contender> {
  const canonicalAbi = party === "ours" ? "compiled" : "reference";
  const { exports } = await loadPlugin<Calls>(path, { canonicalAbi, imports: { ...hostFunctions } });
  return { party, calls: exports };
}

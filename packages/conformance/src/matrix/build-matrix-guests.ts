import { type BuildTypedGuestsOptions, buildTypedGuests, discoverTypedGuests } from "@polyplug/toolchains";
import { cases } from "../discover-cases.ts";
import type { MatrixGuest } from "./plan-matrix.ts";

/** Builds guests of some cases in some languages; what is in the cache already is not built again. */
export async function buildMatrixGuests(
  topics: readonly string[],
  languages: readonly string[],
  options: BuildTypedGuestsOptions,
): Promise<readonly MatrixGuest[]> {
  const all = await discoverTypedGuests(cases);
  const guests = all.filter(({ topic, language }) => topics.includes(topic) && languages.includes(language));
  const outcomes = await buildTypedGuests(guests, options);
  return outcomes.map((outcome) => {
    if ("path" in outcome) return outcome;
    return { ...outcome, reason: "cure" in outcome ? outcome.cure : outcome.error.message };
  });
}

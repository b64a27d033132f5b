import { guestTitle, languageTitle } from "./guest-title.ts";
import type { MeasuredAdder } from "./measure-adder.ts";

/** What the figures mean, and why some stand out. */
export function adderNotes(adders: readonly MeasuredAdder[]): readonly string[] {
  const needy = adders.flatMap(({ guest }) =>
    "grant" in guest && Object.keys(guest.grant).length > 0
      ? [`${languageTitle(guest)} cannot start without the grant ${Object.keys(guest.grant).join(", ")}.`]
      : [],
  );
  const printing = adders.flatMap(({ guest, outcome }) =>
    "writes" in outcome && outcome.writes
      ? [`${guestTitle(guest)} prints in each call, and that is what its time goes into.`]
      : [],
  );
  return [
    "ns/call is through plugin.exports, direct the same function from the engine's instance.exports.",
    ...printing,
    ...new Set(needy),
  ];
}

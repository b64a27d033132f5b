import { nearest } from "@polyplug/errors";
import type { Choice } from "./plugin-contract.ts";

/** How many names a message lists. */
const most = 20;

/** The message with the names that there are, the nearest to the one that was given before them. */
export function asChoice(message: string, { given, known }: Choice): string {
  const near = given === undefined ? undefined : nearest(given, known);
  const guess = near === undefined ? "" : `, did you mean ${JSON.stringify(near)}`;
  if (known.length === 0) return `${message}: there is none`;
  const rest = known.length > most ? `, and ${known.length - most} more` : "";
  return `${message}${guess}: known are ${known.slice(0, most).join(", ")}${rest}`;
}

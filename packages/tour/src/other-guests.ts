import { stat } from "node:fs/promises";
import { relative } from "node:path";
import type { GuestOutcome } from "@polyplug/toolchains";
import { formatSize } from "./format-size.ts";
import { guestTitle } from "./guest-title.ts";

/** One line for each guest: what it is, its size, and where it lies. */
export function otherGuests(guests: readonly GuestOutcome[]): Promise<readonly string[]> {
  return Promise.all(guests.map(async (guest) => `${guest.topic} in ${guestTitle(guest)}: ${await stateOf(guest)}`));
}

async function stateOf(guest: GuestOutcome): Promise<string> {
  if ("cure" in guest) return guest.cure;
  if ("error" in guest) return "cannot be built, see above";
  const { size } = await stat(guest.newest);
  return `${formatSize(size)}, ${relative(process.cwd(), guest.newest)}`;
}

import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { OnProgress } from "@polyplug/build";
import type { Machine } from "../machine.ts";
import { Slots } from "../slots.ts";
import { repository, thisMachine } from "../this-machine.ts";
import { openWitTools } from "../wit-tools/wit-tools.ts";
import { buildWithCompiler } from "./build-with-compiler.ts";
import type { TypedGuest, TypedGuestOutcome } from "./typed-guest.ts";
import { typedLanguages } from "./typed-languages.ts";

export interface BuildTypedGuestsOptions {
  /** By default this process's environment. */
  readonly env?: Machine["env"];
  /** Where artifacts and the compilers' own caches lie. By default in this repository. */
  readonly cache?: string;
  /** Is told of everything that takes long, and of every error, once. */
  readonly onProgress?: OnProgress;
  /** Ends all compilers and installers, and rejects. */
  readonly signal?: AbortSignal;
}

/**
 * Builds typed guests: as core plugins and as components, or in JavaScript as components alone, one by each generator.
 * The compilers that are missing and can be got are got first, and what was built before from the same sources with the
 * same compiler is not built again.
 *
 * Gives one entry an artifact, in the order of guests. What cannot be built has an error with everything that the
 * compiler printed, or a cure, and does not keep the others from being built. Rejects when it was aborted.
 */
export async function buildTypedGuests(
  guests: readonly TypedGuest[],
  options: BuildTypedGuestsOptions = {},
): Promise<readonly TypedGuestOutcome[]> {
  const machine = thisMachine({ cache: join(repository, ".cache"), ...options });
  const tools = openWitTools(machine);
  // More at once would only wait for each other.
  const slots = new Slots(availableParallelism());
  const work = typedLanguages.flatMap(({ language, compilers, grant = {} }) => {
    const own = guests.filter((guest) => guest.language === language);
    return own.length === 0 ? [] : compilers.map((compiler) => ({ compiler, own, grant }));
  });
  // All come to their end, so that nothing still runs when this has thrown.
  const built = await Promise.allSettled(
    work.map(({ compiler, own, grant }) => buildWithCompiler(own, { compiler, machine, tools, slots, grant })),
  );
  await tools.close();
  const outcomes = built.flatMap((outcome) => {
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  });
  return guests.flatMap((guest) => outcomes.flatMap(({ guest: of, outcome }) => (of === guest ? [outcome] : [])));
}

import { BuildError, type OnProgress, tellFailure } from "@polyplug/build";
import { adapters, type GuestAdapter } from "./adapters.ts";
import { buildGuest } from "./build-guest.ts";
import { discoverGuests, type Guest } from "./discover-guests.ts";
import { equip } from "./equip.ts";
import { failureOf, toldFailureOf } from "./failure-of.ts";
import { describeGuest, type FailedGuest, type GuestOutcome } from "./guest-outcome.ts";
import type { Machine } from "./machine.ts";
import { recipeOf } from "./recipe.ts";
import { repository, thisMachine } from "./this-machine.ts";

export interface BuildGuestsOptions {
  /** The repository. By default the one that this file is in. */
  readonly root?: string;
  /** Only the guests of these topics. By default all. */
  readonly topics?: readonly string[];
  /** By default this process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Is told of everything that takes long, and of every error, once. */
  readonly onProgress?: OnProgress;
  /** Ends all compilers and installers, and rejects. */
  readonly signal?: AbortSignal;
}

/**
 * Builds every guest of a repository for every target it names, first getting the compilers that are missing and can
 * be got. What was built before from the same sources with the same compiler is not built again.
 *
 * Gives one entry a guest and target, in the order of topics, adapters and targets. A language that cannot be had gives
 * a cure, and what cannot be built an error with everything that the compiler printed; neither keeps the others from
 * being built. Throws a {@link BuildError} where there is nothing to build, or when it was aborted.
 */
export async function buildGuests(options: BuildGuestsOptions = {}): Promise<readonly GuestOutcome[]> {
  const { root = repository, topics, ...known } = options;
  const machine = thisMachine(known, root);
  const all = await discoverGuests(root);
  const wanted = all.filter(({ topic }) => topics === undefined || topics.includes(topic));
  if (wanted.length === 0) throw new BuildError("build guests", `no topic is called ${topics?.join(" or ")}`);

  const broken = wanted.filter((one): one is FailedGuest => "error" in one);
  for (const one of broken) tellFailure(`build ${describeGuest(one)}`, one.error, machine.onProgress);
  const guests = wanted.filter((one): one is Guest => "adapter" in one);
  const languages = [...adapters.values()].filter((adapter) => guests.some((guest) => guest.adapter === adapter));
  // All come to their end, so that nothing still runs when this has thrown.
  const built = await Promise.allSettled(
    languages.map((adapter) => {
      const ofLanguage = guests.filter((guest) => guest.adapter === adapter);
      return buildLanguage(adapter, ofLanguage, machine);
    }),
  );
  const results = built.flatMap((outcome) => {
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  });
  return [...results, ...broken].sort((a, b) => (a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : 0));
}

async function buildLanguage(
  adapter: GuestAdapter,
  guests: readonly Guest[],
  machine: Machine,
): Promise<GuestOutcome[]> {
  const recipe = await recipeOf(adapter.language);
  const toolchain = await equip(adapter, machine).catch(toldFailureOf(`set up ${adapter.title}`, machine));
  const outcomes: GuestOutcome[] = [];
  for (const guest of guests) {
    for (const target of guest.targets) {
      const name = { topic: guest.topic, language: adapter.language, target };
      if (!("build" in toolchain)) outcomes.push({ ...name, ...toolchain });
      else {
        const outcome = await buildGuest(guest, target, { toolchain, recipe, machine }).then(
          (built) => ({ ...built, grant: adapter.grant }),
          (error: unknown) => failureOf(error, machine),
        );
        outcomes.push({ ...name, ...outcome });
      }
    }
  }
  return outcomes;
}

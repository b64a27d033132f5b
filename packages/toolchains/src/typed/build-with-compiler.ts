import { join } from "node:path";
import type { Lowering, StartingGrant, TypedGuestName } from "@polyplug/built-guests";
import { equip } from "../equip.ts";
import { failureOf, toldFailureOf } from "../failure-of.ts";
import { describeGuest } from "../guest-outcome.ts";
import { recipeWith } from "../recipe.ts";
import { buildEach } from "./build-each.ts";
import { buildTogether } from "./build-together.ts";
import { guestContent } from "./guest-sources.ts";
import { makeComponent } from "./make-component.ts";
import type { TypedGuest, TypedGuestOutcome } from "./typed-guest.ts";
import type { JobResult, TypedJob, TypedMeans } from "./typed-job.ts";

/** What became of one artifact of a guest. */
export interface Attempt {
  readonly guest: TypedGuest;
  readonly outcome: TypedGuestOutcome;
}

/** Builds guests of one language with one of its compilers, and components of the core modules that come out. */
export async function buildWithCompiler(
  guests: readonly TypedGuest[],
  shared: Omit<TypedMeans, "toolchain"> & { readonly grant: StartingGrant },
): Promise<readonly Attempt[]> {
  const { compiler, machine, tools } = shared;
  const { adapter, makes, generator } = compiler;
  const name = (target: Lowering, { topic, language }: TypedGuest): TypedGuestName => {
    return { topic, language, target, ...(generator !== undefined && { generator }) };
  };
  const attempts = (target: Lowering, results: Iterable<readonly [TypedGuest, JobResult]>) =>
    [...results].map(([guest, result]): Attempt => {
      const granted = "path" in result ? { ...result, grant: shared.grant } : result;
      return { guest, outcome: { ...name(target, guest), ...granted } };
    });
  const targets: readonly Lowering[] = makes === "core" ? ["core", "component"] : ["component"];
  const all = (result: JobResult) =>
    targets.flatMap((target) =>
      attempts(
        target,
        guests.map((guest) => [guest, result]),
      ),
    );

  const toolchain = await equip(adapter, machine).catch(toldFailureOf(`set up ${adapter.title}`, machine));
  if (!("build" in toolchain)) return all(toolchain);
  const built =
    makes === "core" ? await tools.built().catch(toldFailureOf("set up the WIT tools", machine)) : undefined;
  if (built !== undefined && !("identity" in built)) return all(built);

  const means: TypedMeans = { ...shared, toolchain };
  const recipe = await recipeWith(adapter.language, compiler.recipe);
  const key = [toolchain.version, compiler.target, built?.identity ?? "", ...recipe];
  const job = async (target: Lowering, guest: TypedGuest): Promise<TypedJob> => ({
    guest,
    task: `build ${describeGuest(name(target, guest))}`,
    wanted: {
      folder: join(machine.cache, "guests", guest.topic, guest.language, generator ?? target),
      key: [...key, ...(await guestContent(guest))],
      name: `${guest.topic}.wasm`,
      signal: machine.signal,
    },
  });
  const jobs = await Promise.all(guests.map((guest) => job(makes, guest)));
  const build = compiler.layOutBatch === undefined ? buildEach : buildTogether;
  const results = await build(jobs, means).catch((error: unknown) => failureOf(error, machine));
  if ("error" in results) return all(results);
  if (makes === "component") return attempts(makes, results);
  const components = [...results].map(
    async ([guest, core]) => [guest, await makeComponent(await job("component", guest), core, means)] as const,
  );
  return [...attempts(makes, results), ...attempts("component", await Promise.all(components))];
}

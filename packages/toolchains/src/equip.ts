import {
  type Adapter,
  BuildError,
  isToolchain,
  type Missing,
  type Toolchain,
  tellProgress,
  type Way,
} from "@polyplug/build";
import { withFileLock } from "./file-lock.ts";
import type { Machine } from "./machine.ts";
import { provisionOf } from "./provision/provision.ts";

/** Nothing on this machine builds the language. The cure is one line for a person. */
export interface Unavailable {
  readonly cure: string;
}

/** Ways that are not there yet and what is known of them, in the adapter's order. */
export interface Absent {
  readonly absent: readonly { readonly way: Way; readonly finding: Missing }[];
}

/**
 * Looks for a language's compiler, in the order of its adapter's ways, and changes nothing.
 *
 * `POLYPLUG_<LANGUAGE>` (`POLYPLUG_RUST=debian`) keeps all ways but one from being tried.
 */
export async function preflight(adapter: Adapter, machine: Machine): Promise<Toolchain | Absent> {
  const absent: Absent["absent"][number][] = [];
  for (const way of allowedWays(adapter, machine)) {
    const finding = await way.find(machine);
    if (isToolchain(finding)) return finding;
    absent.push({ way, finding });
  }
  return { absent };
}

/** As {@link preflight}, and then installs: the first way that can be provisioned and afterwards works. */
export async function equip(adapter: Adapter, machine: Machine): Promise<Toolchain | Unavailable> {
  const found = await preflight(adapter, machine);
  if (!("absent" in found)) return found;
  // Two installers at once would trip over each other; whoever waited may find that nothing is left to do.
  return withFileLock(`${machine.cache}/locks/provision`, machine.signal, async () => {
    const again = await preflight(adapter, machine);
    return "absent" in again ? provision(adapter, again, machine) : again;
  });
}

async function provision(adapter: Adapter, { absent }: Absent, machine: Machine): Promise<Toolchain | Unavailable> {
  const failures: string[] = [];
  for (const { way, finding } of absent) {
    const step = await provisionOf(finding, machine);
    if (step === undefined) {
      failures.push(finding.missing);
      continue;
    }
    try {
      await tellProgress(`install ${adapter.title}: ${step.command}`, machine.onProgress, step.run);
    } catch (error) {
      if (machine.signal?.aborted) throw error;
      failures.push(`${step.command}: ${lastLine(error)}`);
      continue;
    }
    const after = await way.find(machine);
    if (isToolchain(after)) return after;
    failures.push(`${step.command} ran, and still: ${after.missing}`);
  }
  return { cure: `${adapter.cure} (${[...new Set(failures)].join("; ")})` };
}

function allowedWays(adapter: Adapter, { env }: Machine): readonly Way[] {
  const variable = `POLYPLUG_${adapter.language.toUpperCase()}`;
  const forced = env[variable];
  if (forced === undefined || forced === "") return adapter.ways;
  const ways = adapter.ways.filter((way) => way.name === forced);
  if (ways.length > 0) return ways;
  const names = adapter.ways.map((way) => way.name).join(", ");
  throw new BuildError(`obey ${variable}=${forced}`, `${adapter.title} is had by one of ${names}`);
}

function lastLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split("\n").at(-1) ?? message;
}

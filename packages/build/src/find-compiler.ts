import { type Adapter, isToolchain, type Missing, type Toolchain, type Way } from "./adapter.ts";
import { BuildError } from "./build-error.ts";
import type { Machine } from "./machine.ts";

/** Ways that are not there and what is known of them, in the adapter's order. */
export interface Absent {
  readonly absent: readonly { readonly way: Way; readonly finding: Missing }[];
}

/**
 * Looks for a language's compiler, in the order of its adapter's ways, and changes nothing.
 *
 * `POLYPLUG_<LANGUAGE>` (`POLYPLUG_RUST=debian`) keeps all ways but one from being tried.
 */
export async function findCompiler(adapter: Adapter, machine: Machine): Promise<Toolchain | Absent> {
  const absent: Absent["absent"][number][] = [];
  for (const way of allowedWays(adapter, machine)) {
    const finding = await way.find(machine).catch((error: unknown) => brokenCompiler(error, machine));
    if (isToolchain(finding)) return finding;
    absent.push({ way, finding });
  }
  return { absent };
}

/** A compiler that is there and does not say what it is, such as one of rustup without a toolchain, is as good as none. */
function brokenCompiler(error: unknown, { signal }: Machine): Missing {
  // Whoever asks for a compiler by a variable wants that one and no other.
  const isBroken = error instanceof BuildError && (error.output !== undefined || error.cause !== undefined);
  if (!isBroken || signal?.aborted) throw error;
  return { missing: error.message.replaceAll(/\s+/g, " ").slice(0, longestReason) };
}

const longestReason = 300;

function allowedWays(adapter: Adapter, { env }: Machine): readonly Way[] {
  const variable = `POLYPLUG_${adapter.language.toUpperCase()}`;
  const forced = env[variable];
  if (forced === undefined || forced === "") return adapter.ways;
  const ways = adapter.ways.filter((way) => way.name === forced);
  if (ways.length > 0) return ways;
  const names = adapter.ways.map((way) => way.name).join(", ");
  throw new BuildError(`obey ${variable}=${forced}`, `${adapter.title} is had by one of ${names}`);
}

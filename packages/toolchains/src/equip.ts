import { type Absent, type Adapter, findCompiler, isToolchain, type Toolchain, tellProgress } from "@polyplug/build";
import { withFileLock } from "./file-lock.ts";
import type { Machine } from "./machine.ts";
import { provisionOf } from "./provision/provision.ts";

/** Nothing on this machine builds the language. The cure is one line for a person. */
export interface Unavailable {
  readonly cure: string;
}

/** As `findCompiler`, and then installs: the first way that can be provisioned and afterwards works. */
export async function equip(adapter: Adapter, machine: Machine): Promise<Toolchain | Unavailable> {
  const found = await findCompiler(adapter, machine);
  if (!("absent" in found)) return found;
  // Two installers at once would trip over each other; whoever waited may find that nothing is left to do.
  return withFileLock(`${machine.cache}/locks/provision`, machine.signal, async () => {
    const again = await findCompiler(adapter, machine);
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

function lastLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split("\n").at(-1) ?? message;
}

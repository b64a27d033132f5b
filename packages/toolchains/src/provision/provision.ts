import { findProgram, type Missing, runCommand } from "@polyplug/build";
import type { Machine } from "../machine.ts";
import { installDebian } from "./install-debian.ts";

/** An installation. It is described before it is run, since it changes the machine. */
export interface Provision {
  /** The command as a person would type it. */
  readonly command: string;
  run(): Promise<void>;
}

/** The step that gets what a way lacks, or `undefined` where there is none, or none that this process may take. */
export async function provisionOf({ cure }: Missing, machine: Machine): Promise<Provision | undefined> {
  if (cure === undefined) return undefined;
  const [name, ...args] = cure;
  const command = cure.join(" ");
  if (name === "apt-get") {
    const packages = args.filter((arg) => arg !== "install" && !arg.startsWith("-"));
    return machine.superuser ? { command, run: () => installDebian(packages, machine) } : undefined;
  }
  const program = await findProgram(name, machine);
  if (program === undefined) return undefined;
  return { command, run: () => runCommand(program, args, machine).then(() => undefined) };
}

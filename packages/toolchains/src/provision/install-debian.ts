import { BuildError, findProgram, runCommand } from "@polyplug/build";
import type { Machine } from "../machine.ts";

/** Installs packages of the distribution. What is not known of them is asked for first. */
export async function installDebian(packages: readonly string[], machine: Machine): Promise<void> {
  const aptGet = await findProgram("apt-get", machine);
  const aptCache = await findProgram("apt-cache", machine);
  if (aptGet === undefined || aptCache === undefined)
    throw new BuildError("install Debian packages", "there is no apt");
  const options = { ...machine, env: { ...machine.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" } };
  const unknown = async () => {
    const { stdout } = await runCommand(aptCache, ["policy", ...packages], options);
    const known = new Set([...stdout.matchAll(/^(\S+):\n.*\n +Candidate: [^(\n]/gm)].map(([, name]) => name));
    return packages.filter((name) => !known.has(name));
  };
  if ((await unknown()).length > 0) await runCommand(aptGet, ["update"], options);
  const absent = await unknown();
  if (absent.length > 0) throw new BuildError("install Debian packages", `there is no ${absent.join(", no ")}`);
  // Another apt may be at work; it is waited for.
  const install = ["install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120", ...packages];
  await runCommand(aptGet, install, options);
}

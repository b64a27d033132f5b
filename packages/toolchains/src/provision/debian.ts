import type { Missing, Provision } from "../adapter.ts";
import { BuildError } from "../build-error.ts";
import { findProgram, type Machine } from "../machine.ts";
import { runCommand } from "../run-command.ts";

/** What a way lacks that is nothing but packages of the distribution, or `undefined` where it lacks none of them. */
export async function missingFromDebian(packages: readonly string[], machine: Machine): Promise<Missing | undefined> {
  const missing = await missingPackages(packages, machine);
  if (missing.length === 0) return undefined;
  const provision = await debianPackages(missing, machine);
  return { missing: `no Debian packages ${missing.join(", ")}`, ...(provision && { provision }) };
}

/** Which of these packages are not installed. On a machine without dpkg, none is. */
async function missingPackages(packages: readonly string[], machine: Machine): Promise<readonly string[]> {
  const dpkg = await findProgram("dpkg-query", machine);
  if (dpkg === undefined) return packages;
  // Asked for one unknown name it would fail, so it is asked for all.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are placeholders of dpkg-query
  const { stdout } = await runCommand(dpkg, ["--show", "--showformat=${Package} ${db:Status-Status}\\n", "*"], machine);
  const lines = new Set(stdout.split("\n"));
  return packages.filter((name) => !lines.has(`${name} installed`));
}

/** Installs packages of the distribution, or `undefined` where that takes more rights than this process has. */
export async function debianPackages(packages: readonly string[], machine: Machine): Promise<Provision | undefined> {
  const aptGet = await findProgram("apt-get", machine);
  const aptCache = await findProgram("apt-cache", machine);
  if (!machine.superuser || aptGet === undefined || aptCache === undefined) return undefined;
  const options = { ...machine, env: { ...machine.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" } };
  const unknown = async () => {
    const { stdout } = await runCommand(aptCache, ["policy", ...packages], options);
    const known = new Set([...stdout.matchAll(/^(\S+):\n.*\n +Candidate: [^(\n]/gm)].map(([, name]) => name));
    return packages.filter((name) => !known.has(name));
  };
  return {
    command: ["apt-get install --no-install-recommends", ...packages].join(" "),
    run: async () => {
      if ((await unknown()).length > 0) await runCommand(aptGet, ["update"], options);
      const absent = await unknown();
      if (absent.length > 0) throw new BuildError("install Debian packages", `there is no ${absent.join(", no ")}`);
      // Another apt may be at work; it is waited for.
      const install = ["install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120", ...packages];
      await runCommand(aptGet, install, options);
    },
  };
}

import type { Missing } from "./adapter.ts";
import { findProgram, type Machine } from "./machine.ts";
import { runCommand } from "./run-command.ts";

/** What a way lacks that is nothing but packages of the distribution, or `undefined` where it lacks none of them. */
export async function missingFromDebian(packages: readonly string[], machine: Machine): Promise<Missing | undefined> {
  const missing = await missingPackages(packages, machine);
  if (missing.length === 0) return undefined;
  return { missing: `no Debian packages ${missing.join(", ")}`, ...(await debianCure(missing, machine)) };
}

/** The command that installs packages, on a machine that has them to install. */
export async function debianCure(packages: readonly string[], machine: Machine): Promise<Pick<Missing, "cure">> {
  if ((await findProgram("apt-get", machine)) === undefined) return {};
  return { cure: ["apt-get", "install", "--no-install-recommends", ...packages] };
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

import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BuildError, exists, findProgram, runCommand, tellProgress } from "@polyplug/build";
import { contentHash } from "../content-hash.ts";
import { withFileLock } from "../file-lock.ts";
import type { Machine } from "../machine.ts";

const action = "make a Python environment";
const cure = "install Python 3.9 or newer with venv (Debian: apt-get install python3 python3-venv)";

/**
 * The Python of a virtual environment that has the packages of a `requirements.txt`, made where there is none for
 * these requirements and this Python. Throws a {@link BuildError} where Python is missing or a package cannot be had.
 */
export async function pythonEnvironment(requirements: string, machine: Machine): Promise<string> {
  const python = await findProgram("python3", machine);
  if (python === undefined) throw new BuildError(action, `there is no python3 on the PATH: ${cure}`);
  const { stdout: version } = await runCommand(python, ["--version"], machine);
  const key = contentHash([version, await readFile(requirements)]).slice(0, 16);
  const folder = join(machine.cache, "python", key);
  const program = join(folder, "bin", "python");
  // Written last: an environment without it was left half made.
  const ready = join(folder, "ready");
  if (await exists(ready)) return program;
  await withFileLock(join(machine.cache, "locks", "python"), machine.signal, async () => {
    if (await exists(ready)) return;
    await rm(folder, { recursive: true, force: true });
    await tellProgress(`make a Python environment for ${requirements}`, machine.onProgress, async () => {
      await runCommand(python, ["-m", "venv", folder], machine).catch((error: Error) => {
        throw new BuildError(action, `python3 has no venv: ${cure}\n${error.message}`, { cause: error });
      });
      await runCommand(program, ["-m", "pip", "install", "--quiet", "--requirement", requirements], machine);
    });
    await writeFile(ready, "");
  });
  return program;
}

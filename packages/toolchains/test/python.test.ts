import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Machine, pythonEnvironment } from "@polyplug/toolchains";
import { expect, test } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

/** A machine with this python3 on it, or with none. */
async function machineWith(python?: string): Promise<{ machine: Machine; requirements: string }> {
  const script = python === undefined ? {} : { "bin/python3": `#!/bin/sh\n${python}\n` };
  const home = await temporaryFolder({ "requirements.txt": "", ...script });
  const env = { PATH: join(home, "bin"), HOME: home };
  return {
    machine: { env, superuser: false, cache: join(home, "cache") },
    requirements: join(home, "requirements.txt"),
  };
}

const cure = "install Python 3.9 or newer with venv (Debian: apt-get install python3 python3-venv)";

test("a missing Python is told of with its cure", async () => {
  const { machine, requirements } = await machineWith();
  await expect(pythonEnvironment(requirements, machine)).rejects.toThrow(
    `cannot make a Python environment: there is no python3 on the PATH: ${cure}`,
  );
});

test("a Python without venv is told of with its cure, and with what it said", async () => {
  const { machine, requirements } = await machineWith(
    '[ "$1" = --version ] || { echo "No module named venv"; exit 1; }',
  );
  await expect(pythonEnvironment(requirements, machine)).rejects.toThrow(
    new RegExp(`python3 has no venv: ${cure.replace(/[()]/g, "\\$&")}\n.*\nNo module named venv$`),
  );
});

test("an environment is made once, and again after it was left half made", async () => {
  // As python3 would: a virtual environment has a python of its own.
  const python = `
case "$1 $2" in
  "--version ") echo "Python 3.99" ;;
  "-m venv") echo made >> $HOME/log; /bin/mkdir -p $3/bin; /bin/cp $HOME/bin/python3 $3/bin/python ;;
  "-m pip") [ -e $HOME/online ] || { echo "no network"; exit 1; } ;;
esac`;
  const { machine, requirements } = await machineWith(python);
  const { HOME = "" } = machine.env;
  await expect(pythonEnvironment(requirements, machine)).rejects.toThrow("no network");
  await writeFile(join(HOME, "online"), "");
  const first = await pythonEnvironment(requirements, machine);
  expect(await pythonEnvironment(requirements, machine)).toBe(first);
  expect(await readFile(join(HOME, "log"), "utf8")).toBe("made\nmade\n");
});

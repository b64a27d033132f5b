/** What `npm run example NAME` runs: builds the plugins of an example, and runs its host with the folder that they are in. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BuildError, printProgress } from "@polyplug/toolchains";
import { buildExample } from "./build-example.ts";
import { exampleNames, examplesFolder } from "./example-names.ts";
import { runHost } from "./run-host.ts";

const [name = "", ...args] = process.argv.slice(2);
const interruption = new AbortController();
for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.once(signal, () => {
    process.exitCode = exitCode;
    interruption.abort(new Error(signal));
  });
}

const folder = await mkdtemp(join(tmpdir(), "polyplug-example-"));
try {
  const names = await exampleNames();
  if (!names.includes(name)) throw new BuildError(`run the example "${name}"`, `there are ${names.join(", ")}`);
  const { signal } = interruption;
  const example = join(examplesFolder, name);
  const leaveOut = ({ message }: BuildError): void => console.error(`${message}; it is left out`);
  await buildExample({ example, folder, leaveOut }, { onProgress: printProgress(process.stderr), signal });
  process.exitCode = await runHost(join(example, "host.ts"), [folder, ...args], signal);
} catch (error) {
  if (!interruption.signal.aborted) {
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

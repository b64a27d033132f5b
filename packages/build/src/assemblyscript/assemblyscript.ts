import { fileURLToPath } from "node:url";
import type { Adapter, Way } from "../adapter.ts";
import { BuildError } from "../build-error.ts";
import { npmPackage } from "../npm-package.ts";
import { runCommand } from "../run-command.ts";
import { explainMissing } from "./explain-missing.ts";

const npm: Way = {
  name: "npm",
  async find(machine) {
    const { env, signal } = machine;
    const found = await npmPackage("assemblyscript", machine);
    if (found === undefined)
      return { missing: "no npm package assemblyscript", cure: ["npm", "i", "-D", "assemblyscript"] };
    const asc = fileURLToPath(new URL("bin/asc.js", found.folder));
    return {
      way: "npm",
      version: `asc ${found.version}`,
      // Options are the guest's own, in the asconfig.json beside it that asc reads by itself.
      build: async ({ source, out, files = ["plugin.ts"] }) => {
        const args = [asc, ...files, "--noColors", "--outFile", out];
        const ran = runCommand(process.execPath, args, { cwd: source, env, signal });
        const { stderr } = await ran.catch((error: unknown) => {
          if (!(error instanceof BuildError) || error.output === undefined) throw error;
          throw new BuildError("run asc", "it failed", { cause: error, output: explainMissing(error.output) });
        });
        return stderr;
      },
    };
  },
};

export const assemblyscript: Adapter = {
  language: "assemblyscript",
  title: "AssemblyScript",
  ways: [npm],
  cure: "npm i -D assemblyscript",
};

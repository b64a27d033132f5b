import { spawn } from "node:child_process";
import { CreateError } from "./create-error.ts";

/** Runs `npm install` in a project, with its output on our stderr. */
export async function installPackages(folder: string, signal: AbortSignal): Promise<void> {
  const windows = process.platform === "win32";
  const child = spawn("npm", ["install"], { cwd: folder, stdio: ["ignore", 2, 2], shell: windows, signal });
  const [status, error] = await new Promise<[number | null, Error | undefined]>((done) => {
    child.once("error", (cause) => done([null, cause]));
    child.once("close", (code) => done([code, undefined]));
  });
  if (status === 0) return;
  const rest = `the project is in ${folder}, and npm install can be run there again`;
  if (signal.aborted) throw new CreateError("interrupted", `interrupted while npm was installing; ${rest}`);
  const reason = error === undefined ? `npm ended with ${status}` : error.message;
  throw new CreateError("failed", `cannot install: ${reason}; ${rest}`, { cause: error });
}

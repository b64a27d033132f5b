import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs a program in TypeScript to its end, with this process's output for its own, and gives its exit status. */
export async function runHost(program: string, args: readonly string[], signal: AbortSignal): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], { stdio: "inherit", signal });
  const [status] = await once(child, "close");
  return status ?? 1;
}

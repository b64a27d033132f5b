import { spawn } from "node:child_process";

/** Runs a program with `input` on its standard input and gives what it prints. Where it fails, its own words say why. */
export function runPython(python: string, args: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, args, { env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" } });
    const printed = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        printed[stream] += text;
      });
    }
    child.on("error", reject);
    child.on("close", (status) => {
      if (status === 0) resolve(printed.stdout);
      else reject(new Error(`cannot run ${[python, ...args].join(" ")}: status ${status}\n${printed.stderr}`));
    });
    child.stdin.on("error", reject);
    child.stdin.end(input);
  });
}

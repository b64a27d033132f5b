import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const sources = new URL("hostile/programs/sources.mjs", import.meta.url).href;

/** Whatever still works on this folder: its path is on the command line of compilers. */
async function processesOf(folder: string): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)("ps", ["-Ao", "args="]);
  return stdout.split("\n").filter((line) => line.includes(folder));
}

async function contentOf(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}

test("Ctrl-C while guests are built ends the compilers, leaves nothing half made, and is told by the status", async () => {
  const cache = await mkdtemp(join(tmpdir(), "polyplug-matrix-"));
  onTestFinished(() => rm(cache, { recursive: true }));
  const args = ["--import", sources, main, "--language", "c", "--case", "strings", "--cache", cache];
  // A terminal tells the whole group, and so do we: compilers lead groups of their own.
  const child = spawn(process.execPath, args, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let told = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    told += text;
  });
  const compilers = async () => (await processesOf(cache)).filter((line) => line.includes("making"));
  await expect.poll(compilers, { timeout: 60_000, interval: 20 }).not.toEqual([]);

  process.kill(-(child.pid ?? 0), "SIGINT");
  expect(await once(child, "exit")).toEqual([130, null]);
  expect(told).toMatch(/^interrupted$/m);
  expect(await processesOf(cache)).toEqual([]);
  expect((await contentOf(cache)).filter((path) => /making|draft|\.wasm$/.test(path))).toEqual([]);
});

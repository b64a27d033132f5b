import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { withFileLock } from "../src/file-lock.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A process that runs a script under the lock, with `log` to add a line to a file that all share. */
async function holder(folder: string, script: string) {
  const module = JSON.stringify(fileURLToPath(new URL("../src/file-lock.ts", import.meta.url)));
  const program = `
    import { appendFileSync } from "node:fs";
    import { setTimeout as sleep } from "node:timers/promises";
    import { withFileLock } from ${module};
    const log = (line) => appendFileSync(${JSON.stringify(join(folder, "log"))}, line + "\\n");
    await withFileLock(${JSON.stringify(join(folder, "lock"))}, undefined, async () => { ${script} });
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], { stdio: "pipe" });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return { child, ended: once(child, "close") };
}

test("steps under one lock do not overlap, and a failure gives it back", async () => {
  const lock = join(await temporaryFolder(), "locks/one");
  const log: string[] = [];
  const step = (name: string) =>
    withFileLock(lock, undefined, async () => {
      log.push(`${name} starts`);
      await sleep(20);
      log.push(`${name} ends`);
      if (name === "a") throw new Error("a failed");
    });
  const outcomes = await Promise.allSettled([step("a"), step("b")]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(log.map((entry) => entry.split(" ")[1])).toEqual(["starts", "ends", "starts", "ends"]);
});

test("processes that wait for one that is killed go on one after the other", async () => {
  const folder = await temporaryFolder({ log: "" });
  const hung = await holder(folder, 'process.stdout.write("held"); await sleep(60_000);');
  await once(hung.child.stdout, "data");
  const waiting = await Promise.all(
    Array.from({ length: 4 }, () => holder(folder, 'log("starts"); await sleep(30); log("ends");')),
  );
  // Long enough for all of them to be waiting.
  await sleep(500);
  await appendFile(join(folder, "log"), "killed\n");
  hung.child.kill("SIGKILL");
  expect(await Promise.all(waiting.map(({ ended }) => ended))).toEqual(waiting.map(() => [0, null]));
  const log = (await readFile(join(folder, "log"), "utf8")).trim().split("\n");
  expect(log).toEqual(["killed", ...waiting.flatMap(() => ["starts", "ends"])]);
});

test("waiting for a lock can be aborted, and leaves it to its holder", async () => {
  const lock = join(await temporaryFolder(), "lock");
  await withFileLock(lock, undefined, async () => {
    const waiting = () => withFileLock(lock, AbortSignal.timeout(50), async () => "mine");
    await expect(waiting()).rejects.toThrow("aborted");
    await expect(waiting()).rejects.toThrow("aborted");
  });
  expect(await withFileLock(lock, undefined, async () => "mine")).toBe("mine");
});

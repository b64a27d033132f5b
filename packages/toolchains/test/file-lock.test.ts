import { stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { withFileLock } from "../src/file-lock.ts";
import { runCommand } from "../src/run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

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

test("the lock of a process that is gone is taken over at once", { timeout: 5000 }, async () => {
  const folder = await temporaryFolder();
  const { stdout } = await runCommand("/bin/sh", ["-c", "echo $$"], { env: process.env });
  await writeFile(join(folder, "lock"), stdout.trim());
  expect(await withFileLock(join(folder, "lock"), undefined, async () => "mine")).toBe("mine");
});

test("a lock that nobody keeps alive is taken over, even if its owner's number runs", async () => {
  const lock = join(await temporaryFolder(), "lock");
  await writeFile(lock, `${process.pid}`);
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(lock, longAgo, longAgo);
  expect(await withFileLock(lock, undefined, async () => "mine")).toBe("mine");
});

test("a lock is kept alive as long as its step takes", async () => {
  const lock = join(await temporaryFolder(), "lock");
  await withFileLock(lock, undefined, async () => {
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    await vi.waitUntil(async () => Date.now() - (await stat(lock)).mtimeMs < 10_000, 5000);
  });
  await expect(stat(lock)).rejects.toMatchObject({ code: "ENOENT" });
});

test("waiting for a lock can be aborted", async () => {
  const lock = join(await temporaryFolder(), "lock");
  await writeFile(lock, `${process.pid}`);
  await expect(withFileLock(lock, AbortSignal.timeout(50), async () => "mine")).rejects.toThrow("aborted");
});

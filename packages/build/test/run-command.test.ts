import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { runCommand } from "../src/run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const { env } = process;

test("what a program printed is given, or is in the error", async () => {
  const print = "echo out; echo err >&2;";
  expect(await runCommand("/bin/sh", ["-c", print], { env })).toEqual({ stdout: "out\n", stderr: "err\n" });
  await expect(runCommand("/bin/sh", ["-c", `${print} exit 3`], { env })).rejects.toThrow(
    /exit code 3\n(out\nerr|err\nout)$/,
  );
  await expect(runCommand("/bin/sh", ["-c", "kill -9 $$"], { env })).rejects.toThrow("SIGKILL");
  await expect(runCommand("/nowhere", [], { env })).rejects.toThrow("cannot run /nowhere: spawn /nowhere ENOENT");
});

test("a status may be no failure, and then what was printed is given", async () => {
  const partly = ["-c", "echo out; exit 3"];
  expect(await runCommand("/bin/sh", partly, { env, endings: [0, 3] })).toEqual({ stdout: "out\n", stderr: "" });
  await expect(runCommand("/bin/sh", partly, { env, endings: [0, 4] })).rejects.toThrow("exit code 3");
});

test("aborting ends the program and its own children", async () => {
  const folder = await temporaryFolder();
  const interruption = new AbortController();
  // The grandchild would go on ticking if only the shell were ended.
  const tick = `(while :; do echo tick >> ${folder}/ticks; sleep 0.02; done) & wait`;
  const running = runCommand("/bin/sh", ["-c", tick], { env, signal: interruption.signal });
  const ticks = async () => (await readFile(`${folder}/ticks`, "utf8")).length;
  await vi.waitUntil(() => ticks().catch(() => 0));
  interruption.abort();
  await expect(running).rejects.toThrow("aborted");
  const before = await ticks();
  await sleep(200);
  expect(await ticks()).toBe(before);

  await expect(runCommand("/bin/sh", [], { env, signal: interruption.signal })).rejects.toThrow("aborted");
});

test("a program that will not end when it is told to is ended", async () => {
  const folder = await temporaryFolder();
  const interruption = new AbortController();
  const stubborn = `trap '' TERM; touch ${folder}/ready; while :; do sleep 0.05; done`;
  const running = runCommand("/bin/sh", ["-c", stubborn], { env, signal: interruption.signal });
  await vi.waitUntil(() => existsSync(`${folder}/ready`));
  interruption.abort();
  await expect(running).rejects.toThrow("aborted");
});

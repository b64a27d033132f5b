import type { Worker } from "node:worker_threads";
import { type ApartPlugin, abandonedThreads, loadPlugin } from "@polyplug/host";
import { describe, expect, test, vi } from "vitest";
import { failure } from "../failure.ts";
import { runProgram } from "../run-program.ts";
import { wat } from "../wat.ts";
import { children } from "./started.ts";
import { apart, gate } from "./tiers.ts";

interface Asking {
  ask(): number;
  later(): number;
}

const asking = wat(`(module
  (import "env" "f" (func $f (result i32)))
  (func (export "ask") (result i32) (call $f))
  (func (export "later") (result i32) (i32.const 2)))`);

const endless = wat(`(module (func (export "run") (loop $again (br $again))))`);

interface Waiting {
  readonly plugin: ApartPlugin<Asking>;
  readonly call: Promise<number>;
}

/** A plugin in the middle of a call, which waits for its host. */
async function waiting(isolation: "worker" | "process"): Promise<Waiting> {
  const asked = gate();
  const f = (): Promise<never> => {
    asked.open();
    return new Promise(() => undefined);
  };
  const plugin = await loadPlugin<Asking>(asking, { isolation, imports: { env: { f } }, limits: { time: "600s" } });
  const call = plugin.exports.ask();
  // Whoever awaits it comes later.
  call.catch(() => undefined);
  await asked.opened;
  return { plugin, call };
}

async function expectEnd({ plugin, call }: Waiting, reason: RegExp): Promise<void> {
  const fault = await failure(() => call);
  expect(fault).toMatchObject({ code: "trap", export: "ask" });
  expect(fault.reason).toMatch(reason);
  expect(await failure(() => plugin.exports.later())).toMatchObject({ code: "poisoned", cause: { code: "trap" } });
  expect(plugin.alive).toBe(false);
}

test("a process that is killed ends every call of its plugin", async () => {
  const before = new Set(children());
  const plugin = await waiting("process");
  const queued = failure(() => plugin.plugin.exports.later());
  const [child] = children().filter((pid) => !before.has(pid));
  expect(child).toBeTypeOf("number");
  process.kill(child ?? 0, "SIGKILL");
  await expectEnd(plugin, /^its process was ended by SIGKILL$/);
  expect(await queued).toMatchObject({ code: "poisoned" });
});

test("a process ends soon after its host was killed, endless loop or not", { timeout: 60_000 }, async () => {
  const program = `
    import { loadPlugin } from "@polyplug/host";
    const bytes = Uint8Array.from(${JSON.stringify([...endless])});
    const plugin = await loadPlugin(bytes, { isolation: "process", limits: { time: "600s" } });
    plugin.exports.run();
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 500);
    const { readdirSync, readFileSync } = await import("node:fs");
    const children = readdirSync("/proc/self/task").flatMap((task) =>
      readFileSync("/proc/self/task/" + task + "/children", "utf8").split(" ").filter(Boolean));
    console.log(children.join());
  `;
  const { stdout } = await runProgram({ "program.mjs": program });
  const child = Number(stdout);
  expect(child).toBeGreaterThan(0);
  await vi.waitFor(() => expect(() => process.kill(child, 0)).toThrow("ESRCH"), 30_000);
});

test("a thread that somebody terminates ends every call of its plugin", async () => {
  const started = new Promise<Worker>((resolve) => process.once("worker", resolve));
  const plugin = await waiting("worker");
  const queued = failure(() => plugin.plugin.exports.later());
  await (await started).terminate();
  await expectEnd(plugin, /^its thread ended with status 1$/);
  expect(await queued).toMatchObject({ code: "poisoned" });
});

test("a process that is killed between two calls is known to have ended", async () => {
  const before = new Set(children());
  const plugin = await loadPlugin<Asking>(asking, { isolation: "process", imports: { env: { f: () => 1 } } });
  expect(await plugin.exports.ask()).toBe(1);
  const [child] = children().filter((pid) => !before.has(pid));
  process.kill(child ?? 0, "SIGKILL");
  await vi.waitFor(() => expect(plugin.alive).toBe(false));
  expect(await failure(() => plugin.exports.later())).toMatchObject({ code: "poisoned" });
});

describe.each(apart)("on the tier %s", (isolation) => {
  test("what was loaded and disposed leaves no handle, thread or process", async () => {
    const resources = (): string[] => process.getActiveResourcesInfo().filter((one) => one !== "Timeout");
    const [before, processes] = [resources().length, children().length];
    for (let round = 0; round < 5; round++) {
      const plugin = await loadPlugin<Asking>(asking, { isolation, imports: { env: { f: () => 1 } } });
      expect(await plugin.exports.ask()).toBe(1);
      plugin.dispose();
    }
    await vi.waitFor(() => expect([resources().length, children().length]).toEqual([before, processes]), 5_000);
    expect(abandonedThreads()).toBe(0);
  });
});

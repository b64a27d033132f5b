import { loadPlugin } from "@polyplug/host";
import { expect, onTestFinished, test, vi } from "vitest";
import { eventually } from "../eventually.ts";
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

const endless = wat(`(module
  (import "env" "begun" (func $begun))
  (func (export "run") (call $begun) (loop $again (br $again))))`);

test("a process ends soon after its host was killed, endless loop or not", { timeout: 60_000 }, async () => {
  const program = `
    import { loadPlugin } from "@polyplug/host";
    const bytes = Uint8Array.from(${JSON.stringify([...endless])});
    const begun = Promise.withResolvers();
    const imports = { env: { begun: begun.resolve } };
    const plugin = await loadPlugin(bytes, { isolation: "process", limits: { time: "600s" }, imports });
    plugin.exports.run();
    await begun.promise;
    const { readdirSync, readFileSync } = await import("node:fs");
    const children = readdirSync("/proc/self/task").flatMap((task) =>
      readFileSync("/proc/self/task/" + task + "/children", "utf8").split(" ").filter(Boolean));
    console.log(children.join());
    // Only a loop takes so much of the processor: a fifth of a second, in hundredths.
    const used = () => Number(readFileSync("/proc/" + children[0] + "/stat", "utf8").split(") ")[1].split(" ")[11]);
    const before = used();
    setInterval(() => used() < before + 20 || process.kill(process.pid, "SIGKILL"), 10);
  `;
  const { stdout } = await runProgram({ "program.mjs": program });
  const child = Number(stdout);
  expect(child).toBeGreaterThan(0);
  await eventually(() => expect(() => process.kill(child, 0)).toThrow("ESRCH"));
});

test("a process that is killed between two calls is known to have ended", async () => {
  const before = new Set(children());
  const plugin = await loadPlugin<Asking>(asking, { isolation: "process", imports: { env: { f: () => 1 } } });
  expect(await plugin.exports.ask()).toBe(1);
  const [child] = children().filter((pid) => !before.has(pid));
  process.kill(child ?? 0, "SIGKILL");
  await eventually(() => expect(plugin.alive).toBe(false));
  expect(await failure(() => plugin.exports.later())).toMatchObject({ code: "poisoned" });
});

/** Has the time of this thread be what the test says; what it really takes is added to it. */
function advancing(): (milliseconds: number) => void {
  const { now } = performance;
  let advanced = 0;
  const spy = vi.spyOn(performance, "now").mockImplementation(() => Reflect.apply(now, performance, []) + advanced);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => {
    vi.useRealTimers();
    spy.mockRestore();
  });
  return (milliseconds) => {
    for (let step = 0; step < milliseconds; step += 5) {
      advanced += 5;
      vi.advanceTimersByTime(5);
    }
  };
}

test.each(apart)("one that waits for its host ends at its time and no later, on the tier %s", async (isolation) => {
  const asked = gate();
  const f = (): Promise<number> => {
    asked.open();
    return new Promise(() => undefined);
  };
  const advance = advancing();
  const plugin = await loadPlugin<Asking>(asking, { isolation, limits: { time: "60s" }, imports: { env: { f } } });
  // What loading took is over.
  advance(5);
  const ended = failure(() => plugin.exports.ask());
  await asked.opened;
  advance(59_800);
  expect(plugin.alive).toBe(true);
  // Half a second more is for one that computes, and may end itself.
  advance(400);
  expect(plugin.alive).toBe(false);
  expect(await ended).toMatchObject({ code: "time-limit", path: "limits.time", export: "ask" });
});

const askingThenLooping = wat(`(module
  (import "env" "f" (func $f (result i32)))
  (func (export "run") (result i32)
    (local $rest i32)
    (local.set $rest (call $f))
    (loop $again
      (local.set $rest (i32.sub (local.get $rest) (i32.const 1)))
      (br_if $again (local.get $rest)))
    (i32.const 7)))`);

test("a plugin that is disposed again ends nothing in the thread that came after its own", async () => {
  const load = (f: () => number) =>
    loadPlugin<{ run(): number }>(askingThenLooping, { isolation: "worker", imports: { env: { f } } });
  const gone = await Promise.all([load(() => 1), load(() => 1)]);
  for (const plugin of gone) plugin.dispose();
  // By the time that one is loaded, their threads have ended, and the next has what they had.
  using _between = await load(() => 1);
  using plugin = await load(() => {
    for (const one of gone) one.dispose();
    return 10;
  });
  expect(await plugin.exports.run()).toBe(7);
  expect(plugin.alive).toBe(true);
});

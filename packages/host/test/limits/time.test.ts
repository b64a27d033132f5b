import { loadPlugin } from "@polyplug/host";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { failure } from "../failure.ts";
import { wat } from "../wat.ts";

const limits = { time: "30ms" };
const forEver = "(loop $again (br $again))";

interface Spinner {
  spin(): void;
  add(a: number, b: number): number;
}

const add = `(func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add)`;
const spinner = wat(`(module (func $spin (export "spin") ${forEver}) ${add})`);

test("an endless loop ends, the host goes on, and so does another instance of the same plugin", async () => {
  const [plugin, other] = await Promise.all([1, 2].map(() => loadPlugin<Spinner>(spinner, { limits })));
  expect(plugin?.exports.add(2, 4)).toBe(6);
  const error = await failure(() => plugin?.exports.spin());
  expect(error).toMatchObject({ code: "time-limit", export: "spin", path: "limits.time" });
  expect(error.message).toBe("cannot call spin: limits.time: it ran for longer than the 30 ms that a call may take");
  expect(await failure(() => plugin?.exports.add(2, 4))).toMatchObject({ code: "poisoned", cause: error });
  expect(other?.exports.add(1, 7)).toBe(8);
});

test("the error names the function, and the offset that it has in the file", async () => {
  const plugin = await loadPlugin<Spinner>(spinner, { limits });
  const { frames = [] } = await failure(() => plugin.exports.spin());
  const trapping = wat(`(module (func $spin (export "spin") (loop $again unreachable)) ${add})`);
  const unlimited = await loadPlugin<Spinner>(trapping);
  const trap = await failure(() => unlimited.exports.spin());
  expect(frames).toMatchObject([{ name: "spin", index: 0 }]);
  // What the loop begins with is the branch there, and the trap here.
  expect(frames[0]?.offset).toBe(trap.frames?.[0]?.offset);
});

test.each([
  ["a start function", `(func $s ${forEver}) (start $s)`, "its start function"],
  ["_initialize", `(func (export "_initialize") ${forEver})`, "_initialize"],
])("%s that never ends is not loaded", async (_, body, what) => {
  const error = await failure(() => loadPlugin(wat(`(module ${body})`), { limits }));
  expect(error.code).toBe("time-limit");
  expect(error.message).toContain(`${what}: limits.time: `);
});

test("recursion to the end of the stack is a trap, under limits or without, and the host goes on", async () => {
  const text = `(module (func $spin (export "spin") (call $spin) (call $spin)) ${add})`;
  for (const given of [{}, { time: "10s" }, { fuel: 1_000_000_000 }]) {
    const plugin = await loadPlugin<Spinner>(wat(text), { limits: given });
    const error = await failure(() => plugin.exports.spin());
    expect(error).toMatchObject({ code: "trap", reason: "trap: stack exhausted" });
    const other = await loadPlugin<Spinner>(wat(text), { limits: given });
    expect(other.exports.add(1, 7)).toBe(8);
  }
});

test("entering a plugin again from a host function gives it no more time", async () => {
  let depth = 0;
  const text = `(module (import "env" "again" (func $again)) (func (export "spin") call $again ${forEver}))`;
  const again = (): void => {
    if (++depth < 20) plugin.exports.spin();
  };
  const plugin = await loadPlugin<Spinner>(wat(text), { limits: { time: "300ms" }, imports: { env: { again } } });
  const start = performance.now();
  expect(await failure(() => plugin.exports.spin())).toMatchObject({ export: "spin" });
  expect(depth).toBe(20);
  // Twenty times the limit would be 6 s.
  expect(performance.now() - start).toBeLessThan(4_000);
});

test("a plugin that another one called is not ended for it, and the other one is when it goes on", async () => {
  const slow = await loadPlugin<{ wait(): number }>(
    wat(`(module (import "env" "now" (func $now (result f64))) (func (export "wait") (result i32) (local $end f64)
      (local.set $end (f64.add (call $now) (f64.const 80)))
      (loop $more (br_if $more (f64.lt (call $now) (local.get $end)))) (i32.const 7)))`),
    { limits: { time: "10s" }, imports: { env: { now: () => performance.now() } } },
  );
  const answers: number[] = [];
  const caller = await loadPlugin<Spinner>(
    wat(`(module (import "env" "ask" (func $ask)) (func (export "spin") call $ask ${forEver}))`),
    { limits, imports: { env: { ask: () => void answers.push(slow.exports.wait()) } } },
  );
  expect(await failure(() => caller.exports.spin())).toMatchObject({ code: "time-limit" });
  expect(answers).toEqual([7]);
  expect(slow.exports.wait()).toBe(7);
});

describe.each([
  // The one is far away: what ends by that took more than it may of the other.
  { path: "limits.time", given: { time: "100ms", fuel: 2n ** 33n } },
  { path: "limits.fuel", given: { time: "20s", fuel: 1_000_000 } },
])("where calls of other plugins fail for want of stack, $path", ({ path, given }) => {
  const load = (body: string, ask: () => void) =>
    loadPlugin<Spinner>(wat(`(module (import "env" "ask" (func $ask)) (func (export "spin") call $ask ${body}))`), {
      limits: given,
      imports: { env: { ask } },
    });
  const endsByIt = async (ask: () => void): Promise<void> => {
    const caller = await load(forEver, ask);
    expect(await failure(() => caller.exports.spin())).toMatchObject({ code: "time-limit", path });
  };

  test("ends what goes on after a plugin that called itself until there was none", async () => {
    const exhausting = await Promise.all(
      [0, 1, 2].map(async (more) => {
        // With arguments it ends at another place.
        const again: (...args: number[]) => void = () => plugin.exports.spin();
        const args = new Array<number>(more).fill(0);
        const plugin: { exports: Spinner } = await load("", () => again(...args));
        return plugin.exports;
      }),
    );
    const faults: unknown[] = [];
    await endsByIt(() => {
      for (const { spin } of exhausting) {
        try {
          spin();
        } catch (fault) {
          faults.push(fault);
        }
      }
    });
    expect(faults).toHaveLength(exhausting.length);
  });

  test("ends what goes on after calls with hardly any, and one with just enough", async () => {
    const others = await Promise.all(
      Array.from({ length: 500 }, () => loadPlugin<Spinner>(spinner, { limits: given })),
    );
    let tried = 0;
    // Calls one at each place on the way back from the end of the stack, until one answers.
    const sweep = (...room: number[]): void => {
      try {
        sweep(...room);
      } catch {
        others[tried++]?.exports.add(2, 4);
      }
    };
    await endsByIt(() => sweep());
    expect(tried).toBeGreaterThan(1);
  });
});

test.each([limits, { fuel: 1_000 }])(
  "a function that was handed out runs within no call, and not at all: %o",
  async (given) => {
    const text = `(module (func $spin ${forEver}) (func (export "hand") (result funcref) (ref.func $spin)) (elem declare func $spin))`;
    const plugin = await loadPlugin<{ hand(): () => void }>(wat(text), { limits: given });
    const spin = plugin.exports.hand();
    expect(spin).toThrow(WebAssembly.RuntimeError);
    expect(plugin.exports.hand()).toBe(spin);
  },
);

test("ten thousand calls within their time are none beyond it", async () => {
  const plugin = await loadPlugin<Spinner>(spinner, { limits: { time: "5s" } });
  for (let call = 0; call < 10_000; call++) expect(plugin.exports.add(call, 1)).toBe(call + 1);
});

test.each(["worker", "process"] as const)(
  "unbounded calls take longer than a second on the tier %s",
  async (isolation) => {
    const text = `(module (import "env" "wait" (func $wait (result i32))) (func (export "ask") (result i32) (call $wait)))`;
    // Longer than the default, and the grace that threads are given beyond it.
    const wait = (): Promise<number> => new Promise((resolve) => setTimeout(resolve, 1_700, 7));
    const given = { isolation, imports: { env: { wait } }, limits: { time: "unbounded" } };
    using plugin = await loadPlugin<{ ask(): number }>(wat(text), given);
    expect(await plugin.exports.ask()).toBe(7);
  },
);

test.each(["worker", "process"] as const)("an unbounded call ends by its signal on the tier %s", async (isolation) => {
  using plugin = await loadPlugin<Spinner>(spinner, { isolation, limits: { time: "unbounded" } });
  const end = new AbortController();
  const call = plugin.abortable(end.signal, ({ spin }) => spin());
  end.abort();
  expect(await failure(() => call)).toMatchObject({ code: "aborted" });
});

test.each(["", "50", "-1ms", "0ms", 50, "30days", "1e3ms"])("%j is no time", async (time) => {
  const error = await failure(() => loadPlugin(spinner, { limits: { time: time as string } }));
  expect(error).toMatchObject({ code: "bad-argument", path: "limits.time" });
});

test("an unknown limit is refused", async () => {
  const error = await failure(() => loadPlugin(spinner, { limits: { tiem: "50ms" } as object }));
  expect(error.code).toBe("bad-argument");
  expect(error.message).toContain("tiem");
});

test.each([
  [{ time: "30ms" }, 'isolation: "worker" or "process" holds it here too'],
  [{ fuel: 1_000 }, 'limits.time with isolation: "worker" or "process" holds here'],
])("where the engine has no modules with several memories, %o says what else there is", async (held, cure) => {
  const { validate } = WebAssembly;
  const several = vi
    .spyOn(WebAssembly, "validate")
    .mockImplementation((bytes) => bytes.byteLength > 16 && validate(bytes));
  onTestFinished(() => several.mockRestore());
  const error = await failure(() => loadPlugin(spinner, { limits: held }));
  expect(error).toMatchObject({ code: "unsupported", path: `limits.${Object.keys(held)[0]}` });
  expect(error.reason).toMatch(/needs modules with several memories, .*; Node\.js 22 has them, and /);
  expect(error.reason).toContain(cure);
});

import { type CallInterceptor, type CallSite, loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { failure } from "../failure.ts";
import { apart } from "../tiers/tiers.ts";
import { linkContract } from "../typed/link-contracts.ts";
import { wat } from "../wat.ts";

/** Writes down what crosses, and lets it. */
function witness(lines: string[], sees: (site: CallSite) => boolean = () => true): CallInterceptor {
  return {
    around(site) {
      if (!sees(site)) return undefined;
      const label = `${site.direction} ${site.interface ?? ""}#${site.function}`;
      return (enter, args) => {
        lines.push(`${label}(${args.map((arg) => (typeof arg === "object" ? "object" : String(arg))).join(", ")})`);
        try {
          const result = enter();
          lines.push(`= ${typeof result === "object" ? "object" : String(result)}`);
          return result;
        } catch (error) {
          lines.push(`! ${(error as Error).message}`);
          throw error;
        }
      };
    },
  };
}

const bare = wat(`(module
  (import "env" "log" (func $log (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
  (func (export "twice") (param i32) (result i32) (drop (call $yield)) (i32.mul (i32.const 2) (call $log (local.get 0))))
  (func (export "_start") (drop (call $log (i32.const 9))))
  (func (export "fail") unreachable))`);

test("of a bare module exports, imports, WASI's too, and its start are seen, each within what called it", async () => {
  const lines: string[] = [];
  const imports = { env: { log: (n: number) => n + 1 } };
  const plugin = await loadPlugin<{ twice(n: number): number; fail(): void }>(bare, {
    imports,
    intercept: witness(lines),
  });
  expect(plugin.exports.twice(3)).toBe(8);
  await failure(() => plugin.exports.fail());
  expect(lines).toEqual([
    "export #twice(3)",
    "import wasi_snapshot_preview1#sched_yield()",
    "= 0",
    "import env#log(3)",
    "= 4",
    "= 8",
    "export #fail()",
    "! cannot call fail: trap: unreachable",
  ]);
  lines.length = 0;
  (await loadPlugin(bare, { imports, intercept: witness(lines) })).run();
  expect(lines).toEqual(["export #_start()", "import env#log(9)", "= 10", "= undefined"]);
});

test.each(apart)(
  "on the tier %s exports and functions of the host are seen, and not what WASI answers there",
  async (isolation) => {
    const lines: string[] = [];
    using plugin = await loadPlugin<{ twice(n: number): number; fail(): void }>(bare, {
      imports: { env: { log: (n: number) => n + 1 } },
      intercept: witness(lines),
      isolation,
    });
    expect(await plugin.exports.twice(3)).toBe(8);
    // What is exported gives a promise there, made before or after a plugin that is quick has asked the host.
    const promised = lines.indexOf("= object");
    expect(promised).toBeGreaterThan(0);
    expect(lines.toSpliced(promised, 1)).toEqual(["export #twice(3)", "import env#log(3)", "= 4"]);
  },
);

const maker = wat(`(module
  (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
  (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) (call $new (local.get 0)))
  (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) (local.get 0))
  (func (export "test:links/things@1.0.0#[dtor]thing") (param i32)))`);

const taker = wat(`(module
  (import "test:links/things@1.0.0" "[constructor]thing" (func $new (param i32) (result i32)))
  (import "test:links/things@1.0.0" "[method]thing.get" (func $get (param i32) (result i32)))
  (import "test:links/things@1.0.0" "[resource-drop]thing" (func $drop (param i32)))
  (func (export "double") (param i32) (result i32) (local $thing i32)
    (local.set $thing (call $new (local.get 0)))
    (call $get (local.get $thing))
    (call $drop (local.get $thing))
    (i32.mul (i32.const 2))))`);

interface Thing extends Disposable {
  get(): number;
}

test.each(["compiled", "reference"] as const)(
  "resources are made, asked and ended through it, %s",
  async (canonicalAbi) => {
    const lines: string[] = [];
    const intercept = witness(lines);
    const { exports } = await loadPlugin<{ things: { Thing: new (value: number) => Thing } }>(maker, {
      contract: linkContract("maker"),
      canonicalAbi,
      intercept,
    });
    const thing = new exports.things.Thing(5);
    expect(thing.get()).toBe(5);
    thing[Symbol.dispose]();
    const id = "test:links/things@1.0.0";
    expect(lines).toEqual([
      `export ${id}#[constructor]thing(5)`,
      "= object",
      `export ${id}#[method]thing.get(object)`,
      "= 5",
      `export ${id}#[resource-drop]thing(5)`,
      "= undefined",
    ]);
    lines.length = 0;
    const ended: number[] = [];
    const user = await loadPlugin<{ double(value: number): number }>(taker, {
      contract: linkContract("taker"),
      canonicalAbi,
      intercept,
      imports: {
        "test:links/things": {
          Thing: class {
            readonly value: number;
            constructor(value: number) {
              this.value = value;
            }
            get(): number {
              return this.value;
            }
            [Symbol.dispose](): void {
              ended.push(this.value);
            }
          },
        },
      },
    });
    expect(user.exports.double(4)).toBe(8);
    expect(ended).toEqual([4]);
    expect(lines).toEqual([
      "export #double(4)",
      `import ${id}#[constructor]thing(4)`,
      "= object",
      `import ${id}#[method]thing.get(object)`,
      "= 4",
      `import ${id}#[resource-drop]thing(object)`,
      "= undefined",
      "= 8",
    ]);
  },
);

test("a function that nobody wants to see is called as it is, and is asked about once", async () => {
  const asked: string[] = [];
  const lines: string[] = [];
  const sees = (site: CallSite): boolean => {
    asked.push(site.function);
    return site.direction === "import" && site.interface === "env";
  };
  const plugin = await loadPlugin<{ twice(n: number): number }>(bare, {
    imports: { env: { log: (n: number) => n + 1 } },
    intercept: witness(lines, sees),
  });
  for (let n = 0; n < 3; n++) plugin.exports.twice(n);
  expect(lines.filter((line) => line.startsWith("import"))).toEqual([0, 1, 2].map((n) => `import env#log(${n})`));
  expect(asked.toSorted()).toEqual(["_start", "fail", "log", "sched_yield", "twice"]);
});

test("what an interceptor gives is what the caller gets, checked as the function's own", async () => {
  const instead = (value: unknown): CallInterceptor => ({
    around: ({ function: name }) => (name === "log" ? () => value : undefined),
  });
  const imports = { env: { log: (n: number) => n } };
  const plugin = await loadPlugin<{ twice(n: number): number }>(bare, { imports, intercept: instead(21) });
  expect(plugin.exports.twice(1)).toBe(42);
  const wrong = await loadPlugin<{ twice(n: number): number }>(bare, { imports, intercept: instead("21") });
  expect(await failure(() => wrong.exports.twice(1))).toMatchObject({ code: "bad-result" });
});

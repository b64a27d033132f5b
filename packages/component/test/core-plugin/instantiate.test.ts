import type { ResourceType } from "@polyplug/abi";
import { planCorePlugin } from "@polyplug/component";
import { decodeModule } from "@polyplug/wasm-binary";
import { describe, expect, test, vi } from "vitest";
import { failure } from "../failure.ts";
import { abis, type Given, load, type TestPlugin } from "../plugin.ts";
import { wat } from "../wat.ts";
import { func, resource, string, u32, type WorldItem, world } from "../worlds.ts";

const realloc = `(memory (export "memory") 1) (global $end (mut i32) (i32.const 64))
  (func $realloc (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
    (memory.copy (global.get $end) (local.get 0) (local.get 1))
    (global.get $end) (global.set $end (i32.add (global.get $end) (local.get 3))))`;

type Sides = { readonly imports?: Record<string, WorldItem>; readonly exports?: Record<string, WorldItem> };

async function loadText(text: string, { imports = {}, exports = {} }: Sides, given: Given = {}): Promise<TestPlugin> {
  const plan = planCorePlugin(decodeModule(wat(`(module ${text})`)), world(imports, exports), "utf8");
  return await load(plan, given);
}

describe.each(abis)("by $name", (abi) => {
  test("calls both ways, before there is a memory to look for", async () => {
    const sides = { imports: { ask: func([string], string) }, exports: { run: func([string], string) } };
    const text = `(import "$root" "ask" (func $ask (param i32 i32 i32))) ${realloc}
      (func (export "run") (param i32 i32) (result i32)
        (call $ask (local.get 0) (local.get 1) (i32.const 8)) (i32.const 8))`;
    const given = { abi, imports: { ask: (question: string) => `${question}? yes` } };
    expect((await loadText(text, sides, given)).call("run", "grüß")).toBe("grüß? yes");
  });

  test("sets up once, with WASI's memory in its place", async () => {
    const steps: string[] = [];
    const text = `(import "wasi" "step" (func $step)) (memory (export "memory") 1)
      (func (export "_initialize") (call $step))`;
    const { instance } = await loadText(
      text,
      {},
      {
        abi,
        provide: () => () => void steps.push("initialized"),
        bindMemory: (memory) => void steps.push(memory.buffer.byteLength === 65_536 ? "bound" : "of another size"),
      },
    );
    expect(steps).toEqual(["bound", "initialized"]);
    expect(instance.memory).toBeInstanceOf(WebAssembly.Memory);
  });

  test("a plugin that fails while it is set up is not there", async () => {
    const broken = loadText(`(func (export "_initialize") unreachable)`, {}, { abi });
    await expect(broken).rejects.toMatchObject({ code: "trap", action: "call _initialize" });
    const started = loadText(`(func $start unreachable) (start $start)`, {}, { abi });
    await expect(started).rejects.toMatchObject({ code: "trap", action: "call its start function" });
  });

  test.each(["(func $set", '(func $set (export "_initialize")'])(
    "nor is one that swallows its end: %s",
    async (begin) => {
      const imports = {
        fail: () => {
          throw new Error("no");
        },
      };
      const text = `(import "$root" "fail" (func $fail)) ${begin} (try (do (call $fail)) (catch_all)))
      ${begin.endsWith("$set") ? "(start $set)" : ""}`;
      const loading = loadText(text, { imports: { fail: func([]) } }, { abi, imports });
      await expect(loading).rejects.toMatchObject({ code: "trap", cause: { message: "no" } });
    },
  );

  test("what is asked for before the plugin is there is a trap", async () => {
    const sides = { imports: { log: func([string]) } };
    const text = `(import "$root" "log" (func $log (param i32 i32))) (memory (export "memory") 1)
      (func $start (call $log (i32.const 0) (i32.const 1))) (start $start)`;
    await expect(loadText(text, sides, { abi, imports: { log: () => undefined } })).rejects.toMatchObject({
      code: "trap",
      reason: 'export "memory" is not there yet',
    });
  });

  test("what the host provides has to be of the type that is asked for", async () => {
    const memory = loadText(
      `(import "env" "memory" (memory 2))`,
      {},
      {
        abi,
        provide: () => new WebAssembly.Memory({ initial: 1 }),
      },
    );
    await expect(memory).rejects.toMatchObject({ code: "bad-argument", path: "imports.env.memory" });
  });

  test("a name that objects have by themselves is given like any other", async () => {
    const text = `(import "__proto__" "__proto__" (global $a i32)) (import "toString" "valueOf" (global $b i32))
      (func (export "run") (result i32) (i32.add (global.get $a) (global.get $b)))`;
    const { call } = await loadText(text, { exports: { run: func([], u32) } }, { abi, provide: () => 3 });
    expect(call("run")).toBe(6);
  });

  test("a function that is imported twice is made once", async () => {
    const text = `(import "$root" "log" (func)) (import "cm32p2" "log" (func))`;
    let made = 0;
    const implement = () => {
      made++;
      return { call: () => undefined };
    };
    await loadText(text, { imports: { log: func([]) } }, { abi, implement });
    expect(made).toBe(1);
  });

  test("too little memory is told as that", async () => {
    const engine = vi.spyOn(WebAssembly, "instantiate");
    engine.mockRejectedValue(new RangeError("WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory"));
    try {
      await expect(loadText("", {}, { abi })).rejects.toMatchObject({ code: "memory-limit" });
    } finally {
      engine.mockRestore();
    }
  });

  test("a module that is not there is told", async () => {
    await expect(loadText("", {}, { abi, modules: [] })).rejects.toMatchObject({ code: "bad-argument" });
  });

  describe("a resource of its own", () => {
    const counter: ResourceType = { name: "counter" };
    const own = { kind: "own", resource: counter } as const;
    const borrow = { kind: "borrow", resource: counter } as const;
    const sides: Sides = {
      imports: { ended: func([u32]) },
      exports: {
        "acme:count/counters": {
          counter: resource(counter),
          "[constructor]counter": func([u32], own),
          "[method]counter.value": func([borrow], u32),
          drop: func([own]),
          "drop-twice": func([own]),
        },
      },
    };
    const text = `(import "$root" "ended" (func $ended (param i32)))
      (import "[export]acme:count/counters" "[resource-new]counter" (func $new (param i32) (result i32)))
      (import "[export]acme:count/counters" "[resource-rep]counter" (func $rep (param i32) (result i32)))
      (import "[export]acme:count/counters" "[resource-drop]counter" (func $drop (param i32)))
      (func (export "acme:count/counters#[constructor]counter") (param i32) (result i32)
        (call $rep (call $new (local.get 0))) (call $new))
      (func (export "acme:count/counters#[method]counter.value") (param i32) (result i32) (local.get 0))
      (func (export "acme:count/counters#drop") (param i32) (call $drop (local.get 0)))
      (func (export "acme:count/counters#drop-twice") (param i32)
        (call $drop (local.get 0)) (call $drop (local.get 0)))
      (func (export "acme:count/counters#[dtor]counter") (param i32) (call $ended (local.get 0)))`;
    const counters = async () => {
      const ended: number[] = [];
      const plugin = await loadText(text, sides, { abi, imports: { ended: (rep: number) => void ended.push(rep) } });
      return { ...plugin, ended, of: (name: string) => `acme:count/counters#${name}` };
    };

    test("is made, lent, and ended by either side", async () => {
      const { call, ended, of, instance } = await counters();
      const rep = call(of("[constructor]counter"), 4_000_000_000);
      expect(rep).toBe(4_000_000_000);
      expect(call(of("[method]counter.value"), rep)).toBe(4_000_000_000);
      instance.destructor(counter)?.(7);
      expect(instance.destructor(counter)).toBe(instance.destructor(counter));
      call(of("drop"), 8);
      expect(ended).toEqual([7, 8]);
    });

    test("ends the plugin when it is dropped twice", async () => {
      const { call, of, guard } = await counters();
      const fault = failure(() => call(of("drop-twice"), 8));
      expect(fault).toMatchObject({ code: "trap", message: "cannot drop handle 1: there is no such handle" });
      expect(guard).toMatchObject({ blame: "guest", life: { alive: false } });
    });
  });

  test("a guest does not work on its handles from realloc", async () => {
    const file: ResourceType = { name: "file" };
    const sides = { imports: { file: resource(file) }, exports: { run: func([string]) } };
    const text = `(import "$root" "[resource-drop]file" (func $drop (param i32))) (memory (export "memory") 1)
      (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (call $drop (i32.const 1)) (i32.const 8))
      (func (export "run") (param i32 i32))`;
    const { call } = await loadText(text, sides, { abi });
    expect(failure(() => call("run", "x"))).toMatchObject({
      code: "trap",
      reason: "the guest called it from realloc or a post-return function",
    });
  });

  test("what the host's own destructor throws ends the guest, and is the host's", async () => {
    const file: ResourceType = { name: "file" };
    const sides = {
      imports: { file: resource(file) },
      exports: { run: func([{ kind: "own", resource: file }]) },
    };
    const text = `(import "$root" "[resource-drop]file" (func $drop (param i32)))
      (func (export "run") (param i32) (try (do (call $drop (local.get 0))) (catch_all)))`;
    const cause = new Error("no");
    const destructor = () => () => {
      throw cause;
    };
    const { call, guard } = await loadText(text, sides, { abi, destructor });
    expect(failure(() => call("run", 5))).toMatchObject({ code: "trap", cause });
    expect(guard.blame).toBe("host");
  });

  test("a guest that catches its end can do nothing more", async () => {
    const file: ResourceType = { name: "file" };
    const sides = {
      imports: { file: resource(file), log: func([]) },
      exports: { run: func([{ kind: "own", resource: file }], u32) },
    };
    const text = `(import "$root" "[resource-drop]file" (func $drop (param i32)))
      (import "$root" "log" (func $log))
      (func (export "run") (param i32) (result i32)
        (try (do (call $drop (i32.const 77))) (catch_all))
        (try (do (call $log)) (catch_all))
        (try (do (call $drop (local.get 0))) (catch_all))
        (i32.const 1))`;
    const done: string[] = [];
    const { call, guard } = await loadText(text, sides, {
      abi,
      imports: { log: () => void done.push("log") },
      destructor: () => () => void done.push("ended"),
    });
    expect(failure(() => call("run", 5))).toMatchObject({ code: "trap", action: "drop handle 77" });
    expect(done).toEqual([]);
    expect(guard.life.alive).toBe(false);
  });
});

import { type BareExports, loadPlugin, type Plugin, PluginError } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { failure } from "./failure.ts";
import { linkContract } from "./typed/link-contracts.ts";
import { wat } from "./wat.ts";

interface Exports {
  run(): void;
}

/** A command that calls the host from its start and from its export, and fits the contract `user`. */
const command = wat(`(module (import "env" "back" (func $back))
  (memory (export "memory") 1)
  (func (export "_start") call $back)
  (func (export "run") call $back))`);

const underWay = "a call into the same instance is under way, and there is no second one before it ends";

const kinds = [
  ["bare", {}],
  ["compiled", { contract: linkContract("user"), canonicalAbi: "compiled" }],
  ["reference", { contract: linkContract("user"), canonicalAbi: "reference" }],
] as const;

describe.each(kinds)("%s", (_, options) => {
  const load = async (back: (plugin: Plugin<Exports>) => void): Promise<Plugin<Exports>> => {
    const plugin: Plugin<Exports> = await loadPlugin<Exports>(command, {
      ...options,
      imports: { env: { back: () => back(plugin) } },
    });
    return plugin;
  };

  test.each([
    ["an export from its start", "run", "export"],
    ["its start from an export", "export", "run"],
    ["its start from its start", "run", "run"],
  ] as const)(
    "a command does not enter %s, and goes on where the host keeps that to itself",
    async (_, outer, inner) => {
      const ways = {
        run: (plugin: Plugin<Exports>) => plugin.run(),
        export: (plugin: Plugin<Exports>) => plugin.exports.run(),
      };
      const refused: unknown[] = [];
      const plugin = await load((own) => {
        try {
          ways[inner](own);
        } catch (error) {
          refused.push(error);
        }
      });
      ways[outer](plugin);
      expect(refused.every(PluginError.is)).toBe(true);
      expect(refused).toMatchObject([{ code: "trap", reason: underWay }]);
      if (outer === "run") expect((await failure(() => plugin.run())).code).toBe("exited");
      else expect(plugin.run()).toBe(0);
    },
  );

  test("a host that lets that go on ends the command", async () => {
    const plugin = await load((own) => void own.run());
    const error = await failure(() => plugin.exports.run());
    expect(error).toMatchObject({ code: "trap", cause: { code: "trap", reason: underWay } });
    expect((await failure(() => plugin.run())).code).toBe("poisoned");
  });

  test("an export may be called before the command runs, and none after", async () => {
    const plugin = await load(() => undefined);
    plugin.exports.run();
    plugin.exports.run();
    expect(plugin.run()).toBe(0);
    expect((await failure(() => plugin.exports.run())).code).toBe("exited");
  });

  test("what is disposed while it runs says so", async () => {
    let later: PluginError | undefined;
    const plugin = await load((own) => {
      own.dispose();
      try {
        own.exports.run();
      } catch (error) {
        if (PluginError.is(error)) later = error;
      }
    });
    expect((await failure(() => plugin.run())).code).toBe("disposed");
    expect(later?.code).toBe("disposed");
  });

  test.each([
    ["traps", "unreachable", { code: "trap", message: "cannot run plugin: trap: unreachable", plugin: "plugin" }],
    ["exits", "(call $exit (i32.const 7))", 7],
  ])("its start is told of as one where it %s", async (_, body, expected) => {
    const text = `(module (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
      (memory (export "memory") 1) (func $begin (export "_start") ${body}) (func (export "run")))`;
    const plugin = await loadPlugin(wat(text), options);
    if (typeof expected === "number") {
      expect(plugin.run()).toBe(expected);
      return;
    }
    const error = await failure(() => plugin.run());
    expect(error).toMatchObject({ ...expected, export: "_start" });
    expect(error.frames?.map(({ name }) => name)).toEqual(["begin"]);
    expect(error.cause).toBeInstanceOf(WebAssembly.RuntimeError);
  });
});

describe.each(["compiled", "reference"] as const)("wasi:cli/run, %s", (canonicalAbi) => {
  const load = async (body: string): Promise<Plugin> => {
    const text = `(module (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
      (memory (export "memory") 1)
      (func $begin (export "wasi:cli/run@0.2.12#run") (result i32) ${body}))`;
    return await loadPlugin<BareExports>(wat(text), { contract: linkContract("command"), canonicalAbi });
  };

  test.each([
    ["is ok", "i32.const 0", 0],
    ["is an error", "i32.const 1", 1],
    ["exits", "(call $exit (i32.const 7)) i32.const 0", 7],
  ])("is run as a command; where it %s the status tells", async (_, body, status) => {
    const plugin = await load(body);
    expect(plugin.info.entry).toBe("command");
    expect(plugin.run()).toBe(status);
    expect((await failure(() => plugin.run())).code).toBe("exited");
  });

  test("is told of as the start of the plugin where it traps", async () => {
    const plugin = await load("unreachable");
    const error = await failure(() => plugin.run());
    const message = "cannot run plugin: trap: unreachable";
    expect(error).toMatchObject({ code: "trap", message, export: "wasi:cli/run@0.2.12#run" });
    expect(error.frames?.map(({ name }) => name)).toEqual(["begin"]);
  });

  test("is under an interface of that name alone", async () => {
    const text = `(module (memory (export "memory") 1) (func (export "run")))`;
    const plugin = await loadPlugin(wat(text), { contract: linkContract("user"), canonicalAbi });
    expect(plugin.info.entry).toBe("plain");
    expect((await failure(() => plugin.run())).code).toBe("unsupported");
  });
});

test("exports of a bare command may enter each other", async () => {
  const text = `(module (import "env" "back" (func $back))
    (func (export "_start")) (func (export "outer") call $back) (func (export "inner")))`;
  let calls = 0;
  const plugin: Plugin<Record<"inner" | "outer", () => void>> = await loadPlugin(wat(text), {
    imports: {
      env: {
        back: () => {
          plugin.exports.inner();
          calls++;
        },
      },
    },
  });
  plugin.exports.outer();
  expect(calls).toBe(1);
});

test("a resource of a command is not ended while its start runs", async () => {
  interface Thing extends Disposable {
    get(): number;
  }
  const text = `(module
    (import "[export]test:links/things@1.0.0" "[resource-new]thing" (func $new (param i32) (result i32)))
    (import "env" "back" (func $back))
    (memory (export "memory") 1)
    (func (export "_start") call $back)
    (func (export "test:links/things@1.0.0#[constructor]thing") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "test:links/things@1.0.0#[method]thing.get") (param i32) (result i32) local.get 0)
    (func (export "test:links/things@1.0.0#[dtor]thing") (param i32)))`;
  let thing: Thing | undefined;
  let refused: unknown;
  const back = (): void => {
    try {
      thing?.[Symbol.dispose]();
    } catch (error) {
      refused = error;
    }
  };
  const plugin = await loadPlugin<{ things: { Thing: new (value: number) => Thing } }>(wat(text), {
    contract: linkContract("maker"),
    imports: { env: { back } },
  });
  thing = new plugin.exports.things.Thing(5);
  expect(plugin.run()).toBe(0);
  expect(refused).toMatchObject({ code: "trap", reason: underWay });
});

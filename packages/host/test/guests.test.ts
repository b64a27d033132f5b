import type {} from "@polyplug/built-guests";
import { inspectPlugin, loadPlugin } from "@polyplug/host";
import { describe, expect, inject, test } from "vitest";
import { failure } from "./failure.ts";

const guests = inject("guests");
const ofTopic = (topic: string) => guests.filter((guest) => guest.topic === topic);

describe.each(ofTopic("adder"))("the adder in $language for $target", ({ grant, path }) => {
  test("adds", async () => {
    using plugin = await loadPlugin<{ adder(a: number, b: number): number }>(path, { grant });
    expect(plugin.exports.adder(2, 4)).toBe(6);
    expect(plugin.exports.adder(1, 7)).toBe(8);
    expect(plugin.exports.adder(2 ** 31 - 1, 1)).toBe(-(2 ** 31));
  });

  test("is told by inspection as the engine sees it", async () => {
    const info = await inspectPlugin(path);
    expect(info.exports).toContainEqual({
      name: "adder",
      kind: "func",
      type: "func (i32, i32) -> i32",
      params: ["i32", "i32"],
      results: ["i32"],
    });
  });
});

test("Go without its grants is told what it was refused", async () => {
  const [go] = ofTopic("adder").filter(({ language }) => language === "go");
  const error = await failure(() => loadPlugin(go?.path ?? ""));
  expect(["trap", "exited"]).toContain(error.code);
  expect(error.message).toMatch(/it was refused clock/);
});

test("the Rust adder with a println has the four famous imports, writes what it is granted to, and adds", async () => {
  const [rust] = ofTopic("adder").filter(({ language, target }) => language === "rust" && target === "wasm32-wasip1");
  const info = await inspectPlugin(rust?.path ?? "");
  expect(info.imports.map(({ module, name }) => `${module} ${name}`).sort()).toEqual([
    "wasi_snapshot_preview1 environ_get",
    "wasi_snapshot_preview1 environ_sizes_get",
    "wasi_snapshot_preview1 fd_write",
    "wasi_snapshot_preview1 proc_exit",
  ]);
  expect(info.language).toBe("Rust");
  const chunks: Uint8Array[] = [];
  using plugin = await loadPlugin<{ adder(a: number, b: number): number }>(rust?.path ?? "", {
    grant: { stdout: (chunk) => chunks.push(chunk) },
  });
  expect(plugin.exports.adder(1, 7)).toBe(8);
  expect(Buffer.concat(chunks).toString()).toBe("adding 1 and 7\n");
});

test("the message of a panic in Rust is in the trap, and on stderr for those who grant it", async () => {
  const [rust] = ofTopic("panic").filter(({ language }) => language === "rust");
  const chunks: Uint8Array[] = [];
  for (const grant of [{}, { stderr: (chunk: Uint8Array) => chunks.push(chunk) }]) {
    using plugin = await loadPlugin<{ divide(a: number, b: number): number }>(rust?.path ?? "", { grant });
    expect(await failure(() => plugin.exports.divide(7, 0))).toMatchObject({
      message: "cannot call divide: trap: cannot divide 7 into no parts (plugin.rs:17:9)",
      path: "plugin.rs:17:9",
    });
  }
  expect(Buffer.concat(chunks).toString()).toContain("panicked at plugin.rs:17:9");
});

test.each([
  // Mangled in the newer way, a method's type is in angle brackets.
  ["rust", ["divide::ledger::divide_exactly", expect.stringMatching(/^<?divide::ledger::Account>?::share$/)]],
  ["cpp", ["ledger::divide_exactly(int, int)", "ledger::Account::share(int) const"]],
])("a plugin in %s that fails names its own functions, and a neighbour goes on", async (language, names) => {
  const [guest] = ofTopic("panic").filter((one) => one.language === language);
  interface Divider {
    divide(a: number, b: number): number;
  }
  using plugin = await loadPlugin<Divider>(guest?.path ?? "");
  using neighbour = await loadPlugin<Divider>(guest?.path ?? "");
  const error = await failure(() => plugin.exports.divide(7, 0));
  expect(error.code).toBe("trap");
  expect(error.frames?.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  expect((await failure(() => plugin.exports.divide(7, 2))).code).toBe("poisoned");
  expect(neighbour.exports.divide(7, 2)).toBe(3);
});

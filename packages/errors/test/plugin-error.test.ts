import { PluginError } from "@polyplug/errors";
import { expect, test, vi } from "vitest";

test("a message says what could not be done and why", () => {
  const error = new PluginError({ code: "trap", action: "call adder", reason: "unreachable", export: "adder" });
  expect(error.message).toBe("cannot call adder: unreachable");
  expect(error).toMatchObject({ name: "PluginError", code: "trap", export: "adder", plugin: undefined });
});

test("an error is recognised by its texts where they alone came from another thread", () => {
  const error = new PluginError({ code: "malformed", action: "import a.wasm", reason: "it ends in a section" });
  const { name, message, code, action, reason } = error;
  expect(PluginError.is(structuredClone({ name, message, code, action, reason }))).toBe(true);
  expect(PluginError.is({ name, message: "another", code, action, reason })).toBe(false);
  expect(PluginError.is({ name: "Error", message, code, action, reason })).toBe(false);
});

test("an error of another copy of the package is recognised", async () => {
  vi.resetModules();
  const copy = await import("@polyplug/errors");
  const error = new copy.PluginError({ code: "trap", action: "call f", reason: "unreachable" });
  expect(error).not.toBeInstanceOf(PluginError);
  expect(PluginError.is(error)).toBe(true);
  expect(PluginError.is(new Error("cannot call f: unreachable"))).toBe(false);
  expect(PluginError.is(null)).toBe(false);
});

test("a fault seen from further up keeps what is known of it and the original as cause", () => {
  const inner = new PluginError({ code: "malformed", action: "decode module", reason: "bad magic", offset: 4 });
  const outer = inner.within("load ./a.wasm", { plugin: "a" });
  expect(outer).toMatchObject({ code: "malformed", offset: 4, plugin: "a", reason: "bad magic", cause: inner });
  expect(outer.message).toBe("cannot load ./a.wasm: bad magic");
});

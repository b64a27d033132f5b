import { afterEach, describe, expect, test } from "vitest";
import { contractIn } from "./contracts.ts";
import { failure } from "./failure.ts";
import { keeping } from "./keeping-guest.ts";
import { abis, load } from "./load.ts";
import { boo } from "./odd-values.ts";

const hostile = await contractIn("world.wit");

describe.each(abis)("%s: with a polluted Object.prototype", (canonicalAbi) => {
  const polluted: PropertyKey[] = [];
  const pollute = (values: Record<PropertyKey, unknown>): void => {
    for (const [key, value] of Object.entries(values)) {
      polluted.push(key);
      Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true });
    }
  };
  afterEach(() => {
    for (const key of polluted.splice(0)) Reflect.deleteProperty(Object.prototype, key);
  });

  test("no record, variant or flag takes anything from it", async () => {
    const { call, fails } = await load(hostile, keeping, { canonicalAbi });
    pollute({ hue: "red", text: "a", tag: "none", val: 5, read: true, letter: "x" });
    const errors = [await fails("taken.entries", [{}]), await fails("taken.shapes", [{}])];
    call("taken.rights", { write: true });
    const rights = call("given.rights");
    call("taken.entries", [{ hue: "blue", text: "b" }]);
    const entries = call("given.entries");
    for (const key of polluted.splice(0)) Reflect.deleteProperty(Object.prototype, key);
    expect(errors).toMatchObject([
      { code: "bad-argument", path: "value[0].hue" },
      { code: "bad-argument", path: "value[0]" },
    ]);
    expect(rights).toEqual({ read: false, write: true, run: false });
    expect(entries).toEqual([{ hue: "blue", text: "b", letter: undefined }]);
  });

  test("nothing is granted, provided or chosen by it", async () => {
    const taking = `(import "polyplug:hostile/taken" "text" (func (param i32 i32))) (import "$root" "again" (func))`;
    pollute({
      "polyplug:hostile/taken": { text: boo },
      again: boo,
      text: boo,
      canonicalAbi: "none",
    });
    const error = await failure(() => load(hostile, taking, { canonicalAbi }));
    const inner = await failure(() =>
      load(hostile, taking, { canonicalAbi, imports: { "polyplug:hostile/taken": {} } }),
    );
    for (const key of polluted.splice(0)) Reflect.deleteProperty(Object.prototype, key);
    for (const one of [error, inner]) {
      expect(one).toMatchObject({ code: "missing-import" });
      expect(one.missing?.map(({ name }) => name).sort()).toEqual(["again", "text"]);
    }
  });

  test("a setter on it sees nothing", async () => {
    const seen: unknown[] = [];
    const { call } = await load(hostile, keeping, { canonicalAbi });
    const keys = ["hue", "text", "letter", "read"];
    for (const key of keys) {
      polluted.push(key);
      Object.defineProperty(Object.prototype, key, { set: (value) => void seen.push(value), configurable: true });
    }
    call("taken.entries", [{ hue: "blue", text: "b" }]);
    const entries = call("given.entries");
    call("taken.rights", { write: true });
    const rights = call("given.rights");
    for (const key of polluted.splice(0)) Reflect.deleteProperty(Object.prototype, key);
    expect(entries).toEqual([{ hue: "blue", text: "b", letter: undefined }]);
    expect(rights).toEqual({ read: false, write: true, run: false });
    expect(seen).toEqual([]);
  });
});

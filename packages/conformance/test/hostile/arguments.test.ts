import { describe, expect, test } from "vitest";
import { contractIn } from "./contracts.ts";
import { keeping } from "./keeping-guest.ts";
import { abis, load } from "./load.ts";
import { boo, changing, revoked, withGetter } from "./odd-values.ts";

const hostile = await contractIn("world.wit");
const resources = await contractIn("resources.wit");

/** A proxy that answers `length` so. */
const lying = (length: unknown): unknown[] =>
  new Proxy([1, 2], { get: (target, key) => (key === "length" ? length : Reflect.get(target, key)) });

function detached(): Uint8Array {
  const bytes = Uint8Array.of(1, 2, 3);
  structuredClone(bytes, { transfer: [bytes.buffer] });
  return bytes;
}

/** A buffer that can be resized, and a view of it that was made when it had 8 bytes. */
function resized(to: number, ...view: [offset?: number, length?: number]): Uint8Array {
  const buffer: ArrayBuffer = Reflect.construct(ArrayBuffer, [8, { maxByteLength: 16 }]);
  const bytes = new Uint8Array(buffer, ...view);
  Reflect.apply(Reflect.get(buffer, "resize"), buffer, [to]);
  return bytes;
}

class LyingBytes extends Uint8Array {
  override get length(): number {
    return 1_000;
  }
  override get byteLength(): number {
    return -1;
  }
  override slice(): never {
    return boo();
  }
  override [Symbol.iterator](): never {
    return boo();
  }
  override get [Symbol.toStringTag](): never {
    return boo() as never;
  }
}

class Entry {
  get hue(): string {
    return "red";
  }
  get text(): string {
    return "from a class";
  }
}

const entry = { hue: "red", text: "a", letter: undefined };

describe.each(abis)("%s: an argument that is odd and fits:", (canonicalAbi) => {
  test.each<readonly [name: string, of: string, make: () => unknown, given: unknown]>([
    ["a proxy of an array", "bytes", () => new Proxy([1, 2], {}), Uint8Array.of(1, 2)],
    ["a subclass of an array", "bytes", () => class extends Array<number> {}.of(1, 2), Uint8Array.of(1, 2)],
    ["a Buffer", "bytes", () => Buffer.from([1, 2]), Uint8Array.of(1, 2)],
    ["bytes that lie about themselves", "bytes", () => LyingBytes.of(1, 2), Uint8Array.of(1, 2)],
    ["shared bytes", "bytes", () => new Uint8Array(new SharedArrayBuffer(2)), Uint8Array.of(0, 0)],
    ["bytes that were detached, which are none", "bytes", detached, Uint8Array.of()],
    ["bytes whose buffer is too small by now, which are none", "bytes", () => resized(2, 4, 4), Uint8Array.of()],
    ["bytes that follow their buffer", "bytes", () => resized(4).fill(9), Uint8Array.of(9, 9, 9, 9)],
    ["a list of getters, each asked once", "bytes", () => withGetter([1, 2], 1, changing(5, 600)), Uint8Array.of(1, 5)],
    ["big integers", "words", () => [0n, 2n ** 64n - 1n], BigUint64Array.of(0n, 2n ** 64n - 1n)],
    ["lone surrogates", "text", () => "\ud800a\udc00\udc00\ud800", "\ufffda\ufffd\ufffd\ufffd"],
    ["a long text of lone surrogates", "text", () => "\udfff".repeat(10_000), "\ufffd".repeat(10_000)],
    [
      "a text of concatenations",
      "text",
      () => Array.from({ length: 1_000 }, (_, i) => i).reduce<string>((text, i) => text + i, ""),
      Array.from({ length: 1_000 }, (_, i) => i).join(""),
    ],
    [
      "a record that is a class's",
      "entries",
      () => [new Entry()],
      [{ hue: "red", text: "from a class", letter: undefined }],
    ],
    ["a record without prototype", "entries", () => [Object.assign(Object.create(null), entry)], [entry]],
    ["a record with too much in it", "entries", () => [{ ...entry, constructor: boo, more: 1 }], [entry]],
    ["a record that is a proxy", "entries", () => [new Proxy(entry, {})], [entry]],
    [
      "a record that changes, each field asked once",
      "entries",
      () => [withGetter({ hue: "red" }, "text", changing("a", 5))],
      [entry],
    ],
    [
      "a variant that changes, its tag asked once",
      "shapes",
      () => [withGetter({ val: 5n }, "tag", changing("wide", "named"))],
      [{ tag: "wide", val: 5n }],
    ],
    [
      "a variant whose value changes",
      "shapes",
      () => [withGetter({ tag: "named" }, "val", changing("a", 5))],
      [{ tag: "named", val: "a" }],
    ],
    [
      "flags that are false and do not exist",
      "rights",
      () => ({ write: true, fly: false }),
      { read: false, write: true, run: false },
    ],
  ])("%s", async (_, of, make, given) => {
    const { call } = await load(hostile, keeping, { canonicalAbi });
    call(`taken.${of}`, make());
    expect(call(`given.${of}`)).toEqual(given);
  });
});

describe.each(abis)("%s: an argument that is refused:", (canonicalAbi) => {
  test.each<readonly [name: string, of: string, make: () => unknown, path: string, reason: RegExp]>([
    ["a proxy of bytes", "bytes", () => new Proxy(Uint8Array.of(1), {}), "value", /as an array, got an object/],
    ["a revoked proxy of an array", "bytes", () => revoked([1]), "value", /revoked|as an array/],
    ["clamped bytes", "bytes", () => new Uint8ClampedArray(1), "value", /as an array, got an object/],
    ["signed bytes", "bytes", () => new Int8Array(1), "value", /as an array, got an object/],
    ["a buffer", "bytes", () => new ArrayBuffer(1), "value", /as an array, got an object/],
    ["what looks like an array", "bytes", () => ({ length: 1, 0: 1 }), "value", /as an array, got an object/],
    [
      "what looks like bytes",
      "bytes",
      () => Object.create(Uint8Array.prototype),
      "value",
      /as an array, got an object/,
    ],
    ["a list with a hole", "bytes", () => [1, undefined, 3], "value[1]", /expected a u8, got undefined/],
    ["a list that shrinks", "bytes", shrinking, "value[2]", /expected a u8, got undefined/],
    ["a list of 2^32 - 1 holes", "bytes", () => new Array(2 ** 32 - 1), "value", /at most 268435455 bytes/],
    ["a list of 2^25 texts", "texts", () => new Array(2 ** 25), "value", /at most 268435455 bytes/],
    ["a list with a length of NaN", "bytes", () => lying(Number.NaN), "value", /length/],
    ["a list with a length of -1", "bytes", () => lying(-1), "value", /length/],
    ["a list with a length of 0.5", "texts", () => lying(0.5), "value", /length/],
    ["a list with a length that is a text", "texts", () => lying("2"), "value", /length/],
    ["a list with a length without end", "texts", () => lying(Number.POSITIVE_INFINITY), "value", /length|at most/],
    ["a list with a length that throws", "texts", () => new Proxy([], { get: boo }), "value", /boo/],
    ["a list with an element that throws", "texts", () => withGetter(["a", "b"], 1, boo), "value[1]", /boo/],
    ["a list with a number that throws", "bytes", () => withGetter([1, 2], 1, boo), "value[1]", /boo/],
    ["a list in a list", "nested", () => [["a"], withGetter(["a"], 0, boo)], "value[1][0]", /boo/],
    ["a record that throws", "entries", () => [withGetter({ hue: "red" }, "text", boo)], "value[0].text", /boo/],
    [
      "a record that is a hostile proxy",
      "entries",
      () => [new Proxy({}, { get: boo, has: boo, getOwnPropertyDescriptor: boo, getPrototypeOf: boo, ownKeys: boo })],
      "value[0].hue",
      /boo/,
    ],
    ["a record that is a revoked proxy", "entries", () => [revoked({})], "value[0]", /revoked/],
    [
      "a record that has its fields from Object.prototype's name",
      "entries",
      () => [JSON.parse('{"__proto__": {"hue": "red", "text": "a"}}')],
      "value[0].hue",
      /got undefined/,
    ],
    ["a variant whose tag throws", "shapes", () => [withGetter({}, "tag", boo)], "value[0]", /boo/],
    ["a variant whose value throws", "shapes", () => [withGetter({ tag: "named" }, "val", boo)], "value[0]", /boo/],
    ["a variant with a tag that is an object", "shapes", () => [{ tag: new String("none") }], "value[0]", /with a tag/],
    [
      "a variant with a tag of every object's",
      "shapes",
      () => [{ tag: "constructor" }],
      "value[0]",
      /there is no case "constructor"/,
    ],
    ["an enum of every object's", "color", () => "__proto__", "value", /there is no case "__proto__"/],
    [
      "an enum that is an object",
      "color",
      () => new String("red"),
      "value",
      /expected an enum as a string, got an object/,
    ],
    ["flags that are a hostile proxy", "rights", () => new Proxy({}, { ownKeys: boo }), "value", /boo/],
    ["flags of which one throws", "rights", () => withGetter({}, "read", boo), "value", /boo/],
    ["flags of every object's", "rights", () => ({ constructor: true }), "value", /there is no flag "constructor"/],
    ["a text that is an object", "text", () => ({ toString: () => "a" }), "value", /expected a string, got an object/],
    ["a text that is a String", "text", () => new String("a"), "value", /expected a string, got an object/],
    ["a text that is too long", "text", () => "a".repeat(2 ** 28), "value", /at most 268435455 bytes/],
    ["a text that is too long in UTF-8", "text", () => "\u20ac".repeat(2 ** 27), "value", /at most 268435455 bytes/],
    ["a bigint of a million digits", "long", () => 2n ** 3_000_000n, "value", /got a bigint of more than 256 bits/],
    ["a symbol", "text", () => Symbol("a"), "value", /got a symbol/],
  ])("%s", async (_, of, make, path, reason) => {
    const { call, fails } = await load(hostile, keeping, { canonicalAbi });
    const error = await fails(`taken.${of}`, make());
    expect(error).toMatchObject({ code: "bad-argument", path });
    expect(error.reason).toMatch(reason);
    expect(error.message).toMatch(new RegExp(`^cannot lower argument 1 of "polyplug:hostile/taken#${of}": `));
    // It is nobody's fault but the caller's.
    expect(call("count")).toBe(7);
    call("taken.text", "still there");
    expect(call("given.text")).toBe("still there");
  });

  test("too many of them, or too few", async () => {
    const { call, fails } = await load(hostile, keeping, { canonicalAbi });
    expect(await fails("taken.text")).toMatchObject({ code: "bad-argument", reason: "expected 1, got 0" });
    expect(await fails("taken.text", "a", undefined)).toMatchObject({
      code: "bad-argument",
      reason: "expected 1, got 2",
    });
    expect(await fails("count", 1)).toMatchObject({ code: "bad-argument", reason: "expected 0, got 1" });
    expect(call("count")).toBe(7);
  });

  test("a proxy in the place of a resource", async () => {
    class File {
      read(): number {
        return 1;
      }
    }
    const body = `(import "polyplug:hostile-resources/files" "[method]file.read" (func (param i32) (result i32)))
      (func (export "hold") (param i32)) (func (export "count") (result i32) (i32.const 7))`;
    const imports = { "polyplug:hostile-resources/files": { File } };
    const { call, fails } = await load(resources, body, { canonicalAbi, imports });
    for (const value of [revoked(new File()), new Proxy(new File(), { getPrototypeOf: boo })]) {
      expect(await fails("hold", value)).toMatchObject({ code: "bad-argument", path: "file" });
    }
    expect(call("count")).toBe(7);
  });
});

function shrinking(): unknown[] {
  const list = [1, 2, 3, 4];
  return withGetter(list, 1, () => {
    list.length = 2;
    return 2;
  });
}

function after<T>(act: () => void, value: T): T {
  act();
  return value;
}

describe.each(abis)("%s: an argument that acts while it is read:", (canonicalAbi) => {
  test("it disposes the plugin", async () => {
    for (const [of, argument] of [
      ["texts", (act: () => void) => withGetter(["a", "b", "c"], 1, () => after(act, "b"))],
      ["words", (act: () => void) => withGetter([1n, 2n], 1, () => after(act, 2n))],
      ["entries", (act: () => void) => [withGetter({ hue: "red" }, "text", () => after(act, "a"))]],
      ["rights", (act: () => void) => withGetter({}, "read", () => after(act, true))],
    ] as const) {
      const { plugin, fails } = await load(hostile, keeping, { canonicalAbi });
      const error = await fails(
        `taken.${of}`,
        argument(() => plugin.dispose()),
      );
      expect(error).toMatchObject({ code: "disposed", plugin: "hostile" });
      expect((await fails("count")).code).toBe("disposed");
    }
  });

  test("it calls the plugin, which is refused", async () => {
    const { call, fails } = await load(hostile, keeping, { canonicalAbi });
    const error = await fails(
      "taken.texts",
      withGetter(["a", "b"], 1, () => call("given.text")),
    );
    expect(error).toMatchObject({ code: "bad-argument", path: "value[1]", cause: { code: "trap" } });
    expect(error.reason).toContain("a call into the same instance is under way");
    expect(call("count")).toBe(7);
  });

  test("it calls another plugin, which is fine", async () => {
    const other = await load(hostile, keeping, { canonicalAbi });
    const { call } = await load(hostile, keeping, { canonicalAbi });
    call(
      "taken.texts",
      withGetter(["a", "b"], 1, () => {
        other.call("taken.text", "c");
        return other.call("given.text");
      }),
    );
    expect(call("given.texts")).toEqual(["a", "c"]);
  });

  test("it is the plugin's own memory, which grows before it is copied", async () => {
    const grow = keeping.replace("(memory.copy", "(drop (memory.grow (i32.const 1))) (memory.copy");
    const { plugin, call, fails } = await load(hostile, grow, { canonicalAbi });
    const [memory] = Object.values(plugin.memories);
    const own = new Uint8Array(memory?.buffer ?? new ArrayBuffer(0), 0, 16);
    const error = await fails("taken.bytes", own);
    expect(error).toMatchObject({ code: "bad-argument" });
    // Where it was noticed: at the whole, or at its first element.
    expect(error.path).toMatch(/^value(\[0\])?$/);
    expect(call("count")).toBe(7);
  });
});

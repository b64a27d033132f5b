import { type Grant, isEndSignal, memoryBucket } from "@polyplug/wasi";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostBucket, startServices } from "./start-services.ts";

const [store, atomics, batch] = [
  "wasi:keyvalue/store@0.2.0-draft2",
  "wasi:keyvalue/atomics@0.2.0-draft2",
  "wasi:keyvalue/batch@0.2.0-draft2",
] as const;
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (value: Uint8Array | undefined) => value && new TextDecoder().decode(value);
const err = (tag: string, val?: unknown) =>
  expect.objectContaining({ name: "ResultError", payload: val === undefined ? { tag } : { tag, val } });

async function startBucket(bucket: NonNullable<Grant["keyvalue"]>[string] = true) {
  const plugin = await startServices({ keyvalue: { "": bucket } });
  return { ...plugin, bucket: plugin.use(store).open("") };
}

describe.each([
  ["in memory", () => true as const],
  ["of the host", () => hostBucket().bucket],
])("a bucket %s", (_, make) => {
  test("is what a map of the same keys would be, whatever is done to it", async () => {
    const key = fc.constantFrom("", "a", "b", "__proto__", "constructor", "ключ", "a".repeat(500));
    const step = fc.oneof(
      fc.record({ kind: fc.constant("set" as const), key, value: fc.uint8Array({ maxLength: 20 }) }),
      fc.record({ kind: fc.constant("delete" as const), key }),
      fc.record({ kind: fc.constant("get" as const), key }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { bucket } = await startBucket(make());
        const model = new Map<string, Uint8Array>();
        for (const one of steps) {
          if (one.kind === "set") {
            bucket.set(one.key, one.value);
            model.set(one.key, one.value);
          } else if (one.kind === "delete") {
            bucket.delete(one.key);
            model.delete(one.key);
          }
          expect(bucket.get(one.key)).toEqual(model.get(one.key));
          expect(bucket.exists(one.key)).toBe(model.has(one.key));
        }
        expect(bucket.listKeys(undefined)).toEqual({ keys: [...model.keys()], cursor: undefined });
      }),
      { numRuns: 50 },
    );
  });

  test("counts, and refuses to count what is no number or beyond 64 bits", async () => {
    const { use, bucket } = await startBucket(make());
    const { increment } = use(atomics);
    expect([increment(bucket, "n", 5n), increment(bucket, "n", -7n)]).toEqual([5n, -2n]);
    expect(text(bucket.get("n"))).toBe("-2");
    expect(() => increment(bucket, "n", -(2n ** 63n))).toThrow(err("other", "the sum is too large for a counter"));
    for (const value of ["", "1.5", " 1", "0x10", "9".repeat(30), "1\n"]) {
      bucket.set("n", bytes(value));
      expect(() => increment(bucket, "n", 1n), value).toThrow(err("other", "the value is no number"));
      expect(text(bucket.get("n"))).toBe(value);
    }
  });

  test("swaps what is still there, and gives a new try for what is not", async () => {
    const { use, bucket } = await startBucket(make());
    const { Cas, swap } = use(atomics);
    const [first, late] = [Cas.new(bucket, "k"), Cas.new(bucket, "k")];
    expect(first.current()).toBeUndefined();
    swap(first, bytes("one"));
    let again: typeof late | undefined;
    try {
      swap(late, bytes("two"));
    } catch (thrown) {
      expect(thrown).toMatchObject({ payload: { tag: "cas-failed" } });
      again = (thrown as { payload: { val: typeof late } }).payload.val;
    }
    expect(text(again?.current())).toBe("one");
    if (again) swap(again, bytes("two"));
    expect(text(bucket.get("k"))).toBe("two");
  });

  test("does many at once", async () => {
    const { use, bucket } = await startBucket(make());
    const { getMany, setMany, deleteMany } = use(batch);
    setMany(bucket, [
      ["a", bytes("1")],
      ["b", bytes("2")],
      ["a", bytes("3")],
    ]);
    deleteMany(bucket, ["b", "none"]);
    expect(getMany(bucket, ["b", "a", "a"])).toEqual([undefined, ["a", bytes("3")], ["a", bytes("3")]]);
  });
});

test("buckets are known by their names, and each is its own", async () => {
  const { use } = await startServices({ keyvalue: { "": true, other: {} } });
  const { open } = use(store);
  open("").set("k", bytes("v"));
  expect([text(open("").get("k")), open("other").get("k")]).toEqual(["v", undefined]);
  for (const name of ["none", "constructor", "__proto__"]) expect(() => open(name)).toThrow(err("no-such-store"));
});

test("without a grant access is denied, and the plugin goes on", async () => {
  const { use, wasi } = await startServices();
  expect(() => use(store).open("")).toThrow(err("access-denied"));
  expect([[...wasi.denied], wasi.ended]).toEqual([["keyvalue"], undefined]);
});

test("a bucket in memory is full at its bytes and at its entries, and what it holds stays", async () => {
  const { bucket, wasi } = await startBucket({ maxBytes: 16, maxEntries: 2 });
  bucket.set("ab", bytes("123456"));
  expect(() => bucket.set("c", bytes("12345678"))).toThrow(
    err("other", "the bucket is full: it would hold 17 bytes, allowed are 16"),
  );
  bucket.set("c", bytes("1234567"));
  bucket.set("c", bytes("1"));
  expect(() => bucket.set("d", bytes(""))).toThrow(
    err("other", "the bucket is full: it would hold 3 entries, allowed are 2"),
  );
  bucket.delete("ab");
  bucket.set("ж", bytes("1".repeat(12)));
  expect(bucket.listKeys(undefined).keys).toEqual(["c", "ж"]);
  expect(wasi.ended).toBeUndefined();
});

test("a bucket holds a mebibyte and ten thousand entries unless told otherwise", async () => {
  const { bucket } = await startBucket();
  expect(() => bucket.set("", new Uint8Array(1_048_577))).toThrow(err("other", expect.anything()));
  for (let entry = 0; entry < 10_000; entry++) bucket.set(String(entry), new Uint8Array());
  expect(() => bucket.set("more", new Uint8Array())).toThrow(err("other", expect.anything()));
});

test.each(["text", "number"])(
  "keys come in pages that a deletion does not upset, where a cursor is a %s",
  async (kind) => {
    const keyvalue = { "": true } as const;
    const { use } = await startServices({ keyvalue });
    const bucket = kind === "text" ? use(store).open("") : use("wasi:keyvalue/store@0.2.0-draft").open("");
    for (let key = 0; key < 2500; key++) bucket.set(String(key), new Uint8Array());
    const seen: string[] = [];
    let cursor: unknown;
    for (let page = 0; page < 3; page++) {
      const answer = bucket.listKeys(cursor as never);
      seen.push(...answer.keys);
      for (const key of answer.keys) bucket.delete(key);
      cursor = answer.cursor;
      expect(typeof cursor).toBe(page === 2 ? "undefined" : kind === "text" ? "string" : "bigint");
    }
    expect(seen).toEqual(Array.from({ length: 2500 }, (_, key) => String(key)));
    for (const strange of kind === "text" ? ["-1", "x", "1e400"] : [2n ** 64n - 1n]) {
      expect(bucket.listKeys(strange as never).keys).toEqual([]);
    }
  },
);

test("the older draft counts without a sign", async () => {
  const { use, bucket } = await startBucket();
  const { increment } = use("wasi:keyvalue/atomics@0.2.0-draft");
  expect(increment(bucket, "n", 2n ** 64n - 1n)).toBe(2n ** 64n - 1n);
  expect(() => increment(bucket, "n", 1n)).toThrow(err("other", "the sum is too large for a counter"));
});

test("a bucket of the host is shared, read by it, and may answer with an err", async () => {
  const shared = memoryBucket({ maxBytes: "1kB" });
  const [one, other] = [await startBucket(shared), await startBucket(shared)];
  one.bucket.set("k", bytes("v"));
  expect([text(other.bucket.get("k")), text(shared.get("k"))]).toEqual(["v", "v"]);
  expect(() => other.bucket.set("big", new Uint8Array(1000))).toThrow(err("other", expect.anything()));
});

test.each([
  ["get", () => "text", 'the host\'s bucket gave "text", expected a Uint8Array or undefined'],
  [
    "get",
    async () => bytes("v"),
    "the host's bucket gave a promise, which this thread cannot wait for, expected a Uint8Array or undefined",
  ],
  [
    "set",
    async () => undefined,
    "the host's bucket gave a promise, which this thread cannot wait for, expected nothing",
  ],
  ["exists", () => 1, "the host's bucket gave 1, expected a boolean"],
  ["listKeys", () => ["a"], "the host's bucket gave a value of type object, expected { keys, cursor }"],
  ["listKeys", () => ({ keys: [1] }), "the host's bucket gave a value of type object, expected { keys, cursor }"],
  [
    "delete",
    () => {
      throw new Error("gone");
    },
    "the host's bucket failed: gone",
  ],
])("a host's %s that does what it must not ends the plugin: %o", async (method, implementation, reason) => {
  const { bucket, wasi } = await startBucket(hostBucket({ [method]: implementation }).bucket);
  const args: readonly unknown[] = method === "listKeys" ? [undefined] : ["k", bytes("v")];
  expect(() => Reflect.apply(Reflect.get(bucket, method), bucket, args)).toThrow(expect.toSatisfy(isEndSignal));
  const message = `cannot call ${method} of a bucket: ${reason}`;
  expect(wasi.ended).toMatchObject({ error: { code: "trap", message, plugin: "guest" } });
});

test("a host's cursor that is no number cannot reach a plugin of the older draft", async () => {
  const { bucket: granted } = hostBucket({ listKeys: () => ({ keys: ["a"], cursor: "page-2" }) });
  const { use } = await startServices({ keyvalue: { "": granted } });
  expect(use(store).open("").listKeys(undefined)).toEqual({ keys: ["a"], cursor: "page-2" });
  const older = use("wasi:keyvalue/store@0.2.0-draft").open("");
  expect(() => older.listKeys(undefined)).toThrow(err("other", "the place to go on from is no number"));
});

test("a bucket that is none, or of another interface, is not worked with", async () => {
  for (const bucket of [{ granted: memoryBucket() }, undefined, memoryBucket()]) {
    const { use, wasi } = await startBucket();
    expect(() => use(atomics).increment(bucket, "k", 1n)).toThrow(expect.toSatisfy(isEndSignal));
    expect(wasi.ended).toMatchObject({ error: { code: "trap" } });
  }
});

test("handles to buckets are counted, and a swap gives one back", async () => {
  const { use, bucket, wasi } = await startBucket();
  const { Cas, swap } = use(atomics);
  for (let turn = 0; turn < 70_000; turn++) {
    use(store).open("")[Symbol.dispose]();
    swap(Cas.new(bucket, "k"), bytes("v"));
  }
  const open = () => {
    for (let turn = 0; turn < 65_536; turn++) use(store).open("");
  };
  expect(open).toThrow(expect.toSatisfy(isEndSignal));
  expect(wasi.ended).toMatchObject({
    error: { reason: "it called wasi:keyvalue/store#open, and holds 65536 resources already" },
  });
});

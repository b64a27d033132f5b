import { ResultError } from "@polyplug/host";
import { describe, expect, test } from "vitest";
import { failure } from "../failure.ts";
import { apart, loadOn, tiers } from "../tiers/tiers.ts";
import { fixture } from "./fixture.ts";

interface Counting {
  count(key: string): number;
}

const none = 2 ** 32 - 1;

/** A bucket of the host's own, over a map that others see. */
function hostBucket(values = new Map<string, Uint8Array>()) {
  return {
    get: (key: string) => values.get(key),
    set: (key: string, value: Uint8Array) => void values.set(key, value.slice()),
    delete: (key: string) => void values.delete(key),
    exists: (key: string) => values.has(key),
    listKeys: () => ({ keys: [...values.keys()] }),
  };
}

describe.each(tiers)("on the tier %s", (tier) => {
  test("a plugin counts in a bucket in memory, and logs entries", async () => {
    const entries: unknown[] = [];
    const grant = { keyvalue: { "": true as const }, logging: (entry: unknown) => entries.push(entry) };
    using plugin = await loadOn<Counting>(tier, fixture("services"), { grant });
    expect([await plugin.exports.count("a"), await plugin.exports.count("a"), await plugin.exports.count("b")]).toEqual(
      [1, 2, 1],
    );
    expect(entries).toEqual(["a", "a", "b"].map((message) => ({ level: "info", context: "", message })));
  });

  test("buckets of the host are shared by plugins, and a stream gets lines", async () => {
    let lines = "";
    const logging = {
      to: { write: (line: Uint8Array) => (lines += new TextDecoder().decode(line)) },
      maxBytes: "1KiB",
    };
    const grant = { keyvalue: { "": hostBucket() }, logging };
    using one = await loadOn<Counting>(tier, fixture("services"), { grant });
    using other = await loadOn<Counting>(tier, fixture("services"), { grant });
    expect([await one.exports.count("k\n"), await other.exports.count("k\n")]).toEqual([1, 2]);
    expect(lines).toBe("info k\\n\ninfo k\\n\n");
  });

  test("a log beyond its bound ends the plugin", async () => {
    const grant = { logging: { to: () => undefined, maxBytes: 20 } };
    using plugin = await loadOn<Counting>(tier, fixture("services"), { grant });
    expect(await plugin.exports.count("x")).toBe(none);
    const fault = await failure(async () => await plugin.exports.count("y".repeat(20)));
    expect(fault).toMatchObject({ code: "output-limit" });
    expect(fault.message).toContain("limit logging: 33 bytes used, 20 allowed");
  });

  test("a bucket that fails ends the plugin, and one that answers with an err does not", async () => {
    const broken = {
      ...hostBucket(),
      get: () => {
        throw new Error("no disk");
      },
    };
    using ended = await loadOn<Counting>(tier, fixture("services"), { grant: { keyvalue: { "": broken } } });
    expect((await failure(async () => await ended.exports.count("k"))).message).toContain("no disk");
    const full = {
      ...hostBucket(),
      set: () => {
        throw new ResultError({ tag: "other", val: "full" });
      },
    };
    using plugin = await loadOn<Counting>(tier, fixture("services"), { grant: { keyvalue: { "": full } } });
    await plugin.exports.count("k");
    await plugin.exports.count("k");
  });

  test.each([
    [{ keyvalue: [] }, "grant.keyvalue"],
    [{ keyvalue: { a: false } }, "grant.keyvalue"],
    [{ logging: 5 }, "grant.logging"],
    [{ config: { a: 1 } }, "grant.config"],
  ])("what is no grant is refused: %o", async (grant, path) => {
    const load = () => loadOn(tier, fixture("services"), { grant: grant as never });
    expect(await failure(load)).toMatchObject({ code: "bad-argument", path });
  });

  test("without grants the plugin runs", async () => {
    using plugin = await loadOn<Counting>(tier, fixture("services"));
    expect(await plugin.exports.count("a")).toBe(none);
  });
});

test.each(apart)("on the tier %s a bucket may answer with promises", async (tier) => {
  const bucket = hostBucket();
  const slow = Object.fromEntries(
    Object.entries(bucket).map(([name, method]) => [
      name,
      async (...args: [string, Uint8Array]) => {
        await new Promise((resolve) => setImmediate(resolve));
        return Reflect.apply(method, bucket, args);
      },
    ]),
  );
  using plugin = await loadOn<Counting>(tier, fixture("services"), { grant: { keyvalue: { "": slow as never } } });
  expect([await plugin.exports.count("a"), await plugin.exports.count("a")]).toEqual([1, 2]);
});

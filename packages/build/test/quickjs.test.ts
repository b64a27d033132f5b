import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPlugin, detectProject } from "@polyplug/build";
import { loadPlugin, PluginError, ResultError } from "@polyplug/host";
import { beforeAll, describe, expect, test } from "vitest";
import { environment } from "./environment.ts";
import { projectFolder } from "./project-folder.ts";

const wit = `package test:values@1.0.0;

interface host {
  resource meter {
    constructor(start: u64);
    add: func(by: u64) -> option<u32>;
    largest: static func() -> u32;
  }
  meter-at: func(start: u64) -> meter;
  half: func(of: s64, or: option<u32>) -> result<u64, u32>;
}

interface things {
  resource thing {
    constructor(start: u64);
    get: func() -> u64;
    sum: static func(these: list<borrow<thing>>) -> result<thing, u64>;
  }
  two: func() -> list<thing>;
}

world values {
  import host;
  import next-id: func(after: u32) -> u64;
  record note { text: option<string>, line: u32 }
  variant shape { none, sized(u64), named(option<string>) }
  export things;
  export u32s: func(value: u32) -> u32;
  export u64s: func(value: u64) -> u64;
  export s64s: func(value: s64) -> s64;
  export seen: func(note: note, shape: shape, depth: option<option<u32>>, longs: list<u64>, ints: list<u32>) -> list<string>;
  export made: func(what: string) -> tuple<u8, s8, u16, s16, u32, s32>;
  export longs: func() -> list<u64>;
  export echo: func(note: note, shape: shape, depth: option<option<u32>>) -> tuple<note, shape, option<option<u32>>>;
  export asks: func() -> list<string>;
  export fails: func(how: string) -> result<string, string>;
  export breaks: func(how: string);
}
`;

const plugin = `import { half, Meter, meterAt } from "test:values/host@1.0.0";
import nextId from "next-id";
import { breakDeep } from "./deep.ts";

const show = (value: unknown): string =>
  typeof value === "bigint" ? \`\${value}n\` : ArrayBuffer.isView(value) ? \`\${value.constructor.name} \${value}\` : JSON.stringify(value) ?? "undefined";

export const u32s = (value: number) => value;
export const u64s = (value: bigint) => value;
export const s64s = (value: bigint) => -value;
export const seen = (note: { text?: string }, shape: { val?: unknown }, depth: { val?: unknown }, ...lists: unknown[]) =>
  [note, note.text, shape.val, depth.val, ...lists].map(show);
export const made = (what: string) => [255, -128, 65535, -32768, what === "too large" ? 2 ** 32 : what === "no number" ? "1" : 2 ** 32 - 1, -(2 ** 31)];
export const longs = () => [0n, 2n ** 64n - 1n];
export const echo = (...values: unknown[]) => Object.freeze(values.map((value) => Object.freeze(value)));

class Thing {
  #value: bigint;
  constructor(start: bigint) {
    this.#value = start;
    Object.freeze(this);
  }
  get() {
    return this.#value;
  }
  static sum(these: Thing[]) {
    const sum = these.reduce((all, one) => all + one.get(), 0n);
    if (sum > 100n) throw sum;
    return new this(sum);
  }
}
const kept = new Thing(7n);
export const things = { Thing, two: () => [kept, kept] };

export const asks = () => {
  const [made, given] = [new Meter(4n), meterAt(5n)];
  const refused = (() => {
    try {
      return half(3n, undefined);
    } catch (error) {
      return (error as { payload: unknown }).payload;
    }
  })();
  return [made.add(1n), given.add(2n ** 40n), made instanceof Meter, given instanceof Meter, Meter.largest(), half(-8n, 2 ** 32 - 1), refused, nextId(2 ** 32 - 1)].map(show);
};

export const fails = (how: string) => {
  if (how === "error") throw Object.assign(new Error("in words"), { payload: "as its payload" });
  if (how === "text") throw "thrown";
  if (how === "wrongly") throw 5;
  return breakDeep(2);
};
export const breaks = (how: string) => {
  if (how === "promise") return Promise.resolve();
  if (how === "text") throw "no error";
  return breakDeep(2);
};
`;

const deep = `interface Nothing {
  readonly there: number;
}

export function breakDeep(levels: number): never {
  if (levels > 0) return breakDeep(levels - 1);
  const nothing = JSON.parse("null") as Nothing;
  throw new Error(\`not \${nothing.there}\`);
}
`;

interface Thing {
  get(): bigint;
}

interface Exports {
  u32s(value: number): number;
  u64s(value: bigint): bigint;
  s64s(value: bigint): bigint;
  seen(note: object, shape: object, depth: object, longs: bigint[], ints: number[]): string[];
  made(what: string): number[];
  longs(): BigUint64Array;
  echo(...values: unknown[]): unknown[];
  asks(): string[];
  fails(how: string): string;
  breaks(how: string): void;
  things: {
    Thing: { new (start: bigint): Thing; sum(these: readonly Thing[]): Thing };
    two(): Thing[];
  };
}

let path = "";

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-quickjs-"));
  await mkdir(join(folder, "src"));
  await writeFile(join(folder, "world.wit"), wit);
  await writeFile(join(folder, "src/plugin.ts"), plugin);
  await writeFile(join(folder, "src/deep.ts"), deep);
  path = (await buildPlugin(await detectProject(folder), { env: environment })).artifacts[0]?.path ?? "";
  return () => rm(folder, { recursive: true });
});

async function load(): Promise<Exports> {
  class Meter {
    readonly start: bigint;
    constructor(start: bigint) {
      this.start = start;
    }
    add(by: bigint): number | undefined {
      return by > 2n ** 32n ? undefined : Number(this.start + by);
    }
    static largest(): number {
      return 2 ** 32 - 1;
    }
  }
  const host = {
    Meter,
    meterAt: (start: bigint) => new Meter(start),
    half(of: bigint, or: number | undefined): bigint {
      if (of < 0n) return BigInt(or ?? 0);
      throw new ResultError(2 ** 32 - 1);
    },
  };
  const imports = { "test:values/host": host, nextId: (after: number) => BigInt(after) + 1n };
  return (await loadPlugin<Exports>(path, { imports })).exports;
}

/** What a call that fails is told of; the plugin is another one afterwards. */
async function failure(call: (exports: Exports) => unknown): Promise<PluginError> {
  const exports = await load();
  try {
    call(exports);
  } catch (error) {
    if (PluginError.is(error)) return error;
    throw error;
  }
  throw new Error("it does not fail");
}

describe("a plugin in QuickJS", () => {
  test("has integers of 32 bits whole", async () => {
    const { u32s, made } = await load();
    for (const value of [0, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1]) expect(u32s(value)).toBe(value);
    expect(made("right")).toEqual([255, -128, 65535, -32768, 2 ** 32 - 1, -(2 ** 31)]);
  });

  test("is not to give what its integers cannot hold", async () => {
    const large = await failure(({ made }) => made("too large"));
    expect(large.message).toContain("expected an integer that fits into u32, got 4294967296");
    expect((await failure(({ made }) => made("no number"))).message).toContain('got "1"');
  });

  test("has integers of 64 bits as bigints, up to 2^53", async () => {
    const { u64s, s64s } = await load();
    for (const value of [0n, 2n ** 31n, 2n ** 53n - 1n]) {
      expect(u64s(value)).toBe(value);
      expect(s64s(value)).toBe(-value);
      expect(s64s(-value)).toBe(value);
    }
    for (const value of [2n ** 53n, 2n ** 53n + 1n, 2n ** 63n]) {
      const { message } = await failure((exports) => exports.u64s(value));
      expect(message).toMatch(/QuickJS has 64-bit integers up to 2\^53 alone, and u64 \d+ is beyond/);
    }
  });

  test("gives lists of any integers of 64 bits", async () => {
    expect((await load()).longs()).toEqual(new BigUint64Array([0n, 2n ** 64n - 1n]));
  });

  test("sees what the contract's types say", async () => {
    const { seen } = await load();
    const shape = { tag: "named", val: undefined };
    const told = seen({ line: 2 ** 32 - 1 }, shape, { tag: "some", val: undefined }, [2n ** 40n], [2 ** 32 - 1]);
    expect(told).toEqual([
      '{"line":4294967295}',
      "undefined",
      "undefined",
      "undefined",
      "BigUint64Array 1099511627776",
      "Uint32Array 4294967295",
    ]);
  });

  test("gives what it must not change", async () => {
    const { echo } = await load();
    const values = [
      { text: "a", line: 2 ** 32 - 1 },
      { tag: "sized", val: 9n },
      { tag: "some", val: 1 },
    ] as const;
    expect(echo(...values)).toEqual(values);
    expect(echo({ line: 1 }, { tag: "none" }, { tag: "none" })).toEqual([
      { line: 1 },
      { tag: "none" },
      { tag: "none" },
    ]);
  });

  test("calls its host by the contract's types, functions of the world by their modules", async () => {
    const told = ["5", "undefined", "true", "true", "4294967295", "4294967295n", "4294967295", "4294967296n"];
    expect((await load()).asks()).toEqual(told);
  });

  test("has resources, which it may give more than once, and freeze", async () => {
    const { Thing, two } = (await load()).things;
    expect(two().map((one) => one.get())).toEqual([7n, 7n]);
    const sum = Thing.sum([new Thing(5n), ...two()]);
    expect(sum.get()).toBe(19n);
    expect(() => Thing.sum([sum, new Thing(99n)])).toThrow(expect.objectContaining({ payload: 118n }));
  });

  test("fails as its contract lets it, and with nothing else", async () => {
    const { fails } = await load();
    expect(() => fails("text")).toThrow(expect.objectContaining({ payload: "thrown" }));
    expect(() => fails("error")).toThrow(expect.objectContaining({ payload: "as its payload" }));
    expect((await failure((exports) => exports.fails("wrongly"))).message).toContain("expected a string");
    const { message } = await failure(({ breaks }) => breaks("text"));
    expect(message).toContain("breaks threw no error, and its contract lets it not fail");
  });

  test("is told that nothing waits for a promise", async () => {
    const { message } = await failure(({ breaks }) => breaks("promise"));
    expect(message).toContain("breaks gave a promise, and a plugin has nothing that would wait for it");
  });

  test("breaks at places in its sources", async () => {
    const { message, stack } = await failure(({ breaks }) => breaks(""));
    expect(message).toContain("cannot read property 'there' of null");
    const places = [...`${message}\n${stack}`.matchAll(/src\/\w+\.ts:\d+/g)].map(([place]) => place);
    const last = plugin.split("\n").findLastIndex((line) => line.includes("breakDeep(2)")) + 1;
    expect(places).toEqual(expect.arrayContaining(["src/deep.ts:8", "src/deep.ts:6", `src/plugin.ts:${last}`]));
  });
});

test("QuickJS is not to build what it would mistake, and what is missing is told of at once", async () => {
  const source = (exports: string) => ({
    "wit/world.wit": `package test:things; interface things { resource thing { constructor(); } take: func(these: list<thing>); }
world w { export things; }`,
    "plugin.js": exports,
  });
  const build = async (exports: string) =>
    buildPlugin(await detectProject(await projectFolder(source(exports))), { env: environment });
  await expect(build("export const things = { Thing: class {}, take() {} };")).rejects.toThrow(
    "QuickJS mistakes resources that take takes back: have it borrow them, or build with @bytecodealliance/componentize-js",
  );
});

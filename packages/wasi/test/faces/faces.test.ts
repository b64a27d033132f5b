import { isEndSignal } from "@polyplug/wasi";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { preview1Face } from "./preview1-face.ts";
import { preview2Face } from "./preview2-face.ts";

const noon = 1_769_860_800_000_000_000n;

/** One capability set, two faces: what is granted is the same whichever of them a plugin looks at. */
describe.each([preview1Face, preview2Face])("$name", ({ start }) => {
  test.each([[[]], [["cmd", "größe", "😀", "", "\ufeffbom", "a=b"]]])("arguments %j", async (args) => {
    expect((await start({ args })).args()).toEqual(args);
    expect((await start()).args()).toEqual([]);
  });

  test.each([
    [{}, []],
    [
      { LANG: "de_CH", EMPTY: "", EQUALS: "a=b", ["__proto__"]: "p" },
      ["LANG=de_CH", "EMPTY=", "EQUALS=a=b", "__proto__=p"],
    ],
    [{ "\ufeffN": "\ufeffv" }, ["\ufeffN=\ufeffv"]],
  ])("variables %j", async (env, variables) => {
    expect((await start({ env })).env()).toEqual(variables);
    expect((await start()).env()).toEqual([]);
  });

  test("stdout and stderr go each its own way, chunk by chunk", async () => {
    const [out, err]: string[][] = [[], []];
    const plugin = await start({
      stdout: (chunk) => out?.push(new TextDecoder().decode(chunk)),
      stderr: { to: (chunk) => err?.push(new TextDecoder().decode(chunk)) },
    });
    plugin.write("stdout", "one");
    plugin.write("stderr", "two");
    plugin.write("stdout", "");
    plugin.write("stdout", "größe");
    expect([out, err]).toEqual([["one", "größe"], ["two"]]);
  });

  test("output that is not granted goes nowhere, and of stderr the last 8 KiB are kept", async () => {
    const plugin = await start();
    plugin.write("stdout", "nobody hears");
    expect(plugin.wasi.lastWords).toBe("");
    plugin.write("stderr", "größe ");
    plugin.write("stderr", "matters");
    expect(plugin.wasi.lastWords).toBe("größe matters");
    expect([...plugin.wasi.denied]).toEqual([]);
    plugin.write("stderr", "x".repeat(8186));
    expect(plugin.wasi.lastWords).toBe(`atters${"x".repeat(8186)}`);
    plugin.write("stderr", `y${"z".repeat(8192)}`);
    expect(plugin.wasi.lastWords).toBe("z".repeat(8192));
  });

  test("of many writes, small and large, the last 8 KiB are kept as of one", async () => {
    const plugin = await start();
    let all = "";
    for (const [index, size] of [1, 8191, 1, 8192, 8191, 3, 8190, 2, 0, 10000, 8192, 17, 8176].entries()) {
      const text = String.fromCharCode(97 + index).repeat(size);
      plugin.write("stderr", text);
      all += text;
      expect(plugin.wasi.lastWords).toBe(all.slice(-8192));
    }
  });

  test("words that are heard are kept as well", async () => {
    const heard: string[] = [];
    const plugin = await start({ stderr: (chunk) => heard.push(new TextDecoder().decode(chunk)) });
    plugin.write("stderr", "heard");
    expect(heard).toEqual(["heard"]);
    expect(plugin.wasi).toMatchObject({ lastWords: "heard", stderrGranted: true });
    expect((await start()).wasi.stderrGranted).toBe(false);
  });

  test("an output is no terminal, unless it says that it is one", async () => {
    const stderr = { write: () => true, isTTY: true };
    const plugin = await start({ stdout: { write: () => true }, stderr });
    expect([plugin.isTerminal("stdout"), plugin.isTerminal("stderr")]).toEqual([false, true]);
  });

  test("output beyond its bound is cut once and ends the plugin", async () => {
    const chunks: string[] = [];
    const stdout = { to: (chunk: Uint8Array) => chunks.push(new TextDecoder().decode(chunk)), maxBytes: 12 };
    const plugin = await start({ stdout });
    plugin.write("stdout", "hello");
    plugin.write("stdout", "hello");
    expect(() => plugin.write("stdout", "hello")).toThrow(expect.toSatisfy(isEndSignal));
    expect(() => plugin.write("stderr", "hello")).toThrow(expect.toSatisfy(isEndSignal));
    expect(chunks).toEqual(["hello", "hello", "he"]);
    const message = "cannot write to stdout: limit stdout: 15 bytes used, 12 allowed";
    expect(plugin.wasi.ended).toMatchObject({
      kind: "fault",
      error: { code: "output-limit", message, plugin: "guest" },
    });
  });

  test("the bound is 1 MiB where the grant does not say", async () => {
    let taken = 0;
    const plugin = await start({
      stdout: (chunk) => {
        taken += chunk.length;
      },
    });
    for (let call = 0; call < 16; call++) plugin.write("stdout", "x".repeat(65_536));
    expect(() => plugin.write("stdout", "x")).toThrow(expect.toSatisfy(isEndSignal));
    expect(taken).toBe(1_048_576);
  });

  test("a sink that fails ends the plugin with the cause kept", async () => {
    const cause = new Error("disk full");
    const plugin = await start({
      stderr: () => {
        throw cause;
      },
    });
    expect(() => plugin.write("stderr", "x")).toThrow(expect.toSatisfy(isEndSignal));
    const message = "cannot write to stderr: the host's sink failed: disk full";
    expect(plugin.wasi.ended).toMatchObject({ kind: "fault", error: { code: "trap", message, cause } });
  });

  test("a plugin that was ended while the host wrote for it does not go on when that returns", async () => {
    const plugin = await start({
      stdout: () => {
        expect(() => plugin.exit(9)).toThrow(expect.toSatisfy(isEndSignal));
      },
    });
    expect(() => plugin.write("stdout", "x")).toThrow(expect.toSatisfy(isEndSignal));
    expect(plugin.wasi.ended).toEqual({ kind: "exit", code: 9 });
  });

  test.each([["größe!"], [new TextEncoder().encode("größe!")]])(
    "stdin gives text and bytes until their end",
    async (stdin) => {
      const plugin = await start({ stdin });
      expect([plugin.read(2), plugin.read(0), plugin.read(100), plugin.read(100)]).toEqual([
        "gr",
        "",
        "öße!",
        undefined,
      ]);
      expect((await start()).read(100)).toBeUndefined();
    },
  );

  test("a source is asked when the plugin reads, for what it reads, and no more after its end", async () => {
    const asked: number[] = [];
    const chunks = ["abc", "de", undefined, "never"].map((text) => text && new TextEncoder().encode(text));
    const read = (maxBytes: number): Uint8Array | undefined => {
      asked.push(maxBytes);
      return chunks.shift() || undefined;
    };
    const plugin = await start({ stdin: { read } });
    expect([plugin.read(2), plugin.read(0), plugin.read(2), plugin.read(2)]).toEqual(["ab", "", "c", "de"]);
    expect([plugin.read(2), plugin.read(2)]).toEqual([undefined, undefined]);
    expect(asked).toEqual([2, 2, 2]);
  });

  test("a read of nothing takes nothing from the source", async () => {
    const plugin = await start({ stdin: { read: () => expect.unreachable("asked for nothing") } });
    expect(plugin.read(0)).toBe("");
    expect(plugin.wasi.ended).toBeUndefined();
  });

  test("a source that fails ends the plugin with the cause kept", async () => {
    const cause = new Error("disk on fire");
    const plugin = await start({
      stdin: {
        read: () => {
          throw cause;
        },
      },
    });
    expect(() => plugin.read(4)).toThrow(expect.toSatisfy(isEndSignal));
    const message = "cannot read from stdin: the host's source failed: disk on fire";
    expect(plugin.wasi.ended).toMatchObject({ kind: "fault", error: { message, cause, plugin: "guest" } });
  });

  test("the wall clock is the host's, to the millisecond", async () => {
    const plugin = await start({ clock: true });
    const before = BigInt(Date.now());
    const now = plugin.wallTime();
    expect(now % 1_000_000n).toBe(0n);
    expect(now / 1_000_000n).toBeGreaterThanOrEqual(before);
    expect(now / 1_000_000n).toBeLessThanOrEqual(BigInt(Date.now()));
    expect([plugin.wallResolution(), plugin.monotonicResolution()]).toEqual([1_000_000n, 1_000n]);
  });

  test("times are rounded down to the resolution that was granted", async () => {
    const plugin = await start({ clock: { resolution: "10ms" } });
    expect([plugin.wallTime() % 10_000_000n, plugin.monotonicTime() % 10_000_000n]).toEqual([0n, 0n]);
    expect([plugin.wallResolution(), plugin.monotonicResolution()]).toEqual([10_000_000n, 10_000_000n]);
  });

  test("a fixed clock stands still, and only sleeping moves it on", async () => {
    const plugin = await start({ clock: { fixed: "2026-01-31T12:00:00Z" }, sleep: "1s" });
    const begin = plugin.monotonicTime();
    expect(plugin.wallTime()).toBe(noon);
    plugin.sleep(2_000_000n);
    expect([plugin.wallTime(), plugin.monotonicTime() - begin]).toEqual([noon + 2_000_000n, 2_000_000n]);
    plugin.sleepUntil(begin + 3_000_000n);
    plugin.sleepUntil(1n);
    expect([plugin.wallTime(), plugin.monotonicTime() - begin]).toEqual([noon + 3_000_000n, 3_000_000n]);
  });

  test("a wait within the grant takes its time, clock or none", async () => {
    for (const clock of [true, undefined] as const) {
      const plugin = await start({ sleep: "100ms", clock });
      const begin = performance.now();
      plugin.sleep(20_000_000n);
      expect(performance.now() - begin).toBeGreaterThanOrEqual(19);
      expect([...plugin.wasi.denied]).toEqual([]);
    }
  });

  test.each([undefined, "5ms"])("a wait beyond the grant (%s) is refused at once, and noted", async (sleep) => {
    const plugin = await start({ sleep });
    const wait = vi.spyOn(Atomics, "wait");
    onTestFinished(() => wait.mockRestore());
    expect(() => plugin.sleep(2n ** 63n)).toThrow();
    expect(wait).not.toHaveBeenCalled();
    expect([...plugin.wasi.denied]).toEqual(["sleep"]);
  });

  test("no wait at all needs no grant", async () => {
    const plugin = await start();
    plugin.sleep(0n);
    expect([...plugin.wasi.denied]).toEqual([]);
  });

  test("what needs a clock or randomness is refused without it, and noted", async () => {
    const uses = [
      ["clock", (plugin: Plugin) => plugin.wallTime()],
      ["clock", (plugin: Plugin) => plugin.wallResolution()],
      ["clock", (plugin: Plugin) => plugin.monotonicTime()],
      ["clock", (plugin: Plugin) => plugin.monotonicResolution()],
      ["clock", (plugin: Plugin) => plugin.sleepUntil(1n)],
      ["random", (plugin: Plugin) => plugin.random(8)],
    ] as const;
    type Plugin = Awaited<ReturnType<typeof start>>;
    for (const [capability, use] of uses) {
      const plugin = await start({ sleep: "1s" });
      expect(() => use(plugin)).toThrow();
      expect([...plugin.wasi.denied]).toEqual([capability]);
    }
  });

  test("random bytes differ each time and take every value", async () => {
    const plugin = await start({ random: true });
    const [first, second] = [plugin.random(4096), plugin.random(4096)];
    expect(first).not.toEqual(second);
    expect(new Set(first).size).toBe(256);
    expect(new Set(plugin.random(0x30000).slice(-256)).size).toBeGreaterThan(100);
  });

  test("a seed gives the same bytes on each run, in whatever pieces they are asked for", async () => {
    const [whole, pieces, other] = [
      await start({ random: { seed: "tea" } }),
      await start({ random: { seed: "tea" } }),
      await start({ random: { seed: "tee" } }),
    ];
    const bytes = whole.random(100);
    expect([1, 2, 3, 94].flatMap((length) => [...pieces.random(length)])).toEqual([...bytes]);
    expect(other.random(100)).not.toEqual(bytes);
  });

  test.each([0, 3, 255])("exit(%i) ends the plugin with that code, and the first end stands", async (code) => {
    const plugin = await start({ stdout: () => expect.unreachable("written after the end") });
    expect(() => plugin.exit(code)).toThrow(expect.toSatisfy(isEndSignal));
    expect(() => plugin.exit(code + 1)).toThrow(expect.toSatisfy(isEndSignal));
    expect(() => plugin.write("stdout", "x")).toThrow(expect.toSatisfy(isEndSignal));
    expect(plugin.wasi.ended).toEqual({ kind: "exit", code });
  });
});

test("a seed gives both faces the same bytes", async () => {
  const [one, two] = [
    await preview1Face.start({ random: { seed: 7 } }),
    await preview2Face.start({ random: { seed: 7 } }),
  ];
  expect(two.random(1000)).toEqual(one.random(1000));
});

import { ResultError } from "@polyplug/errors";
import { type Grant, isEndSignal } from "@polyplug/wasi";
import fc from "fast-check";
import { expect, test } from "vitest";
import { camelCase, specification } from "./specification.ts";
import { type Started, startPreview2 } from "./start-preview2.ts";

const grant: Grant = {
  args: ["a"],
  env: { A: "1" },
  stdin: "some input",
  clock: { fixed: "2026-01-31T12:00:00Z" },
  random: { seed: 1 },
  sleep: "1us",
};

/** A component says itself of which types its imports are, so these come with values of others. */
test.each<[string, (plugin: Started, value: never) => unknown, unknown[]]>([
  [
    "wasi:io/streams#output-stream.write",
    ({ use }, value) => use("wasi:cli/stdout").getStdout().write(value),
    ["text", { length: -5 }, [1], Uint16Array.of(1), 1n, undefined],
  ],
  [
    "wasi:io/streams#output-stream.write-zeroes",
    ({ use }, value) => use("wasi:cli/stdout").getStdout().writeZeroes(value),
    [5, -1n, "5", undefined],
  ],
  [
    "wasi:io/streams#output-stream.splice",
    ({ use }, value) => use("wasi:cli/stdout").getStdout().splice(value, 1n),
    [{ read: 1 }, undefined, 1],
  ],
  [
    "wasi:io/streams#input-stream.read",
    ({ use }, value) => use("wasi:cli/stdin").getStdin().read(value),
    [5, "5", -1n, undefined],
  ],
  [
    "wasi:io/poll#poll",
    ({ use }, value) => use("wasi:io/poll").poll(value),
    [[{ deadline: 0n }], [undefined], Uint32Array.of(1), "text", undefined],
  ],
  [
    "wasi:clocks/monotonic-clock#subscribe-duration",
    ({ use }, value) => use("wasi:clocks/monotonic-clock").subscribeDuration(value),
    [5, "5", -1n],
  ],
  [
    "wasi:clocks/monotonic-clock#subscribe-instant",
    ({ use }, value) => use("wasi:clocks/monotonic-clock").subscribeInstant(value),
    [5, "5", -1n],
  ],
  [
    "wasi:random/random#get-random-bytes",
    ({ use }, value) => use("wasi:random/random").getRandomBytes(value),
    [5, "5", -1n],
  ],
  [
    "wasi:cli/exit#exit-with-code",
    ({ use }, value) => use("wasi:cli/exit").exitWithCode(value),
    ["1", 1.5, Number.NaN, -1, 256, 1n],
  ],
  [
    "wasi:filesystem/types#filesystem-error-code",
    ({ use }, value) => use("wasi:filesystem/types").filesystemErrorCode(value),
    [{ errorCode: "x" }, 1],
  ],
])("%s takes no values of other types", async (name, call, values) => {
  for (const value of values) {
    const plugin = await startPreview2({ ...grant, stdout: () => expect.unreachable("written") });
    expect(() => call(plugin, value as never)).toThrow(expect.toSatisfy(isEndSignal));
    const message = `cannot run guest: it called ${name} with other types than it has in WASI 0.2`;
    expect(plugin.wasi.ended).toMatchObject({ kind: "fault", error: { code: "trap", message } });
  }
});

const functions = specification.flatMap(({ id, functions }) =>
  functions.map((name) => ({ id, name: camelCase(name) })),
);

test("no arguments make a function throw anything but an err or the end", async () => {
  const value = fc.oneof(
    fc.anything({ withBigInt: true, withTypedArray: true }),
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  );
  const calls = fc.array(fc.tuple(fc.constantFrom(...functions), fc.array(value, { maxLength: 3 })), {
    minLength: 1,
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(calls, async (sequence) => {
      const { wasi } = await startPreview2(grant);
      for (const [{ id, name }, args] of sequence) {
        try {
          Reflect.get(wasi.provide(`${id}@0.2.0`) ?? {}, name)(...args);
          expect(wasi.ended).toBeUndefined();
        } catch (thrown) {
          expect(thrown).toSatisfy((value) => (ResultError.is(value) ? wasi.ended === undefined : isEndSignal(value)));
        }
      }
    }),
    { numRuns: 400 },
  );
});

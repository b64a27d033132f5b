import { isEndSignal, preview1Signatures, tree } from "@polyplug/wasi";
import fc from "fast-check";
import { expect, test } from "vitest";
import { allFunctions } from "./guests/all-functions.ts";
import { assemble, startGuest } from "./guests/start-guest.ts";

const edges32 = [0, 1, 2, 3, 8, 0x10, 0x400, 0xfff8, 0xffff, 0x10000, 0x7fffffff, -1, -2, -8, -0x80000000];
const edges64 = [0n, 1n, -1n, 2n ** 63n - 1n, -(2n ** 63n)];
const i32 = fc.oneof(fc.constantFrom(...edges32), fc.nat(0x11000), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
const i64 = fc.oneof(fc.constantFrom(...edges64), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }));

const call = fc
  .constantFrom(...preview1Signatures)
  .chain(([name, { params, results }]) =>
    fc.tuple(fc.constant(name), fc.tuple(...params.map((type) => (type === "i64" ? i64 : i32))), fc.constant(results)),
  );

test("no arguments make a function throw anything but the end, or answer what is no error number", async () => {
  const module = await assemble(allFunctions);
  const paths = fc.string({ unit: fc.constantFrom("a", "b", "/", "."), minLength: 64, maxLength: 1024 });
  const fill = fc.oneof(
    fc.uint8Array({ minLength: 64, maxLength: 1024 }),
    paths.map((text) => new TextEncoder().encode(text)),
  );
  const files = tree({ "/": { a: "text", b: { a: "more" } } }, { maxBytes: "1MiB", maxInodes: 100 });
  const calls = fc.array(call, { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fill, calls, async (memory, sequence) => {
      const guest = await startGuest(module, {
        args: ["a", "ö"],
        env: { A: "1" },
        stdin: "some input",
        stdout: () => undefined,
        clock: { fixed: "2026-01-31T12:00:00Z" },
        random: { seed: 1 },
        sleep: "1us",
        files,
      });
      for (let at = 0; at < 0x10000; at += memory.length) guest.bytes().set(memory.subarray(0, 0x10000 - at), at);
      for (const [name, args, results] of sequence) {
        try {
          const result = guest.call(name, ...args);
          if (results.length === 0) expect(result, name).toBeUndefined();
          else expect(result, name).toSatisfy((errno) => Number.isInteger(errno) && errno >= 0 && errno <= 76);
          expect(guest.wasi.ended).toBeUndefined();
        } catch (thrown) {
          expect(thrown).toSatisfy(isEndSignal);
          expect(guest.wasi.ended).toBeDefined();
        }
      }
    }),
    { numRuns: 400 },
  );
});

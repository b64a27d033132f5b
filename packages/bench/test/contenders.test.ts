import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Calls } from "../src/calls.ts";
import { handWritten } from "../src/contenders/hand-written.ts";
import { ours } from "../src/contenders/ours.ts";
import { buildBenchGuests } from "../src/guests.ts";

const contenders = new Map<string, Calls>();

beforeAll(async () => {
  const { calls } = await buildBenchGuests(() => undefined);
  contenders.set("by hand", (await handWritten(calls.core)).calls as Calls);
  contenders.set("compiled, core", (await ours(calls.core, "ours")).calls as Calls);
  contenders.set("compiled, component", (await ours(calls.component, "ours")).calls as Calls);
  contenders.set("reference, core", (await ours(calls.core, "reference")).calls as Calls);
});

const u32 = fc.nat({ max: 0xffff_ffff });
const text = fc.oneof(fc.string({ maxLength: 100 }), fc.string({ unit: "binary", maxLength: 60 }));

test.for(["by hand", "compiled, core", "compiled, component", "reference, core"])("%s, the guest answers", (name) => {
  const calls = contenders.get(name);
  if (calls === undefined) throw new Error(`there is no ${name}`);
  expect(calls.add(2, 3)).toBe(5);
  expect(calls.tickOften(7)).toBe(7);
  expect(calls.noteOften(7)).toBeUndefined();
  const agree = <T>(values: fc.Arbitrary<T>, echo: (value: T) => unknown) =>
    fc.assert(
      fc.property(values, (value) => {
        expect(echo(value)).toEqual(value);
      }),
    );
  agree(text, calls.echo);
  agree(fc.uint8Array(), calls.echoBytes);
  agree(fc.array(fc.record({ id: u32, name: text, score: fc.double() }, { noNullPrototype: true })), calls.echoRows);
});

test("by hand, memory may grow in any call", () => {
  const calls = contenders.get("by hand");
  const long = "é".repeat(3_000_000);
  expect(calls?.echo(long)).toBe(long);
  expect(calls?.echoBytes(new Uint8Array(20_000_000).fill(7)).at(-1)).toBe(7);
});

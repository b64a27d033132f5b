import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryProgram, type Program } from "./arbitrary-program.ts";
import { forBoth, forFuel, forTime, instantiate, newPage } from "./instance.ts";
import { programText } from "./program-text.ts";
import { wat } from "./wat.ts";

type Run = (depth: number, state: number) => number;

/** What a program does: what it returns or why it traps, what it tells on its way, and what is then in its memory. */
interface Behaviour {
  readonly ending: string | number;
  readonly ticks: readonly number[];
  readonly memory: string;
}

function behaviour(run: Run, memory: WebAssembly.Memory, ticks: number[], state: number): Behaviour {
  ticks.length = 0;
  const ending = endingOf(() => run(4, state));
  return { ending, ticks: [...ticks], memory: Buffer.from(memory.buffer, 0, 2_048).toString("base64") };
}

function endingOf(work: () => number): string | number {
  try {
    return work();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return error.message;
    if (error instanceof WebAssembly.Exception) return "exception";
    throw error;
  }
}

const states = [0, 1, 0x7a_5c_3e_17, -1];

describe.each([
  { what: "time", metering: forTime },
  { what: "fuel", metering: forFuel },
  { what: "both", metering: forBoth },
])("a program under a limit of $what", ({ metering }) => {
  test("does what it did", async () => {
    const seen = { ticks: 0, traps: 0, exceptions: 0 };
    const property = fc.asyncProperty(arbitraryProgram, async (program) => {
      const bytes = wat(programText(program, { rounds: 3, entries: 100, told: "beginnings" }));
      const ticks: number[] = [];
      const imports = { env: { tick: (state: number) => void ticks.push(state) } };
      const original = (await WebAssembly.instantiate(bytes, imports)).instance.exports;
      const metered = (await instantiate(bytes, metering, imports)).exports;
      for (const state of states) {
        const expected = behaviour(original["run"] as Run, original["memory"] as WebAssembly.Memory, ticks, state);
        const actual = behaviour(metered["run"] as Run, metered["memory"] as never, ticks, state);
        expect(actual).toEqual(expected);
        seen.ticks += expected.ticks.length;
        seen.traps += Number(expected.ending === "unreachable");
        seen.exceptions += Number(expected.ending === "exception");
      }
    });
    await fc.assert(property, { numRuns: 150 });
    expect(seen.ticks).toBeGreaterThan(5_000);
    expect(seen.traps).toBeGreaterThan(0);
    expect(seen.exceptions).toBeGreaterThan(0);
  });
});

/** Runs a program whose host raises the epoch when it is told for the `last` time. */
async function raised(
  { program, last, state }: { program: Program; last: number; state: number },
  name: "run" | "first",
): Promise<{ late: number; ending: unknown }> {
  const told = name === "run" ? "beginnings" : "statements";
  const bytes = wat(programText(program, { rounds: 1_000, entries: 1_000_000, told }));
  const page = newPage();
  const raise = (): void => void Atomics.store(new Uint8Array(page.buffer), 0, 1);
  let ticks = 0;
  const tick = (): void => {
    if (++ticks === last) raise();
    if (ticks > last + 100) throw new RangeError("it does not end");
  };
  const { exports } = await instantiate(bytes, forTime, { env: { tick } }, page);
  if (last === 0) raise();
  const ending = endingOf(() => (exports[name] as unknown as Run)(4, state));
  return { late: Math.max(0, ticks - last), ending: ticks < last ? "in time" : ending };
}

/** What a check of the epoch ends with, in a loop and elsewhere. */
const timeIsUp: ReadonlySet<unknown> = new Set(["unreachable", "memory access out of bounds"]);

const arbitraryState = fc.oneof(fc.constantFrom(...states), fc.integer());

describe("once time is up", () => {
  // Nothing is ever told after the beginning of a loop or a function but behind a check.
  test("neither a loop nor a function begins", async () => {
    let ended = 0;
    const property = fc.asyncProperty(
      fc.record({ program: arbitraryProgram, last: fc.integer({ min: 1, max: 60 }), state: arbitraryState }),
      async (given) => {
        const { late, ending } = await raised(given, "run");
        expect(late).toBe(0);
        if (timeIsUp.has(ending)) ended++;
      },
    );
    await fc.assert(property, { numRuns: 300 });
    expect(ended).toBeGreaterThan(50);
  });

  test("no way through a function comes to a call", async () => {
    let ended = 0;
    const property = fc.asyncProperty(
      fc.record({ program: arbitraryProgram, state: arbitraryState }),
      async (given) => {
        const { late, ending } = await raised({ ...given, last: 0 }, "first");
        expect(late).toBe(0);
        if (timeIsUp.has(ending)) ended++;
      },
    );
    await fc.assert(property, { numRuns: 600 });
    expect(ended).toBeGreaterThan(200);
  });
});

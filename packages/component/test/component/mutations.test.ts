import { planComponent } from "@polyplug/component";
import { PluginError } from "@polyplug/errors";
import { decodeComponent } from "@polyplug/wasm-binary";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fixture } from "../fixture.ts";

const names = ["counters", "reentry", "shout", "pass-through", "async", "names", "swallow", "versions", "ascribed"];

/** How a file ends up planned: in full, or refused by the decoder or the planner. */
async function outcome(bytes: Uint8Array): Promise<"planned" | PluginError> {
  try {
    await planComponent(decodeComponent(bytes));
    return "planned";
  } catch (error) {
    if (PluginError.is(error)) return error;
    throw error;
  }
}

test.each(names)("%s with bytes changed is planned or refused, and nothing else", async (name) => {
  const bytes = fixture(name);
  const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }));
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const mutated = Uint8Array.from(bytes);
      for (const [at, value] of changes) mutated[at] = value;
      const result = await outcome(mutated);
      seen.add(result === "planned" ? result : result.action);
      if (result !== "planned") expect(["malformed", "unsupported", "not-wasm"]).toContain(result.code);
    }),
    { numRuns: 1_000 },
  );
  // Some got past the decoder.
  expect([...seen]).toEqual(expect.arrayContaining(["planned", "link the plugin"]));
});

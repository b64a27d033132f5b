import { access } from "node:fs/promises";
import { join } from "node:path";
import type {} from "@polyplug/built-guests";
import { type BuiltTypedGuest, typedLanguages } from "@polyplug/toolchains";
import { afterAll, describe, expect, inject, test } from "vitest";
import {
  discoverCases,
  judge,
  playCase,
  playWithWasmtime,
  readKnownFailures,
  Tally,
  type Verdict,
} from "../src/index.ts";

const cases = await discoverCases();
const names = cases.map(({ name }) => name);
const tally = new Tally();

/** Known failures are of a language, and where it has several generators of one of these. */
const variants = typedLanguages.flatMap(({ language, compilers }) =>
  compilers.map(({ generator }) => ({ variant: generator ?? language })),
);

const variantOf = ({ language, generator }: Pick<BuiltTypedGuest, "language" | "generator">): string =>
  generator ?? language;

for (const one of cases) {
  const { name, folder, without = {} } = one;
  const guests = inject("typedGuests").filter(({ topic }) => topic === name);

  describe(name, () => {
    test.for(typedLanguages)("has a guest in $title, or says why not", async ({ language, file }) => {
      const there = await access(join(folder, file)).then(
        () => true,
        () => false,
      );
      expect(there).toBe(!(language in without));
    });

    for (const guest of guests.filter((guest) => !(variantOf(guest) in without))) {
      const variant = variantOf(guest);
      const check = async (column: string, verdicts: readonly Verdict[]): Promise<void> => {
        const known = await readKnownFailures(variant);
        const judgement = judge(name, verdicts, known);
        tally.add(variant, column, judgement);
        expect(judgement.complaints).toEqual([]);
      };
      for (const canonicalAbi of ["compiled", "reference"] as const) {
        test(`${variant}, ${guest.target}, ${canonicalAbi}`, async () => {
          await check(`${guest.target} ${canonicalAbi}`, await playCase(one, guest.path, { canonicalAbi }));
        });
      }
      if (guest.target === "component" && !("wasmtime" in without)) {
        test(`${variant}, component, wasmtime`, async () => {
          await check("component wasmtime", await playWithWasmtime(one, guest.path));
        });
      }
    }
  });
}

test.for(variants)("every known failure of $variant is one", async ({ variant }) => {
  expect(tally.dead(variant, await readKnownFailures(variant))).toEqual([]);
});

test("every guest is built", () => {
  expect(inject("unbuiltTypedGuests").filter(({ topic }) => names.includes(topic))).toEqual([]);
});

afterAll(() => {
  console.log(tally.table());
});

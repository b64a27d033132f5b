import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BuiltTypedGuest } from "@polyplug/built-guests";
import { type LoadOptions, loadPlugin, type Plugin, PluginError } from "@polyplug/host";
import { expect, inject, test } from "vitest";
import { culprits, excuseOf, faultsFolder, placeOf, readFaults, saying, variants } from "../src/index.ts";

interface Failing {
  readonly guest: { fail(fault: string): number };
}

const faults = await readFaults();
const named = Object.keys(faults.says);
const guests = inject("typedGuests").filter(({ topic }) => topic === "faults");
const options = ["compiled", "reference"] as const;
const rows = guests.flatMap((guest) => options.flatMap((abi) => named.map((fault) => ({ ...guest, abi, fault }))));

function load({ path, grant }: BuiltTypedGuest, abi: LoadOptions["canonicalAbi"]): Promise<Plugin<Failing>> {
  return loadPlugin<Failing>(path, { grant, canonicalAbi: abi });
}

function faultOf(call: () => unknown): PluginError {
  try {
    call();
  } catch (error) {
    if (PluginError.is(error)) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

const fileOf = (language: string) => variants.find((variant) => variant.language === language)?.file ?? "";

test.for(rows.map((row) => ({ ...row, by: row.generator ?? row.language })))(
  "$fault of $language, $target by $by, $abi",
  async ({ fault, abi, ...built }) => {
    const names = culprits(built);
    using plugin = await load(built, abi);
    using neighbour = await load(built, abi);
    expect(plugin.exports.guest.fail("none")).toBe(0);
    if (excuseOf(faults.absent, fault, names) !== undefined) {
      expect(plugin.exports.guest.fail(fault)).toBe(0);
      return;
    }

    const error = faultOf(() => plugin.exports.guest.fail(fault));
    const [code, after] = fault === "exit" ? (["exited", "exited"] as const) : (["trap", "poisoned"] as const);
    const exported = "test:faults/guest@1.0.0#fail";
    expect(error).toMatchObject({ code, export: exported, action: `call ${exported}` });
    const place = error.path === undefined ? "" : ` (${error.path})`;
    expect(error.reason).toBe(
      `${code === "trap" ? "trap: " : ""}${saying(faults, fault, [...names, built.target])}${place}`,
    );

    const file = fileOf(built.language);
    const marked = placeOf(await readFile(join(faultsFolder, file), "utf8"), fault);
    const told = {
      line: error.path !== undefined && new RegExp(`(^|/)${file}:${marked?.line}(:\\d+)?$`).test(error.path),
      function: new RegExp(`^ +at .*${plainly(marked?.within ?? fault)}`, "m").test(plainly(error.stack ?? "")),
    };
    for (const what of ["line", "function"] as const) {
      const untold = excuseOf(
        faults.untold.filter((one) => one.what === what),
        fault,
        names,
      );
      expect(told[what], `${what}: ${error.stack}`).toBe(untold === undefined);
    }

    expect(faultOf(() => plugin.exports.guest.fail("none")).code).toBe(after);
    expect(neighbour.exports.guest.fail("none")).toBe(0);
  },
);

/** `failed_assertion` and `failedAssertion` are the fault `failed-assertion`. */
function plainly(text: string): string {
  return text.toLowerCase().replace(/[_-]/g, "");
}

test("there is a guest in every language, and of each what can be built", () => {
  const built = guests.map(({ language, generator, target }) => [language, generator, target].join());
  const wanted = variants.flatMap(({ language, generator, lowerings }) =>
    lowerings.map((target) => [language, generator, target].join()),
  );
  expect(built.sort()).toEqual(wanted.sort());
});

test("the contract has no fault that nobody looks at", async () => {
  const wit = await readFile(join(faultsFolder, "world.wit"), "utf8");
  const cases = [...wit.matchAll(/^ {4}([a-z-]+),$/gm)].map(([, name]) => name);
  expect(cases).toEqual(["none", ...named]);
});

test("exceptions are of languages and faults that there are", () => {
  const known = new Set(variants.flatMap(culprits));
  const all = [...faults.untold, ...faults.absent];
  expect(all.flatMap(({ of }) => of.filter((name) => !known.has(name)))).toEqual([]);
  expect(all.flatMap((one) => one.faults.filter((name) => !named.includes(name)))).toEqual([]);
});

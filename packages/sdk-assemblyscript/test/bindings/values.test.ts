import fc from "fast-check";
import { expect, test } from "vitest";
import { callsOf, plugins } from "../plugins.ts";
import { sampleKinds } from "./arbitrary-type.ts";

const { bindgen, load } = plugins();

const { kinds, declarations } = sampleKinds(40, 3, 20_260_731);
const functions = kinds.map(({ wit }, at) => `swap${at}: func(one: ${wit}, other: ${wit}) -> tuple<${wit}, ${wit}>;`);
const used = declarations.length === 0 ? "" : `use types.{${declarations.map((_, at) => `t${at}`).join(", ")}};`;
const wit = `package test:values;
interface types { ${declarations.join("\n")} }
interface host { ${used} ${functions.join("\n")} }
interface guest { ${used} ${functions.join("\n")} }
world values { import host; export guest; }
`;

/** Each function calls the host's with its parameters exchanged. What they look like, the bindings tell authors. */
async function echoes(): Promise<string> {
  const files = await bindgen().generate(wit, { language: "assemblyscript" });
  const guest = files.find(({ path }) => path === "guest.ts");
  const told = new TextDecoder().decode(guest?.content).match(/^\/\/ {3}export function .*;$/gm) ?? [];
  const written = told.map((line) =>
    line.replace(/^\/\/ +export function (swap\d+)(.*);$/, "export function $1$2 { return host.$1(other, one); }"),
  );
  const tuples = Array.from({ length: 4 }, (_, at) => `Tuple${at + 1}`);
  return `import { char, Option, Result, ${tuples.join(", ")}, Unit } from "@polyplug/sdk-assemblyscript";
import * as host from "./bindings/host";
import { ${declarations.map((_, at) => `T${at}`).join(", ")} } from "./bindings/types";
export namespace guest {
${written.join("\n")}
}
`;
}

test("values of any type go to the plugin, from there to the host, and all the way back", async () => {
  const exchange = (one: unknown, other: unknown) => [other, one];
  const imports = { "test:values/host": Object.fromEntries(kinds.map((_, at) => [`swap${at}`, exchange])) };
  const guest = callsOf(await load(wit, await echoes(), { imports }), "guest");
  for (const [at, { values }] of kinds.entries()) {
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(guest[`swap${at}`]?.(one, other)).toEqual([one, other]);
      }),
      { numRuns: 50 },
    );
  }
});

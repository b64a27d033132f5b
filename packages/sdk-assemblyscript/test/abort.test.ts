import { loadPlugin } from "@polyplug/host";
import { compileAssemblyscript } from "@polyplug/toolchains";
import { expect, test } from "vitest";
import { plugins } from "./plugins.ts";

const { bindgen, load } = plugins();

interface Faults {
  fault(which: number): number;
}

const wit = "package test:faults;\nworld faults { export fault: func(which: u32) -> u32; }\n";

const source = `let values: u32[] = [1, 2];
let nothing: string | null = null;
export function fault(which: u32): u32 {
  if (which == 0) throw new Error("no " + which.toString());
  if (which == 1) return values[7];
  if (which == 2) assert(which == 1, "two is not one — 😀");
  if (which == 3) return nothing!.length;
  if (which == 4) return <u32>(Math.random() * 10);
  if (which == 5) unreachable();
  return values[0];
}
`;

test.for([
  [0, "trap: no 0 (plugin.ts:4:19)"],
  [1, /^trap: Index out of range \(~lib\/array\.ts:\d+:\d+\)$/],
  [2, "trap: two is not one — 😀 (plugin.ts:6:19)"],
  [3, /^trap: Unexpected 'null'.* \(plugin\.ts:7:26\)$/],
  [4, /^trap: Math\.random has no seed: call Math\.seedRandom with one that the host gave \(~lib\/@polyplug\//],
  [5, "trap: unreachable"],
] as const)("fault %s is told of with its message and its place", async ([which, reason]) => {
  const { exports } = await load<Faults>(wit, source);
  expect(exports.fault(9)).toBe(1);
  const told = typeof reason === "string" ? reason : expect.stringMatching(reason);
  expect(() => exports.fault(which)).toThrow(expect.objectContaining({ code: "trap", export: "fault", reason: told }));
});

test("a component tells no less", async () => {
  const core = await compileAssemblyscript(bindgen(), wit, source);
  const { exports } = await loadPlugin<Faults>(await bindgen().componentize(core));
  expect(() => exports.fault(0)).toThrow("cannot call fault: trap: no 0 (plugin.ts:4:19)");
});

test("so is one at the top of a module, when the plugin is loaded", async () => {
  const failing = `if (memory.size() > 0) throw new Error("not today");\n${source}`;
  await expect(load(wit, failing)).rejects.toMatchObject({
    code: "trap",
    reason: "trap: not today (plugin.ts:1:24)",
    path: "plugin.ts:1:24",
  });
});

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Component, decodeComponent } from "@polyplug/wasm-binary";
import type { Guests } from "../guests.ts";
import { measure } from "../measure.ts";
import { jcoLoads } from "../peers/jco-loads.ts";
import type { PeerPackages } from "../peers/peer-packages.ts";
import { type Row, rowOf } from "../row.ts";
import { programs, type Ran, runNode } from "../run-program.ts";
import type { Settings } from "../settings.ts";

const subject = {
  case: "load a 12 MB JavaScript component",
  unit: "ms",
  against: "WebAssembly.compile of its core modules",
  measure: "difference",
  target: 100,
} as const;

/** What loading takes beside what the engine takes to compile, each in a new process: engines keep what they compiled. */
export async function largeComponent(
  { javascript, contract }: Guests,
  packages: PeerPackages | undefined,
  settings: Settings,
): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-bench-"));
  try {
    const modules = await writeModules(decodeComponent(await readFile(javascript)), folder);
    const load = [programs.loadAndTransform, javascript, contract];
    const ways = [
      { party: "baseline", ready: () => () => printed(runNode([programs.compile, ...modules])) },
      { party: "ours", ready: () => () => printed(runNode(load)) },
      { party: "reference", ready: () => () => printed(runNode([...load, "reference"])) },
      ...(packages === undefined ? [] : await jcoLoads(packages, javascript, printed)),
    ];
    // Each sample takes about a second.
    const figures = await measure(ways, { rounds: Math.min(3, settings.rounds), blocks: Math.min(3, settings.blocks) });
    return rowOf(subject, figures, packages === undefined ? ["jco"] : []);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function printed({ stdout }: Ran): number {
  return Number(stdout);
}

async function writeModules(component: Component, folder: string): Promise<readonly string[]> {
  const modules = modulesOf(component);
  const paths = modules.map((_, index) => join(folder, `${index}.wasm`));
  await Promise.all(modules.map((bytes, index) => writeFile(paths[index] ?? "", bytes)));
  return paths;
}

function modulesOf({ definitions }: Component): Uint8Array[] {
  return definitions.flatMap((definition) => {
    if (definition.kind === "component") return modulesOf(definition.component);
    return definition.kind === "core module" ? [definition.module.bytes] : [];
  });
}

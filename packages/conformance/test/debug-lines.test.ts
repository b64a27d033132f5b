import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bindgen, loadBindgen } from "@polyplug/bindgen";
import { adapterOf } from "@polyplug/build";
import { loadPlugin, PluginError } from "@polyplug/host";
import { equip, thisMachine } from "@polyplug/toolchains";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultsFolder, placeOf } from "../src/index.ts";

interface Failing {
  readonly guest: { fail(fault: string): number };
}

/** What is compiled, and the faults of which nothing but debug information tells a line. */
const guests = [
  { language: "c", flag: "-gdwarf-5", unsaid: ["abort", "no-function", "division-by-zero", "trap-instruction"] },
  { language: "cpp", flag: "-gdwarf-4", unsaid: ["abort", "terminate", "division-by-zero", "trap-instruction"] },
] as const;

let folder: string;
let bindgen: Bindgen;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polyplug-debug-lines-"));
  bindgen = await loadBindgen();
});

afterAll(async () => {
  bindgen.dispose();
  await rm(folder, { recursive: true });
});

/** The guest as the compiler makes it with one more flag. */
async function build({ language, flag }: (typeof guests)[number]): Promise<Uint8Array<ArrayBuffer>> {
  const toolchain = await equip(adapterOf(language), thisMachine());
  if (!("build" in toolchain)) throw new Error(toolchain.cure);
  const source = await mkdtemp(join(folder, `${language}-`));
  const wit = [{ path: "world.wit", text: await readFile(join(faultsFolder, "world.wit"), "utf8") }];
  for (const { path, content } of await bindgen.generate(wit, { language }))
    await writeFile(join(source, path), content);
  const file = `plugin.${language}`;
  await mkdir(join(source, "src"));
  await copyFile(join(faultsFolder, file), join(source, "src", file));
  await writeFile(join(source, "compile_flags.txt"), `-I.\n${flag}\n`);
  const out = join(source, "faults.wasm");
  await toolchain.build({ source, out });
  return new Uint8Array(await readFile(out));
}

test.for(guests)("$language compiled with $flag has the line of every trap", async (guest) => {
  const core = await build(guest);
  const file = `plugin.${guest.language}`;
  const source = await readFile(join(faultsFolder, file), "utf8");
  for (const bytes of [core, await bindgen.componentize(core)]) {
    for (const fault of guest.unsaid) {
      const plugin = await loadPlugin<Failing>(new Uint8Array(bytes));
      const error = faultOf(() => plugin.exports.guest.fail(fault));
      const line = placeOf(source, fault)?.line;
      expect(error.path, `${fault}: ${error.stack}`).toMatch(new RegExp(`^src/${file}:${line}:\\d+$`));
      expect(error.reason).toMatch(new RegExp(`^trap: .* \\(${error.path}\\)$`));
      expect(error.stack).toContain(` (${error.path})\n`);
    }
  }
});

function faultOf(call: () => unknown): PluginError {
  try {
    call();
  } catch (error) {
    if (PluginError.is(error)) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

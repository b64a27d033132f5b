import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Calls, hostFunctions } from "../calls.ts";
import type { Contender } from "./contender.ts";

/** What jco makes of a component. */
interface Transpiled {
  instantiate(coreModule: (name: string) => Promise<WebAssembly.Module>, imports: object): Promise<Calls>;
}

/** The component that jco has put into a folder. */
export async function jco(folder: string): Promise<Contender> {
  const { instantiate }: Transpiled = await import(pathToFileURL(join(folder, "plugin.js")).href);
  const imports = { tick: { default: hostFunctions.tick }, note: { default: hostFunctions.note } };
  const compile = async (name: string) => WebAssembly.compile(await readFile(join(folder, name)));
  return { party: "jco", calls: await instantiate(compile, imports) };
}

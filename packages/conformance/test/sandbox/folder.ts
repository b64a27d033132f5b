import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Contract } from "@polyplug/host";
import { buildPrograms } from "@polyplug/toolchains";
import { contractOf } from "../hostile/contracts.ts";
import { wat } from "../hostile/wat.ts";
import type { Fault } from "./fault.ts";

const sandbox = fileURLToPath(new URL("../../sandbox/", import.meta.url));

/** A folder of `sandbox`, with its guest built. */
export interface FaultFolder {
  readonly name: string;
  readonly fault: Fault;
  readonly bytes: Uint8Array;
  /** What `world.wit` says, where it is there. */
  readonly contract: Contract | undefined;
}

/** Every folder of `sandbox`, by name. Finding none throws. */
export async function readFaults(): Promise<readonly FaultFolder[]> {
  const names = (await readdir(sandbox)).sort();
  if (names.length === 0) throw new Error(`there is no fault in ${sandbox}`);
  const programs = await buildPrograms(sandbox);
  const built = new Map(programs.map(({ name, path }) => [name, path]));
  return Promise.all(names.map((name) => readFault(name, built.get(name))));
}

async function readFault(name: string, program: string | undefined): Promise<FaultFolder> {
  const folder = join(sandbox, name);
  const files = await readdir(folder);
  const read = (file: string): Promise<string> => readFile(join(folder, file), "utf8");
  const { fault }: { readonly fault: Fault } = await import(pathToFileURL(join(folder, "fault.ts")).href);
  const contract = files.includes("world.wit") ? (await contractOf(await read("world.wit"))).contract : undefined;
  if (program !== undefined) return { name, fault, contract, bytes: await readFile(program) };
  return { name, fault, contract, bytes: fault.guest?.() ?? wat(await read("guest.wat")) };
}

import { readFile } from "node:fs/promises";
import { readContract, type World } from "@polyplug/abi";
import { type Bindgen, loadBindgen } from "@polyplug/bindgen";
import { type Contract, defineContract } from "@polyplug/host";

/** A world in every form in which a test wants it. */
export interface TestContract {
  readonly wit: string;
  readonly world: World;
  /** The binary that {@link contract} holds as base64. */
  readonly binary: Uint8Array;
  readonly contract: Contract;
}

let tools: Promise<Bindgen> | undefined;

/** The WIT tools, loaded once for the tests of a file. */
export function bindgen(): Promise<Bindgen> {
  tools ??= loadBindgen();
  return tools;
}

/** The contract that a text of WIT is, as it has one world. */
export async function contractOf(wit: string): Promise<TestContract> {
  const binary = await (await bindgen()).contract(wit);
  const contract = defineContract(Buffer.from(binary).toString("base64"));
  return { wit, world: readContract(binary).world, binary, contract };
}

/** The contract of a file beside the cases: `world.wit`. */
export async function contractIn(file: string): Promise<TestContract> {
  return contractOf(await readFile(new URL(`../../hostile/${file}`, import.meta.url), "utf8"));
}

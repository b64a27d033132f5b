import { contractError } from "@polyplug/build";
import { PluginError } from "@polyplug/errors";
import type { ContractSource } from "./contract-source.ts";

/** What goes wrong over a contract while `work` runs is told with its file, of WIT with the line that it is about. */
export async function tellingWit<T>(path: string, source: ContractSource, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(source instanceof Uint8Array)) throw contractError(error, source, "say which is meant by --world");
    throw PluginError.is(error) ? error.within(`read the contract of ${path}`, { path }) : error;
  }
}

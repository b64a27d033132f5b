import { readFile, stat } from "node:fs/promises";
import type { WitSource } from "@polyplug/bindgen";
import { readWit } from "@polyplug/build";
import { PluginError } from "@polyplug/errors";
import { readPlugin } from "@polyplug/host";
import { fileFault } from "../files/file-fault.ts";

/** What a contract may be taken from: WIT, or the bytes of a plugin. */
export type ContractSource = readonly WitSource[] | Uint8Array;

/** Reads a contract: a file or a folder of WIT, or a plugin, which has its world in it. */
export async function readContractSource(path: string): Promise<ContractSource> {
  if (/^https?:/.test(path)) return await readPlugin(path);
  try {
    if ((await stat(path)).isDirectory()) return await readWit({ folder: process.cwd(), wit: path });
    const bytes = await readFile(path);
    return isWasm(bytes) ? await readPlugin(path) : [{ path, text: bytes.toString("utf8") }];
  } catch (cause) {
    if (PluginError.is(cause) || !(cause instanceof Error && "syscall" in cause)) throw cause;
    throw new PluginError({ code: "unreadable", action: `read ${path}`, reason: fileFault(cause), path, cause });
  }
}

function isWasm(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
}

import { open, stat } from "node:fs/promises";
import type { WitSource } from "@polyplug/bindgen";
import { readWit } from "@polyplug/build";
import { fileFault, PluginError } from "@polyplug/errors";
import { readPlugin } from "@polyplug/host";

/** What a contract may be taken from: WIT, or the bytes of a plugin. */
export type ContractSource = readonly WitSource[] | Uint8Array;

/** Reads a contract: a file or a folder of WIT, or a plugin, which has its world in it. */
export async function readContractSource(path: string): Promise<ContractSource> {
  if (/^https?:/.test(path)) return await readPlugin(path);
  try {
    if ((await stat(path)).isFile() && (await isWasm(path))) return await readPlugin(path);
    return await readWit({ folder: process.cwd(), wit: path });
  } catch (cause) {
    if (PluginError.is(cause) || !(cause instanceof Error && "syscall" in cause)) throw cause;
    throw new PluginError({ code: "unreadable", action: `read ${path}`, reason: fileFault(cause), path, cause });
  }
}

async function isWasm(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString("latin1") === "\0asm";
  } finally {
    await file.close();
  }
}

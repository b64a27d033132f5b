import type { Stat } from "../tree/stat.ts";
import { filetypeOf } from "./filetype.ts";
import type { GuestMemory } from "./guest-memory.ts";

export const filestatSize = 64;

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#filestat | filestat}. */
export function writeFilestat(memory: GuestMemory, at: number, stat: Stat): void {
  memory.clear(at, filestatSize);
  memory.writeU64(at, stat.device);
  memory.writeU64(at + 8, stat.ino);
  memory.writeU8(at + 16, filetypeOf(stat));
  memory.writeU64(at + 24, BigInt(stat.links));
  memory.writeU64(at + 32, BigInt(stat.size));
  memory.writeU64(at + 40, stat.accessed);
  memory.writeU64(at + 48, stat.modified);
  memory.writeU64(at + 56, stat.changed);
}

import { createPreview1, type Grant, type Preview1 } from "@polyplug/wasi";
import wabt from "wabt";

/** A guest's function, or one of the 46 that a guest exports again: core values in and out. */
type GuestFunction = (...args: (number | bigint)[]) => number;

export interface Guest {
  readonly wasi: Preview1;
  readonly memory: WebAssembly.Memory;
  call(name: string, ...args: (number | bigint)[]): number;
  bytes(): Uint8Array;
  view(): DataView;
  text(pointer: number, length: number): string;
}

export async function assemble(text: string): Promise<WebAssembly.Module> {
  const features = { exceptions: true, threads: true, memory64: true };
  const parsed = (await wabt()).parseWat("guest.wat", text, features);
  const { buffer } = parsed.toBinary({});
  parsed.destroy();
  return WebAssembly.compile(buffer.slice());
}

/** Starts a guest, in text or assembled, that imports functions of preview1 and exports its memory. */
export async function startGuest(source: string | WebAssembly.Module, grant?: Grant): Promise<Guest> {
  const wasi = await createPreview1(grant, { name: "guest" });
  const module = typeof source === "string" ? await assemble(source) : source;
  const { exports } = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.imports });
  const memory = exports["memory"] as WebAssembly.Memory;
  wasi.bind(memory);
  return {
    wasi,
    memory,
    call: (name, ...args) => (exports[name] as GuestFunction)(...args),
    bytes: () => new Uint8Array(memory.buffer),
    view: () => new DataView(memory.buffer),
    text: (pointer, length) =>
      new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(memory.buffer, pointer, length).slice()),
  };
}

/** Writes one iovec at `at` and gives the address after it. */
export function putIovec(guest: Guest, at: number, pointer: number, length: number): number {
  guest.view().setUint32(at, pointer, true);
  guest.view().setUint32(at + 4, length, true);
  return at + 8;
}

import type { Abort } from "./abort.ts";

/** An instance that says where it leaves such a record. */
interface Recording {
  readonly address: WebAssembly.Global;
  readonly memory: WebAssembly.Memory;
}

/** Bytes of a text that are read. */
const longest = 2 ** 12;

/**
 * What plugins without WASI leave in their memory before they trap, since they have nobody to tell.
 *
 * A module that exports a global `polyplug_abort` and its `memory` has the address of a record in it: six words of 32 bits,
 * which are the addresses and the lengths in bytes of a message and a file name, both in UTF-16, then line and column.
 * Either text may be left out, with a length of 0. Until it aborts, the address is 0, or all of the words are.
 */
export class AbortRecords {
  readonly #recordings: Recording[] = [];

  /** Notes the instance of a module, if it keeps such a record. */
  add({ polyplug_abort: address, memory }: WebAssembly.Exports): void {
    if (address instanceof WebAssembly.Global && memory instanceof WebAssembly.Memory && isNumber(address)) {
      this.#recordings.push({ address, memory });
    }
  }

  /** The first record that there is. */
  read(): Abort | undefined {
    for (const recording of this.#recordings) {
      const abort = readRecord(recording);
      if (abort !== undefined) return abort;
    }
    return undefined;
  }

  /** Forgets the instances, so that their memory can be collected. */
  release(): void {
    this.#recordings.length = 0;
  }
}

function isNumber(global: WebAssembly.Global): boolean {
  try {
    return typeof global.value === "number";
  } catch {
    // A vector has no value in JavaScript: asking for it throws.
    return false;
  }
}

/** Undefined where nothing lies there: the plugin may have written anything, and what it fails of is the trap. */
function readRecord({ address, memory }: Recording): Abort | undefined {
  const at: unknown = address.value;
  if (typeof at !== "number" || at === 0) return undefined;
  const bytes = new DataView(memory.buffer);
  const start = at >>> 0;
  if (start + 24 > bytes.byteLength) return undefined;
  const word = (index: number): number => bytes.getUint32(start + 4 * index, true);
  const text = (index: number): string => {
    const [from, size] = [word(index), Math.min(word(index + 1), longest)];
    return from + size > bytes.byteLength
      ? ""
      : new TextDecoder("utf-16le").decode(new Uint8Array(memory.buffer, from, size & ~1));
  };
  if ([0, 1, 2, 3, 4, 5].every((index) => word(index) === 0)) return undefined;
  const file = text(2);
  return { message: text(0), place: file === "" ? undefined : `${file}:${word(4)}:${word(5)}`, calls: [] };
}

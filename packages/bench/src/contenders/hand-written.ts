import { readFile } from "node:fs/promises";
import { type Calls, hostFunctions, type Score } from "../calls.ts";
import type { Contender } from "./contender.ts";

/** The guest as the engine gives it. Pointers come as 32 bits with a sign. */
interface CoreCalls {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly cabi_realloc: (old: number, oldSize: number, alignment: number, size: number) => number;
  readonly add: (a: number, b: number) => number;
  readonly echo: (pointer: number, length: number) => number;
  readonly cabi_post_echo: (result: number) => void;
  readonly "echo-bytes": (pointer: number, length: number) => number;
  readonly "cabi_post_echo-bytes": (result: number) => void;
  readonly "echo-rows": (pointer: number, length: number) => number;
  readonly "cabi_post_echo-rows": (result: number) => void;
  readonly "tick-often": (times: number) => number;
  readonly "note-often": (times: number) => void;
}

/** What Node's buffers have beside what is documented: what their documented functions are made of. */
interface NodeBuffer extends Buffer {
  utf8Write(text: string, offset: number, length: number): number;
  utf8Slice(start: number, end: number): string;
}

/** Code units and bytes up to which a loop is quicker than a call of Node. */
const [shortToStore, shortToLoad] = [40, 12];

/** Of a record in memory: id, pointer and length of the name, and the score at a multiple of its own size. */
const rowSize = 24;

/**
 * The best that we can write by hand for one guest, a core plugin: what code that is made for any guest is held against.
 * It checks nothing but what would otherwise give a wrong answer.
 */
export async function handWritten(path: string): Promise<Contender> {
  const { tick, note } = hostFunctions;
  const imports = { tick, note: (pointer: number, length: number) => note(load(pointer >>> 0, length >>> 0)) };
  const { instance }: { instance: { exports: unknown } } = await WebAssembly.instantiate(await readFile(path), {
    $root: imports,
  });
  const guest = instance.exports as CoreCalls;
  guest._initialize();
  const { memory, cabi_realloc: realloc, echo, "echo-bytes": echoBytes, "echo-rows": echoRows } = guest;
  const { cabi_post_echo: freeEcho, "cabi_post_echo-bytes": freeBytes, "cabi_post_echo-rows": freeRows } = guest;
  let bytes = new Uint8Array();
  let buffer = Buffer.alloc(0) as NodeBuffer;
  let view = new DataView(bytes.buffer);
  /** Of the string that was stored last, in bytes. */
  let stored = 0;

  /** Views of a memory that has grown are empty. */
  function refresh(): void {
    bytes = new Uint8Array(memory.buffer);
    buffer = Buffer.from(memory.buffer) as NodeBuffer;
    view = new DataView(memory.buffer);
  }

  function allocate(alignment: number, size: number): number {
    const pointer = realloc(0, 0, alignment, size) >>> 0;
    if (bytes.length === 0) refresh();
    return pointer;
  }

  function store(text: string): number {
    const { length } = text;
    if (length > shortToStore) return storeLong(text);
    const pointer = allocate(1, length);
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 127) return storeLong(text);
      bytes[pointer + i] = unit;
    }
    stored = length;
    return pointer;
  }

  function storeLong(text: string): number {
    stored = Buffer.byteLength(text);
    const pointer = allocate(1, stored);
    buffer.utf8Write(text, pointer, stored);
    return pointer;
  }

  function load(pointer: number, length: number): string {
    if (length <= shortToLoad) {
      let text = "";
      let i = 0;
      for (; i < length; i++) {
        const unit = bytes[pointer + i] ?? 0;
        if (unit > 127) break;
        text += String.fromCharCode(unit);
      }
      if (i === length) return text;
    }
    const text = buffer.utf8Slice(pointer, pointer + length);
    // It stands for bytes that are no UTF-8, or for itself.
    return text.includes("\ufffd") ? strict.decode(bytes.subarray(pointer, pointer + length)) : text;
  }

  const calls: Calls = {
    add: guest.add,
    echo(text) {
      const pointer = store(text);
      const result = echo(pointer, stored) >>> 0;
      if (bytes.length === 0) refresh();
      const echoed = load(view.getUint32(result, true), view.getUint32(result + 4, true));
      freeEcho(result);
      return echoed;
    },
    echoBytes(data) {
      const pointer = allocate(1, data.length);
      bytes.set(data, pointer);
      const result = echoBytes(pointer, data.length) >>> 0;
      if (bytes.length === 0) refresh();
      const start = view.getUint32(result, true);
      const echoed = bytes.slice(start, start + view.getUint32(result + 4, true));
      freeBytes(result);
      return echoed;
    },
    echoRows(rows) {
      const start = allocate(8, rows.length * rowSize);
      let at = start;
      for (let i = 0; i < rows.length; i++, at += rowSize) {
        const { id, name, score } = rows[i] as Score;
        const pointer = store(name);
        view.setUint32(at, id, true);
        view.setUint32(at + 4, pointer, true);
        view.setUint32(at + 8, stored, true);
        view.setFloat64(at + 16, score, true);
      }
      const result = echoRows(start, rows.length) >>> 0;
      if (bytes.length === 0) refresh();
      const echoed = new Array<Score>(view.getUint32(result + 4, true));
      at = view.getUint32(result, true);
      for (let i = 0; i < echoed.length; i++, at += rowSize) {
        echoed[i] = {
          id: view.getUint32(at, true),
          name: load(view.getUint32(at + 4, true), view.getUint32(at + 8, true)),
          score: view.getFloat64(at + 16, true),
        };
      }
      freeRows(result);
      return echoed;
    },
    tickOften: guest["tick-often"],
    noteOften: guest["note-often"],
  };
  refresh();
  return { party: "baseline", calls };
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

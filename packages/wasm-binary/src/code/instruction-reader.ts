import type { PluginError } from "@polyplug/errors";
import type { ByteRange, Module } from "../module.ts";
import { moduleReader } from "../module-reader.ts";
import { immediate, plainImmediates, prefixedImmediates } from "./immediates.ts";

/**
 * Walks over instructions one after the other and says which they are and where. It knows every instruction of the
 * current core specification, of threads and of the exceptions that came before, and nothing of their types: what an
 * engine refuses may pass here.
 *
 * ```
 * const reader = new InstructionReader(module, instructions);
 * while (reader.next()) if (reader.opcode === 0x03) loops.push(reader.start);
 * ```
 *
 * `next` throws `unsupported` for an opcode that it does not know, and `malformed` where the bytes end before an
 * instruction does, each with its offset.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/instructions.html | binary format, instructions}.
 */
export class InstructionReader {
  readonly #module: Module;
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #kind: number = immediate.none;
  /** What the instruction is: its byte, or for one behind a prefix that and three digits: `memory.copy` is 0xfc_00a. */
  opcode = -1;
  /** Where the instruction begins. */
  start = 0;
  /** Where what follows its opcode begins. */
  immediates = 0;
  /** Where the instruction ends and the next begins. */
  offset: number;

  constructor(module: Module, { start, end }: ByteRange) {
    this.#module = module;
    this.#bytes = module.bytes;
    this.offset = start;
    this.#end = end;
  }

  /** Goes to the next instruction; false where there is none. */
  next(): boolean {
    if (this.offset >= this.#end) return false;
    this.start = this.offset;
    const byte = this.#byte();
    let opcode = byte;
    let kind = plainImmediates[byte] ?? immediate.unknown;
    if (kind === immediate.prefix) {
      const rest = this.#u32();
      kind = prefixedImmediates[byte - 0xfb]?.[rest] ?? immediate.unknown;
      opcode = byte * 0x1000 + rest;
    }
    this.opcode = opcode;
    this.#kind = kind;
    this.immediates = this.offset;
    if (kind !== immediate.none) this.#skip(kind);
    return true;
  }

  /** The first `count` numbers that follow the opcode: indices in most. */
  numbers(count: number): number[] {
    return this.#again(() => Array.from({ length: count }, () => this.#u32()));
  }

  /** The labels that the instruction may branch to, as often as they are named; those of exceptions that it catches too. */
  labels(): number[] {
    return this.#again(() => {
      switch (this.#kind) {
        case immediate.label:
          return [this.#u32()];
        case immediate.labels:
          return Array.from({ length: this.#u32() + 1 }, () => this.#u32());
        case immediate.castBranch:
          this.#bytesOf(1);
          return [this.#u32()];
        case immediate.tryTable:
          this.#type();
          return Array.from({ length: this.#u32() }, () => this.#catch());
        default:
          return [];
      }
    });
  }

  /** Reads what follows the opcode once more. It has been walked over, so it is there. */
  #again<T>(read: () => T): T {
    const end = this.offset;
    this.offset = this.immediates;
    const found = read();
    this.offset = end;
    return found;
  }

  #skip(kind: number): void {
    switch (kind) {
      case immediate.leb:
      case immediate.label:
        this.#lebs(1);
        break;
      case immediate.twoLebs:
        this.#lebs(2);
        break;
      case immediate.memarg:
        this.#memarg();
        break;
      case immediate.memargAndLane:
        this.#memarg();
        this.#bytesOf(1);
        break;
      case immediate.blockType:
        this.#type();
        break;
      case immediate.tryTable:
        this.#type();
        for (let left = this.#u32(); left > 0; left--) this.#catch();
        break;
      case immediate.labels:
        this.#lebs(this.#u32() + 1);
        break;
      case immediate.types:
        for (let left = this.#u32(); left > 0; left--) this.#type();
        break;
      case immediate.byte:
        this.#bytesOf(1);
        break;
      case immediate.fourBytes:
        this.#bytesOf(4);
        break;
      case immediate.eightBytes:
        this.#bytesOf(8);
        break;
      case immediate.sixteenBytes:
        this.#bytesOf(16);
        break;
      case immediate.castBranch:
        this.#bytesOf(1);
        this.#lebs(3);
        break;
      default:
        throw this.#error("unsupported", `the opcode 0x${this.opcode.toString(16)} is not known`);
    }
  }

  /** A value type, a block's type, or the index of one: only references to a heap type have a second part. */
  #type(): void {
    const code = this.#bytes[this.offset];
    if (code === 0x63 || code === 0x64) this.offset++;
    this.#lebs(1);
  }

  /** The label of one clause. */
  #catch(): number {
    // catch and catch_ref name a tag, the two that catch all do not.
    if (this.#byte() < 2) this.#lebs(1);
    return this.#u32();
  }

  #memarg(): void {
    const align = this.#u32();
    if (align >= 0x40) this.#lebs(1);
    this.#lebs(1);
  }

  #byte(): number {
    const value = this.offset < this.#end ? this.#bytes[this.offset] : undefined;
    if (value === undefined) throw this.#error("malformed", "it ends in the middle of an instruction");
    this.offset++;
    return value;
  }

  #bytesOf(count: number): void {
    this.offset += count;
    if (this.offset > this.#end) throw this.#error("malformed", "it ends in the middle of an instruction");
  }

  #lebs(count: number): void {
    for (let left = count; left > 0; ) if (this.#byte() < 0x80) left--;
  }

  #u32(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.#byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) break;
      if (scale === 2 ** 28) throw this.#error("malformed", "an integer is too long");
    }
    return value;
  }

  #error(code: "malformed" | "unsupported", why: string): PluginError {
    const reader = moduleReader(this.#module, this.start, this.#end);
    return reader.within("code section", () => reader[code](why, this.start));
  }
}

import type { FileNode } from "./file-node.ts";
import type { Mount } from "./mount.ts";
import { type NewTimes, type Stat, setNodeTimes, statOf } from "./stat.ts";

/**
 * An open file. It works until it is closed, also when the file has no name any more. Whether it may be read from or
 * written to is for who opened it to know; a read-only mount refuses every write with `rofs`.
 *
 * Offsets and sizes are in bytes, any number from zero on: what is too far fails with `nospc`, or reads nothing.
 */
export class FileHandle {
  readonly kind = "file";
  readonly node: FileNode;
  readonly mount: Mount;
  #open = true;

  /** Counts as an open handle (`mfile`). */
  constructor(node: FileNode, mount: Mount) {
    node.open();
    this.node = node;
    this.mount = mount;
  }

  get size(): number {
    return this.node.size;
  }

  stat(): Stat {
    return statOf(this.node, this.mount);
  }

  /** At most `length` bytes from `offset` on, none beyond the end: a view where it can be one, good until the next write. */
  read(offset: number, length: number): Uint8Array {
    return this.node.content.read(offset, length);
  }

  /** Fills `target` with the bytes from `offset` on and gives how many there were. */
  readInto(target: Uint8Array, offset: number): number {
    return this.node.content.readInto(target, offset);
  }

  /** Writes a copy of all the bytes, or nothing (`nospc`). What is skipped reads as zeros. */
  write(offset: number, bytes: Uint8Array): void {
    this.mount.checkWritable();
    this.node.content.write(offset, bytes);
    if (bytes.length > 0) this.node.touch();
  }

  /** Writes at the end, wherever that is by now, and gives the offset after it. */
  append(bytes: Uint8Array): number {
    this.write(this.node.size, bytes);
    return this.node.size;
  }

  /** Cuts the file off, or makes it longer by zeros. */
  resize(size: number): void {
    this.mount.checkWritable();
    this.node.content.resize(size);
    this.node.touch();
  }

  setTimes(times: NewTimes): void {
    this.mount.checkWritable();
    setNodeTimes(this.node, times);
  }

  /** A second time does nothing. */
  close(): void {
    if (this.#open) this.node.close();
    this.#open = false;
  }
}

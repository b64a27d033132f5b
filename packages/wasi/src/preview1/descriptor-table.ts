import type { Descriptor } from "./descriptor.ts";
import { errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";

/** The plugin's file descriptors. They are numbers in this table and nothing else: closing 1 closes nothing of the host. */
export class DescriptorTable {
  readonly #open = new Map<number, Descriptor>();

  /** Opens a descriptor under the lowest free number, as POSIX has it. */
  open(descriptor: Descriptor): number {
    let fd = 0;
    while (this.#open.has(fd)) fd++;
    this.#open.set(fd, descriptor);
    return fd;
  }

  find(fd: number): Descriptor | undefined {
    return this.#open.get(fd);
  }

  /** The open descriptor, or E8 BADF. */
  get(fd: number): Descriptor {
    const descriptor = this.#open.get(fd);
    if (descriptor === undefined) throw new ErrnoSignal(errno.badf);
    return descriptor;
  }

  close(fd: number): void {
    const descriptor = this.get(fd);
    this.#open.delete(fd);
    release(descriptor);
  }

  /** Forgets all of them. Nobody looks at the files any more, so that they need not be closed one by one. */
  release(): void {
    this.#open.clear();
  }

  /** Moves a descriptor onto another one, which is closed by that. Both have to be open. */
  renumber(from: number, to: number): void {
    const descriptor = this.get(from);
    const replaced = this.get(to);
    if (replaced === descriptor) return;
    this.#open.delete(from);
    this.#open.set(to, descriptor);
    release(replaced);
  }
}

/** A stream is the host's, and is not closed with its descriptor. */
function release(descriptor: Descriptor): void {
  if (descriptor.kind === "file" || descriptor.kind === "directory") descriptor.handle.close();
}

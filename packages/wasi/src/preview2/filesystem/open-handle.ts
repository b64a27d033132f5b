import type { DirectoryHandle } from "../../tree/directory-handle.ts";
import type { FileHandle } from "../../tree/file-handle.ts";

/** A file or a directory for as long as anybody needs it: a stream goes on when the descriptor that it came of is dropped. */
export class OpenHandle {
  readonly handle: FileHandle | DirectoryHandle;
  #users = 1;

  constructor(handle: FileHandle | DirectoryHandle) {
    this.handle = handle;
  }

  /** One more that will let go of it. */
  share(): this {
    this.#users++;
    return this;
  }

  letGo(): void {
    this.#users--;
    if (this.#users === 0) this.handle.close();
  }
}

import type { DirectoryHandle } from "../tree/directory-handle.ts";
import { filetype, filetypeOf } from "./filetype.ts";

/** An entry as a guest gets to see it. */
export interface ListedEntry {
  readonly name: string;
  readonly ino: bigint;
  readonly filetype: number;
  /** What the guest asks for to get those after this one. */
  readonly cookie: number;
}

/** The cookies of `.` and `..`, which come before all entries. */
const [self, parent] = [1, 2];

/**
 * The entries of an open directory in pieces, as large as a guest has room for. It goes on where it stopped before when
 * the guest asks for that, which is what guests do; otherwise it begins anew.
 */
export class DirectoryListing {
  readonly #directory: DirectoryHandle;
  /** The cookie after which `#entries` go on, with `#next` before them. */
  #position = -1;
  #entries: Iterator<ListedEntry, void> = [].values();
  #next: ListedEntry | undefined;

  constructor(directory: DirectoryHandle) {
    this.#directory = directory;
  }

  /** Goes to the entries after that cookie, zero for all. */
  seek(cookie: number): void {
    if (cookie === this.#position && this.#next !== undefined) return;
    this.#position = cookie;
    this.#entries = list(this.#directory, cookie);
    this.#advance();
  }

  /** The entry that is next. */
  get next(): ListedEntry | undefined {
    return this.#next;
  }

  /** Goes on behind the entry that is next. */
  skip(): void {
    if (this.#next === undefined) return;
    this.#position = this.#next.cookie;
    this.#advance();
  }

  #advance(): void {
    const { done, value } = this.#entries.next();
    this.#next = done ? undefined : value;
  }
}

function* list(directory: DirectoryHandle, cookie: number): Generator<ListedEntry, void> {
  const { ino } = directory.node;
  if (cookie < self) yield { name: ".", ino, filetype: filetype.directory, cookie: self };
  if (cookie < parent) yield { name: "..", ino, filetype: filetype.directory, cookie: parent };
  for (const { name, node, cookie: own } of directory.list(Math.max(0, cookie - parent))) {
    yield { name, ino: node.ino, filetype: filetypeOf(node), cookie: own + parent };
  }
}

import { throwLater } from "../events/throw-later.ts";
import { ObjectIds } from "./object-ids.ts";
import type { RecordHeader, RecordLine } from "./record-line.ts";

/** Where lines go. */
export interface RecordSink {
  write(line: string, bytes: Uint8Array): void;
  close(): void;
}

/** Where the lines of instances go: to the record, wherever that is written. */
export interface RecordWriter {
  readonly ids: ObjectIds;
  /** Whether nothing more is recorded. */
  readonly isOver: boolean;
  /** Bytes of JSON that the values of a line may have. */
  readonly room: number;
  /** A number for a call, and what comes of it. */
  nextId(): number;
  write(line: RecordLine): void;
  /** There was something to be written that there is no room for. */
  truncate(): void;
  close(): void;
}

/** Room for the line that says that there was no more. */
const lastLine = 100;

/** Writes the record of one plugin, all its instances together. */
export class Recorder implements RecordWriter {
  readonly ids: ObjectIds = new ObjectIds({ keep: false });
  readonly #sink: RecordSink;
  readonly #maxSize: number;
  readonly #encoder = new TextEncoder();
  #size = 0;
  #next = 0;
  #isOver = false;

  constructor(sink: RecordSink, maxSize: number, header: RecordHeader) {
    this.#sink = sink;
    this.#maxSize = maxSize;
    this.#put(header);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get room(): number {
    return this.#maxSize - lastLine - this.#size;
  }

  nextId(): number {
    return this.#next++;
  }

  write(line: RecordLine): void {
    if (!this.#isOver) this.#put(line);
  }

  truncate(): void {
    if (this.#isOver) return;
    const { text, bytes } = this.#lineOf({ kind: "truncated", maxSize: this.#maxSize });
    this.#give(text, bytes);
    this.close();
  }

  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#sink.close();
  }

  #put(line: RecordHeader | RecordLine): void {
    const { text, bytes } = this.#lineOf(line);
    if (bytes.length > this.room) {
      this.truncate();
      return;
    }
    this.#size += bytes.length;
    this.#give(text, bytes);
  }

  /** A record that cannot be written is no reason for the plugin to fail, and none to keep quiet. */
  #give(text: string, bytes: Uint8Array): void {
    try {
      this.#sink.write(text, bytes);
    } catch (error) {
      throwLater(error);
      this.close();
    }
  }

  #lineOf(line: object): { readonly text: string; readonly bytes: Uint8Array } {
    const text = `${JSON.stringify(line)}\n`;
    return { text, bytes: this.#encoder.encode(text) };
  }
}

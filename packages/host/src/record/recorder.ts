import { isPromise } from "../intercept/is-promise.ts";
import { ObjectIds } from "./object-ids.ts";
import type { RecordHeader, RecordLine } from "./record-line.ts";

/** Where lines go. */
export interface RecordSink {
  /** What is given may be a promise: the line is not there before it comes true. */
  write(line: string, bytes: Uint8Array): unknown;
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
  readonly #failed: (cause: unknown) => void;
  readonly #encoder = new TextEncoder();
  #size = 0;
  #next = 0;
  #isOver = false;
  #hasFailed = false;

  /** Throws what the sink throws that is given the first line. `failed` is told, once, of what it throws later. */
  constructor(sink: RecordSink, maxSize: number, header: RecordHeader, failed: (cause: unknown) => void) {
    this.#sink = sink;
    this.#maxSize = maxSize;
    this.#failed = failed;
    const { text, bytes } = this.#lineOf(header);
    if (bytes.length > this.room) {
      this.truncate();
      return;
    }
    this.#size = bytes.length;
    this.#pass(text, bytes);
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
    try {
      this.#sink.close();
    } catch (error) {
      this.#fail(error);
    }
  }

  #put(line: RecordLine): void {
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
      this.#pass(text, bytes);
    } catch (error) {
      this.#fail(error);
    }
  }

  #pass(text: string, bytes: Uint8Array): void {
    const written = this.#sink.write(text, bytes);
    if (isPromise(written)) written.catch((error: unknown) => this.#fail(error));
  }

  #fail(cause: unknown): void {
    const isNews = !this.#hasFailed;
    this.#hasFailed = true;
    this.close();
    if (isNews) this.#failed(cause);
  }

  #lineOf(line: object): { readonly text: string; readonly bytes: Uint8Array } {
    const text = `${JSON.stringify(line)}\n`;
    return { text, bytes: this.#encoder.encode(text) };
  }
}

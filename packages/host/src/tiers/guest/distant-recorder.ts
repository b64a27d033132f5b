import { canonicalPassages } from "@polyplug/abi";
import type { Boundary } from "../../intercept/boundary.ts";
import { ObjectIds } from "../../record/object-ids.ts";
import type { RecordLine } from "../../record/record-line.ts";
import type { RecordWriter } from "../../record/recorder.ts";
import { RecordingBoundary } from "../../record/recording-boundary.ts";
import { typedFunction } from "../wire/packing.ts";
import { type DistantRecord, idType, lineType } from "../wire/record-functions.ts";
import type { GuestTalk } from "./guest-talk.ts";

/** The boundary to WASI, which answers on this side: what crosses it is written to the record of the host. */
export function recordedWasi(record: DistantRecord, plugin: string, talk: GuestTalk): Boundary {
  return new RecordingBoundary(plain, new DistantRecorder(record, plugin, talk));
}

const plain: Boundary = {
  stats: undefined,
  attach: () => undefined,
  exported: (call) => call,
  imported: (call) => call,
};

/** Kinds of lines that only this side knows of. The host writes the others. */
const own: ReadonlySet<RecordLine["kind"]> = new Set(["import", "answer", "fail", "end", "truncated"]);

class DistantRecorder implements RecordWriter {
  readonly ids: ObjectIds;
  readonly room: number;
  readonly #take: (of: "call" | "object") => number;
  readonly #put: (line: string) => boolean;
  #isOver = false;

  constructor({ line, id, room }: DistantRecord, plugin: string, talk: GuestTalk) {
    const context = { passages: canonicalPassages(), plugin };
    const [lines, ids] = [typedFunction("record", lineType, context), typedFunction("record", idType, context)];
    this.room = room;
    this.#put = (text) => talk.ask(line, lines, "record", [text]) === true;
    this.#take = (of) => Number(talk.ask(id, ids, "record", [of]));
    this.ids = new ObjectIds({ keep: false, take: () => this.#take("object") });
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  nextId(): number {
    return this.#take("call");
  }

  write(line: RecordLine): void {
    if (!this.#isOver && own.has(line.kind)) this.#isOver = !this.#put(JSON.stringify(line));
  }

  truncate(): void {
    this.write({ kind: "truncated", maxSize: this.room });
    this.#isOver = true;
  }

  close(): void {
    this.#isOver = true;
  }
}

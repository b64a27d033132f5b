import { canonicalPassages } from "@polyplug/abi";
import type { Boundary } from "../intercept/boundary.ts";
import type { HostFunctions } from "../tiers/host/host-functions.ts";
import { isThenable } from "../tiers/host/is-thenable.ts";
import { typedFunction } from "../tiers/wire/packing.ts";
import { type DistantRecord, idType, lineType } from "../tiers/wire/record-functions.ts";
import { parseLine } from "./read-record.ts";
import type { RecordWriter } from "./recorder.ts";
import { type CallRecord, RecordingBoundary, type WasiLine } from "./recording-boundary.ts";

/**
 * Records a plugin that runs in another thread or process, on the side of its host: calls when they have their turn, and
 * between them what the other side says that WASI answered it.
 */
export class ApartRecording extends RecordingBoundary {
  readonly #recorder: RecordWriter;
  #current: CallRecord | undefined;

  constructor(inner: Boundary, recorder: RecordWriter) {
    super(inner, recorder);
    this.#recorder = recorder;
  }

  /** What is to be told of the call that is being made. */
  get current(): CallRecord | undefined {
    return this.#current;
  }

  /** By what the other side writes. */
  handOver(functions: HostFunctions, plugin: string): DistantRecord {
    const context = { passages: canonicalPassages(), plugin };
    const recorder = this.#recorder;
    return {
      room: recorder.room,
      line: functions.add({
        wire: typedFunction("record", lineType, context),
        call: (text) => {
          if (recorder.isOver) return false;
          this.wrote(wasiLine(String(text)));
          return !recorder.isOver;
        },
      }),
      id: functions.add({
        wire: typedFunction("record", idType, context),
        call: (of) => (of === "call" ? recorder.nextId() : recorder.ids.taken()),
      }),
    };
  }

  /** From elsewhere a plugin waits for whatever can be waited for. */
  protected override awaited(result: unknown): unknown {
    return isThenable(result) ? Promise.resolve(result) : result;
  }

  protected override make(call: () => unknown, told: CallRecord): unknown {
    const outer = this.#current;
    this.#current = told;
    try {
      return call();
    } finally {
      this.#current = outer;
    }
  }
}

/** A line of the other side, which anybody may have written. */
function wasiLine(text: string): WasiLine {
  const line = parseLine(text);
  switch (line.kind) {
    case "import":
    case "answer":
    case "fail":
    case "end":
    case "truncated":
      return line;
    default:
      throw new TypeError(`it has no say in what is ${line.kind}`);
  }
}

import { fileFault, PluginError, refuseUnknownKeys } from "@polyplug/errors";
import { parseByteCount } from "@polyplug/wasi";
import type { DecodedSource } from "../decode-source.ts";
import type { LoadOptions } from "../load-options.ts";
import { runtimeName, sha256 } from "../platform/node.ts";
import { openFileWriter } from "../platform/write-file.ts";
import type { Json, RecordHeader } from "./record-line.ts";
import type { RecordOptions } from "./record-options.ts";
import { Recorder, type RecordSink } from "./recorder.ts";

const keys: readonly (keyof RecordOptions)[] = ["to", "maxSize"];
const leastSize = 4_096;

/** What is recorded: a plugin, and how it is loaded. */
export interface Recorded {
  readonly name: string;
  readonly action: string;
  readonly decoded: DecodedSource;
  readonly options: LoadOptions;
}

/** Starts a record. Throws `bad-argument` for options that are none, and for a file that cannot be written. */
export function openRecorder(record: NonNullable<LoadOptions["record"]>, recorded: Recorded): Recorder {
  const { name, action, decoded, options } = recorded;
  const given: RecordOptions = typeof record === "string" ? { to: record } : record;
  refuseUnknownKeys(action, "record", given, keys);
  const refuse = (path: string, reason: string, cause?: unknown): never => {
    throw new PluginError({ code: "bad-argument", action, reason: `${path} ${reason}`, path, cause });
  };
  const { to, maxSize = "64MiB" } = given;
  const size = parseByteCount(maxSize);
  if (size === undefined || size < leastSize) {
    return refuse("record.maxSize", 'must be a number of bytes, or such as "64MiB", and at least 4 KiB');
  }
  if (typeof to !== "string" && typeof to !== "function") {
    return refuse("record.to", "must be the path of a file, or a function");
  }
  const header: RecordHeader = {
    polyplug: "record",
    version: 1,
    plugin: name,
    hash: sha256(decoded.bytes),
    ...(options.contract && { contract: options.contract.binary }),
    ...(options.limits && { limits: options.limits as Json }),
    engine: runtimeName(),
  };
  let sink: RecordSink;
  try {
    sink = typeof to === "function" ? { write: (line) => void to(line), close: () => undefined } : fileSink(to);
  } catch (cause) {
    return refuse("record.to", `cannot be written: ${fileFault(cause)}`, cause);
  }
  return new Recorder(sink, size, header);
}

function fileSink(path: string): RecordSink {
  const file = openFileWriter(path);
  return { write: (_, bytes) => file.write(bytes), close: () => file.close() };
}

import { fileFault, PluginError, refuseUnknownKeys } from "@polyplug/errors";
import { parseByteCount } from "@polyplug/wasi";
import type { DecodedSource } from "../decode-source.ts";
import type { Observer } from "../events/observer.ts";
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
  /** Is told if the record cannot go on. */
  readonly observer: Observer;
}

/** Starts a record. Throws `bad-argument` for options that are none, and for what cannot be written. */
export function openRecorder(record: NonNullable<LoadOptions["record"]>, recorded: Recorded): Recorder {
  const { name, action, decoded, options, observer } = recorded;
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
  const failed = (cause: unknown): void => {
    const reason = `record.to failed: ${fileFault(cause)}`;
    const plugin = name;
    observer.unrecorded(
      new PluginError({ code: "bad-argument", action: `record ${name}`, reason, plugin, path: "record.to", cause }),
    );
  };
  let sink: RecordSink | undefined;
  try {
    sink = typeof to === "function" ? { write: to, close: () => undefined } : fileSink(to);
    return new Recorder(sink, size, header, failed);
  } catch (cause) {
    sink?.close();
    return refuse("record.to", `cannot be written: ${fileFault(cause)}`, cause);
  }
}

function fileSink(path: string): RecordSink {
  const file = openFileWriter(path);
  return { write: (_, bytes) => file.write(bytes), close: () => file.close() };
}

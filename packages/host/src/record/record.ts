import { PluginError, printableName } from "@polyplug/errors";
import type { Boundary } from "../intercept/boundary.ts";
import type { LoadOptions } from "../load-options.ts";
import { ApartRecording } from "./apart-recording.ts";
import { openRecorder, type Recorded } from "./open-recorder.ts";
import { RecordingBoundary } from "./recording-boundary.ts";

/** Records what crosses the boundaries of the instances of one plugin. */
export interface BoundaryRecorder {
  /** The boundary of a new instance, which is recorded. */
  recorded(boundary: Boundary): Boundary;
  /** The same of one whose plugin is elsewhere. */
  recordedApart(boundary: Boundary): ApartRecording;
  close(): void;
}

/**
 * Starts the record of a plugin. Throws `bad-argument` for options that are none and for a file that cannot be written, and
 * `unsupported` for a plugin that shares more with its host than functions: what that does to it cannot be seen.
 */
export function recordPlugin(record: NonNullable<LoadOptions["record"]>, recorded: Recorded): BoundaryRecorder {
  const { name: plugin, action, decoded } = recorded;
  const shared = decoded.info.imports.find(({ kind }) => kind !== "func");
  if (shared !== undefined) {
    const reason = `record: it imports a ${shared.kind}, ${printableName(shared.module)}.${printableName(shared.name)}, and only functions can be recorded`;
    throw new PluginError({ code: "unsupported", action, reason, plugin, path: "record" });
  }
  const recorder = openRecorder(record, recorded);
  return {
    recorded: (boundary) => new RecordingBoundary(boundary, recorder),
    recordedApart: (boundary) => new ApartRecording(boundary, recorder),
    close: () => recorder.close(),
  };
}

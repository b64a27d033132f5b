/** The channel of `node:diagnostics_channel` with this name; undefined where a runtime has no such module. */
export function diagnosticsChannel(name: string): DiagnosticsChannel | undefined {
  return process.getBuiltinModule?.("node:diagnostics_channel")?.channel(name);
}

/** What is used of a channel. */
export interface DiagnosticsChannel {
  readonly hasSubscribers: boolean;
  publish(message: unknown): void;
}

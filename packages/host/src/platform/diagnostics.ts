/** Whether somebody listens to this channel of `node:diagnostics_channel`; nobody where a runtime has no such module. */
export function hasSubscribers(channel: string): boolean {
  return diagnostics()?.hasSubscribers(channel) ?? false;
}

export function publish(channel: string, message: unknown): void {
  diagnostics()?.channel(channel).publish(message);
}

function diagnostics(): typeof import("node:diagnostics_channel") | undefined {
  return process.getBuiltinModule?.("node:diagnostics_channel");
}

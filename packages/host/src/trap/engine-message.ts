import { messageOf } from "@polyplug/errors";

/**
 * What the engine says of a fault, without the function of its API that it may name first: `WebAssembly.compile(): ` is
 * ours and nothing to the reader.
 */
export function engineMessage(thrown: unknown): string {
  return messageOf(thrown).replace(/^WebAssembly\.\w+\(\): /, "");
}

/** Whether the engine ran out of stack, which it says by the error that it also throws for want of memory. */
export function isStackExhausted(thrown: unknown): boolean {
  return thrown instanceof RangeError && /call stack/i.test(messageOf(thrown));
}

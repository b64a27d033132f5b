import { messageOf } from "@polyplug/errors";

/**
 * What the engine says of a fault, without what is ours in it and nothing to the reader: the function of its API that V8
 * may name first, `WebAssembly.compile(): `, and the code that JavaScriptCore names last, `(evaluating 'f0(a0)')`.
 */
export function engineMessage(thrown: unknown): string {
  return messageOf(thrown).replace(/^WebAssembly\.\w+\(\): | \(evaluating '.*'\)$/g, "");
}

/** Whether the engine ran out of stack, which it says by the error that it also throws for want of memory. */
export function isStackExhausted(thrown: unknown): boolean {
  return thrown instanceof RangeError && /call stack/i.test(messageOf(thrown));
}

/** Whether the plugin itself ended its run, by the instruction that is there for it. Every engine says it in other words. */
export function isUnreachable(thrown: unknown): boolean {
  return thrown instanceof WebAssembly.RuntimeError && /unreachable/i.test(thrown.message);
}

import type { Input } from "@polyplug/wasi";

/** What reads from a source, which the guest waits for: a promise of bytes, `undefined` at the end. */
export type Read = (maxBytes: unknown) => unknown;

/**
 * Reads from a source that is asked, or from a stream: whatever can be iterated asynchronously, as Node.js's streams and
 * those of the web can. Undefined for what is neither.
 */
export function streamReader(source: unknown): Read | undefined {
  if (typeof source !== "object" || source === null) return undefined;
  if ("read" in source && typeof source.read === "function" && !(Symbol.asyncIterator in source)) {
    const input = source as Input;
    return (maxBytes) => input.read(Number(maxBytes));
  }
  if (!(Symbol.asyncIterator in source)) return undefined;
  let chunks: AsyncIterator<unknown> | undefined;
  return async () => {
    chunks ??= (source as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    const { done, value } = await chunks.next();
    if (done === true) return undefined;
    return typeof value === "string" ? new TextEncoder().encode(value) : value;
  };
}

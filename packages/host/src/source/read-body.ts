import type { ResponseLike } from "./plugin-source.ts";

/** The whole body, with `check` told the bytes so far before each chunk is kept. */
export async function readBody(response: ResponseLike, check: (bytes: number) => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(response)) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError(`expected chunks of bytes, got a ${typeof chunk}`);
    size += chunk.byteLength;
    check(size);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

async function* chunksOf({ body }: ResponseLike): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  if (Symbol.asyncIterator in body) {
    yield* body;
    return;
  }
  const reader = body.getReader();
  let ended = false;
  try {
    while (!ended) {
      const { done, value } = await reader.read();
      ended = done;
      if (value !== undefined) yield value;
    }
  } finally {
    if (!ended) await reader.cancel();
  }
}

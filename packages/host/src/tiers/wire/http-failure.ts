import { ResultError } from "@polyplug/errors";

/** An error code of `wasi:http` on its way from the host to a guest. */
interface PackedFailure {
  readonly tag: string;
  readonly count: bigint | undefined;
  readonly text: string | undefined;
}

/** Does the work, and throws what it answers with in place of a value as it is packed. */
export async function packingFailures<T>(work: () => T): Promise<Awaited<T>> {
  try {
    return await work();
  } catch (thrown) {
    if (!ResultError.is(thrown)) throw thrown;
    const { tag, val }: { tag?: unknown; val?: unknown } = Object(thrown.payload);
    const isCount = typeof val === "bigint" || typeof val === "number";
    const packed: PackedFailure = {
      tag: String(tag),
      count: isCount ? BigInt(val) : undefined,
      text: typeof val === "string" ? val : undefined,
    };
    throw new ResultError(packed);
  }
}

/** The same the other way round. */
export function unpackingFailures<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (!ResultError.is(thrown)) throw thrown;
    const { tag, count, text } = thrown.payload as PackedFailure;
    throw new ResultError({ tag, val: payloadOf(tag, count, text) });
  }
}

function payloadOf(tag: string, count: bigint | undefined, text: string | undefined): unknown {
  if (tag === "DNS-error") return {};
  // The sizes of headers are the only ones of 32 bits.
  return tag === "HTTP-request-header-section-size" && count !== undefined ? Number(count) : (count ?? text);
}

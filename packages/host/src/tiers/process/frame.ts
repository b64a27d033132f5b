/** Bytes before the body of a message: its length, what is said, and the index. */
export const headBytes = 12;

/** Bytes that the body of a message may have, our own. */
export const mostBodyBytes: number = 2 ** 30;

/** Bodies up to which a message is written in one piece. */
const mostInOne = 2 ** 14;

/** A message as it is written to a pipe, in one piece or two. */
export function framed(kind: number, index: number, body: Uint8Array): readonly Uint8Array[] {
  const isOne = body.length <= mostInOne;
  const bytes = new Uint8Array(headBytes + (isOne ? body.length : 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length, true);
  view.setUint32(4, kind, true);
  view.setInt32(8, index, true);
  if (!isOne) return [bytes, body];
  bytes.set(body, headBytes);
  return [bytes];
}

/** The head of a message. */
export interface Head {
  readonly length: number;
  readonly kind: number;
  readonly index: number;
}

export function headOf(bytes: Uint8Array): Head {
  const view = new DataView(bytes.buffer, bytes.byteOffset, headBytes);
  return { length: view.getUint32(0, true), kind: view.getUint32(4, true), index: view.getInt32(8, true) };
}

/** Written and read at once, so that nobody sees what was left in it. */
const scratch = new DataView(new ArrayBuffer(8));

/** The number that these bits are. JavaScript has one NaN, so that all others become it. */
export function decodeI32AsFloat(bits: number): number {
  scratch.setUint32(0, bits);
  return canonical(scratch.getFloat32(0));
}

/** The number that these bits are. */
export function decodeI64AsFloat(bits: bigint): number {
  scratch.setBigUint64(0, bits);
  return canonical(scratch.getFloat64(0));
}

/** The bits of a number, those of the canonical NaN for NaN: an engine may write any. */
export function encodeFloatAsI32(value: number): number {
  if (Number.isNaN(value)) return 0x7fc00000;
  scratch.setFloat32(0, value);
  return scratch.getUint32(0);
}

/** The bits of a number, those of the canonical NaN for NaN. */
export function encodeFloatAsI64(value: number): bigint {
  if (Number.isNaN(value)) return 0x7ff8000000000000n;
  scratch.setFloat64(0, value);
  return scratch.getBigUint64(0);
}

/** An engine may carry the bits of another NaN along, and show them to whoever writes the number into a buffer. */
export function canonical(value: number): number {
  return Number.isNaN(value) ? Number.NaN : value;
}

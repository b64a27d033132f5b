import loadWabt from "wabt";

const wabt = await loadWabt();

/** Bytes of a module written as text, with every feature that the text parser knows. */
export function wat(text: string): Uint8Array<ArrayBuffer> {
  const features = { exceptions: true, memory64: true, reference_types: true, tail_call: true, threads: true };
  const parsed = wabt.parseWat("guest.wat", text, features);
  try {
    return new Uint8Array(parsed.toBinary({ write_debug_names: true }).buffer);
  } finally {
    parsed.destroy();
  }
}

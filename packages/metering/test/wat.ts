import loadWabt from "wabt";

const wabt = await loadWabt();

/** Bytes of a module that is written as text, with names. */
export function wat(text: string): Uint8Array<ArrayBuffer> {
  const features = { exceptions: true, memory64: true, multi_memory: true, tail_call: true, threads: true };
  const parsed = wabt.parseWat("fixture.wat", text, features);
  try {
    // A copy, since what comes back lies in the assembler's own memory.
    return Uint8Array.from(parsed.toBinary({ write_debug_names: true }).buffer);
  } finally {
    parsed.destroy();
  }
}

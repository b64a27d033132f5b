import loadWabt from "wabt";

const wabt = await loadWabt();

/** Bytes of a module that is written as text, with names, whatever of the features it takes. */
export function wat(text: string): Uint8Array {
  const features = {
    annotations: true,
    code_metadata: true,
    exceptions: true,
    extended_const: true,
    function_references: true,
    gc: true,
    memory64: true,
    multi_memory: true,
    tail_call: true,
    threads: true,
  };
  const parsed = wabt.parseWat("fixture.wat", text, features);
  try {
    // A copy, since what comes back lies in the assembler's own memory.
    return Uint8Array.from(parsed.toBinary({ write_debug_names: true }).buffer);
  } finally {
    parsed.destroy();
  }
}

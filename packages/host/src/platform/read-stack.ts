/** Exports `f`, its second function, which traps. */
const probe = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
  ...[0x03, 0x03, 0x02, 0x00, 0x00],
  ...[0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x01],
  ...[0x0a, 0x08, 0x02, 0x02, 0x00, 0x0b, 0x03, 0x00, 0x00, 0x0b],
]);

let isWhole: boolean | undefined;

/**
 * What the engine tells of where an error comes from, the guest's functions included, as a text with a frame a line. A
 * runtime that writes this text itself may leave functions out that the engine knows; there the engine's own words for
 * each frame are taken instead. Where somebody set `Error.prepareStackTrace`, it may be anything.
 */
export function readStack(error: Error): unknown {
  isWhole ??= String(trap().stack).includes("wasm-function[1]");
  if (isWhole) return error.stack;
  const prepare = Error.prepareStackTrace;
  Error.prepareStackTrace = (thrown, sites) => [thrown, ...sites.map((site) => `    at ${site}`)].join("\n");
  try {
    return error.stack;
  } finally {
    Error.prepareStackTrace = prepare;
  }
}

function trap(): Error {
  const { f } = new WebAssembly.Instance(new WebAssembly.Module(probe)).exports;
  try {
    if (typeof f === "function") f();
  } catch (cause) {
    if (cause instanceof Error) return cause;
  }
  return new Error("no trap");
}

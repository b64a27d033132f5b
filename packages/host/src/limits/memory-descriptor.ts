import type { MemoryType } from "@polyplug/wasm-binary";

/** What `WebAssembly.Memory` makes a memory of this type from. */
export function memoryDescriptor({ limits: { min, max }, shared, index }: MemoryType): WebAssembly.MemoryDescriptor {
  const size = (pages: bigint): bigint | number => (index === "i64" ? pages : Number(pages));
  // The engine takes 64-bit sizes as what they are, and others as numbers. TypeScript knows of numbers alone.
  return {
    ...(index === "i64" ? { address: index } : {}),
    initial: size(min),
    ...(max === undefined ? {} : { maximum: size(max) }),
    ...(shared ? { shared } : {}),
  } as WebAssembly.MemoryDescriptor;
}

import { type MeteredModule, type Metering, meterModule } from "@polyplug/metering";
import { decodeModule } from "@polyplug/wasm-binary";

/** An instance of a module that was made over, with what it needs. */
export interface MeteredInstance {
  readonly exports: Record<string, CallableFunction>;
  readonly memories: readonly WebAssembly.Memory[];
  readonly metered: MeteredModule;
  /** The shared memory whose first byte ends it. */
  readonly epoch: Uint8Array;
  fuel: bigint;
}

export const forTime: Metering = { time: true, fuel: false };
export const forFuel: Metering = { time: false, fuel: true };

export async function instantiate(
  bytes: Uint8Array<ArrayBuffer>,
  metering: Metering,
  imports: WebAssembly.Imports = {},
  shared: WebAssembly.Memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }),
): Promise<MeteredInstance> {
  if (!WebAssembly.validate(bytes)) throw new TypeError("the engine refuses the module");
  const metered = meterModule(decodeModule(bytes), metering);
  const memories = metered.memories.map(({ limits: { min, max }, index }) => {
    const sizes =
      index === "i64"
        ? { address: index, initial: min, maximum: max }
        : { initial: Number(min), maximum: max === undefined ? undefined : Number(max) };
    return new WebAssembly.Memory(sizes as WebAssembly.MemoryDescriptor);
  });
  const named = Object.fromEntries(memories.map((memory, index) => [`memory ${index}`, memory]));
  const added = { [metered.namespace]: { ...named, epoch: shared } };
  const module = await WebAssembly.compile(metered.bytes as Uint8Array<ArrayBuffer>);
  const instance = await WebAssembly.instantiate(module, { ...imports, ...added });
  const fuel = metered.fuel === undefined ? undefined : (instance.exports[metered.fuel] as WebAssembly.Global<"i64">);
  return {
    exports: instance.exports as Record<string, CallableFunction>,
    memories,
    metered,
    epoch: new Uint8Array(shared.buffer),
    get fuel() {
      return fuel?.value ?? 0n;
    },
    set fuel(left) {
      if (fuel !== undefined) fuel.value = left;
    },
  };
}

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

export const plenty: bigint = 1n << 60n;
export const forTime: Metering = { time: true };
export const forFuel: Metering = { time: false, fuel: plenty };
export const forBoth: Metering = { time: true, fuel: plenty };

/** The page that a check looks at. */
export const newEpoch = (): WebAssembly.Memory => new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });

/** What a module that the engine accepts is made over to. The engine accepts that too. */
export function meter(bytes: Uint8Array<ArrayBuffer>, metering: Metering): MeteredModule {
  if (!WebAssembly.validate(bytes)) throw new TypeError("the engine refuses the module");
  return meterModule(decodeModule(bytes), metering);
}

export async function instantiate(
  bytes: Uint8Array<ArrayBuffer>,
  metering: Metering,
  imports: WebAssembly.Imports = {},
  shared: WebAssembly.Memory = newEpoch(),
): Promise<MeteredInstance> {
  const metered = meter(bytes, metering);
  const memories = memoryDescriptors(metered).map((descriptor) => new WebAssembly.Memory(descriptor));
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

/** What the memories that were the module's own are made from. */
export function memoryDescriptors({ memories }: MeteredModule): WebAssembly.MemoryDescriptor[] {
  return memories.map(({ limits: { min, max }, index, shared }) => {
    const sizes =
      index === "i64"
        ? { address: index, initial: min, maximum: max }
        : { initial: Number(min), maximum: max === undefined ? undefined : Number(max) };
    return { ...sizes, shared } as WebAssembly.MemoryDescriptor;
  });
}

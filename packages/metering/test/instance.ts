import { type MeteredModule, type Metering, meterModule, meterPage } from "@polyplug/metering";
import { decodeModule } from "@polyplug/wasm-binary";

/** An instance of a module that was made over, with what it needs. */
export interface MeteredInstance {
  readonly exports: Record<string, CallableFunction>;
  readonly memories: readonly WebAssembly.Memory[];
  readonly metered: MeteredModule;
  /** The shared page, whose first byte ends it. */
  readonly page: Uint8Array;
  fuel: bigint;
}

export const plenty: bigint = 1n << 60n;
export const forTime: Metering = { time: true, fuel: false };
export const forFuel: Metering = { time: false, fuel: true };
export const forBoth: Metering = { time: true, fuel: true };

/** The page that checks look at, with so much fuel. */
export function newPage(fuel: bigint = plenty): WebAssembly.Memory {
  const page = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  viewOf(page).setBigInt64(meterPage.fuel, fuel, true);
  return page;
}

const viewOf = (page: WebAssembly.Memory): DataView => new DataView(page.buffer);

/** What a module that the engine accepts is made over to. The engine accepts that too. */
export function meter(bytes: Uint8Array<ArrayBuffer>, metering: Metering): MeteredModule {
  if (!WebAssembly.validate(bytes)) throw new TypeError("the engine refuses the module");
  return meterModule(decodeModule(bytes), metering);
}

export async function instantiate(
  bytes: Uint8Array<ArrayBuffer>,
  metering: Metering,
  imports: WebAssembly.Imports = {},
  page: WebAssembly.Memory = newPage(),
): Promise<MeteredInstance> {
  const metered = meter(bytes, metering);
  const memories = memoryDescriptors(metered).map((descriptor) => new WebAssembly.Memory(descriptor));
  const named = Object.fromEntries(memories.map((memory, index) => [`memory ${index}`, memory]));
  const added = { [metered.namespace]: { ...named, page } };
  const module = await WebAssembly.compile(metered.bytes as Uint8Array<ArrayBuffer>);
  const instance = await WebAssembly.instantiate(module, { ...imports, ...added });
  return {
    exports: instance.exports as Record<string, CallableFunction>,
    memories,
    metered,
    page: new Uint8Array(page.buffer),
    get fuel() {
      return viewOf(page).getBigInt64(meterPage.fuel, true);
    },
    set fuel(left) {
      viewOf(page).setBigInt64(meterPage.fuel, left, true);
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

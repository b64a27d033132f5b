import type { Grant } from "@polyplug/wasi";
import type { EventListener } from "./events/plugin-event.ts";
import type { CallInterceptor } from "./intercept/call-interceptor.ts";
import type { Limits } from "./limits/limits.ts";
import type { HostImports } from "./link/link-imports.ts";
import type { RecordOptions } from "./record/record-options.ts";
import type { OnFault } from "./restart/on-fault.ts";
import type { ApartImports } from "./tiers/apart-exports.ts";
import type { Apart, Isolation } from "./tiers/isolation.ts";
import type { Contract } from "./typed/contract.ts";

/** How a plugin is loaded. Unknown keys are refused with `bad-argument`. */
export interface LoadOptions {
  /**
   * What the plugin has to offer and may ask for. It is compared with what the plugin says of itself before anything is
   * compiled; `contract-mismatch` lists every difference. A core plugin that says nothing of itself is taken to be of
   * this world. Default: what the plugin says, and for what says nothing core WebAssembly's numbers.
   */
  readonly contract?: Contract | undefined;
  /**
   * Where the plugin runs: `inline` is in this thread. For `worker`, in a thread of its own, and `process`, in a process of
   * its own, see {@link ApartOptions}. Default: `inline`.
   */
  readonly isolation?: "inline" | undefined;
  /** What messages call the plugin. Default: the file's name without `.wasm`. */
  readonly name?: string | undefined;
  /** What the host provides for the plugin's imports, by module and name. They come before WASI's. Default: nothing. */
  readonly imports?: HostImports | undefined;
  /** Host functions that give promises are for {@link SuspendingOptions}. Default: false. */
  readonly asyncImports?: false | undefined;
  /**
   * How values with WIT types cross to the plugin: by code made for each signature, or by interpreting types, which is slow
   * and needs no leave to make code. Default: `compiled`, and `reference` where making code is forbidden.
   */
  readonly canonicalAbi?: "compiled" | "reference" | undefined;
  /** What the plugin may reach through WASI. Default: nothing. */
  readonly grant?: Grant | undefined;
  /** What it may take: time, memory, output and more. Default: that of each limit. */
  readonly limits?: Limits | undefined;
  /**
   * The hash that the bytes must have, checked before they are decoded: `sha256-` and base64, or several of these with
   * spaces between, of which one must fit. Default: any bytes are taken.
   */
  readonly integrity?: string | undefined;
  /**
   * Told of what happens to the plugin: that it was loaded, each call of an export, a trap, a limit, a restart, a swap, that
   * it was disposed. What it throws goes where errors go that nobody catches. Default: nobody is told, and calls
   * cost nothing more.
   */
  readonly onEvent?: EventListener | undefined;
  /** Whether calls are counted and timed, for `stats` of the plugin. Default: false. */
  readonly stats?: boolean | undefined;
  /**
   * What becomes of the plugin after a trap or beyond a limit. With `restart` it goes on as a new instance of the same
   * bytes, which remembers nothing: its functions and classes stay what they are, resources of the old instance throw
   * `disposed`. Default: `throw`, and every later call is refused with `poisoned`.
   */
  readonly onFault?: OnFault | undefined;
  /**
   * Where every call across the boundary is recorded, in both directions and with its values: a file, a line each, which
   * `polyplug replay` runs again. What the host writes to the plugin's memory by hand is not in it. Default: nowhere.
   */
  readonly record?: string | RecordOptions | undefined;
  /**
   * What stands around calls in both directions; asked for each function while the plugin is loaded. Calls of WASI by a
   * plugin in a thread or process of its own it does not see. Default: nothing.
   */
  readonly intercept?: CallInterceptor | undefined;
}

/**
 * How a plugin is loaded, as TypeScript checks it: the contract alone says what the plugin exports and what the imports
 * are to be. Imports may be left out where none of them has to be there.
 */
export type ContractOptions<Exports extends object, Imports extends object> = Omit<
  LoadOptions,
  "contract" | "imports"
> & {
  /** One that TypeScript knows, or one that it knows nothing of: then the exports are what the caller says. */
  readonly contract?: Contract<Exports, Imports> | Contract | undefined;
} & (Record<never, never> extends Imports
    ? { readonly imports?: NoInfer<Imports> | undefined }
    : { readonly imports: NoInfer<Imports> });

/**
 * How a plugin is loaded that runs apart from its host, in a thread of its own (`worker`) or a process of its own
 * (`process`): its functions give promises and those of the host may. A call may take a second there unless
 * `limits.time` says otherwise.
 */
export type ApartOptions<Exports extends object, Imports extends object> = Omit<
  ContractOptions<Exports, Imports>,
  "isolation" | "imports" | "asyncImports"
> & { readonly isolation: Apart; readonly asyncImports?: true | undefined } & (Record<never, never> extends Imports
    ? { readonly imports?: ApartImports<NoInfer<Imports>> | undefined }
    : { readonly imports: ApartImports<NoInfer<Imports>> });

/**
 * How a plugin is loaded into this thread that waits for promises of host functions: its own functions give promises, and
 * the thread goes on while it waits. It takes an engine that suspends WebAssembly (Node.js 24, Chromium 137); on others
 * `isolation: "worker"` does the same. A start function, a destructor and a component within a component cannot wait.
 */
export type SuspendingOptions<Exports extends object, Imports extends object> = Omit<
  ContractOptions<Exports, Imports>,
  "asyncImports" | "imports"
> & { readonly asyncImports: true } & (Record<never, never> extends Imports
    ? { readonly imports?: ApartImports<NoInfer<Imports>> | undefined }
    : { readonly imports: ApartImports<NoInfer<Imports>> });

/** How a plugin is loaded on whichever tier: its imports are such as fit all of them. */
export type AnywhereOptions<Exports extends object, Imports extends object> = Omit<
  ContractOptions<Exports, Imports>,
  "isolation" | "asyncImports"
> & { readonly isolation: Isolation | undefined };

/** Options as they were read, for whatever tier. */
export type AnyOptions = Omit<LoadOptions, "isolation" | "asyncImports"> & {
  readonly isolation?: Isolation | undefined;
  readonly asyncImports?: boolean | undefined;
};

export const loadOptionKeys: readonly (keyof LoadOptions)[] = [
  "contract",
  "imports",
  "grant",
  "limits",
  "integrity",
  "canonicalAbi",
  "isolation",
  "asyncImports",
  "name",
  "onEvent",
  "stats",
  "intercept",
  "onFault",
  "record",
];

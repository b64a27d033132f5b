import type {
  CanonicalAbi,
  CoreFunction,
  FunctionType,
  Guard,
  ResourceMapping,
  ResourceType,
  ValueFunction,
} from "@polyplug/abi";
import type { Import } from "@polyplug/wasm-binary";
import type { ImportedFunction } from "../plan/function-item.ts";

/** A function of values that the host gives to a plugin. */
export interface Implementation {
  readonly call: ValueFunction;
  /**
   * By what type its values are lifted and lowered: the one that the plugin has, and what the host sees of it
   * differently. Default: that of the {@link ImportedFunction}.
   */
  readonly type?: FunctionType | undefined;
  /**
   * It never gives a promise, so that a plugin that waits for others may call it where nothing can be suspended: in a start
   * function. Default: it may.
   */
  readonly waits?: false | undefined;
}

/** Ends a resource by its representation. */
export type Destructor = (rep: number) => void;

/**
 * How the engine suspends calls: the two functions of
 * {@link https://github.com/WebAssembly/js-promise-integration/blob/main/proposals/js-promise-integration/Overview.md | JavaScript Promise Integration}.
 */
export interface Suspension {
  /** A function that gives a promise, over one that a guest exports. */
  promising(exported: CoreFunction): CoreFunction;
  /** What a guest imports to wait for the promise that this function gives. */
  suspending(imported: CoreFunction): WebAssembly.ImportValue;
}

/** What carrying out a plan takes. */
export interface InstantiateOptions {
  /** The modules of the plan, compiled, in its order. */
  readonly modules: readonly WebAssembly.Module[];
  readonly abi: CanonicalAbi;
  readonly guard: Guard;
  /** Runs whatever enters the guest: a call, a destructor, what sets it up. Default: it is run. */
  readonly within?: (<T>(enter: () => T) => T) | undefined;
  /** Makes an instance of the plan's module with this number, and runs its start function. Default: the engine does. */
  readonly instantiateModule?: ((index: number, imports: WebAssembly.Imports) => WebAssembly.Instance) | undefined;
  /** Handles that all instances of the plugin may hold together. Default: 4,194,303. */
  readonly handles?: number | undefined;
  /**
   * Has the plugin wait for promises of what it imports of its world, so that all functions of values over it give
   * promises, but for destructors. A guest that waits where no call of such a function led to it traps: in a start
   * function, in a destructor, or with another component of the plugin between. Default: nothing is waited for.
   */
  readonly suspension?: Suspension | undefined;
  /** Default: handles are numbers. */
  readonly resources?: ResourceMapping | undefined;
  /** Called where one of the plan's imports is needed. */
  implement(item: ImportedFunction): Implementation;
  /** What runs when the plugin drops a resource of the host's that it owned; undefined where nothing has to. */
  destructor(resource: ResourceType): Destructor | undefined;
  /** Called once for each import beside the world, as often as a module asks for it. */
  provide(item: Import): WebAssembly.ImportValue;
  /** Called once the memory of a core plugin is there, before its `_initialize`. */
  bindMemory?(memory: WebAssembly.Memory): void;
  /** Called for each core module when it is there, with all that it exports. */
  added?(exports: WebAssembly.Exports): void;
}

import type { ResourceType, World } from "@polyplug/abi";
import type { Import, Module } from "@polyplug/wasm-binary";
import type { CoreItem } from "./core-item.ts";
import type { FunctionItem, ImportedFunction, InterfaceFunctions } from "./function-item.ts";

/** What is given to a core module: the name of a module, then of an import. */
export type CoreImports = ReadonlyMap<string, ReadonlyMap<string, CoreItem>>;

export type Step =
  /** Makes an instance of one of {@link LinkPlan.modules}. */
  | { readonly kind: "instantiate"; readonly module: number; readonly imports: CoreImports }
  /** Calls a core function without parameters and results, `_initialize` for one. */
  | { readonly kind: "call"; readonly function: CoreItem; readonly name: string };

/** An instance of a component; the one instance of a core plugin is such a one too. */
export interface ComponentInstance {
  /** The instance whose component instantiates this one; undefined for the outermost. */
  readonly parent: number | undefined;
  /** The resources that it implements. */
  readonly resources: readonly ResourceType[];
}

/** A resource that the plugin implements. */
export interface OwnResource {
  readonly instance: number;
  /** Takes the representation; undefined where the resource has none. */
  readonly destructor: CoreItem | undefined;
}

/**
 * Everything that instantiating a plugin does, in order, found out before anything of it is compiled. A plan may be
 * carried out many times.
 */
export interface LinkPlan {
  readonly world: World;
  /** What has to be compiled, in the order of their indices. */
  readonly modules: readonly Module[];
  /** A parent comes before its children. */
  readonly instances: readonly ComponentInstance[];
  readonly resources: ReadonlyMap<ResourceType, OwnResource>;
  readonly steps: readonly Step[];
  /** The functions of the world that the plugin really imports. */
  readonly imports: readonly ImportedFunction[];
  /** What it imports beside its world. */
  readonly hostImports: readonly Import[];
  /** What it exports: functions of its world by name, those of interfaces by the id of the interface. */
  readonly exports: ReadonlyMap<string, FunctionItem | InterfaceFunctions>;
  /** The memory of a core plugin, which WASI preview1 works on. */
  readonly memory: CoreItem | undefined;
  /** `_start` of a core plugin that is a command. */
  readonly start: CoreItem | undefined;
  /** Parts of the component model that it needs and that are not there yet, such as `stream.read`; none in most. */
  readonly unsupported: readonly string[];
}

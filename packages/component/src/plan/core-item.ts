import type { CoreFunctionType, ResourceOperation, ResourceType, StringEncoding } from "@polyplug/abi";
import type { ExternType, Import } from "@polyplug/wasm-binary";
import type { FunctionItem } from "./function-item.ts";

/**
 * What a core module is given for an import, or a function needs to lift and lower: known by where it comes from, before
 * there is anything of it. Two items are the same only if they are one object.
 */
export type CoreItem = InstanceExport | HostItem | LoweredFunction | ResourceBuiltin | UnsupportedBuiltin;

/** An export of an instance of a core module. */
export interface InstanceExport {
  readonly kind: "export";
  /** Counts the steps that instantiate, from 0. */
  readonly instance: number;
  readonly name: string;
  readonly type: ExternType;
}

/** What no contract speaks of, such as `wasi_snapshot_preview1`: the host gives it as it is. */
export interface HostItem {
  readonly kind: "host";
  readonly import: Import;
}

/** A function that takes and gives values, as a core function. */
export interface LoweredFunction {
  readonly kind: "lower";
  readonly function: FunctionItem;
  readonly options: CanonicalOptions;
  readonly signature: CoreFunctionType;
}

/** Makes, looks through or drops handles of one instance to one resource. */
export interface ResourceBuiltin {
  readonly kind: "resource";
  readonly operation: ResourceOperation;
  readonly resource: ResourceType;
  /** Whose handles. */
  readonly instance: number;
}

/** A part of the component model that is not there yet: what needs it is not instantiated. */
export interface UnsupportedBuiltin {
  readonly kind: "unsupported";
  /** As the specification has it: `stream.read`. */
  readonly name: string;
}

/**
 * How values cross on the side of a guest.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#canonical-abi | Explainer, canonical ABI}.
 */
export interface CanonicalOptions {
  /** The component instance whose function it is. */
  readonly instance: number;
  readonly encoding: StringEncoding;
  readonly memory: CoreItem | undefined;
  readonly realloc: CoreItem | undefined;
  readonly postReturn: CoreItem | undefined;
}

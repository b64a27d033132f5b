import {
  type Blame,
  type CoreFunction,
  type Guard,
  type InstanceState,
  resourceDrop,
  resourceNew,
  resourceRep,
} from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import type { ResourceBuiltin } from "../plan/core-item.ts";
import type { Destructor } from "./instantiate-options.ts";

/** What a built-in of a resource needs beside the instance whose handles it works on. */
export interface BuiltinContext {
  readonly state: InstanceState;
  readonly guard: Guard;
  /** Ends the resource when a handle that owns it is dropped. */
  readonly destroy: Destructor;
  /** At whose door it lies when that fails. */
  readonly implementer: Blame;
}

/**
 * `resource.new`, `resource.rep` or `resource.drop` as a core function. A handle that is none ends the plugin.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-resourcenew | Canonical ABI, `canon resource.new` and what follows}.
 */
export function resourceBuiltin(
  { operation, resource }: ResourceBuiltin,
  { state, guard, destroy, implementer }: BuiltinContext,
): CoreFunction {
  const name = `[resource-${operation}]${resource.name}`;
  const { handles } = state;
  const work: Readonly<Record<typeof operation, (operand: number) => number | undefined>> = {
    new: (rep) => resourceNew(handles, resource, rep),
    rep: (index) => resourceRep(handles, resource, index),
    drop: (index) => resourceDrop(handles, resource, index),
  };
  const leaves = operation !== "rep";
  const run = work[operation];
  return (operand: number) => {
    if (!guard.life.alive) throw guard.interrupt(name, undefined, "guest");
    let blame: Blame = "guest";
    try {
      if (leaves && !state.mayLeave) throw leaving(name);
      const result = run(operand);
      if (operation !== "drop") return result;
      blame = implementer;
      if (result !== undefined) destroy(result);
      return undefined;
    } catch (fault) {
      throw guard.interrupt(name, fault, blame);
    }
  };
}

function leaving(name: string): PluginError {
  const reason = "the guest called it from realloc or a post-return function";
  return new PluginError({ code: "trap", action: `call ${name}`, reason });
}

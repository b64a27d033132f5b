import {
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

/** What a built-in of a resource needs of the instance whose handles it works on. */
export interface BuiltinContext {
  readonly state: InstanceState;
  readonly guard: Guard;
  /** What ends the resource when a handle that owns it is dropped, asked for then. */
  readonly destroy: Destructor;
}

/**
 * `resource.new`, `resource.rep` or `resource.drop` as a core function. A handle that is none ends the instance.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-resourcenew | Canonical ABI, `canon resource.new` and what follows}.
 */
export function resourceBuiltin(
  { operation, resource }: ResourceBuiltin,
  { state, guard, destroy }: BuiltinContext,
): CoreFunction {
  const name = `[resource-${operation}]${resource.name}`;
  const guarded = (work: (operand: number) => number | undefined) => (operand: number) => {
    if (!guard.life.alive) throw guard.interrupt(name, undefined, "guest");
    try {
      return work(operand);
    } catch (fault) {
      throw guard.interrupt(name, fault, "guest");
    }
  };
  const { handles } = state;
  switch (operation) {
    case "rep":
      return guarded((index) => resourceRep(handles, resource, index));
    case "new":
      return guarded((rep) => {
        refuseLeaving(state, name);
        return resourceNew(handles, resource, rep);
      });
    case "drop": {
      const drop = guarded((index) => {
        refuseLeaving(state, name);
        return resourceDrop(handles, resource, index);
      });
      // What the destructor throws is its own fault and goes through as it is.
      return (index: number) => {
        const rep = drop(index);
        if (rep !== undefined) destroy(rep);
      };
    }
  }
}

function refuseLeaving({ mayLeave }: InstanceState, name: string): void {
  if (mayLeave) return;
  const reason = "the guest called it from realloc or a post-return function";
  throw new PluginError({ code: "trap", action: `call ${name}`, reason });
}

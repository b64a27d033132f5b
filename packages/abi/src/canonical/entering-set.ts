import type { FunctionOptions, InstanceState } from "./canonical-abi.ts";

/**
 * The instances that a call enters: the function's own and those around it, but for the ones that its caller is within.
 * Known before any call.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#component-instance-state | Canonical ABI, component instance state}.
 */
export function enteringSet({ instance, caller }: FunctionOptions): readonly InstanceState[] {
  const around = selfAndAncestors(caller);
  return selfAndAncestors(instance).filter((one) => !around.includes(one));
}

function selfAndAncestors(instance: InstanceState | undefined): InstanceState[] {
  const found: InstanceState[] = [];
  for (let one = instance; one !== undefined; one = one.parent) found.push(one);
  return found;
}

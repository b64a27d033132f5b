import type { FunctionType } from "../types/function-type.ts";
import type { ValueType } from "../types/value-type.ts";
import { canBeLeftOut } from "./compare-members.ts";
import { holdingsOf } from "./holdings-of.ts";
import { Mismatches } from "./mismatches.ts";
import { carryAlike } from "./place.ts";
import type { Receiver, TypeComparison } from "./type-comparison.ts";

/** How a plugin's function fits the contract's. */
export interface FunctionFit {
  /** The plugin's, with which the host lifts and lowers. */
  readonly type: FunctionType;
  readonly mismatches: Mismatches;
}

/**
 * Compares a function of a plugin with the contract's. `caller` is whose code calls it: the host an export, the plugin an
 * import. Parameters go to the one that is called and the result comes back.
 *
 * Parameters match by their place and have the same names. Behind the last that both have, one side may have more, if
 * each is an `option`: whoever does not know it leaves it out, or does not see it. Were it anything else, the caller would
 * lose what the call cannot do without. Both give something back, or neither.
 */
export function compareFunctions(
  plugin: FunctionType,
  contract: FunctionType,
  caller: "host" | "plugin",
  comparison: TypeComparison,
): FunctionFit {
  const mismatches = new Mismatches();
  const receiver = caller === "host" ? "plugin" : "host";
  const part = (name: string, one: ValueType, other: ValueType, to: Receiver): ValueType => {
    const fit = comparison.compare(one, other, to);
    mismatches.addWithin(name, fit.mismatches);
    return fit.type;
  };
  const whole = (): void =>
    mismatches.add("", comparison.printFunction("contract", contract), comparison.printFunction("plugin", plugin));

  const params = plugin.params.map((param, index) => {
    const wanted = contract.params[index];
    const path = `parameter ${param.name}`;
    if (wanted === undefined) {
      const passes = receiver === "plugin" || !holdingsOf(param.type).handles;
      if (!passes || !canBeLeftOut(param.type) || holdingsOf(param.type).unsupported) {
        mismatches.add(path, "no such parameter", comparison.printParameter("plugin", param));
      }
      return param;
    }
    if (wanted.name !== param.name) {
      mismatches.add(path, comparison.printParameter("contract", wanted), comparison.printParameter("plugin", param));
      return param;
    }
    const type = part(path, param.type, wanted.type, receiver);
    return type === param.type ? param : { name: param.name, type };
  });
  for (const wanted of contract.params.slice(plugin.params.length)) {
    if (canBeLeftOut(wanted.type)) continue;
    mismatches.add(`parameter ${wanted.name}`, comparison.printParameter("contract", wanted), "no such parameter");
  }

  const isAlike = (plugin.async ?? false) === (contract.async ?? false) && carryAlike(plugin.result, contract.result);
  if (!isAlike) whole();
  const result =
    plugin.result === undefined || contract.result === undefined
      ? plugin.result
      : part("result", plugin.result, contract.result, caller);
  return { type: { ...plugin, params, result }, mismatches };
}

import { PluginError, printableName } from "@polyplug/errors";
import { isProcedure } from "../info/describe-module.ts";
import type { PluginInfo } from "../info/plugin-info.ts";
import { callFault, type FaultContext } from "../trap/call-fault.ts";
import { checkNumber } from "./check-number.ts";
import { canGenerate, generateGuards } from "./generated-guards.ts";
import type { Guard, RawExport } from "./guarded-function.ts";
import { closeOverGuards } from "./plain-guards.ts";

/** Exports that belong to the protocol between host and plugin, and are not for callers. */
const protocol: ReadonlySet<string> = new Set(["_start", "_initialize", "__wasm_call_ctors"]);

export interface BoundExports {
  readonly exports: object;
  readonly release: () => void;
}

/**
 * The functions of a bare module, guarded: arguments are checked, a trap becomes a `PluginError` and ends the instance.
 * The object is frozen and has no prototype, so that an export may have any name.
 */
export function bareExports(info: PluginInfo, instance: WebAssembly.Instance, context: FaultContext): BoundExports {
  const signatures: Signature[] = info.exports
    .filter((item) => item.kind === "func" && !(protocol.has(item.name) && isProcedure(item)))
    .map(({ name, params = [], results = [] }) => ({
      name,
      params,
      engineChecks: [...params, ...results].some((type) => !checked.has(type)),
    }));
  const raw = signatures.map((item) => ({ ...item, call: instance.exports[item.name] as CallableFunction }));
  const values = signatures.reduce((sum, { params }) => sum + params.length + 1, 0);
  const make = values <= mostGenerated && canGenerate() ? generateGuards : closeOverGuards;
  const { functions, release } = make(raw, guardOf(signatures, context));
  const exports = {};
  for (const [index, { name }] of signatures.entries()) {
    const value = functions[index];
    if (value === undefined) continue;
    // Stack traces show it, and whoever prints them.
    Object.defineProperty(value, "name", { value: printableName(name) });
    Object.defineProperty(exports, name, { value, enumerable: true });
  }
  // An object made without a prototype is a hash table to V8, and each `exports.f` a look-up: 7 ns a call against 3.
  Object.setPrototypeOf(exports, null);
  return { exports: Object.freeze(exports), release };
}

interface Signature extends Pick<RawExport, "name" | "params"> {
  /** Whether the engine may find fault with an argument that passed here, before it enters the guest. */
  readonly engineChecks: boolean;
}

/** Types of which every fault is found here. */
const checked: ReadonlySet<string> = new Set(["i32", "i64", "f32", "f64", "externref", "funcref"]);

/** Functions and parameters that code is made for, 200 bytes each; a module may export a million with a thousand each. */
const mostGenerated = 20_000;

function guardOf(signatures: readonly Signature[], context: FaultContext): Guard {
  const { life } = context;
  const at = (index: number): Signature => {
    const found = signatures[index];
    if (found === undefined) throw new RangeError(`no export ${index}`);
    return found;
  };
  const badArgument = (name: string, reason: string, path?: string) =>
    new PluginError({
      code: "bad-argument",
      action: `call ${printableName(name)}`,
      reason,
      plugin: life.plugin,
      export: name,
      path,
    });
  return {
    life,
    hasNames: context.compiled.readable !== undefined,
    argument(index, position, value) {
      const { name, params } = at(index);
      const type = params[position] ?? "";
      const fault = checkNumber(type, value);
      if (fault === undefined) return value;
      throw badArgument(name, `argument ${position + 1}: ${fault}`, `argument ${position + 1}`);
    },
    refuse(index, given) {
      const { name, params } = at(index);
      if (!life.alive) return life.refusal(`call ${printableName(name)}`, name);
      const wanted = params.length === 1 ? "1 argument" : `${params.length} arguments`;
      return badArgument(name, `expected ${wanted}, got ${given}`);
    },
    fault(index, thrown) {
      const { name, engineChecks } = at(index);
      if (engineChecks && thrown instanceof TypeError && life.wasAlive) {
        // The engine could not convert an argument: a reference of another type, or a v128. The guest was not entered.
        const refused = badArgument(name, thrown.message);
        life.alive = true;
        return refused;
      }
      return callFault(thrown, { action: `call ${printableName(name)}`, exported: name }, context);
    },
  };
}

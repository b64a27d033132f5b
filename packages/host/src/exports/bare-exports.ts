import { PluginError } from "@polyplug/errors";
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
    .filter(({ name, kind }) => kind === "func" && !protocol.has(name))
    .map(({ name, params = [] }) => ({ name, params }));
  const raw = signatures.map((item) => ({ ...item, call: instance.exports[item.name] as CallableFunction }));
  const make = canGenerate() ? generateGuards : closeOverGuards;
  const { functions, release } = make(raw, guardOf(signatures, context));
  const exports = {};
  for (const [index, { name }] of signatures.entries()) {
    const value = functions[index];
    if (value === undefined) continue;
    Object.defineProperty(value, "name", { value: name });
    Object.defineProperty(exports, name, { value, enumerable: true });
  }
  // An object made without a prototype is a hash table to V8, and each `exports.f` a look-up: 7 ns a call against 3.
  Object.setPrototypeOf(exports, null);
  return { exports: Object.freeze(exports), release };
}

type Signature = Pick<RawExport, "name" | "params">;

function guardOf(signatures: readonly Signature[], context: FaultContext): Guard {
  const { life } = context;
  const at = (index: number): Signature => {
    const found = signatures[index];
    if (found === undefined) throw new RangeError(`no export ${index}`);
    return found;
  };
  const badArgument = (name: string, reason: string, path?: string) =>
    new PluginError({ code: "bad-argument", action: `call ${name}`, reason, plugin: life.plugin, export: name, path });
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
      if (!life.alive) return life.refusal(`call ${name}`, name);
      const wanted = params.length === 1 ? "1 argument" : `${params.length} arguments`;
      return badArgument(name, `expected ${wanted}, got ${given}`);
    },
    fault(index, thrown) {
      const { name } = at(index);
      // The engine could not convert an argument: a reference of another type, or a v128. The guest was not entered.
      if (thrown instanceof TypeError && life.alive) return badArgument(name, thrown.message);
      return callFault(thrown, `call ${name}`, name, context);
    },
  };
}

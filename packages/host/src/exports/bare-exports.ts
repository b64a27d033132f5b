import type { CoreFunction } from "@polyplug/abi";
import { PluginError, printableName } from "@polyplug/errors";
import type { CompiledPlugin } from "../compile/compiled-plugin.ts";
import { isProcedure } from "../info/is-procedure.ts";
import type { ExportInfo, PluginInfo } from "../info/plugin-info.ts";
import type { Boundary, Call } from "../intercept/boundary.ts";
import type { TypedSite } from "../intercept/call-site.ts";
import type { CommandLatch } from "../life/command-latch.ts";
import type { CallLimits } from "../limits/call-limits.ts";
import { callAction } from "../trap/call-action.ts";
import { callFault, type FaultContext } from "../trap/call-fault.ts";
import { isFromGuest } from "../trap/guest-frames.ts";
import { checkValue } from "../value/check-value.ts";
import { awaitGuests } from "./awaiting-guards.ts";
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
export function bareExports(
  info: PluginInfo,
  instance: WebAssembly.Instance,
  context: FaultContext,
  { latch, boundary }: { readonly latch: CommandLatch | undefined; readonly boundary: Boundary },
): BoundExports {
  // The guard keeps these for good, so the guest's functions, and its memory with them, are not among them.
  const signatures: Signature[] = callableExports(info).map(({ name, params = [], results = [] }) => ({
    name,
    params,
    results,
    engineChecks: [...params, ...results].some((type) => !checked.has(type)),
  }));
  const { suspension } = boundary;
  const raw = signatures.map((item) => {
    const call = instance.exports[item.name] as CoreFunction;
    return { ...item, call: suspension?.promising(call) ?? call };
  });
  const values = signatures.reduce((sum, { params }) => sum + params.length + 1, 0);
  const make = values <= mostGenerated && canGenerate() ? generateGuards : closeOverGuards;
  const { functions, release } = (suspension === undefined ? make : awaitGuests)(raw, guardOf(signatures, context));
  const exports = {};
  for (const [index, { name, params, results }] of signatures.entries()) {
    const call = functions[index];
    if (call === undefined) continue;
    const held = context.limits === undefined ? call : heldTo(context.limits, call);
    const latched = latch?.export(held, callAction(name)) ?? held;
    const signature = { kind: "core", params, results } as const;
    const site: TypedSite = { direction: "export", interface: undefined, function: name, signature };
    const value = boundary.exported(latched as Call, site);
    // Stack traces show it, and whoever prints them.
    Object.defineProperty(value, "name", { value: printableName(name) });
    Object.defineProperty(exports, name, { value, enumerable: true });
  }
  // An object made without a prototype is a hash table to V8, and each `exports.f` a look-up slower than the call.
  Object.setPrototypeOf(exports, null);
  return { exports: Object.freeze(exports), release };
}

/** The functions that are for callers. */
export function callableExports({ exports }: PluginInfo): readonly ExportInfo[] {
  return exports.filter((item) => item.kind === "func" && !(protocol.has(item.name) && isProcedure(item)));
}

function heldTo(limits: CallLimits, call: CallableFunction): CallableFunction {
  return (...args: unknown[]): unknown => limits.within(() => Reflect.apply(call, undefined, args));
}

interface Signature extends Pick<RawExport, "name" | "params"> {
  readonly results: readonly string[];
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
  return {
    life,
    tracesDeeply: isWorthTracing(context.compiled),
    argument(index, position, value) {
      const { name, params } = at(index);
      const fault = checkValue(params[position] ?? "", value);
      if (fault === undefined) return value;
      const path = `argument ${position + 1}`;
      throw badArgument(name, life.plugin, `${path}: ${fault}`, path);
    },
    refuse(index, given) {
      const { name, params } = at(index);
      if (!life.alive) return life.refusal(callAction(name), name);
      const wanted = params.length === 1 ? "1 argument" : `${params.length} arguments`;
      return badArgument(name, life.plugin, `expected ${wanted}, got ${given}`);
    },
    fault(index, thrown) {
      const { name, engineChecks } = at(index);
      if (engineChecks && thrown instanceof TypeError && !isFromGuest(thrown) && !life.hasEnded) {
        // The engine could not convert an argument: a reference of another type, or a v128. The guest was not entered.
        const refused = badArgument(name, life.plugin, thrown.message);
        life.alive = true;
        return refused;
      }
      return callFault(thrown, { action: callAction(name), exported: name }, context);
    },
  };
}

/**
 * A deep stack says something where functions have names, and a short call feels what it costs. A module that imports
 * nothing but computes is called most often and nests least: there the engine's own ten frames have to do.
 */
function isWorthTracing({ info, readable }: CompiledPlugin): boolean {
  return readable !== undefined && info.imports.some(({ kind }) => kind === "func");
}

function badArgument(name: string, plugin: string, reason: string, path?: string): PluginError {
  return new PluginError({ code: "bad-argument", action: callAction(name), reason, plugin, export: name, path });
}

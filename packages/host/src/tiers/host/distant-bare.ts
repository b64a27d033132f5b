import { messageOf, PluginError, printableName } from "@polyplug/errors";
import { callableExports } from "../../exports/bare-exports.ts";
import type { ExternInfo, ImportInfo, PluginInfo } from "../../info/plugin-info.ts";
import type { Call } from "../../intercept/boundary.ts";
import type { TypedSite } from "../../intercept/call-site.ts";
import type { Life } from "../../life/life.ts";
import type { LoadOptions } from "../../load-options.ts";
import { callAction } from "../../trap/call-action.ts";
import { checkValue } from "../../value/check-value.ts";
import { coreFunction } from "../wire/core-packing.ts";
import { firstExport, type GlobalValue, type GuestStart } from "../wire/guest-start.ts";
import type { DistantPlugin, ReachGuest } from "./distant-plugin.ts";
import type { DistantUser } from "./distant-typed.ts";

/** A bare module as the host reaches it in another thread or process. */
export function distantBare(info: PluginInfo, { imports = {} }: LoadOptions, user: DistantUser): DistantPlugin {
  const { life, boundary, reach, action } = user;
  const exported = callableExports(info);
  for (const item of exported) refuseReferences(item, `export ${printableName(item.name)}`, action);
  const exports = {};
  for (const [at, item] of exported.entries()) {
    const { name, params = [], results = [] } = item;
    const signature = { kind: "core", params, results } as const;
    const site: TypedSite = { direction: "export", interface: undefined, function: name, signature };
    const value = boundary.exported(guarded(item, firstExport + at, life, reach), site);
    Object.defineProperty(value, "name", { value: printableName(name) });
    Object.defineProperty(exports, name, { value, enumerable: true });
  }
  Object.setPrototypeOf(exports, null);
  return {
    info,
    exports: Object.freeze(exports),
    functions: {
      exports: exported.map(({ name }) => ({ interface: undefined, function: name })),
      interfaces: [],
      dropped: -1,
      ...offeredImports(info, imports, user),
    },
  };
}

/** A function that checks its arguments before anything is sent. */
function guarded(item: ExternInfo, index: number, life: Life, reach: ReachGuest): (...args: unknown[]) => unknown {
  const { name, params = [], results = [] } = item;
  const callGuest = reach(name, coreFunction(params, results), index);
  const refusal = (reason: string, path?: string): PluginError =>
    new PluginError({
      code: "bad-argument",
      action: callAction(name),
      reason,
      plugin: life.plugin,
      export: name,
      path,
    });
  const refusalOf = (args: readonly unknown[]): PluginError | undefined => {
    if (!life.alive) return life.refusal(callAction(name), name);
    if (args.length !== params.length) {
      const expected = params.length === 1 ? "1 argument" : `${params.length} arguments`;
      return refusal(`expected ${expected}, got ${args.length}`);
    }
    for (const [at, type] of params.entries()) {
      const fault = checkValue(type, args[at]);
      if (fault !== undefined) return refusal(`argument ${at + 1}: ${fault}`, `argument ${at + 1}`);
    }
    return undefined;
  };
  return (...args) => {
    const refused = refusalOf(args);
    return refused === undefined ? callGuest(args) : Promise.reject(refused);
  };
}

/** Functions and numbers are what crosses; what remains is WASI's, or missing, for the guest to tell. */
function offeredImports(
  info: PluginInfo,
  offered: NonNullable<LoadOptions["imports"]>,
  { functions, boundary, action }: DistantUser,
): Pick<GuestStart, "imports" | "globals"> {
  const imports: GuestStart["imports"][number][] = [];
  const globals: GlobalValue[] = [];
  for (const item of info.imports) {
    const { module, name, params = [], results = [] } = item;
    const given = offeredValue(item, offered, action);
    const signature = { kind: "core", params, results } as const;
    const site: TypedSite = { direction: "import", interface: module, function: name, signature };
    const isCalled = item.kind === "func" && (given === undefined || typeof given === "function");
    const value = isCalled ? boundary.imported(given as Call | undefined, site) : given;
    if (value === undefined) continue;
    if (item.kind === "func" && typeof value === "function") {
      refuseReferences(item, `import ${labelOf(item)}`, action);
      const call = value as Call;
      const misfit = (result: unknown): string | undefined => misfitOf(results, result);
      const index = functions.add({ wire: coreFunction(params, results), call, misfit });
      imports.push({ interface: module, function: name, index });
    } else if (item.kind === "global" && (typeof value === "number" || typeof value === "bigint")) {
      globals.push({ module, name, value });
    } else {
      const what = item.kind === "func" ? "a function" : `a ${item.kind} of this thread`;
      const reason = `imports: "${labelOf(item)}": ${what} cannot be handed to a plugin that runs elsewhere`;
      throw new PluginError({ code: "unsupported", action, reason, path: `imports.${module}.${name}` });
    }
  }
  return { imports, globals };
}

function offeredValue(item: ImportInfo, offered: object, action: string): unknown {
  try {
    const module: unknown = Object.hasOwn(offered, item.module) ? Reflect.get(offered, item.module) : undefined;
    if (module === undefined) return undefined;
    if (module === null) throw new TypeError("it is in null");
    return Object.hasOwn(module, item.name) ? Reflect.get(Object(module), item.name) : undefined;
  } catch (cause) {
    const reason = `imports: "${labelOf(item)}" cannot be read: ${messageOf(cause)}`;
    const path = `imports.${item.module}.${item.name}`;
    throw new PluginError({ code: "bad-argument", action, reason, path, cause });
  }
}

function misfitOf(types: readonly string[], result: unknown): string | undefined {
  const [only, ...others] = types;
  if (only === undefined) return undefined;
  if (others.length === 0) return checkValue(only, result);
  if (!Array.isArray(result) || result.length !== types.length) return `expected an array of ${types.length} results`;
  for (const [index, type] of types.entries()) {
    const fault = checkValue(type, result[index]);
    if (fault !== undefined) return `result ${index + 1}: ${fault}`;
  }
  return undefined;
}

const numbers: ReadonlySet<string> = new Set(["i32", "i64", "f32", "f64"]);

/** A reference is one to an object of its own thread. */
function refuseReferences({ params = [], results = [] }: ExternInfo, what: string, action: string): void {
  const other = [...params, ...results].find((type) => !numbers.has(type));
  if (other === undefined) return;
  const reason = `its ${what} has ${/^[aeiou]/.test(other) ? "an" : "a"} ${other} in its type, which cannot be handed to another thread or process; load it inline`;
  throw new PluginError({ code: "unsupported", action, reason });
}

function labelOf({ module, name }: ImportInfo): string {
  return `${printableName(module)}.${printableName(name)}`;
}

import { messageOf, PluginError, refuseUnknownKeys } from "@polyplug/errors";
import { type AnyOptions, type LoadOptions, loadOptionKeys } from "./load-options.ts";

/**
 * The options as they are now, each read once and from the object itself: what somebody left on Object.prototype must
 * neither grant nor provide anything. Throws `bad-argument` for what is no option, or throws while it is read.
 */
export function readOptions(options: unknown, action: string): AnyOptions {
  const own = ownOptions(options, action);
  refuseUnknownKeys(action, "options", own, loadOptionKeys);
  const refuse = (reason: string, path: string, cause?: unknown): never => {
    throw badOption(action, reason, path, cause);
  };
  const text = (key: "name" | "integrity"): string | undefined => {
    const value = own[key];
    if (value === undefined || typeof value === "string") return value;
    return refuse(`${key} must be a string, not ${kindOf(value)}`, key);
  };
  const {
    imports,
    grant,
    limits,
    contract,
    canonicalAbi,
    isolation,
    asyncImports,
    onEvent,
    stats,
    intercept,
    onFault,
    record,
  } = own;
  try {
    if (contract !== undefined && !isContract(contract)) {
      refuse("contract must be what defineContract gives", "contract");
    }
  } catch (cause) {
    if (PluginError.is(cause)) throw cause;
    refuse(`contract cannot be read: ${messageOf(cause)}`, "contract", cause);
  }
  if (canonicalAbi !== undefined && canonicalAbi !== "compiled" && canonicalAbi !== "reference") {
    refuse('canonicalAbi must be "compiled" or "reference"', "canonicalAbi");
  }
  if (isolation !== undefined && isolation !== "inline" && isolation !== "worker" && isolation !== "process") {
    refuse('isolation must be "inline", "worker" or "process"', "isolation");
  }
  if (imports !== undefined && !isObject(imports)) {
    refuse(`imports must be an object, not ${kindOf(imports)}`, "imports");
  }
  if (limits !== undefined && !isObject(limits)) refuse(`limits must be an object, not ${kindOf(limits)}`, "limits");
  if (onEvent !== undefined && typeof onEvent !== "function") {
    refuse(`onEvent must be a function, not ${kindOf(onEvent)}`, "onEvent");
  }
  if (asyncImports !== undefined && typeof asyncImports !== "boolean") {
    refuse(`asyncImports must be a boolean, not ${kindOf(asyncImports)}`, "asyncImports");
  }
  if (stats !== undefined && typeof stats !== "boolean")
    refuse(`stats must be a boolean, not ${kindOf(stats)}`, "stats");
  if (intercept !== undefined && !isInterceptor(intercept)) {
    refuse("intercept must be an object with a function around", "intercept");
  }
  if (onFault !== undefined && onFault !== "throw" && onFault !== "restart" && !isObject(onFault)) {
    refuse('onFault must be "throw", "restart" or an object with bounds', "onFault");
  }
  if (record !== undefined && typeof record !== "string" && !isObject(record)) {
    refuse(`record must be a path or an object, not ${kindOf(record)}`, "record");
  }
  // Each key is set, so that none is ever looked for on Object.prototype.
  return {
    name: text("name"),
    integrity: text("integrity"),
    imports: imports as LoadOptions["imports"],
    grant: grant as LoadOptions["grant"],
    limits: limits as LoadOptions["limits"],
    contract: contract as LoadOptions["contract"],
    canonicalAbi: canonicalAbi as LoadOptions["canonicalAbi"],
    isolation: isolation as AnyOptions["isolation"],
    asyncImports: asyncImports as AnyOptions["asyncImports"],
    onEvent: onEvent as LoadOptions["onEvent"],
    stats: stats as LoadOptions["stats"],
    intercept: intercept as LoadOptions["intercept"],
    onFault: onFault as LoadOptions["onFault"],
    record: record as LoadOptions["record"],
  };
}

/** A copy of an object's own properties, without a prototype. Throws `bad-argument` for what is none or cannot be read. */
export function ownOptions(options: unknown, action: string): Record<string, unknown> {
  if (!isObject(options)) throw badOption(action, `options must be an object, not ${kindOf(options)}`, "options");
  try {
    return Object.assign(Object.create(null), options);
  } catch (cause) {
    throw badOption(action, `options cannot be read: ${messageOf(cause)}`, "options", cause);
  }
}

export function badOption(action: string, reason: string, path: string, cause?: unknown): PluginError {
  return new PluginError({ code: "bad-argument", action, reason, path, cause });
}

function isContract(value: unknown): boolean {
  return isObject(value) && "binary" in value && typeof value.binary === "string";
}

function isInterceptor(value: unknown): boolean {
  return isObject(value) && "around" in value && typeof value.around === "function";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function kindOf(value: unknown): string {
  return value === null ? "null" : typeof value;
}

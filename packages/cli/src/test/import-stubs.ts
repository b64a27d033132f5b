import { camelCase } from "@polyplug/abi";
import { nearest, PluginError, ResultError } from "@polyplug/errors";
import type { HostFunction, HostImports } from "@polyplug/host";
import { listNames, showName } from "../show/show-name.ts";
import { meantFunctions, shortestName, type WorldFunction } from "../world/world-functions.ts";
import type { ValueTexts } from "./value-texts.ts";

/** A call that a plugin made of its host. */
export interface RecordedCall {
  readonly target: WorldFunction;
  readonly args: readonly unknown[];
}

/** What stands in for a host: functions that return what the case says, or nothing where they return nothing. */
export interface ImportStubs {
  readonly imports: HostImports;
  /** All calls, in their order. */
  readonly calls: readonly RecordedCall[];
}

/** Stubs for functions that a plugin imports, but for those of resources. */
export async function importStubs(
  imported: readonly WorldFunction[],
  returns: Readonly<Record<string, string>>,
  texts: ValueTexts,
): Promise<ImportStubs> {
  const stubbed = imported.filter(({ name }) => name.kind === "freestanding");
  const values = await returnedValues(stubbed, returns, texts);
  const calls: RecordedCall[] = [];
  const imports: Record<string, Record<string, HostFunction> | HostFunction> = {};
  for (const target of stubbed) {
    if (target.name.kind !== "freestanding") continue;
    const stub = (...args: unknown[]): unknown => {
      calls.push({ target, args });
      return answer(target, values);
    };
    const key = camelCase(target.name.name);
    if (target.owner === undefined) imports[key] = stub;
    else imports[target.owner] = { ...imports[target.owner], [key]: stub };
  }
  return { imports, calls };
}

async function returnedValues(
  stubbed: readonly WorldFunction[],
  returns: Readonly<Record<string, string>>,
  texts: ValueTexts,
): Promise<ReadonlyMap<WorldFunction, unknown>> {
  const values = new Map<WorldFunction, unknown>();
  for (const [name, text] of Object.entries(returns)) {
    const target = findImport(stubbed, name);
    const { result } = target.type;
    if (result !== undefined) values.set(target, await texts.parse(result, text));
    else if (text !== "") throw refusal(name, `it returns nothing, and not ${text}`);
  }
  return values;
}

/** The one imported function that a name means. */
export function findImport(imported: readonly WorldFunction[], name: string): WorldFunction {
  const [found, ...others] = meantFunctions(imported, name);
  if (found === undefined) {
    const near = nearest(name, new Set(imported.flatMap(({ names }) => names)));
    const known = listNames(imported.map((one) => shortestName(one, imported)));
    const meant = near === undefined ? "" : `, did you mean ${showName(near)}`;
    throw refusal(name, `the plugin imports no such function${meant}; it imports ${known === "" ? "none" : known}`);
  }
  if (others.length === 0) return found;
  throw refusal(name, `it may be ${listNames([found, ...others].map((one) => shortestName(one, imported)))}`);
}

function answer(target: WorldFunction, values: ReadonlyMap<WorldFunction, unknown>): unknown {
  const { path, type } = target;
  if (type.result === undefined) return undefined;
  if (!values.has(target)) throw new Error(`the case does not say what ${path} returns, under [imports]`);
  const value = values.get(target);
  if (type.result.kind !== "result") return value;
  const { tag, val } = value as { readonly tag: "ok" | "err"; readonly val?: unknown };
  if (tag === "err") throw new ResultError(val);
  return val;
}

function refusal(name: string, reason: string): PluginError {
  return new PluginError({ code: "bad-argument", action: `provide ${showName(name)}`, reason });
}

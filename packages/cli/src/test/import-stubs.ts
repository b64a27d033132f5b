import { nearest, PluginError, ResultError } from "@polyplug/errors";
import type { HostFunction, HostImports } from "@polyplug/host";
import type { ImportedCall } from "../imports/call-texts.ts";
import { type Offered, offeredFunction, withFunctions } from "../imports/offered-imports.ts";
import type { ValueTexts } from "../imports/value-texts.ts";
import { listNames, showName } from "../show/show-name.ts";
import { meantFunctions, shortestName, type WorldFunction } from "../world/world-functions.ts";

/** What stands in for a host: functions that return what the case says, else what `--import` has them do, else nothing. */
export interface ImportStubs {
  readonly imports: HostImports;
  /** All calls, in their order. */
  readonly calls: readonly ImportedCall[];
}

/**
 * Stubs for functions that a plugin imports, but for those of resources. `imported` is undefined for a bare module, which
 * does not say what types they have.
 */
export async function importStubs(
  imported: readonly WorldFunction[] | undefined,
  returns: Readonly<Record<string, string>>,
  offered: Offered,
  texts: ValueTexts,
): Promise<ImportStubs> {
  const stubbed = imported?.filter(({ name }) => name.kind === "freestanding");
  const values = await returnedValues(stubbed, returns, texts);
  const calls: ImportedCall[] = [];
  const stubs = new Map<WorldFunction, HostFunction>();
  for (const target of stubbed ?? []) {
    const provided = values.has(target) ? undefined : offeredFunction(offered, target);
    stubs.set(target, (...args: unknown[]): unknown => {
      calls.push({ target, args });
      return provided === undefined ? answer(target, values) : provided(...args);
    });
  }
  return { imports: withFunctions(offered, stubs), calls };
}

async function returnedValues(
  stubbed: readonly WorldFunction[] | undefined,
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

/** The one imported function that a name means. Of a bare module there is none. */
export function findImport(imported: readonly WorldFunction[] | undefined, name: string): WorldFunction {
  if (imported === undefined) {
    throw refusal(
      name,
      "a bare module does not say what types it means; the functions that it imports come by --import",
    );
  }
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
  if (!values.has(target))
    throw new Error(`the case does not say what ${path} returns, under [imports], nor does a module of --import`);
  const value = values.get(target);
  if (type.result.kind !== "result") return value;
  const { tag, val } = value as { readonly tag: "ok" | "err"; readonly val?: unknown };
  if (tag === "err") throw new ResultError(val);
  return val;
}

function refusal(name: string, reason: string): PluginError {
  return new PluginError({ code: "bad-argument", action: `provide ${showName(name)}`, reason });
}

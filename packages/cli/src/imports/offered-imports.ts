import { camelCase, compatibleInterfaceId, shortName, type World } from "@polyplug/abi";
import type { HostFunction, HostImports } from "@polyplug/host";
import type { WorldFunction } from "../world/world-functions.ts";

/** What modules export for a plugin, in the form that `imports` of `loadPlugin` has. */
export type Offered = Readonly<Record<string, unknown>>;

/**
 * What is offered to a plugin of this world, with each interface under the very id by which the plugin imports it: it may
 * be offered under a compatible id, without a version, or by its own name in camelCase where no other is called so.
 */
export function offeredTo({ imports }: World, offered: Offered): Offered {
  const ids = [...imports].flatMap(([id, { kind }]) => (kind === "interface" ? [id] : []));
  const shorts = ids.map(shortName);
  const found = ids.flatMap((id, index) => {
    const short = shorts.filter((one) => one === shorts[index]).length === 1 ? shorts[index] : undefined;
    const key = keyOf(id, short, offered);
    return key === undefined ? [] : [[id, offered[key]]];
  });
  return { ...offered, ...Object.fromEntries(found) };
}

function keyOf(id: string, short: string | undefined, offered: Offered): string | undefined {
  const keys = Object.keys(offered);
  const compatible = compatibleInterfaceId(id);
  return (
    keys.find((key) => key === id) ??
    keys.find((key) => compatibleInterfaceId(key) === compatible) ??
    keys.find((key) => key === id.replace(/@.*$/, "")) ??
    keys.find((key) => key === short && typeof offered[key] === "object")
  );
}

/** The function that is offered for an imported one, if there is one. */
export function offeredFunction(
  offered: Offered,
  { owner, name }: WorldFunction,
): ((...args: unknown[]) => unknown) | undefined {
  if (name.kind !== "freestanding") return undefined;
  const holder = owner === undefined ? offered : offered[owner];
  if (typeof holder !== "object" || holder === null) return undefined;
  const found: unknown = Reflect.get(holder, camelCase(name.name));
  return typeof found === "function" ? (...args) => Reflect.apply(found, holder, args) : undefined;
}

/** What is offered, and functions beside it or in its place. */
export function withFunctions(offered: Offered, functions: ReadonlyMap<WorldFunction, HostFunction>): HostImports {
  const imports: Record<string, unknown> = { ...offered };
  for (const [{ owner, name }, call] of functions) {
    if (name.kind !== "freestanding") continue;
    const key = camelCase(name.name);
    if (owner === undefined) imports[key] = call;
    else imports[owner] = Object.assign(Object.create(objectOf(imports[owner])), { [key]: call });
  }
  return imports as HostImports;
}

function objectOf(value: unknown): object {
  return typeof value === "object" && value !== null ? value : Object.prototype;
}

import { printFunction, type World } from "@polyplug/abi";
import type { Implementation, ImportedFunction, LinkPlan } from "@polyplug/component";
import { type MissingImport, messageOf, PluginError } from "@polyplug/errors";
import { className } from "./class-name.ts";
import { givenInstead } from "./given-instead.ts";
import type { HostResources } from "./host-resources.ts";
import type { ProvidedUser } from "./link-typed.ts";
import { type Offered, offeredInterface } from "./offered-interface.ts";
import { offeredMember } from "./offered-member.ts";
import { providedFunction, provisionOf } from "./provided-function.ts";

/** What implements an interface by its id, beside what the host's own imports have. Undefined for what it does not have. */
export type InterfaceProvider = (id: string) => unknown;

/** A function that the plugin imports, and whether it may give a promise. */
export type ProvidedFunction = Pick<Implementation, "call" | "waits">;

/** The functions of a plugin's world that it imports, and what of them nobody provides. */
export interface ProvidedImports {
  readonly functions: ReadonlyMap<ImportedFunction, ProvidedFunction>;
  readonly missing: readonly MissingImport[];
}

/**
 * Finds what implements each function that the plugin imports of its world: in what the host offers, else in what
 * `provider` has. The classes of imported resources are told to `resources`.
 */
export function provideImports(
  { imports, world }: LinkPlan,
  offered: Offered,
  provider: InterfaceProvider,
  resources: HostResources,
  { boundary, action, typeOf }: ProvidedUser,
): ProvidedImports {
  const owners = new Map<string | undefined, unknown>([[undefined, offered]]);
  const ofProvider = new Set<string | undefined>();
  const ownerOf = (id: string | undefined): unknown => {
    if (!owners.has(id) && id !== undefined) {
      const own = offeredInterface(offered, id);
      if (own === undefined) ofProvider.add(id);
      owners.set(id, own ?? provider(id));
    }
    return owners.get(id);
  };
  const functions = new Map<ImportedFunction, ProvidedFunction>();
  const missing: MissingImport[] = [];
  let shared: ReadonlySet<string> | undefined;
  try {
    if (boundary.standsIn !== true) defineClasses(world, ownerOf, resources);
    for (const item of imports) {
      const signature = { kind: "wit", type: typeOf(item) } as const;
      const site = { direction: "import", interface: item.interface, function: item.name, signature } as const;
      const found = providedFunction(ownerOf(item.interface), item.name);
      const answers = ofProvider.has(item.interface) ? "at once" : "as it likes";
      const call = boundary.imported(found, site, answers);
      if (call !== undefined) {
        functions.set(item, answers === "at once" && call === found ? { call, waits: false } : { call });
        continue;
      }
      shared ??= sharedIds(world);
      missing.push(missingFunction(item, givenInstead(item, offered, ownerOf(item.interface)), shared));
    }
  } catch (cause) {
    const reason = `imports: they cannot be read: ${messageOf(cause)}`;
    throw new PluginError({ code: "bad-argument", action, reason, path: "imports", cause });
  }
  return { functions, missing };
}

function defineClasses({ imports }: World, ownerOf: (id: string) => unknown, resources: HostResources): void {
  for (const [id, item] of imports) {
    if (item.kind !== "interface") continue;
    for (const [label, named] of item.items) {
      if (named.kind !== "resource") continue;
      const owner = offeredMember(ownerOf(id), className(label));
      if (typeof owner === "function") resources.define(named.resource, owner);
    }
  }
}

/** The ids without a version that several of the interfaces have which a world imports. */
function sharedIds({ imports }: World): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const id of imports.keys()) {
    const plain = unversioned(id);
    if (seen.has(plain)) shared.add(plain);
    seen.add(plain);
  }
  return shared;
}

function unversioned(id: string): string {
  return id.replace(/@.*$/, "");
}

function missingFunction(
  { interface: owner, name, type }: ImportedFunction,
  hint: string,
  shared: ReadonlySet<string>,
): MissingImport {
  const provision = provisionOf(
    name,
    type.params.map((param) => param.name),
  );
  // The types of a contract have the id without its version where that says enough.
  const plain = unversioned(owner ?? "");
  const key = shared.has(plain) ? owner : plain;
  const written = owner === undefined ? provision : `${JSON.stringify(key)}: { ${provision} }`;
  return {
    module: owner ?? "$root",
    name,
    type: printFunction(name, type),
    askedBy: "its contract",
    cure: `${hint}provide it: imports: { ${written} }`,
  };
}

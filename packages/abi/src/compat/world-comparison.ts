import type { ContractDifference } from "@polyplug/errors";
import type { FunctionType } from "../types/function-type.ts";
import { namesOf } from "../world/names-of.ts";
import type { Interface, World, WorldItems } from "../world/world.ts";
import { compareFunctions } from "./compare-functions.ts";
import type { Binding, Compatibility, FunctionBinding, InterfaceBinding } from "./compat.ts";
import { cureFor } from "./cure.ts";
import { InterfaceTracks } from "./interface-tracks.ts";
import { cut, type Mismatches, mostListed } from "./mismatches.ts";
import { ResourcePairs } from "./resource-pairs.ts";
import { TypeComparison } from "./type-comparison.ts";

type Direction = "export" | "import";

/** What the plugin and the contract have beside each other: one interface of each, or what lies outside of interfaces. */
interface Match {
  readonly direction: Direction;
  /** The ids of the interfaces. */
  readonly ids: Pick<InterfaceBinding, "plugin" | "contract"> | undefined;
  readonly plugin: WorldItems;
  readonly contract: WorldItems;
}

/** One comparison of two worlds. */
export class WorldComparison {
  readonly #plugin: World;
  readonly #contract: World;
  readonly #differences: ContractDifference[] = [];
  #unlisted = 0;
  readonly #resources = new ResourcePairs();
  readonly #types: TypeComparison;

  constructor(plugin: World, contract: World) {
    this.#plugin = plugin;
    this.#contract = contract;
    this.#types = new TypeComparison(this.#resources, { plugin: namesOf(plugin), contract: namesOf(contract) });
  }

  /** Resources find their partners before any type is looked at. */
  compare(isGranted: (name: string) => boolean): Compatibility {
    const others: string[] = [];
    const exported = this.#matchExports();
    const imported = this.#matchImports(isGranted, others);
    for (const match of [...imported, ...exported]) this.#pairResources(match);
    return {
      exports: this.#bindings(exported, isGranted, others),
      imports: this.#bindings(imported, isGranted, others),
      others,
      differences: this.#differences,
      unlisted: this.#unlisted,
      resources: this.#resources.contractOf,
    };
  }

  #matchExports(): Match[] {
    const [plugin, contract] = [this.#plugin.exports, this.#contract.exports];
    const matches: Match[] = [{ direction: "export", ids: undefined, plugin, contract }];
    const theirs = new InterfaceTracks(plugin);
    for (const [id, item] of contract) {
      if (item.kind !== "interface") continue;
      const found = theirs.find(id);
      if (found !== undefined) {
        const ids = { plugin: found.id, contract: id };
        matches.push({ direction: "export", ids, plugin: found.items, contract: item.items });
      } else if (hasFunctions(item)) {
        const other = theirs.anyVersionOf(id);
        const cure = other === undefined ? `export ${id} from the plugin` : cureFor(other, id);
        this.#add(`export ${id}`, "an interface", other ?? nothingThere.export, cure);
      }
    }
    return matches;
  }

  #matchImports(isGranted: (name: string) => boolean, others: string[]): Match[] {
    const [plugin, contract] = [this.#plugin.imports, this.#contract.imports];
    const matches: Match[] = [{ direction: "import", ids: undefined, plugin, contract }];
    const ours = new InterfaceTracks(contract);
    for (const [id, item] of plugin) {
      if (item.kind !== "interface") continue;
      const found = ours.find(id);
      if (found !== undefined) {
        const ids = { plugin: id, contract: found.id };
        matches.push({ direction: "import", ids, plugin: item.items, contract: found.items });
      } else if (isGranted(id)) {
        others.push(id);
      } else if (hasFunctions(item)) {
        const other = ours.anyVersionOf(id);
        const cure = other === undefined ? notInContract : cureFor(id, other);
        this.#add(`import ${id}`, other ?? nothingThere.import, "an interface", cure);
      }
    }
    return matches;
  }

  #pairResources({ plugin, contract }: Match): void {
    for (const [name, item] of contract) {
      const other = plugin.get(name);
      if (item.kind === "resource" && other?.kind === "resource") {
        this.#resources.pair(other.resource, item.resource);
      }
    }
  }

  #bindings(
    matches: readonly Match[],
    isGranted: (name: string) => boolean,
    others: string[],
  ): ReadonlyMap<string, Binding> {
    const bindings = new Map<string, Binding>();
    for (const match of matches) {
      const functions = this.#functions(match, isGranted, others);
      const { direction, ids } = match;
      if (ids === undefined) for (const [name, binding] of functions) bindings.set(name, binding);
      else bindings.set(direction === "export" ? ids.contract : ids.plugin, { kind: "interface", ...ids, functions });
    }
    return bindings;
  }

  /** Whoever calls says what there has to be: the host for exports, the plugin for imports. */
  #functions(
    match: Match,
    isGranted: (name: string) => boolean,
    others: string[],
  ): ReadonlyMap<string, FunctionBinding> {
    const { direction, ids, plugin, contract } = match;
    const functions = new Map<string, FunctionBinding>();
    const path = ids === undefined ? `${direction} ` : `${direction} ${ids.contract}#`;
    const [caller, wanted, offered] =
      direction === "export" ? (["host", contract, plugin] as const) : (["plugin", plugin, contract] as const);
    for (const [name, item] of wanted) {
      if (item.kind !== "function") continue;
      const other = offered.get(name);
      if (other?.kind === "function") {
        const [ours, theirs] = caller === "host" ? [item.type, other.type] : [other.type, item.type];
        const { type, mismatches } = compareFunctions(theirs, ours, caller, this.#types);
        functions.set(name, { kind: "function", type, arity: ours.params.length });
        this.#addAll(`${path}${name}`, mismatches, this.#cure(ids));
      } else if (ids === undefined && direction === "import" && isGranted(name)) {
        others.push(name);
      } else {
        this.#addMissing(match, name, `${path}${name}`, item.type);
      }
    }
    return functions;
  }

  #addMissing({ direction, ids }: Match, name: string, path: string, type: FunctionType): void {
    const missing = ids === undefined ? nothingThere[direction] : "no such function";
    if (direction === "export") {
      const cure = ids === undefined ? `export ${name} from the plugin` : this.#cure(ids);
      this.#add(path, this.#types.printFunction("contract", type), missing, cure);
    } else {
      const cure = ids === undefined ? notInContract : this.#cure(ids);
      this.#add(path, missing, this.#types.printFunction("plugin", type), cure);
    }
  }

  /** Outside of interfaces it is the worlds that have versions. */
  #cure(ids: Match["ids"]): string {
    const { plugin, contract } = ids ?? { plugin: this.#plugin.name, contract: this.#contract.name };
    return cureFor(plugin ?? "", contract ?? "");
  }

  #addAll(path: string, { listed, count }: Mismatches, cure: string): void {
    for (const one of listed) this.#add(one.path === "" ? path : `${path}: ${one.path}`, one.wanted, one.found, cure);
    this.#unlisted += count - listed.length;
  }

  #add(path: string, wanted: string, found: string, cure: string): void {
    if (this.#differences.length < mostListed) {
      this.#differences.push({ path: cut(path), wanted: cut(wanted), found: cut(found), cure: cut(cure) });
    } else this.#unlisted++;
  }
}

const nothingThere = { export: "no such export", import: "no such import" } as const;

const notInContract = "add it to the host's contract, or build the plugin without it";

/** An interface of types alone asks nothing of anybody: what it names is compared where it is used. */
function hasFunctions({ items }: Interface): boolean {
  return [...items.values()].some((item) => item.kind === "function");
}

import {
  type CoreFunctionType,
  type CoreImport,
  cm32p2Names,
  legacyNames,
  type ResourceOperation,
  type World,
} from "@polyplug/abi";
import type { Import } from "@polyplug/wasm-binary";
import type { CanonicalOptions, CoreItem, LoweredFunction } from "../plan/core-item.ts";
import { builtinSignature, checkSignature } from "../plan/core-signature.ts";
import { functionLabel, type ImportedFunction } from "../plan/function-item.ts";
import type { Signatures } from "../plan/signatures.ts";
import { type FoundItem, ItemLookup } from "./item-lookup.ts";

/** Finds the imports of a core plugin in its world; what is not there is left to the host. */
export class ImportPlanner {
  readonly items: Map<string, Map<string, CoreItem>> = new Map();
  readonly host: Import[] = [];
  readonly unsupported: Set<string> = new Set();
  /** By their labels: functions of one type may be one item. */
  readonly #lowered = new Map<string, LoweredFunction>();
  readonly #imported: ItemLookup;
  readonly #exported: ItemLookup;
  readonly #options: CanonicalOptions;
  readonly #signatures: Signatures;

  /** `options` are those of all its functions. */
  constructor({ imports, exports }: World, options: CanonicalOptions, signatures: Signatures) {
    this.#signatures = signatures;
    this.#imported = new ItemLookup(imports);
    this.#exported = new ItemLookup(exports);
    this.#options = options;
  }

  /** The functions of the world that were added. */
  get functions(): ImportedFunction[] {
    return [...this.#lowered.values()].flatMap(({ function: item }) => (item.kind === "import" ? [item] : []));
  }

  add(entry: Import): void {
    const named = this.items.get(entry.module) ?? new Map<string, CoreItem>();
    this.items.set(entry.module, named.set(entry.name, this.#plan(entry) ?? this.#left(entry)));
  }

  #left(entry: Import): CoreItem {
    this.host.push(entry);
    return { kind: "host", import: entry };
  }

  #plan(entry: Import): CoreItem | undefined {
    const asked = readImport(entry);
    switch (asked?.kind) {
      case "function":
        return this.#function(this.#imported.find(asked.interface, asked.name), asked.name, entry);
      case "resource-drop":
        return this.#builtin("drop", this.#imported.find(asked.interface, asked.resource), entry);
      case "own-resource":
        return this.#builtin(asked.operation, this.#exported.find(asked.interface, asked.resource), entry);
      default:
        return isIntrinsic(entry) ? this.#unsupported([entry.name]) : undefined;
    }
  }

  #function(found: FoundItem | undefined, name: string, entry: Import): CoreItem | undefined {
    if (found?.item.kind !== "function") return undefined;
    const { type } = found.item;
    const signature = this.#signatures.of(type);
    if (signature.missing !== undefined) return this.#unsupported(signature.missing);
    checkImport(entry, signature.lower);
    const label = functionLabel(found.interface, name);
    const lowered: LoweredFunction = this.#lowered.get(label) ?? {
      kind: "lower",
      function: { kind: "import", interface: found.interface, name, type },
      options: this.#options,
      signature: signature.lower,
    };
    this.#lowered.set(label, lowered);
    return lowered;
  }

  #builtin(operation: ResourceOperation, found: FoundItem | undefined, entry: Import): CoreItem | undefined {
    if (found?.item.kind !== "resource") return undefined;
    checkImport(entry, builtinSignature(operation));
    return { kind: "resource", operation, resource: found.item.resource, instance: this.#options.instance };
  }

  #unsupported(names: readonly string[]): CoreItem {
    for (const name of names) this.unsupported.add(name);
    return { kind: "unsupported", name: names.join(", ") };
  }
}

function readImport(entry: Import): CoreImport | undefined {
  return (entry.module.startsWith("cm32p2") ? cm32p2Names : legacyNames).readImport(entry);
}

function checkImport({ module, name, type }: Import, wanted: CoreFunctionType): void {
  checkSignature(`import ${JSON.stringify(module)} ${JSON.stringify(name)}`, `${module}.${name}`, wanted, type);
}

/** Whether it asks for a part of the component model that has no name yet here: `[async-lower]f`, `[task-return]f`. */
function isIntrinsic({ module, name }: Import): boolean {
  if (!/^\[[a-z0-9-]+\]/.test(name)) return false;
  const owner = module.replace(/^\[export\]/, "");
  return legacyNames.readImport({ module: owner, name: "f" }) !== undefined;
}

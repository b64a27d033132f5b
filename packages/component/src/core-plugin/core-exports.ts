import { type CoreExport, type CoreFunctionType, cm32p2Names, legacyNames } from "@polyplug/abi";
import { type ExternType, exportType, type Module, printType } from "@polyplug/wasm-binary";
import type { InstanceExport } from "../plan/core-item.ts";
import { checkSignature, misfit } from "../plan/core-signature.ts";

const schemes = [legacyNames, cm32p2Names];

/** The exports of a core plugin by what they are for, whichever scheme their names are of. */
export class CoreExports {
  readonly #items: ReadonlyMap<string, InstanceExport>;

  constructor(module: Module) {
    this.#items = new Map(
      module.exports.map((entry) => {
        const { name } = entry;
        return [name, { kind: "export", instance: 0, name, type: exportType(module, entry) }];
      }),
    );
  }

  memory(): InstanceExport | undefined {
    const found = this.#first(schemes.map(({ memory }) => memory));
    if (found === undefined) return undefined;
    const { type, name } = found;
    if (type.kind === "memory" && type.index === "i32" && !type.shared) return found;
    throw misfit(`export ${JSON.stringify(name)} is ${printType(type)}, and an unshared 32-bit memory is wanted`, name);
  }

  /** The first of these that is a function and neither takes nor gives anything. */
  procedure(...names: readonly string[]): InstanceExport | undefined {
    return this.#first(names.filter((name) => isProcedure(this.#items.get(name)?.type)));
  }

  realloc(signature: CoreFunctionType): InstanceExport | undefined {
    return this.#function(
      schemes.flatMap(({ reallocs }) => reallocs),
      signature,
    );
  }

  /** What is exported for an item of the world. Throws `malformed` where it is no function of this core type. */
  function(item: CoreExport, signature: CoreFunctionType): InstanceExport | undefined {
    return this.#function(namesOf(item), signature);
  }

  #function(names: readonly string[], signature: CoreFunctionType): InstanceExport | undefined {
    const found = this.#first(names);
    if (found !== undefined) checkSignature(`export ${JSON.stringify(found.name)}`, found.name, signature, found.type);
    return found;
  }

  #first(names: readonly string[]): InstanceExport | undefined {
    const name = names.find((one) => this.#items.has(one));
    return name === undefined ? undefined : this.#items.get(name);
  }
}

/** The names that something may be exported by, the usual one first. */
export function namesOf(item: CoreExport): string[] {
  const names = schemes.map((scheme) => scheme.exportName(item));
  if (item.kind !== "destructor" || !item.resource.includes("-")) return names;
  // Generators for C write the resource as C names it.
  return [...names, legacyNames.exportName({ ...item, resource: item.resource.replaceAll("-", "_") })];
}

function isProcedure(type: ExternType | undefined): boolean {
  return type?.kind === "func" && type.type.params.length + type.type.results.length === 0;
}

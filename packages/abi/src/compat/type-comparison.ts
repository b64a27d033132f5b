import type { FunctionType, Parameter } from "../types/function-type.ts";
import type { ValueType, VariantCase } from "../types/value-type.ts";
import { printCase, printSignature, printStructure, printType } from "../world/print-type.ts";
import type { TypeNames } from "../world/type-printer.ts";
import { compareStructure } from "./compare-structure.ts";
import { Mismatches } from "./mismatches.ts";
import type { ResourcePairs } from "./resource-pairs.ts";

/** Who is handed a value: the host lifts what the plugin gives, the plugin gets what the host lowers. */
export type Receiver = "host" | "plugin";

/** Whose type it is. */
export type Side = "plugin" | "contract";

/** How a plugin's type fits the contract's. */
export interface TypeFit {
  /**
   * The plugin's type, with a `view` wherever the contract has another integer or other flags, and with fields `hidden`
   * that the contract does not have: with it the host lifts and lowers. The plugin's own object where nothing differs.
   */
  readonly type: ValueType;
  readonly mismatches: Mismatches;
}

/**
 * Compares types of a plugin with those of the contract, structure by structure; the names of types do not matter. A
 * value goes from its giver to its receiver: what an export returns goes to the host and its parameters to the plugin,
 * with imports it is the other way.
 *
 * | type | fits where |
 * | --- | --- |
 * | integer | every value of the giver's is one of the receiver's: `u8` to `u64` or `s16`, not `s8` to `u64` |
 * | any other primitive type | both are the same |
 * | `list`, `option`, `result`, `tuple` | what they are made of fits, in the same number |
 * | `record` | each field of the receiver fits the giver's of that name, or the giver has none and it is an `option` |
 * | `variant` | each case of the giver fits the receiver's of that name; both carry a value or neither does |
 * | `enum`, `flags` | each label of the giver is one of the receiver's |
 * | `own`, `borrow` | both are the same, of resources that have one name in interfaces that match |
 * | one that cannot be carried | both are written the same |
 *
 * Fields that only the giver has are passed over, unless a plugin gives handles in them that nobody would let go of. An
 * option of an option has no `undefined` and is not left out. What the plugin alone has must be a type that can be
 * carried, for else nobody knows how the rest lies in memory.
 */
export class TypeComparison {
  readonly resources: ResourcePairs;
  readonly #names: Readonly<Record<Side, TypeNames>>;
  readonly #known: Readonly<Record<Receiver, Map<ValueType, Map<ValueType, TypeFit>>>> = {
    host: new Map(),
    plugin: new Map(),
  };

  constructor(resources: ResourcePairs, names: Readonly<Record<Side, TypeNames>>) {
    this.resources = resources;
    this.#names = names;
  }

  /** Each pair of types is compared once for each receiver: types are graphs that may stand for much larger trees. */
  compare(plugin: ValueType, contract: ValueType, receiver: Receiver): TypeFit {
    const fits = this.#known[receiver].get(plugin) ?? new Map<ValueType, TypeFit>();
    this.#known[receiver].set(plugin, fits);
    const fit = fits.get(contract) ?? this.#compare(plugin, contract, receiver);
    fits.set(contract, fit);
    return fit;
  }

  #compare(plugin: ValueType, contract: ValueType, receiver: Receiver): TypeFit {
    const mismatches = new Mismatches();
    const type = compareStructure(plugin, contract, { comparison: this, receiver, mismatches });
    if (type !== undefined) return { type, mismatches };
    mismatches.add("", this.print("contract", contract), this.print("plugin", plugin));
    return { type: plugin, mismatches };
  }

  /** A type as its owner writes it, the outermost one in full: two may have one name and differ. */
  print(owner: Side, type: ValueType): string {
    return printStructure(type, this.#names[owner]);
  }

  printCase(owner: Side, one: VariantCase): string {
    return printCase(one, this.#names[owner]);
  }

  printFunction(owner: Side, { async, ...type }: FunctionType): string {
    return `${async === true ? "async func" : "func"}${printSignature(type, this.#names[owner])}`;
  }

  printParameter(owner: Side, { name, type }: Parameter): string {
    return `${name}: ${printType(type, this.#names[owner])}`;
  }
}

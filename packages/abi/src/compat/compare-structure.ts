import type { FlagsType, HandleType, ResultType, TupleType, ValueType } from "../types/value-type.ts";
import { compareLabels, compareRecord, compareVariant } from "./compare-members.ts";
import { integerWidens, isInteger } from "./integer-widens.ts";
import { carryAlike, compareMaybe, comparePart, type Place } from "./place.ts";

/**
 * The plugin's type adapted to the contract's, with what differs inside in `place.mismatches`; undefined where the two
 * differ as a whole.
 */
export function compareStructure(plugin: ValueType, contract: ValueType, place: Place): ValueType | undefined {
  if (isInteger(plugin)) {
    if (!isInteger(contract)) return undefined;
    const [giver, taker] = place.receiver === "host" ? [plugin, contract] : [contract, plugin];
    if (!integerWidens(giver.kind, taker.kind)) return undefined;
    return plugin.kind === contract.kind ? plugin : { kind: plugin.kind, view: contract.kind };
  }
  switch (plugin.kind) {
    case "list": {
      if (contract.kind !== plugin.kind) return undefined;
      const element = comparePart("[]", plugin.element, contract.element, place);
      return element === plugin.element ? plugin : { kind: "list", element };
    }
    case "option": {
      if (contract.kind !== plugin.kind) return undefined;
      const type = comparePart("", plugin.type, contract.type, place);
      return type === plugin.type ? plugin : { kind: "option", type };
    }
    case "tuple":
      return contract.kind === plugin.kind ? compareTuple(plugin, contract, place) : undefined;
    case "result":
      return contract.kind === plugin.kind ? compareResult(plugin, contract, place) : undefined;
    case "record":
      return contract.kind === plugin.kind ? compareRecord(plugin, contract, place) : undefined;
    case "variant":
      return contract.kind === plugin.kind ? compareVariant(plugin, contract, place) : undefined;
    case "enum":
      if (contract.kind !== plugin.kind) return undefined;
      compareLabels(plugin, contract, place);
      return plugin;
    case "flags":
      if (contract.kind !== plugin.kind) return undefined;
      compareLabels(plugin, contract, place);
      return sameLabels(plugin, contract) ? plugin : { ...plugin, view: contract };
    case "own":
    case "borrow":
      if (contract.kind !== plugin.kind) return undefined;
      compareResources(plugin, contract, place);
      return plugin;
    case "unsupported":
      return contract.kind === plugin.kind && contract.text === plugin.text ? plugin : undefined;
    default:
      return contract.kind === plugin.kind ? plugin : undefined;
  }
}

function compareTuple(plugin: TupleType, contract: TupleType, place: Place): ValueType | undefined {
  if (plugin.types.length !== contract.types.length) return undefined;
  const types = plugin.types.map((type, index) =>
    comparePart(`[${index}]`, type, contract.types[index] ?? type, place),
  );
  return types.every((type, index) => type === plugin.types[index]) ? plugin : { kind: "tuple", types };
}

function compareResult(plugin: ResultType, contract: ResultType, place: Place): ValueType | undefined {
  if (!carryAlike(plugin.ok, contract.ok) || !carryAlike(plugin.err, contract.err)) return undefined;
  const ok = compareMaybe("(ok)", plugin.ok, contract.ok, place);
  const err = compareMaybe("(err)", plugin.err, contract.err, place);
  return ok === plugin.ok && err === plugin.err ? plugin : { kind: "result", ok, err };
}

/** Whether JavaScript sees the same: in what order the labels come does not show there. */
function sameLabels(one: FlagsType, other: FlagsType): boolean {
  return one.labels.length === other.labels.length && one.labels.every((label) => other.labels.includes(label));
}

/** Both have the same name, as a rule, so the text of their types would not tell them apart. */
function compareResources(plugin: HandleType, contract: HandleType, { comparison, mismatches }: Place): void {
  if (comparison.resources.areOne(plugin.resource, contract.resource)) return;
  const found = `${comparison.print("plugin", plugin)}, which is another resource`;
  mismatches.add("", comparison.print("contract", contract), found);
}

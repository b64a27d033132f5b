import type { EnumType, FlagsType, RecordType, ValueType, VariantType } from "../types/value-type.ts";
import { holdingsOf } from "./holdings-of.ts";
import { carryAlike, compareMaybe, comparePart, type Place } from "./place.ts";

/** Whether a field or a parameter can be left out: `undefined` is a value of it in JavaScript, and says `none`. */
export function canBeLeftOut(type: ValueType): boolean {
  return type.kind === "option" && type.type.kind !== "option";
}

/** Whether the receiver can pass over a value that it does not know of. */
function canBePassedOver(type: ValueType, { receiver }: Place): boolean {
  return receiver === "plugin" || !holdingsOf(type).handles;
}

export function compareRecord(plugin: RecordType, contract: RecordType, place: Place): ValueType {
  const { comparison, receiver, mismatches } = place;
  const theirs = new Map(contract.fields.map((field) => [field.name, field.type]));
  const fields = plugin.fields.map((field) => {
    const { name } = field;
    const wanted = theirs.get(name);
    theirs.delete(name);
    if (wanted !== undefined) {
      const type = comparePart(`.${name}`, field.type, wanted, place);
      return type === field.type ? field : { name, type };
    }
    const fits = receiver === "host" ? canBePassedOver(field.type, place) : canBeLeftOut(field.type);
    if (!fits || holdingsOf(field.type).unsupported) {
      mismatches.add(`.${name}`, "no such field", `field ${name}: ${comparison.print("plugin", field.type)}`);
    }
    return { ...field, hidden: true };
  });
  for (const [name, type] of theirs) {
    if (receiver === "plugin" || canBeLeftOut(type)) continue;
    mismatches.add(`.${name}`, `field ${name}: ${comparison.print("contract", type)}`, "no such field");
  }
  return fields.every((field, index) => field === plugin.fields[index]) ? plugin : { kind: "record", fields };
}

export function compareVariant(plugin: VariantType, contract: VariantType, place: Place): ValueType {
  const { comparison, receiver, mismatches } = place;
  const theirs = new Map(contract.cases.map((one) => [one.name, one]));
  const cases = plugin.cases.map((one) => {
    const wanted = theirs.get(one.name);
    theirs.delete(one.name);
    const step = `(${one.name})`;
    if (wanted === undefined) {
      const known = one.type !== undefined && holdingsOf(one.type).unsupported;
      if (receiver === "host" || known)
        mismatches.add(step, "no such case", `case ${comparison.printCase("plugin", one)}`);
      return one;
    }
    if (!carryAlike(one.type, wanted.type)) {
      mismatches.add(
        step,
        `case ${comparison.printCase("contract", wanted)}`,
        `case ${comparison.printCase("plugin", one)}`,
      );
      return one;
    }
    const type = compareMaybe(step, one.type, wanted.type, place);
    return type === one.type ? one : { name: one.name, type };
  });
  if (receiver === "plugin") {
    for (const one of theirs.values()) {
      mismatches.add(`(${one.name})`, `case ${comparison.printCase("contract", one)}`, "no such case");
    }
  }
  return cases.every((one, index) => one === plugin.cases[index]) ? plugin : { kind: "variant", cases };
}

export function compareLabels(
  plugin: EnumType | FlagsType,
  contract: EnumType | FlagsType,
  { receiver, mismatches }: Place,
): void {
  const word = plugin.kind === "enum" ? "case" : "flag";
  const [giver, taker] = receiver === "host" ? [plugin, contract] : [contract, plugin];
  const known = new Set(taker.labels);
  for (const label of giver.labels) {
    if (known.has(label)) continue;
    const [has, hasNot] = [`${word} ${label}`, `no such ${word}`];
    if (receiver === "host") mismatches.add(`(${label})`, hasNot, has);
    else mismatches.add(`(${label})`, has, hasNot);
  }
}

import { nearest } from "@polyplug/errors";
import type { OptionType } from "../types/value-type.ts";
import { type AnyVariantType, variantCases } from "../types/variant-cases.ts";
import { describe } from "./describe.ts";
import type { Faults } from "./faults.ts";
import { Outcome } from "./outcome.ts";
import { isObject, property } from "./property.ts";

/** A case by its place in the type, with what it carries and the step of a path that leads to that. */
export interface Case {
  readonly index: number;
  readonly value: unknown;
  readonly step: string;
}

/**
 * The case that a value stands for: `{ tag, val }` for a variant or a result, a string for an enum, undefined or the
 * value itself for an option, and `{ tag, val }` again for an option of an option.
 */
export function matchCase(faults: Faults, type: AnyVariantType, value: unknown): Case {
  if (type.kind === "option" && value === undefined) return { index: 0, value, step: "" };
  if (type.kind === "option" && !isNested(type)) return { index: 1, value, step: "" };
  if (value instanceof Outcome) return matchOutcome(faults, type, value);
  if (type.kind === "enum") {
    if (typeof value !== "string") throw faults.misfit(`expected an enum as a string, got ${describe(value)}`);
    return { index: indexOf(faults, type, value), value: undefined, step: "" };
  }
  const tag = isObject(value) ? property(value, "tag") : undefined;
  if (!isObject(value) || typeof tag !== "string") {
    throw faults.misfit(`expected ${article(type)} ${type.kind} as an object with a tag, got ${describe(value)}`);
  }
  const index = indexOf(faults, type, tag);
  const carried = property(value, "val");
  if (variantCases(type)[index]?.type === undefined && carried !== undefined) {
    throw faults.misfit(`the case ${describe(tag)} carries no value, got ${describe(carried)}`);
  }
  return { index, value: carried, step: ".val" };
}

function matchOutcome(faults: Faults, type: AnyVariantType, { tag, value }: Outcome): Case {
  const carries = variantCases(type)[tag === "ok" ? 0 : 1]?.type !== undefined;
  // What a function returns that has nothing to give is nobody's business; what it throws was made for the purpose.
  if (tag === "ok") return { index: 0, value: carries ? value : undefined, step: "" };
  if (carries || value === undefined) return { index: 1, value, step: ".payload" };
  throw faults.misfit(`expected a ResultError without a payload, got one with ${describe(value)}`);
}

/** The way back. */
export function caseOf(type: AnyVariantType, index: number, value: unknown): unknown {
  if (type.kind === "enum") return type.labels[index];
  if (type.kind === "option" && !isNested(type)) return value;
  const chosen = variantCases(type)[index];
  return chosen?.type === undefined ? { tag: chosen?.name } : { tag: chosen.name, val: value };
}

/** The fault of a guest that names no case. */
export function badDiscriminant(faults: Faults, index: number, count: number): object {
  return faults.trap(`the discriminant is ${index}, and there are ${count} cases`);
}

/** What leads from a variant to what its case carries, as a step of a path. */
export function caseStep(type: AnyVariantType): "" | ".val" {
  return type.kind === "enum" || (type.kind === "option" && !isNested(type)) ? "" : ".val";
}

/** Where undefined is also a value of the type within, it cannot stand for `none`. */
export function isNested({ type }: OptionType): boolean {
  return type.kind === "option";
}

function indexOf(faults: Faults, type: AnyVariantType, name: string): number {
  const names = variantCases(type).map((one) => one.name);
  const index = names.indexOf(name);
  if (index !== -1) return index;
  const near = nearest(name, names);
  throw faults.misfit(
    `there is no case ${describe(name)}${near === undefined ? "" : `, did you mean ${JSON.stringify(near)}`}`,
  );
}

function article({ kind }: AnyVariantType): "a" | "an" {
  return kind === "option" ? "an" : "a";
}

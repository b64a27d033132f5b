import { nearest } from "@polyplug/errors";
import type { CallContext } from "../reference/call-context.ts";
import type { OptionType } from "../types/value-type.ts";
import { type AnyVariantType, variantCases } from "../types/variant-cases.ts";
import { describe } from "./describe.ts";
import { isObject, ownProperty } from "./own-property.ts";

/** A case by its place in the type, with what it carries. */
export interface Case {
  readonly index: number;
  readonly value: unknown;
}

/**
 * The case that a value stands for: `{ tag, val }` for a variant or a result, a string for an enum, undefined or the
 * value itself for an option, and `{ tag, val }` again for an option of an option.
 */
export function matchCase(cx: CallContext, type: AnyVariantType, value: unknown): Case {
  if (type.kind === "option" && value === undefined) return { index: 0, value };
  if (type.kind === "option" && !isNested(type)) return { index: 1, value };
  if (type.kind === "enum") {
    if (typeof value !== "string") throw cx.misfit(`expected an enum as a string, got ${describe(value)}`);
    return { index: indexOf(cx, type.labels, value), value: undefined };
  }
  const tag = isObject(value) ? ownProperty(value, "tag") : undefined;
  if (!isObject(value) || typeof tag !== "string") {
    throw cx.misfit(`expected ${article(type)} ${type.kind} as an object with a tag, got ${describe(value)}`);
  }
  const cases = variantCases(type);
  const index = indexOf(
    cx,
    cases.map(({ name }) => name),
    tag,
  );
  const carried = ownProperty(value, "val");
  if (cases[index]?.type === undefined && carried !== undefined) {
    throw cx.misfit(`the case ${describe(tag)} carries no value, got ${describe(carried)}`);
  }
  return { index, value: carried };
}

/** The way back. */
export function caseOf(type: AnyVariantType, index: number, value: unknown): unknown {
  if (type.kind === "enum") return type.labels[index];
  if (type.kind === "option" && !isNested(type)) return value;
  const chosen = variantCases(type)[index];
  return chosen?.type === undefined ? { tag: chosen?.name } : { tag: chosen.name, val: value };
}

/** What leads from a variant to what its case carries, as a step of a path. */
export function caseStep(type: AnyVariantType): "" | ".val" {
  return type.kind === "option" && !isNested(type) ? "" : ".val";
}

/** Where undefined is also a value of the type within, it cannot stand for `none`. */
function isNested({ type }: OptionType): boolean {
  return type.kind === "option";
}

function indexOf(cx: CallContext, names: readonly string[], name: string): number {
  const index = names.indexOf(name);
  if (index !== -1) return index;
  const near = nearest(name, names);
  throw cx.misfit(
    `there is no case ${describe(name)}${near === undefined ? "" : `, did you mean ${JSON.stringify(near)}`}`,
  );
}

function article({ kind }: AnyVariantType): "a" | "an" {
  return kind === "option" ? "an" : "a";
}

import { memoize } from "../memoize.ts";
import type { VariantCase } from "../types/value-type.ts";
import { type AnyVariantType, variantCases } from "../types/variant-cases.ts";
import { caseStep, isNested, matchCase } from "../values/variant.ts";
import { emitLower } from "./emit-lower.ts";
import type { Emitter } from "./emitter.ts";
import { faults } from "./fault.ts";
import type { Sink } from "./place.ts";
import { internalized } from "./record-constructor.ts";

/** Cases up to which comparing one by one is quicker than looking up. */
const fewCases = 4;

export function emitLowerVariant(e: Emitter, type: AnyVariantType, value: string, to: Sink): void {
  const refuse = e.constant((given: unknown): never => {
    matchCase(faults, type, given);
    // It answers otherwise when it is asked again.
    throw faults.misfit(`expected ${type.kind === "option" ? "an" : "a"} ${type.kind} that does not change`);
  });
  if (type.kind === "enum") {
    const index = emitIndex(e, type.labels, value);
    e.line(`if(${index}===undefined)${refuse}(${value});`);
    const { discriminant, discriminantKind } = to.variant(variantCases(type));
    discriminant.write(discriminantKind, index);
    return;
  }
  if (type.kind === "option") {
    e.line(`if(${value}===undefined){`);
    emitCase(e, type, 0, value, to);
    e.line("}else{");
    if (isNested(type)) emitTagged(e, type, value, to, refuse);
    else emitCase(e, type, 1, value, to);
    e.line("}");
    return;
  }
  emitTagged(e, type, value, to, refuse);
}

function emitTagged(e: Emitter, type: AnyVariantType, value: string, to: Sink, refuse: string): void {
  const cases = variantCases(type);
  const isArray = e.constant(Array.isArray);
  e.line(`if(typeof ${value}!=="object"||${value}===null||${isArray}(${value}))${refuse}(${value});`);
  const index = emitIndex(e, caseNames(cases), e.let(`${value}.tag`));
  e.line(`if(${index}===undefined)${refuse}(${value});`);
  const carried = e.let(`${value}.val`);
  e.line(`switch(${index}){`);
  for (const [at, one] of cases.entries()) {
    e.line(`case ${at}:{`);
    if (one.type === undefined) e.line(`if(${carried}!==undefined)${refuse}(${value});`);
    emitCase(e, type, at, carried, to);
    e.line("break;}");
  }
  e.line("}");
}

/** Emits what lowers one case, given what it carries. */
export function emitCase(
  e: Emitter,
  type: AnyVariantType,
  index: number,
  carried: string,
  to: Sink,
  step: string = caseStep(type),
): void {
  const cases = variantCases(type);
  const { discriminant, discriminantKind, payload } = to.variant(cases);
  discriminant.write(discriminantKind, String(index));
  const payloadType = cases[index]?.type;
  if (payloadType !== undefined) e.within(step, () => emitLower(e, payloadType, carried, payload(payloadType)));
  to.fillRest(payloadType);
}

/** The index of a name among some, undefined where it is none of them. */
function emitIndex(e: Emitter, names: readonly string[], name: string): string {
  const known = internalized(names);
  if (known.length > fewCases) {
    return e.let(`${e.constant(indicesOf(known))}.get(${name})`);
  }
  const choices = known.map((one, index) => `${name}===${e.constant(one)}?${index}:`);
  return e.let(`${choices.join("")}undefined`);
}

const caseNames: (cases: readonly VariantCase[]) => readonly string[] = memoize((cases) =>
  cases.map(({ name }) => name),
);

const indicesOf: (names: readonly string[]) => ReadonlyMap<string, number> = memoize(
  (names) => new Map(names.map((one, index) => [one, index])),
);

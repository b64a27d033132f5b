import {
  type ComponentValType,
  type DefinedValType,
  decodeComponent,
  type PrimitiveValType,
} from "@polyplug/wasm-binary";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Draft, draftsOf, emptyModule } from "./component-draft.ts";
import { encodeComponent } from "./encode-component.ts";
import { everyDefinition, everyType } from "./specimens.ts";

function expectRoundTrip(drafts: readonly Draft[]): void {
  const bytes = encodeComponent(drafts);
  const component = decodeComponent(bytes);
  expect(draftsOf(component)).toEqual(drafts);
  expect(component.bytes).toEqual(bytes);
  expect(encodeComponent(draftsOf(component))).toEqual(bytes);
}

describe("what is written is what is read", () => {
  test("every kind of definition", () => expectRoundTrip(everyDefinition));

  test("every kind of type", () => expectRoundTrip(everyType));

  test("an empty component", () => expectRoundTrip([]));

  test("components in components", () => {
    const nest = (levels: number): Draft[] =>
      levels === 0 ? [emptyModule] : [{ kind: "component", definitions: nest(levels - 1) }];
    expectRoundTrip(nest(20));
  });

  test("any types of values", () => {
    const drafts = arbitraryTypes.map((types): Draft[] => types.map((type) => ({ kind: "type", type })));
    fc.assert(fc.property(drafts, expectRoundTrip), { numRuns: 300 });
  });
});

const primitive = fc.constantFrom<PrimitiveValType[]>(
  "bool",
  "s8",
  "u16",
  "s32",
  "u64",
  "f32",
  "f64",
  "char",
  "string",
);
const label = fc.stringMatching(/^([a-z][0-9a-z]{0,5}|[A-Z][0-9A-Z]{0,5})(-([0-9a-z]{1,4}|[0-9A-Z]{1,4})){0,2}$/);
const labels = fc.uniqueArray(label, { minLength: 1, maxLength: 8, selector: (text) => text.toLowerCase() });

/** Each type refers to those before it. */
const arbitraryTypes = fc
  .array(fc.integer({ min: 0, max: 2 ** 16 }), { minLength: 1, maxLength: 30 })
  .chain((seeds) =>
    fc.tuple(
      ...seeds.map((seed, index) => typeWith(index === 0 ? primitive : fc.oneof(primitive, fc.constant(seed % index)))),
    ),
  );

function typeWith(type: fc.Arbitrary<ComponentValType>): fc.Arbitrary<DefinedValType> {
  const optional = fc.option(type, { nil: undefined });
  const named = <T>(part: fc.Arbitrary<T>): fc.Arbitrary<{ label: string; type: T }[]> =>
    labels.chain((all) => fc.tuple(...all.map((text) => part.map((used) => ({ label: text, type: used })))));
  return fc.oneof(
    primitive.map((used): DefinedValType => ({ kind: "primitive", type: used })),
    named(type).map((fields): DefinedValType => ({ kind: "record", fields })),
    named(optional).map((cases): DefinedValType => ({ kind: "variant", cases })),
    type.map((element): DefinedValType => ({ kind: "list", element })),
    fc
      .tuple(type, fc.integer({ min: 1, max: 9 }))
      .map(([element, length]): DefinedValType => ({ kind: "list", element, length })),
    fc.array(type, { minLength: 1, maxLength: 5 }).map((types): DefinedValType => ({ kind: "tuple", types })),
    labels.map((all): DefinedValType => ({ kind: "flags", labels: all })),
    labels.map((all): DefinedValType => ({ kind: "enum", labels: all })),
    type.map((used): DefinedValType => ({ kind: "option", type: used })),
    fc.tuple(optional, optional).map(([ok, err]): DefinedValType => ({ kind: "result", ok, err })),
    optional.map((used): DefinedValType => ({ kind: "stream", type: used })),
    type.map((value): DefinedValType => ({ kind: "map", key: "string", value })),
  );
}

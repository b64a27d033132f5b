import fc from "fast-check";

/** A type as WIT writes it, and what makes values of it as JavaScript has them. */
export interface Kind {
  readonly wit: string;
  readonly values: fc.Arbitrary<unknown>;
}

/** Types with what they declare on the way. */
export interface Kinds {
  readonly kinds: readonly Kind[];
  readonly declarations: readonly string[];
}

const integer = (wit: string, min: number, max: number): Kind => ({ wit, values: fc.integer({ min, max }) });
const bigint = (wit: string, min: bigint, max: bigint): Kind => ({ wit, values: fc.bigInt({ min, max }) });

const primitives: readonly Kind[] = [
  { wit: "bool", values: fc.boolean() },
  integer("u8", 0, 255),
  integer("s8", -128, 127),
  integer("u16", 0, 65535),
  integer("s16", -32768, 32767),
  integer("u32", 0, 2 ** 32 - 1),
  integer("s32", -(2 ** 31), 2 ** 31 - 1),
  bigint("u64", 0n, 2n ** 64n - 1n),
  bigint("s64", -(2n ** 63n), 2n ** 63n - 1n),
  { wit: "f32", values: fc.float() },
  { wit: "f64", values: fc.double() },
  { wit: "char", values: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
  { wit: "string", values: fc.string({ unit: "binary" }) },
];

const arrays: Readonly<Record<string, (values: unknown[]) => unknown>> = {
  u8: (values) => Uint8Array.from(values, Number),
  s8: (values) => Int8Array.from(values, Number),
  u16: (values) => Uint16Array.from(values, Number),
  s16: (values) => Int16Array.from(values, Number),
  u32: (values) => Uint32Array.from(values, Number),
  s32: (values) => Int32Array.from(values, Number),
  u64: (values) => BigUint64Array.from(values, (one) => BigInt(String(one))),
  s64: (values) => BigInt64Array.from(values, (one) => BigInt(String(one))),
  f32: (values) => Float32Array.from(values, Number),
  f64: (values) => Float64Array.from(values, Number),
};

const absent = { nil: undefined };
const tagged = (tag: string, of: Kind | undefined): fc.Arbitrary<unknown> =>
  of === undefined ? fc.constant({ tag }) : of.values.map((val) => ({ tag, val }));

/** As many types as are asked for, the same ones each time, of every form and nested up to `depth`. */
export function sampleKinds(count: number, depth: number, seed: number): Kinds {
  const declarations: string[] = [];
  const pick = picker(seed);
  const declare = (form: string, body: readonly string[]): string => {
    const name = `t${declarations.length}`;
    declarations.push(`${form} ${name} { ${body.join(", ")} }`);
    return name;
  };
  const some = (make: () => Kind): readonly Kind[] => Array.from({ length: 1 + pick(4) }, make);
  const make = (left: number): Kind => {
    const inner = (): Kind => make(left - 1);
    if (left === 0) return primitives[pick(primitives.length)] ?? inner();
    const forms: readonly (() => Kind)[] = [
      () => list(inner()),
      () => option(inner()),
      () => result(pick(3) === 0 ? undefined : inner(), pick(3) === 0 ? undefined : inner()),
      () => tuple(some(inner)),
      () => record(some(inner), declare),
      () => variant(some(inner), declare),
      () => labels("enum", 1 + pick(300), declare),
      () => labels("flags", 1 + pick(32), declare),
      () => make(0),
    ];
    return forms[pick(forms.length)]?.() ?? inner();
  };
  return { kinds: Array.from({ length: count }, () => make(depth)), declarations };
}

function list({ wit, values }: Kind): Kind {
  const all = fc.array(values, { maxLength: 5 });
  return { wit: `list<${wit}>`, values: all.map((elements) => arrays[wit]?.(elements) ?? elements) };
}

/** Of options in one another, all but the innermost are objects. */
function option(of: Kind): Kind {
  const isOuter = of.wit.startsWith("option<");
  const values = isOuter ? fc.oneof(tagged("none", undefined), tagged("some", of)) : fc.option(of.values, absent);
  return { wit: `option<${of.wit}>`, values };
}

function result(ok: Kind | undefined, err: Kind | undefined): Kind {
  const sides = err === undefined ? (ok === undefined ? "" : `<${ok.wit}>`) : `<${ok?.wit ?? "_"}, ${err.wit}>`;
  return { wit: `result${sides}`, values: fc.oneof(tagged("ok", ok), tagged("err", err)) };
}

function tuple(of: readonly Kind[]): Kind {
  return { wit: `tuple<${of.map(({ wit }) => wit).join(", ")}>`, values: fc.tuple(...of.map(({ values }) => values)) };
}

type Declare = (form: string, body: readonly string[]) => string;

function record(of: readonly Kind[], declare: Declare): Kind {
  const wit = declare(
    "record",
    of.map((one, at) => `field-${at}: ${one.wit}`),
  );
  return { wit, values: fc.record(Object.fromEntries(of.map((one, at) => [`field${at}`, one.values]))) };
}

/** Every third case has nothing to carry. */
function variant(of: readonly Kind[], declare: Declare): Kind {
  const cases = of.map((one, at) => ({ name: `c${at}`, one: at % 3 === 2 ? undefined : one }));
  const wit = declare(
    "variant",
    cases.map(({ name, one }) => (one === undefined ? name : `${name}(${one.wit})`)),
  );
  return { wit, values: fc.oneof(...cases.map(({ name, one }) => tagged(name, one))) };
}

function labels(form: "enum" | "flags", count: number, declare: Declare): Kind {
  const names = Array.from({ length: count }, (_, at) => `l${at}`);
  const wit = declare(form, names);
  const set = fc.record(Object.fromEntries(names.map((name) => [name, fc.boolean()])));
  return { wit, values: form === "enum" ? fc.constantFrom(...names) : set };
}

/** Numbers below a limit that look random: a linear congruential generator. */
function picker(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

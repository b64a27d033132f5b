import type { CarriedType } from "../carried-world.ts";
import { numberCarrier, numbersCarrier } from "./number-carrier.ts";

export type Carry = (value: unknown) => unknown;

/** Makes of a value what it is on the other side. Left out where it is the same there. */
export interface Carrier {
  /** Of what the engine gives. May change it in place: nobody else has it. */
  readonly take?: Carry | undefined;
  /** Of what the plugin gives, which stays as it is. */
  readonly give?: Carry | undefined;
}

type Fields = Record<string | number, unknown>;

interface Tagged {
  readonly tag: string;
  val?: unknown;
}

/** The carriers of all types of a table. Those of handles come with the classes of the plugin's resources. */
export function carriersOf(types: readonly CarriedType[], handles: readonly Carrier[]): readonly Carrier[] {
  const carriers: Carrier[] = [];
  for (const type of types) carriers.push(carrierOf(type, (index) => carriers[index] ?? {}, handles));
  return carriers;
}

function carrierOf(type: CarriedType, at: (index: number) => Carrier, handles: readonly Carrier[]): Carrier {
  switch (type.kind) {
    case "plain":
      return {};
    case "number":
      return numberCarrier(type.number);
    case "numbers":
      return numbersCarrier(type.number);
    case "list":
      return listCarrier(at(type.element));
    case "record":
      return fieldsCarrier(
        type.fields.map(([key, index]) => [key, at(index)]),
        () => ({}),
      );
    case "tuple":
      return fieldsCarrier(
        type.types.map((index, key) => [key, at(index)]),
        () => [],
      );
    case "tagged":
      return taggedCarrier(new Map(type.cases.map(([tag, index]) => [tag, at(index)])));
    case "option":
      return optionCarrier(at(type.type));
    case "handle": {
      const { resource } = type;
      // One without functions is what it is.
      const known = () => handles[resource] ?? { take: (one) => one, give: (one) => one };
      return { take: (handle) => known().take?.(handle), give: (one) => known().give?.(one) };
    }
  }
}

function listCarrier({ take, give }: Carrier): Carrier {
  return {
    take: take && ((list) => (list as unknown[]).map(take)),
    give: give && ((list) => Array.from(list as Iterable<unknown>, give)),
  };
}

function fieldsCarrier(
  parts: readonly (readonly [key: string | number, carrier: Carrier])[],
  make: () => object,
): Carrier {
  const taken = parts.flatMap(([key, { take }]) => (take === undefined ? [] : [[key, take] as const]));
  return {
    take:
      taken.length === 0
        ? undefined
        : (value) => {
            const fields = value as Fields;
            for (const [key, take] of taken) fields[key] = take(fields[key]);
            return value;
          },
    give: parts.every(([, { give }]) => give === undefined)
      ? undefined
      : (value) => {
          const fields = value as Fields;
          const given = make() as Fields;
          for (const [key, { give }] of parts) given[key] = give === undefined ? fields[key] : give(fields[key]);
          return given;
        },
  };
}

function taggedCarrier(cases: ReadonlyMap<string, Carrier>): Carrier {
  const all = [...cases.values()];
  return {
    take: all.every(({ take }) => take === undefined)
      ? undefined
      : (value) => {
          const tagged = value as Tagged;
          const take = cases.get(tagged.tag)?.take;
          if (take !== undefined) tagged.val = take(tagged.val);
          return value;
        },
    give: all.every(({ give }) => give === undefined)
      ? undefined
      : (value) => {
          const { tag, val } = value as Tagged;
          const give = cases.get(tag)?.give;
          return give === undefined ? value : { tag, val: give(val) };
        },
  };
}

/** What is not there is null to the engine. */
function optionCarrier({ take, give }: Carrier): Carrier {
  return {
    take: (value) => (value === null ? undefined : take === undefined ? value : take(value)),
    give: give && ((value) => (value === undefined || value === null ? undefined : give(value))),
  };
}

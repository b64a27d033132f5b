import { type Component, type Declarator, type Definition, encodeModule } from "@polyplug/wasm-binary";

/** What a component is written from: the words of the decoder, without places in a file. */
export type Draft =
  | Placeless<Exclude<Definition, { kind: "core module" | "component" }>>
  | { readonly kind: "core module"; readonly bytes: Uint8Array }
  | { readonly kind: "component"; readonly definitions: readonly Draft[] };

/** A type without the places that its declarators have. */
export type Placeless<T> = T extends Uint8Array
  ? T
  : T extends readonly (infer Entry)[]
    ? readonly Placeless<Entry>[]
    : T extends object
      ? { readonly [Key in keyof T as Key extends "offset" ? never : Key]: Placeless<T[Key]> }
      : T;

export type DeclaratorDraft = Placeless<Declarator>;

export const emptyModule: Draft = { kind: "core module", bytes: encodeModule({}) };

/** What was decoded, as it was written. */
export function draftsOf({ definitions }: Component): Draft[] {
  return definitions.map((definition) => {
    if (definition.kind === "core module") return { kind: "core module", bytes: definition.module.bytes };
    if (definition.kind === "component") return { kind: "component", definitions: draftsOf(definition.component) };
    return placeless(definition);
  });
}

function placeless<T>(value: T): Placeless<T>;
function placeless(value: unknown): unknown {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((entry) => placeless(entry));
  const entries = Object.entries(value).filter(([key]) => key !== "offset");
  return Object.fromEntries(entries.map(([key, entry]) => [key, placeless(entry)]));
}

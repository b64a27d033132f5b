import { memoize } from "../memoize.ts";
import type { RecordType } from "../types/value-type.ts";
import { seenKeys } from "../values/keys.ts";
import { isOfEveryObject } from "../values/property.ts";
import { Unit } from "./unit.ts";

/** Fields up to which a literal with computed names is as quick as one with names in its text. */
const fewFields = 4;

/** Whether objects of this record are made by {@link recordConstructor}: there are many fields, and each is a property to assign. */
export function wantsConstructor(type: RecordType): boolean {
  const seen = seenKeys(type);
  return seen.length > fewFields && !seen.some(isOfEveryObject);
}

/**
 * Makes plain objects with these properties. Where a literal with many computed names makes a store of its own for the
 * properties, and moves it as it grows, a constructor has room for them from the start.
 */
export const recordConstructor: (type: RecordType) => CallableFunction = memoize((type) => {
  const unit = new Unit();
  const names = internalized(seenKeys(type));
  const params = names.map((_, index) => `a${index}`);
  unit.line(names.map((name, index) => `this[${unit.constant(name)}]=a${index};`).join(""));
  const { call } = unit.link(...params);
  Object.defineProperty(call, "prototype", { value: Object.prototype });
  return call;
});

/**
 * The same names as the engine knows property names. Of a string that came out of bytes or a concatenation it would have
 * to find out with each access which property that is.
 */
export const internalized: (names: readonly string[]) => readonly string[] = memoize((names) =>
  names.map((name) => Object.keys({ [name]: 0 })[0] ?? name),
);

import { PluginError } from "@polyplug/errors";
import { memoize } from "../memoize.ts";
import type { FlagsType, RecordType } from "../types/value-type.ts";
import { camelCase } from "./camel-case.ts";

/**
 * The properties that the fields of a record or the labels of flags are in JavaScript, in their order. Throws
 * `unsupported` where two of them have the same, as `a-1` and `a1` do: one would hide the other.
 */
export const keys: (type: RecordType | FlagsType) => readonly string[] = memoize((type) => {
  const labels = type.kind === "flags" ? type.labels : type.fields.map(({ name }) => name);
  const taken = new Map<string, string>();
  return labels.map((label) => {
    const key = camelCase(label);
    const other = taken.get(key);
    if (other !== undefined) {
      const both = `${JSON.stringify(other)} and ${JSON.stringify(label)}`;
      const reason = `its ${type.kind === "flags" ? "labels" : "fields"} ${both} are both ${key} in JavaScript`;
      throw new PluginError({ code: "unsupported", action: `pass a value of a ${type.kind} type`, reason });
    }
    taken.set(key, label);
    return key;
  });
});

/** The properties of a record's object: those of the fields that JavaScript sees. */
export const seenKeys: (type: RecordType) => readonly string[] = memoize((type) => seen(type, keys(type)));

/** Of what there is for each field, what belongs to the fields that JavaScript sees. */
export function seen<Part>({ fields }: RecordType, parts: readonly Part[]): readonly Part[] {
  return parts.filter((_, index) => fields[index]?.hidden !== true);
}

import { memoize } from "../memoize.ts";
import type { RecordField, RecordType, TupleType } from "./value-type.ts";

/** The fields of a record; those of a tuple are named `0`, `1`, …. */
export const recordFields: (type: RecordType | TupleType) => readonly RecordField[] = memoize((type) => {
  if (type.kind === "record") return type.fields;
  return type.types.map((part, index) => ({ name: String(index), type: part }));
});

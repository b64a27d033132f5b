import { memoize } from "../memoize.ts";
import { recordFields } from "../types/record-fields.ts";
import type { ValueType } from "../types/value-type.ts";
import { variantCases } from "../types/variant-cases.ts";

/** What values of a type may hold that cannot just be passed over. */
export interface Holdings {
  /** Somebody has to let go of handles. */
  readonly handles: boolean;
  /** Of such a type nobody knows how it lies in memory. */
  readonly unsupported: boolean;
}

const nothing: Holdings = { handles: false, unsupported: false };

/** Looks through all of a type. */
export const holdingsOf: (type: ValueType) => Holdings = memoize((type) => {
  switch (type.kind) {
    case "own":
    case "borrow":
      return { handles: true, unsupported: false };
    case "unsupported":
      return { handles: false, unsupported: true };
    case "list":
      return holdingsOf(type.element);
    case "record":
    case "tuple":
      return inAll(recordFields(type));
    case "variant":
    case "option":
    case "result":
      return inAll(variantCases(type));
    default:
      return nothing;
  }
});

function inAll(parts: readonly { readonly type?: ValueType | undefined }[]): Holdings {
  const all = parts.map(({ type }) => (type === undefined ? nothing : holdingsOf(type)));
  return { handles: all.some(({ handles }) => handles), unsupported: all.some(({ unsupported }) => unsupported) };
}

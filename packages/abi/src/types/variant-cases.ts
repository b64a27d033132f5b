import { memoize } from "../memoize.ts";
import type { EnumType, OptionType, ResultType, VariantCase, VariantType } from "./value-type.ts";

/** What is a variant, by this name or another. */
export type AnyVariantType = VariantType | EnumType | OptionType | ResultType;

/** The cases of a variant; those of an option are `none` and `some`, those of a result `ok` and `err`. */
export const variantCases: (type: AnyVariantType) => readonly VariantCase[] = memoize((type) => {
  switch (type.kind) {
    case "variant":
      return type.cases;
    case "enum":
      return type.labels.map((name) => ({ name }));
    case "option":
      return [{ name: "none" }, { name: "some", type: type.type }];
    case "result":
      return [
        { name: "ok", type: type.ok },
        { name: "err", type: type.err },
      ];
  }
});

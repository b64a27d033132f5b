import { isIdentifierName } from "./identifier.ts";
import { quoted } from "./quoted.ts";

/** The key of a property as it is written: in quotes where it has to be. */
export function propertyKey(key: string): string {
  return isIdentifierName(key) ? key : quoted(key);
}

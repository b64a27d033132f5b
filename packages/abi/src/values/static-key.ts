import { camelCase } from "./camel-case.ts";

/**
 * The JavaScript name of a static function of a resource: in camelCase, and `prototype_` for `prototype`, which no class
 * can have beside its own.
 *
 * See {@link https://tc39.es/ecma262/#sec-class-definitions-static-semantics-early-errors | ECMAScript, early errors of classes}.
 */
export function staticKey(name: string): string {
  const key = camelCase(name);
  return key === "prototype" ? "prototype_" : key;
}

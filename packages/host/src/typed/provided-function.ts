import { camelCase, type FunctionName, readFunctionName, staticKey } from "@polyplug/abi";
import type { Call } from "../intercept/boundary.ts";
import { className } from "./class-name.ts";
import { offeredMember } from "./offered-member.ts";

/**
 * What of `owner` implements the function of this WIT name: a function of it, or a constructor, method or static function
 * of a class of it. Undefined where there is none.
 */
export function providedFunction(owner: unknown, name: string): Call | undefined {
  const read = readFunctionName(name);
  if (read === undefined) return undefined;
  if (read.kind === "freestanding") return bound(owner, camelCase(read.name));
  const offered = offeredMember(owner, className(read.resource));
  if (typeof offered !== "function") return undefined;
  switch (read.kind) {
    case "constructor":
      return (...args) => Reflect.construct(offered, args);
    case "static":
      return bound(offered, staticKey(read.name));
    case "method":
      return methodOf(offered, camelCase(read.name));
  }
}

/** Of a method it is the object itself that is asked, which may be of a class that extends the one offered. */
function methodOf({ prototype }: CallableFunction & { prototype?: unknown }, key: string): Call | undefined {
  if (typeof offeredMember(prototype, key) !== "function") return undefined;
  return (self, ...args) => {
    const method = offeredMember(self, key);
    if (typeof method !== "function") throw new TypeError(`the object has no method ${key}`);
    return method.apply(self, args);
  };
}

function bound(owner: unknown, key: string): Call | undefined {
  const offered = offeredMember(owner, key);
  return typeof offered === "function" ? offered.bind(owner) : undefined;
}

/** How a host would write the function that is missing: `write: (line) => { … }`. */
export function provisionOf(name: string, params: readonly string[]): string {
  const read: FunctionName = readFunctionName(name) ?? { kind: "freestanding", name };
  const shown = params.map(camelCase);
  switch (read.kind) {
    case "freestanding":
      return `${camelCase(read.name)}: (${shown.join(", ")}) => { … }`;
    case "constructor":
      return `${className(read.resource)}: class { constructor(${shown.join(", ")}) { … } }`;
    case "static":
      return `${className(read.resource)}: class { static ${staticKey(read.name)}(${shown.join(", ")}) { … } }`;
    case "method":
      return `${className(read.resource)}: class { ${camelCase(read.name)}(${shown.slice(1).join(", ")}) { … } }`;
  }
}

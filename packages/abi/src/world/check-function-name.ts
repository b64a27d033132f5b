import { readFunctionName } from "../names/function-name.ts";
import type { FunctionType } from "../types/function-type.ts";
import type { ResourceType } from "../types/resource-type.ts";
import type { Resolution } from "./resolution.ts";
import type { ResolvedExtern } from "./resolved-type.ts";

/**
 * Throws for a function that is named after a resource and is not as that name promises: `[method]r.m` borrows an `r` as
 * its first parameter, `[constructor]r` gives an `r` back, and `r` is declared before.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#import-and-export-definitions | Explainer, import and export definitions}.
 */
export function checkFunctionName(
  resolution: Resolution,
  text: string,
  type: FunctionType,
  declared: ReadonlyMap<string, ResolvedExtern>,
  offset: number,
): void {
  if (!text.startsWith("[")) return;
  const name = readFunctionName(text);
  if (name === undefined || name.kind === "freestanding") {
    throw resolution.unsupported(`${text} is no known kind of function`, offset);
  }
  const owner = declared.get(name.resource);
  if (owner?.kind !== "resource") {
    throw resolution.malformed(`${text} belongs to a resource that is not declared before it`, offset);
  }
  if (name.kind === "constructor" && !constructs(type, owner.resource)) {
    throw resolution.malformed(`${text} does not give a ${name.resource} back`, offset);
  }
  const [self] = type.params;
  const borrows = self?.name === "self" && self.type.kind === "borrow" && self.type.resource === owner.resource;
  if (name.kind === "method" && !borrows) {
    throw resolution.malformed(`${text} does not borrow a ${name.resource} as its first parameter, self`, offset);
  }
}

function constructs({ result }: FunctionType, resource: ResourceType): boolean {
  const made = result?.kind === "result" ? result.ok : result;
  return made?.kind === "own" && made.resource === resource;
}

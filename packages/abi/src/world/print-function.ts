import { readFunctionName } from "../names/function-name.ts";
import type { FunctionType } from "../types/function-type.ts";
import { printSignature } from "./print-type.ts";
import type { TypeNames } from "./type-printer.ts";

/**
 * A function as WIT writes it: `run: func(text: string) -> u32`, `constructor(name: string)`, `read: static func()`. Of a
 * method the parameter `self` is left out. Long signatures end in `…`.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/WIT.md#item-func | WIT, functions}.
 */
export function printFunction(text: string, type: FunctionType, names: TypeNames = () => undefined): string {
  const name = readFunctionName(text) ?? { kind: "freestanding", name: text };
  const func = type.async === true ? "async func" : "func";
  switch (name.kind) {
    case "freestanding":
      return `${name.name}: ${func}${printSignature(type, names)}`;
    case "constructor":
      return `constructor${printSignature(fallible(type), names)}`;
    case "method":
      return `${name.name}: ${func}${printSignature({ ...type, params: type.params.slice(1) }, names)}`;
    case "static":
      return `${name.name}: static ${func}${printSignature(type, names)}`;
  }
}

/** A constructor gives its resource back, which is only said where it may fail. */
function fallible(type: FunctionType): FunctionType {
  return type.result?.kind === "result" ? type : { ...type, result: undefined };
}

import type { WitFunction } from "../resolved-wit.ts";
import { memberName, unused } from "./identifiers.ts";
import type { WitTypes } from "./wit-types.ts";

/** Where a function belongs in AssemblyScript. */
export type FunctionRole =
  | { readonly kind: "free" }
  /** `isFallible`: it gives a result, which a constructor of a class cannot. */
  | { readonly kind: "constructor"; readonly resource: string; readonly isFallible: boolean }
  | { readonly kind: "method" | "static"; readonly resource: string; readonly name: string };

/** What classes of resources have beside the functions of the contract. */
const methods = ["drop", "destructor"];
const statics = ["create"];

/** Throws `unsupported` for what AssemblyScript has no form for. */
export function roleOf({ kind, name, result }: WitFunction, types: WitTypes): FunctionRole {
  if (kind === "freestanding") return { kind: "free" };
  const [, resource = "", own = ""] = /^\[[a-z]+\]([^.]*)(?:\.(.*))?$/.exec(name) ?? [];
  if (typeof kind === "object") {
    if ("constructor" in kind && Object.hasOwn(kind, "constructor")) {
      const isFallible = result !== undefined && types.value(result).kind === "result";
      return { kind: "constructor", resource, isFallible };
    }
    if ("method" in kind) return { kind: "method", resource, name: unused(memberName(own), new Set(methods)) };
    if ("static" in kind) return { kind: "static", resource, name: unused(memberName(own), new Set(statics)) };
  }
  const what = typeof kind === "string" ? kind : Object.keys(kind).join();
  throw types.refusal(`the ${what.startsWith("async") ? "asynchronous function" : what} \`${name}\``);
}

import type { CoreFunctionType, ResourceOperation } from "@polyplug/abi";
import { type Canon, type CanonOptions, printType } from "@polyplug/wasm-binary";
import type { CanonicalOptions, CoreItem } from "../plan/core-item.ts";
import { printSignature, reallocSignature, sameSignature, signatureOf } from "../plan/core-signature.ts";
import type { LiftedFunction } from "../plan/function-item.ts";
import type { Frame } from "./frame.ts";
import type { PlanDraft } from "./plan-draft.ts";
import type { StaticItem } from "./static-item.ts";

type Lift = Extract<Canon, { kind: "lift" }>;
type Lower = Extract<Canon, { kind: "lower" }>;

const operations: { readonly [Kind in `resource.${ResourceOperation}`]: ResourceOperation } = {
  "resource.new": "new",
  "resource.rep": "rep",
  "resource.drop": "drop",
};

/**
 * A function that crosses between core and component.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canonical-definitions | Canonical ABI, canonical definitions}.
 */
export function canonicalFunction(draft: PlanDraft, frame: Frame, canon: Canon, offset: number): StaticItem {
  switch (canon.kind) {
    case "lift":
      return { sort: "func", function: lift(draft, frame, canon, offset) };
    case "lower":
      return { sort: "core func", item: lower(draft, frame, canon, offset) };
    case "task.return":
      return { sort: "core func", item: unsupported(draft, [canon.kind]) };
    case "other":
      return { sort: "core func", item: unsupported(draft, [canon.name]) };
    default: {
      const resource = frame.scope.resource(canon.resource, offset);
      const operation = operations[canon.kind];
      if (operation !== "drop" && draft.resources.get(resource)?.instance !== frame.instance) {
        const reason = `${canon.kind} is for resources of the component itself, and ${resource.name} is none`;
        throw draft.resolution.malformed(reason, offset);
      }
      return { sort: "core func", item: { kind: "resource", operation, resource, instance: frame.instance } };
    }
  }
}

function lift(draft: PlanDraft, frame: Frame, canon: Lift, offset: number): LiftedFunction {
  const type = frame.scope.functionType(canon.type, offset);
  const options = canonicalOptions(draft, frame, canon.options, offset);
  const signature = draft.signatures.of(type);
  if (canon.options.async || signature.missing !== undefined) {
    const missing = [...(canon.options.async ? ["async lift"] : []), ...(signature.missing ?? [])];
    return { kind: "lift", core: unsupported(draft, missing), type, options, name: "" };
  }
  const find = functionFinder(draft, frame, offset);
  const core = find(canon.function, "the core function", signature.lift);
  const { postReturn: index } = canon.options;
  const freeing = { params: signature.lift.results, results: [] };
  const postReturn = index === undefined ? undefined : find(index, "the post-return function", freeing);
  return { kind: "lift", core, type, options: { ...options, postReturn }, name: "" };
}

function lower(draft: PlanDraft, frame: Frame, canon: Lower, offset: number): CoreItem {
  const item = frame.get("func", canon.function, offset).function;
  const options = canonicalOptions(draft, frame, canon.options, offset);
  const signature = draft.signatures.of(item.type);
  if (canon.options.async || signature.missing !== undefined) {
    return unsupported(draft, [...(canon.options.async ? ["async lower"] : []), ...(signature.missing ?? [])]);
  }
  if (item.kind === "import") draft.imports.add(item);
  return { kind: "lower", function: item, options, signature: signature.lower };
}

function canonicalOptions(draft: PlanDraft, frame: Frame, options: CanonOptions, offset: number): CanonicalOptions {
  const { stringEncoding: encoding, memory, realloc } = options;
  const find = functionFinder(draft, frame, offset);
  return {
    instance: frame.instance,
    encoding,
    memory: memory === undefined ? undefined : memoryAt(draft, frame, memory, offset),
    realloc: realloc === undefined ? undefined : find(realloc, "realloc", reallocSignature),
    postReturn: undefined,
  };
}

function memoryAt({ resolution }: PlanDraft, frame: Frame, index: number, offset: number): CoreItem {
  const { item } = frame.get("core memory", index, offset);
  const type = item.kind === "export" && item.type.kind === "memory" ? item.type : undefined;
  if (type?.index === "i32" && !type.shared) return item;
  const found = type === undefined ? "none" : printType(type);
  throw resolution.unsupported(`the memory of its values is ${found}, and one of 32 bits is wanted, unshared`, offset);
}

/** Finds core functions of a wanted type. What is not there yet may have any. */
function functionFinder(
  { resolution }: PlanDraft,
  frame: Frame,
  offset: number,
): (index: number, what: string, wanted: CoreFunctionType) => CoreItem {
  return (index, what, wanted) => {
    const { item } = frame.get("core func", index, offset);
    const found = signatureOf(item);
    if (found === undefined || sameSignature(wanted, found)) return item;
    const reason = `${what} is ${printSignature(found)}, and ${printSignature(wanted)} is wanted`;
    throw resolution.malformed(reason, offset);
  };
}

function unsupported(draft: PlanDraft, names: readonly string[]): CoreItem {
  draft.lack(...names);
  return { kind: "unsupported", name: names.join(", ") };
}

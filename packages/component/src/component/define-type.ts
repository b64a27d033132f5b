import type { ComponentDefType, DefinedResourceType } from "@polyplug/wasm-binary";
import type { CoreItem } from "../plan/core-item.ts";
import { dropSignature, printSignature, sameSignature, signatureOf } from "../plan/core-signature.ts";
import type { Frame } from "./frame.ts";
import type { PlanDraft } from "./plan-draft.ts";

/**
 * Defines a type. A resource is a new one in each instance, which implements it.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#type-definitions | Explainer, type definitions}.
 */
export function defineType(draft: PlanDraft, frame: Frame, type: ComponentDefType, offset: number): void {
  const defined = frame.scope.define(type, offset);
  if (type.kind !== "resource" || defined.kind !== "resource") return;
  if (type.rep !== "i32") throw draft.resolution.unsupported(`a resource is represented by ${type.rep}`, offset);
  draft.defineResource(defined.resource, {
    instance: frame.instance,
    destructor: destructorOf(draft, frame, type, offset),
  });
}

function destructorOf(
  { resolution }: PlanDraft,
  frame: Frame,
  { destructor }: DefinedResourceType,
  offset: number,
): CoreItem | undefined {
  if (destructor === undefined) return undefined;
  const { item } = frame.get("core func", destructor, offset);
  const found = signatureOf(item);
  if (found === undefined || sameSignature(dropSignature, found)) return item;
  const reason = `a destructor is ${printSignature(found)}, and ${printSignature(dropSignature)} is wanted`;
  throw resolution.malformed(reason, offset);
}

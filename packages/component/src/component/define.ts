import type { Component, Definition, Instance } from "@polyplug/wasm-binary";
import { addAlias } from "./add-alias.ts";
import { ascribed } from "./ascribed.ts";
import { canonicalFunction } from "./canonical-function.ts";
import { coreInstance } from "./core-instance.ts";
import { defineType } from "./define-type.ts";
import { Frame } from "./frame.ts";
import { exportedAs, givenItem } from "./pass-item.ts";
import type { PlanDraft } from "./plan-draft.ts";
import type { InstanceItems, StaticItem } from "./static-item.ts";

/** An import where it is defined. */
export type ImportDefinition = Extract<Definition, { readonly kind: "import" }>;

/** Gives what an import stands for, or throws. */
export type FindImport = (definition: ImportDefinition, frame: Frame) => StaticItem;

/**
 * Carries out the definitions of a component in their order: what they define gets its index, and what they do becomes
 * part of the plan.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#component-definitions | Explainer, component definitions}.
 */
export function define(draft: PlanDraft, frame: Frame, { definitions }: Component, find: FindImport): void {
  for (const definition of definitions) {
    const { offset } = definition;
    draft.budget.spend("work", 1, offset);
    switch (definition.kind) {
      case "core module":
        frame.add({ sort: "core module", module: definition.module });
        break;
      case "core instance":
        frame.add({ sort: "core instance", items: coreInstance(draft, frame, definition.instance, offset) });
        break;
      case "component":
        frame.add({ sort: "component", component: definition.component, within: frame });
        break;
      case "instance":
        frame.add({ sort: "instance", items: defineInstance(draft, frame, definition.instance, offset) });
        break;
      case "alias":
        addAlias(draft, frame, definition.alias, offset);
        break;
      case "type":
        defineType(draft, frame, definition.type, offset);
        break;
      case "canon":
        frame.add(canonicalFunction(draft, frame, definition.canon, offset));
        break;
      case "import":
        frame.add(find(definition, frame));
        break;
      case "export": {
        const { name, target, type } = definition;
        const found = ascribed(draft, frame, frame.get(target.sort, target.index, offset), type, offset);
        const item = exportedAs(draft, name.name, found);
        frame.exports.set(name.name, item);
        frame.add(item);
        break;
      }
      case "start":
        draft.lack("start functions of components");
        for (let index = 0; index < definition.results; index++) frame.add({ sort: "value" });
        break;
      case "value":
        draft.lack("values");
        frame.add({ sort: "value" });
        break;
      case "core type":
        // The engine compares the types of what core modules give each other.
        break;
    }
  }
}

function defineInstance(draft: PlanDraft, frame: Frame, instance: Instance, offset: number): InstanceItems {
  if (instance.kind === "instantiate") return instantiate(draft, frame, instance, offset);
  draft.budget.spend("work", instance.exports.length, offset);
  return new Map(
    instance.exports.map(({ name, sort, index }) => [
      name.name,
      exportedAs(draft, name.name, frame.get(sort, index, offset)),
    ]),
  );
}

/** An instance of a component within: its definitions are carried out, with what it is given for its imports. */
function instantiate(
  draft: PlanDraft,
  frame: Frame,
  { component: index, args }: Extract<Instance, { readonly kind: "instantiate" }>,
  offset: number,
): InstanceItems {
  const { component, within } = frame.get("component", index, offset);
  draft.budget.spend("work", args.length, offset);
  draft.budget.checkDepth(frame.depth + 1, offset);
  const given = new Map(args.map((arg) => [arg.name, frame.get(arg.sort, arg.index, offset)]));
  const number = draft.addInstance(frame.instance, offset);
  const inner = new Frame(draft.resolution, number, frame.depth + 1, within);
  define(draft, inner, component, (definition) => givenItem(draft, definition, given.get(definition.name.name)));
  return inner.exports;
}

import type { Interface, Item } from "@polyplug/abi";
import type { Component, ExternName } from "@polyplug/wasm-binary";
import { type FunctionItem, functionLabel, type InterfaceFunctions } from "../plan/function-item.ts";
import type { LinkPlan } from "../plan/link-plan.ts";
import { define } from "./define.ts";
import { Frame } from "./frame.ts";
import { importedItem, worldItem } from "./imported-item.ts";
import { PlanDraft } from "./plan-draft.ts";
import type { InstanceItems, StaticItem } from "./static-item.ts";

/** The plan for a component, with all components in it dissolved into one list of steps. */
export function inlineComponent(component: Component): LinkPlan {
  const draft = new PlanDraft();
  const frame = new Frame(draft.resolution, draft.addInstance(undefined, component.offset), 0);
  const imports = new Map<string, Item | Interface>();
  define(draft, frame, component, ({ name, type, offset }) => {
    const id = wholeName(name);
    if (type.kind === "value") draft.lack("values");
    const item = importedItem(id, frame.scope.extern(id, type, offset));
    if (item === undefined) throw draft.resolution.unsupported(`it imports a ${type.kind}, ${id}`, offset);
    const known = worldItem(item);
    if (known !== undefined) imports.set(id, known);
    return item;
  });
  const exports = new Map<string, Item | Interface>();
  const functions = new Map<string, FunctionItem | InterfaceFunctions>();
  for (const [name, item] of exportsOf(component, frame)) {
    if (isBuildStep(name, item)) continue;
    const known = worldItem(item);
    if (known !== undefined) exports.set(name, known);
    if (item.sort === "func") functions.set(name, exported(draft, item.function, undefined, name));
    else if (item.sort === "instance") functions.set(name, functionsOf(draft, item.items, name));
  }
  return {
    world: { name: undefined, imports, exports },
    modules: draft.modules,
    instances: draft.instances,
    resources: draft.resources,
    steps: draft.steps,
    imports: [...draft.imports],
    hostImports: [],
    exports: functions,
    memory: undefined,
    start: undefined,
    unsupported: [...draft.unsupported],
  };
}

function* exportsOf({ definitions }: Component, frame: Frame): Generator<readonly [string, StaticItem]> {
  for (const definition of definitions) {
    const item = definition.kind === "export" ? frame.exports.get(definition.name.name) : undefined;
    if (definition.kind === "export" && item !== undefined) yield [wholeName(definition.name), item];
  }
}

/**
 * `componentize-qjs` runs this when it builds a component, takes a snapshot of what is there then, and leaves the function
 * behind. Called later it would throw the plugin's script away.
 */
function isBuildStep(name: string, item: StaticItem): boolean {
  if (name !== "init" || item.sort !== "func") return false;
  const params = item.function.type.params.map((param) => param.name);
  return params.join() === "shim,script,entry-path,disable-gc";
}

/** A name may hold the track of a version alone, with the rest beside it. Plain names have no version. */
function wholeName({ name, implements: implemented, versionSuffix = "" }: ExternName): string {
  return implemented === undefined ? name + versionSuffix : name;
}

function functionsOf(draft: PlanDraft, items: InstanceItems, owner: string): InterfaceFunctions {
  const functions = new Map<string, FunctionItem>();
  for (const [name, item] of items) {
    if (item.sort === "func") functions.set(name, exported(draft, item.function, owner, name));
  }
  return functions;
}

/** A function under the name that the host calls it by. */
function exported(draft: PlanDraft, item: FunctionItem, owner: string | undefined, name: string): FunctionItem {
  if (item.kind === "lift") return { ...item, name: functionLabel(owner, name) };
  draft.imports.add(item);
  return item;
}

import { type CoreInstance, exportType, type Import, type Module } from "@polyplug/wasm-binary";
import type { CoreItem } from "../plan/core-item.ts";
import { printSignature, sameSignature, signatureOf } from "../plan/core-signature.ts";
import type { Frame } from "./frame.ts";
import type { PlanDraft } from "./plan-draft.ts";
import type { CoreInstanceItems, SortedCoreItem } from "./static-item.ts";

type Instantiation = Extract<CoreInstance, { kind: "instantiate" }>;

/**
 * An instance of a core module, or one that is made of exports.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#instance-definitions | Explainer, instance definitions}.
 */
export function coreInstance(
  draft: PlanDraft,
  frame: Frame,
  instance: CoreInstance,
  offset: number,
): CoreInstanceItems {
  if (instance.kind === "instantiate") return instantiateModule(draft, frame, instance, offset);
  draft.budget.spend("work", instance.exports.length, offset);
  const items = new Map(instance.exports.map(({ name, sort, index }) => [name, frame.get(sort, index, offset)]));
  return (name) => {
    const item = items.get(name);
    return item !== undefined && "item" in item ? item : undefined;
  };
}

function instantiateModule(
  draft: PlanDraft,
  frame: Frame,
  { module: index, args }: Instantiation,
  offset: number,
): CoreInstanceItems {
  const { module } = frame.get("core module", index, offset);
  draft.budget.spend("work", module.imports.length + args.length, offset);
  const given = new Map(args.map((arg) => [arg.name, frame.get("core instance", arg.index, offset).items]));
  const imports = new Map<string, Map<string, CoreItem>>();
  for (const entry of module.imports) {
    const found = given.get(entry.module)?.(entry.name);
    const named = imports.get(entry.module) ?? new Map<string, CoreItem>();
    imports.set(entry.module, named.set(entry.name, checked(draft, entry, found, offset)));
  }
  return exportsOf(draft, module, draft.instantiate(module, imports, offset));
}

/** What a core module is given for an import. The engine sees to types, but functions of ours have none. */
function checked(
  { resolution }: PlanDraft,
  entry: Import,
  found: SortedCoreItem | undefined,
  offset: number,
): CoreItem {
  const { module, name, type } = entry;
  const label = `import ${JSON.stringify(module)} ${JSON.stringify(name)} of a core module`;
  if (found === undefined) throw resolution.malformed(`${label} is not given`, offset);
  if (found.sort !== `core ${type.kind}`)
    throw resolution.malformed(`${label} is given what is of the sort ${found.sort}`, offset);
  // What comes out of another core module is the engine's to compare.
  const given = found.item.kind === "export" ? undefined : signatureOf(found.item);
  if (type.kind === "func" && given !== undefined && !sameSignature(given, type.type)) {
    const kinds = `${printSignature(type.type)}, and is given ${printSignature(given)}`;
    throw resolution.malformed(`${label} is ${kinds}`, offset);
  }
  return found.item;
}

function exportsOf(draft: PlanDraft, module: Module, instance: number): CoreInstanceItems {
  const entries = draft.exportsOf(module);
  const items = new Map<string, SortedCoreItem>();
  return (name) => {
    const entry = entries.get(name);
    if (entry === undefined) return undefined;
    const item: SortedCoreItem = items.get(name) ?? {
      sort: `core ${entry.kind}`,
      item: { kind: "export", instance, name, type: exportType(module, entry) },
    };
    items.set(name, item);
    return item;
  };
}

import { Resolution, type ResourceType, SameTypes } from "@polyplug/abi";
import { declaredTableEntries, type Export, type Module } from "@polyplug/wasm-binary";
import type { ImportedFunction } from "../plan/function-item.ts";
import type { CoreImports, OwnResource, Step } from "../plan/link-plan.ts";
import { Signatures } from "../plan/signatures.ts";
import { Budget } from "./budget.ts";

/** A plan while the definitions of a component are carried out. */
export class PlanDraft {
  readonly resolution: Resolution = new Resolution("link the plugin");
  readonly budget: Budget = new Budget();
  readonly signatures: Signatures = new Signatures();
  /** One for the whole plan: thousands of functions may have one large type. */
  readonly sameTypes: SameTypes = new SameTypes((resource) => resource);
  readonly instances: { readonly parent: number | undefined; readonly resources: ResourceType[] }[] = [];
  readonly resources: Map<ResourceType, OwnResource> = new Map();
  readonly steps: Step[] = [];
  readonly imports: Set<ImportedFunction> = new Set();
  readonly unsupported: Set<string> = new Set();
  readonly #modules = new Map<Module, number>();
  readonly #exports = new Map<Module, ReadonlyMap<string, Export>>();

  get modules(): Module[] {
    return [...this.#modules.keys()];
  }

  /** A new instance of a component; its number. */
  addInstance(parent: number | undefined, offset: number): number {
    this.budget.spend("componentInstances", 1, offset);
    return this.instances.push({ parent, resources: [] }) - 1;
  }

  defineResource(resource: ResourceType, own: OwnResource): void {
    this.resources.set(resource, own);
    this.instances[own.instance]?.resources.push(resource);
  }

  /** A new instance of a core module; its number. */
  instantiate(module: Module, imports: CoreImports, offset: number): number {
    this.budget.spend("coreInstances", 1, offset);
    this.budget.spend("tableEntries", Number(declaredTableEntries(module)), offset);
    const pages = module.memories.reduce((sum, { limits }) => sum + limits.min, 0n);
    this.budget.spend("memoryPages", Number(pages), offset);
    const index = this.#modules.get(module) ?? this.#modules.size;
    this.#modules.set(module, index);
    return this.steps.push({ kind: "instantiate", module: index, imports }) - 1;
  }

  exportsOf(module: Module): ReadonlyMap<string, Export> {
    const exports = this.#exports.get(module) ?? new Map(module.exports.map((entry) => [entry.name, entry]));
    this.#exports.set(module, exports);
    return exports;
  }

  /** Takes note of what is not there yet. */
  lack(...names: readonly string[]): void {
    for (const name of names) this.unsupported.add(name);
  }
}

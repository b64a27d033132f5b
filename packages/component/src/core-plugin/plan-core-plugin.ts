import { cm32p2Names, type FunctionType, type Item, legacyNames, type StringEncoding, type World } from "@polyplug/abi";
import type { Module } from "@polyplug/wasm-binary";
import type { CanonicalOptions, CoreItem } from "../plan/core-item.ts";
import { dropSignature, misfit, reallocSignature } from "../plan/core-signature.ts";
import { type FunctionItem, functionLabel, type InterfaceFunctions } from "../plan/function-item.ts";
import type { LinkPlan, OwnResource, Step } from "../plan/link-plan.ts";
import { type Signature, Signatures } from "../plan/signatures.ts";
import { CoreExports, namesOf } from "./core-exports.ts";
import { ImportPlanner } from "./import-planner.ts";
import { ownResources } from "./own-resources.ts";

/**
 * The plan for a core module whose imports and exports follow the canonical ABI, named by either scheme. `world` and
 * `encoding` are what its `component-type` sections say, or what the contract says that it is loaded with.
 *
 * Throws `malformed` where the module lacks a function of its world, or where the core type of an import or export is
 * not the one that the world's type becomes. What it imports beside its world is left to the host.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flattening | Canonical ABI, flattening}.
 */
export function planCorePlugin(module: Module, world: World, encoding: StringEncoding): LinkPlan {
  const exported = new CoreExports(module);
  const memory = exported.memory();
  const realloc = exported.realloc(reallocSignature);
  const options: CanonicalOptions = { instance: 0, encoding, memory, realloc, postReturn: undefined };
  const resources = new Map(
    [...ownResources(world)].map(([resource, name]): [typeof resource, OwnResource] => {
      const destructor = exported.function({ kind: "destructor", ...name }, dropSignature);
      return [resource, { instance: 0, destructor }];
    }),
  );
  const signatures = new Signatures();
  const imports = new ImportPlanner(world, options, signatures);
  for (const entry of module.imports) imports.add(entry);
  const { unsupported } = imports;
  const exports = planExports(world, (owner, name, type): FunctionItem => {
    const signature = signatures.of(type);
    for (const one of signature.missing ?? []) unsupported.add(one);
    const { core, postReturn } = liftedFrom(exported, { interface: owner, name }, signature);
    return { kind: "lift", core, type, options: { ...options, postReturn }, name: functionLabel(owner, name) };
  });
  return {
    world,
    modules: [module],
    instances: [{ parent: undefined, resources: [...resources.keys()] }],
    resources,
    steps: [{ kind: "instantiate", module: 0, imports: imports.items }, ...setUp(exported)],
    imports: imports.functions,
    hostImports: imports.host,
    exports,
    memory,
    start: exported.procedure("_start"),
    unsupported: [...unsupported],
  };
}

/** The functions that a world exports. */
function planExports(
  { exports }: World,
  plan: (owner: string | undefined, name: string, type: FunctionType) => FunctionItem,
): ReadonlyMap<string, FunctionItem | InterfaceFunctions> {
  const planned = new Map<string, FunctionItem | InterfaceFunctions>();
  const functionsOf = (items: ReadonlyMap<string, Item>, owner: string): InterfaceFunctions => {
    const functions = new Map<string, FunctionItem>();
    for (const [name, item] of items) if (item.kind === "function") functions.set(name, plan(owner, name, item.type));
    return functions;
  };
  for (const [name, item] of exports) {
    if (item.kind === "interface") planned.set(name, functionsOf(item.items, name));
    else if (item.kind === "function") planned.set(name, plan(undefined, name, item.type));
  }
  return planned;
}

/** The core function behind a function of the world, and what frees its results. */
function liftedFrom(
  exported: CoreExports,
  name: { readonly interface: string | undefined; readonly name: string },
  signature: Signature,
): { readonly core: CoreItem; readonly postReturn: CoreItem | undefined } {
  if (signature.missing !== undefined) {
    return { core: { kind: "unsupported", name: signature.missing.join(", ") }, postReturn: undefined };
  }
  const core = exported.function({ kind: "function", ...name }, signature.lift);
  if (core === undefined) {
    const [path] = namesOf({ kind: "function", ...name });
    throw misfit(`it has no export ${JSON.stringify(path)}, which its world promises`, path);
  }
  const freeing = { params: signature.lift.results, results: [] };
  return { core, postReturn: exported.function({ kind: "post-return", ...name }, freeing) };
}

/**
 * A reactor is set up by `_initialize`; what has no such function and is no command either, by `__wasm_call_ctors`.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/main/legacy/application-abi.md | the WASI application ABI}.
 */
function setUp(exported: CoreExports): Step[] {
  if (exported.procedure("_start") !== undefined) return [];
  const step = exported.procedure(legacyNames.initialize, cm32p2Names.initialize, "__wasm_call_ctors");
  return step === undefined ? [] : [{ kind: "call", function: step, name: step.name }];
}

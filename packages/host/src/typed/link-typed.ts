import type { FunctionType } from "@polyplug/abi";
import type { ImportedFunction, LinkPlan } from "@polyplug/component";
import type { LinearMemory, WasiFace } from "@polyplug/wasi";
import type { PluginInfo } from "../info/plugin-info.ts";
import type { Boundary } from "../intercept/boundary.ts";
import { Life } from "../life/life.ts";
import { type Bounds, outputBudget } from "../limits/bounds.ts";
import { type ImportUser, linkImports } from "../link/link-imports.ts";
import { linkPreview1 } from "../link/link-preview1.ts";
import { refuseMissing } from "../link/refuse-missing.ts";
import type { LoadOptions } from "../load-options.ts";
import { HostResources } from "./host-resources.ts";
import { linkPreview2 } from "./link-preview2.ts";
import { type ProvidedFunction, provideImports } from "./provide-imports.ts";

/** The instance that a typed plugin's imports are for. */
export interface TypedUser extends ProvidedUser {
  readonly bounds: Bounds;
}

/** What it takes to provide the functions of its world. */
export interface ProvidedUser extends Omit<ImportUser, "life"> {
  /** The type of an import as the host sees it. */
  readonly typeOf: (item: ImportedFunction) => FunctionType;
}

/** Everything that a typed plugin is given, before there is one. */
export interface LinkedTyped {
  readonly life: Life;
  readonly boundary: Boundary;
  readonly resources: HostResources;
  /** What implements the functions that it imports of its world. */
  readonly functions: ReadonlyMap<ImportedFunction, ProvidedFunction>;
  /** What it imports beside its world. */
  readonly core: WebAssembly.Imports;
  readonly wasi: readonly WasiFace[];
  /** Tells WASI where a core plugin's pointers point into. */
  readonly bindMemory: (memory: LinearMemory) => void;
}

/**
 * Finds every import of a plugin with a world: the host's own first, then WASI under the grant. Throws `missing-import`
 * for what nobody provides and `bad-argument` for what is provided and does not fit.
 */
export async function linkTyped(
  plan: LinkPlan,
  info: PluginInfo,
  name: string,
  { imports = {}, grant }: LoadOptions,
  { boundary, action, typeOf, bounds }: TypedUser,
): Promise<LinkedTyped> {
  const life = new Life(name);
  boundary.attach(life);
  const holder = { life, output: outputBudget(bounds) };
  const resources = new HostResources();
  const beside = new Set(plan.hostImports.map((item) => JSON.stringify([item.module, item.name])));
  const asked = info.imports.filter((item) => beside.has(JSON.stringify([item.module, item.name])));
  const preview1 = info.kind === "module" ? await linkPreview1(asked, grant, holder) : undefined;
  const preview2 = await linkPreview2(plan.world, info.kind, grant, holder);
  const core = linkImports(asked, imports, preview1?.provide, { life, boundary, action });
  const provided = provideImports(plan, imports, (id) => preview2?.provide(id), resources, {
    boundary,
    action,
    typeOf,
  });
  refuseMissing([...provided.missing, ...core.missing], action, name);
  return {
    life,
    boundary,
    resources,
    functions: provided.functions,
    core: core.linked,
    wasi: [preview1?.wasi, preview2].filter((face) => face !== undefined),
    bindMemory(memory) {
      preview1?.wasi.bind(memory);
      boundary.bindMemory?.(memory);
    },
  };
}

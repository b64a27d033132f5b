import { worldOfModule } from "@polyplug/abi";
import { type Inspection, inspectPlugin } from "@polyplug/host";
import { decodeModule } from "@polyplug/wasm-binary";
import { checkArtifact } from "./check-artifact.ts";
import type { ReadContract } from "./plugin-language.ts";
import type { Lowering, Project } from "./project/project.ts";

/** What is made of what a compiler made. */
export interface LoweringOrder extends ReadContract {
  readonly world: string | undefined;
  /** What the compiler made. */
  readonly makes: Lowering;
  readonly lowering: Project["lowering"];
  /** What errors say could not be done. */
  readonly action: string;
}

/** One of the forms of a plugin. */
export interface Lowered {
  readonly lowering: Lowering;
  readonly bytes: Uint8Array;
  /** What it wants of a host. */
  readonly imports: readonly string[];
  readonly inspection: Inspection;
}

/** Whence a core plugin has the handles of its own resources: that is the host's, and nothing that anybody provides. */
const ownResources = /^(\[export\]|cm32p2\|_ex_)/;

/** Makes of a compiler's output the forms that are wanted, each of which fits its contract. */
export async function lowerModule(compiled: Uint8Array, order: LoweringOrder): Promise<readonly Lowered[]> {
  const { wit, bindgen, world, makes, lowering, action } = order;
  const contract = await bindgen.contract(wit, { world });
  const forms: { readonly lowering: Lowering; readonly bytes: Uint8Array }[] = [];
  if (makes === "component") forms.push({ lowering: "component", bytes: compiled });
  else {
    // Compilers that know of no contract leave it out.
    const says = worldOfModule(decodeModule(compiled)) !== undefined;
    const core = says ? compiled : await bindgen.embed(compiled, wit, { world });
    if (lowering !== "component") forms.push({ lowering: "core", bytes: core });
    if (lowering !== "core") forms.push({ lowering: "component", bytes: await bindgen.componentize(core) });
  }
  return Promise.all(
    forms.map(async (form) => {
      await checkArtifact(form.bytes, contract, action);
      const inspection = await inspectPlugin(form.bytes);
      // A function of the world itself comes from no module.
      const imports = inspection.imports.flatMap(({ module, name }) =>
        ownResources.test(module) ? [] : [module || name],
      );
      return { ...form, imports: [...new Set(imports)], inspection };
    }),
  );
}

import type { BindingFile } from "@polyplug/bindgen";
import { guestModules } from "@polyplug/typings";
import type { ReadContract } from "../plugin-language.ts";
import type { Project } from "../project/project.ts";

/**
 * The modules that a contract gives to a plugin, and the types of what the plugin exports, for TypeScript and for editors:
 * `import { write } from "acme:text/log@1.0.0"` then has types.
 */
export async function moduleDeclarations(
  { world }: Project,
  { wit, bindgen }: ReadContract,
): Promise<readonly BindingFile[]> {
  const text = await guestModules(wit, { world, bindgen });
  return [{ path: "contract.d.ts", content: new TextEncoder().encode(text) }];
}

import type { AssemblyScriptOptions, BindingFile, WorldChoice } from "../generate-options.ts";
import type { Source, Tools } from "../plugin-contract.ts";
import type { ResolvedWit } from "../resolved-wit.ts";
import { generateAssemblyScript } from "./generate-assemblyscript.ts";

/** The smallest module: nothing but magic and version. */
const nothing: Uint8Array = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Bindings that wit-bindgen does not make: ours, of what wit-parser reads. */
export function assemblyScriptBindings(
  tools: Tools,
  sources: Source[],
  { world, options = {} }: WorldChoice & { readonly options?: AssemblyScriptOptions | undefined },
  action: string,
): BindingFile[] {
  const resolved: ResolvedWit = JSON.parse(tools.resolve(sources, world));
  const embed = () => tools.embed(nothing, sources, world, "utf16");
  return generateAssemblyScript({ resolved, embed, plugin: options.plugin ?? "../plugin", action });
}
